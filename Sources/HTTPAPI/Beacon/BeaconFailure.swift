internal import HTTPTypes
internal import Interchange
internal import StructuredText

/// A question that is not answered, with what Beacon's error form says about it.
struct BeaconFailure: Error {
    let status: HTTPResponse.Status
    let message: String
    /// The request, where it could be read.
    var request: BeaconRequest?
    /// The regions' states.
    var info: JSONValue?
    var headers: HTTPFields = [:]

    init(_ status: HTTPResponse.Status, _ message: String, request: BeaconRequest? = nil, info: JSONValue? = nil) {
        self.status = status
        self.message = message
        self.request = request
        self.info = info
    }

    init(_ problem: Problem, _ language: Language) {
        self.init(problem.status, problem.title.text(language) + " " + problem.remedy.text(language))
        headers = problem.headers
    }
}
