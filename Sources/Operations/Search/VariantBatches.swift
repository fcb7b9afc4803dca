internal import Dispatch
internal import Foundation
internal import GenomeModel
internal import Synchronization
internal import VariantFormats

/// The indexable variants of a call file in its order, in batches, read on a thread of its own that waits until the next one is wanted: it
/// holds one batch, and blocks none of the threads that answer questions.
final class VariantBatches: Sendable {
    private struct State: Sendable {
        var continuation: CheckedContinuation<[Variant]?, any Error>?
        var isStopped = false
    }

    private struct Stopped: Error {}

    private let wanted = DispatchSemaphore(value: 0)
    private let state = Mutex(State())

    init(
        input: String, assembly: Assembly, reference: ReferenceSequence?, size: Int, expansionLimit: Int? = nil,
        textLimit: Int? = nil
    ) {
        let thread = Thread { [self] in
            do {
                var batch: [Variant] = []
                var annotation = CallFileAnnotation(assembly: assembly, reference: reference, info: [])
                annotation.expansionLimit = expansionLimit
                annotation.textLimit = textLimit
                _ = try annotation.read(input) { variants in
                    for place in 0..<variants.count {
                        if let variant = variants.variant(place) { batch.append(variant) }
                    }
                    guard batch.count >= size else { return }
                    try answer(.success(batch))
                    batch.removeAll(keepingCapacity: true)
                }
                if !batch.isEmpty { try answer(.success(batch)) }
                try answer(.success(nil))
            } catch is Stopped {
                return
            } catch {
                try? answer(.failure(error))
            }
        }
        thread.start()
    }

    /// The next batch; nil after the last. Throws what reading throws. To be called one after another.
    func next() async throws -> [Variant]? {
        try await withCheckedThrowingContinuation { continuation in
            state.withLock { $0.continuation = continuation }
            wanted.signal()
        }
    }

    /// Ends the reading where it stands. Needed after the last batch too.
    func stop() {
        state.withLock { $0.isStopped = true }
        wanted.signal()
    }

    private func answer(_ result: Result<[Variant]?, any Error>) throws {
        wanted.wait()
        let (continuation, isStopped) = state.withLock { state in
            defer { state.continuation = nil }
            return (state.continuation, state.isStopped)
        }
        guard let continuation, !isStopped else { throw Stopped() }
        continuation.resume(with: result)
    }
}

extension RecordVariants {
    /// The ALT as a variant; nil where it is not indexable.
    func variant(_ place: Int) -> Variant? {
        guard let key = key(place), let contig = key.contig else { return nil }
        return Variant(
            contig: contig, position: key.position, reference: String(decoding: reference(place), as: UTF8.self),
            alternate: String(decoding: alternate(place), as: UTF8.self))
    }
}
