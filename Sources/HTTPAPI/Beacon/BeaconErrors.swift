internal import HTTPTypes
internal import Hummingbird
internal import Interchange
internal import Logging
internal import Operations
internal import StructuredText

/// Answers every failure below it in Beacon's error form.
struct BeaconErrors: RouterMiddleware {
    typealias Context = APIContext

    let identity: BeaconIdentity

    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            let failure = BeaconErrors.failure(error, context, request.language)
            let writer = BeaconWriter(identity: identity, language: request.language)
            var response = Response.beacon(
                writer.error(
                    status: failure.status.code, message: failure.message, request: failure.request, info: failure.info),
                failure.status)
            for field in failure.headers { response.headers[field.name] = field.value }
            return response
        }
    }

    private static func failure(_ error: any Error, _ context: APIContext, _ language: Language) -> BeaconFailure {
        switch error {
        case let failure as BeaconFailure: return failure
        case let error as BeaconRequestError:
            return BeaconFailure(error.code == .datasetUnknown ? .notFound : .badRequest, error.description)
        case let problem as Problem: return BeaconFailure(problem, language)
        case let error as AskedQuestionError: return BeaconFailure(.badRequest, error.description)
        case let error as any HTTPResponseError: return BeaconFailure(error.status, "The request could not be read.")
        default:
            if let problem = Problem.of(error, language) { return BeaconFailure(problem, language) }
            context.logger.error("beacon request failed", metadata: ["error": "\(type(of: error))"])
            return BeaconFailure(.internalServerError, "Something went wrong here. Try again, and tell whoever runs this node.")
        }
    }
}
