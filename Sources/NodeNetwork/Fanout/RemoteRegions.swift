internal import AccessModel
package import ClinicalModel
internal import GenomeModel
package import Identification
internal import Interchange
package import Logging
package import Operations
internal import Questions
internal import ReportModel

/// The regions of other nodes, to be asked like those of this one.
///
/// A question is signed once for all peers and sent once to each. States are exact: no answer in time is late; no connection, a peer at
/// rest, and an answer that cannot be read are unreachable, with the reason.
package final class RemoteRegions: Sendable {
    package struct Settings: Sendable {
        package var breaker = CircuitBreaker.Settings()
        /// How long a question without a deadline of its own waits.
        package var patience = Duration.seconds(10)
        /// The longest that any question waits: what peers accept in a signature, and some for its way.
        package var longest = Duration.seconds(55)
        /// The least that a second request waits for.
        package var hedgeAfter = Duration.milliseconds(50)
        /// After this long without a word a peer is asked whether it is there.
        package var idle = Duration.seconds(15)
        package var probePatience = Duration.seconds(2)

        package init() {}
    }

    private struct Link: Sendable {
        let client: PeerClient
        let watch: PeerWatch
    }

    private let links: [Link]
    private let signer: PeerSigner
    private let settings: Settings
    private let now: @Sendable () -> Timestamp
    private let log: Logger
    private let open = OpenQuestions()
    private let memory = ReplyMemory()

    /// `clients` of the peers that hold regions; others are passed over.
    package init(
        clients: [PeerClient], signer: PeerSigner, settings: Settings = Settings(), log: Logger,
        now: @escaping @Sendable () -> Timestamp = Timestamp.now
    ) {
        links = clients.filter { !$0.peer.regions.isEmpty }.map {
            Link(client: $0, watch: PeerWatch($0.peer, settings.breaker))
        }
        self.signer = signer
        self.settings = settings
        self.log = log
        self.now = now
    }

    /// One for each region of each peer.
    package var sources: [RegionSource] {
        links.flatMap { link in link.client.peer.regions.map { source($0, link) } }
    }

    package var states: [PeerState] { links.map(\.watch.state) }

    /// Looks after the peers until the task is cancelled: finds again those that were left alone, and hears from the quiet ones.
    package func run() async {
        await withTaskGroup { group in
            for link in links { group.addTask { await self.look(after: link) } }
        }
    }

    private func look(after link: Link) async {
        let pause = min(max(settings.breaker.rest / 4, .milliseconds(20)), .seconds(1))
        while !Task.isCancelled {
            if link.watch.beginsProbe(idle: settings.idle) { await probe(link) }
            try? await Task.sleep(for: pause)
        }
    }

    private func probe(_ link: Link) async {
        do throws(PeerFailure) {
            link.watch.probed(try await link.client.status(within: settings.probePatience))
        } catch {
            if Task.isCancelled { return link.watch.gaveUp() }
            link.watch.failed(error)
            log.debug("a peer is not there", metadata: ["peer": "\(link.client.peer.name)", "failure": "\(error.code)"])
        }
    }

    // MARK: Asking

    private func source(_ region: RegionCode, _ link: Link) -> RegionSource {
        RegionSource(
            region: region,
            ask: { asked in
                try await self.fetch(region, link, asked, .answer) { reading in
                    if case .answer(let replies) = reading { replies } else { nil }
                } missing: {
                    RegionReply(answer: $0, decision: nil, dataRelease: nil)
                }
            },
            figures: { asked, variants in
                try await self.fetch(region, link, asked, .figures(variants)) { reading in
                    if case .figures(let replies) = reading { replies } else { nil }
                } missing: {
                    RegionFigures(answer: $0, columns: nil, decision: nil, dataRelease: nil)
                }
            },
            entries: { asked, selection in
                try await self.fetch(region, link, asked, .entries(selection)) { reading in
                    if case .entries(let replies) = reading { replies } else { nil }
                } missing: {
                    RegionEntries(answer: $0, entries: [], decision: nil, dataRelease: nil)
                }
            },
            release: { try await self.bring($0, link) }, classifications: { try await self.classifications($0, link) })
    }

    /// Brings a request to the peer once; whoever sent it tries again later.
    private func bring(_ message: ReleaseMessage, _ link: Link) async throws -> [ReleaseStep] {
        do throws(PeerFailure) {
            return try await deliver(over: link) { peer, deadline in
                PeerEnvelope(message, to: peer, until: deadline, signer: signer)
            } read: { bytes throws(PeerMessageError) in
                try ReleaseReply.read(bytes, of: message.request.id)
            }
        } catch {
            log.notice(
                "a request was not brought to a peer",
                metadata: ["peer": "\(link.client.peer.name)", "failure": "\(error.code)", "request": "\(message.request.id)"])
            throw ReleaseUnreached(reason: error.reason)
        }
    }

    /// Asks the peer after a region's classifications once; they are asked after again later. An older peer does not know the question,
    /// and is well all the same.
    private func classifications(_ message: ClassificationMessage, _ link: Link) async throws -> ClassificationReply {
        do throws(PeerFailure) {
            return try await deliver(over: link) { peer, deadline in
                PeerEnvelope(message, to: peer, until: deadline, signer: signer)
            } read: { bytes throws(PeerMessageError) in
                try ClassificationReply(bytes, to: message)
            }
        } catch {
            log.debug(
                "a region's classifications were not fetched",
                metadata: ["peer": "\(link.client.peer.name)", "failure": "\(error.code)", "region": "\(message.to)"])
            throw ClassificationsUnreached(reason: error.reason)
        }
    }

    /// One message to one peer, once, and its reply; the peer's state follows from how it went.
    private func deliver<Reply>(
        over link: Link, _ seal: (_ peer: String, _ deadline: Timestamp) -> PeerEnvelope,
        read: ([UInt8]) throws(PeerMessageError) -> Reply
    ) async throws(PeerFailure) -> Reply {
        let start = ContinuousClock.now
        do throws(PeerFailure) {
            try link.watch.admit()
            let deadline = Timestamp(milliseconds: now().milliseconds + Int(settings.patience / .milliseconds(1)))
            let envelope = seal(link.client.peer.name, deadline)
            let bytes = try await link.client.post(envelope, signature: envelope.signature, within: settings.patience)
            let reply: Reply
            do throws(PeerMessageError) {
                reply = try read(bytes)
            } catch {
                throw PeerFailure.malformed(error)
            }
            link.watch.answered(after: ContinuousClock.now - start, at: now())
            return reply
        } catch {
            link.watch.failed(error)
            throw error
        }
    }

    private func fetch<Reply: Sendable>(
        _ region: RegionCode, _ link: Link, _ asked: AskedQuestion, _ ask: RelayedQuestion.Ask,
        _ replies: @Sendable (PeerReading) -> ReadReplies<Reply>?, missing: @Sendable (RegionAnswer) -> Reply
    ) async throws -> Reply {
        // What no region could answer is said here, and not by each of them.
        try asked.checkVariants()
        do {
            let reading = try await exchange(region, link, asked, ask)
            guard let replies = replies(reading) else { throw PeerMessageError(.inconsistent, at: "reply") }
            return try replies.reply(of: region)
        } catch PeerFailure.late {
            throw RegionLate()
        } catch let failure as PeerFailure {
            return missing(.unreachable(region, reason: failure.reason))
        } catch let error as PeerMessageError {
            log.error(
                "a region's reply cannot be used",
                metadata: [
                    "peer": "\(link.client.peer.name)", "region": "\(region)", "fault": "\(error)",
                    "question": "\(asked.identifier)",
                ])
            let failure = error.code == .notUnderstood ? PeerFailure.notUnderstood : .malformed(error)
            return missing(.unreachable(region, reason: failure.reason))
        }
    }

    private func exchange(
        _ region: RegionCode, _ link: Link, _ asked: AskedQuestion, _ ask: RelayedQuestion.Ask
    ) async throws -> PeerReading {
        let start = ContinuousClock.now
        let deadline = min(asked.deadline ?? start + settings.patience, start + settings.longest)
        var asked = asked
        if asked.identifier.isEmpty { asked.identifier = AskRegions.newIdentifier() }
        if !asked.regions.contains(region) { asked.regions = [region] }
        // The peer stops a little earlier than we do: what it has by then arrives in time.
        let left = max(.milliseconds(1), deadline - start)
        let question = try RelayedQuestion(
            asked, ask, patience: Int((left - min(left / 10, .milliseconds(500))) / .milliseconds(1)))
        let make = { self.begin(question, until: deadline, left: left) }
        let opened = open.find(question, orOpen: make) ?? make()
        defer { if opened.fetched(region) { open.close(opened) } }
        return try await opened.exchange(with: link.client.peer.name) { [settings, memory, now, log] envelope in
            try await AskPeer(
                client: link.client, watch: link.watch, question: opened.question, envelope: envelope,
                deadline: opened.deadline, hedgeAfter: settings.hedgeAfter, memory: memory, now: now, log: log
            ).run()
        }.reading()
    }

    /// Begins to put a question to every peer that holds a region of it.
    private func begin(
        _ question: RelayedQuestion, until deadline: ContinuousClock.Instant, left: Duration
    ) -> OpenQuestion {
        let holders = links.map(\.client.peer).filter { !Set($0.regions).isDisjoint(with: question.asked.regions) }
        return OpenQuestion(
            question, regions: Set(holders.flatMap(\.regions)).intersection(question.asked.regions), until: deadline
        ) { [signer, now] in
            PeerEnvelope(
                question, audience: Set(holders.map(\.name)),
                until: Timestamp(milliseconds: now().milliseconds + Int(left / .milliseconds(1))), signer: signer)
        }
    }
}

extension AskedQuestion {
    /// Throws where a variant of the question is none.
    fileprivate func checkVariants() throws {
        var texts = question.criterion.variants
        if case .frequency(let variant) = question.kind { texts.append(variant) }
        for text in texts {
            do throws(VariantNotationError) {
                _ = try SoughtCall.parse(text, assembly: assembly)
            } catch {
                throw AskedQuestionError.variant(error)
            }
        }
    }
}
