package import AccessModel
package import ClinicalModel
package import GenomeModel
package import Records
package import ReportModel
package import StructuredText

/// What a running node answers from: the partitions that it holds, and every region that it can ask.
package struct RunningNode: Sendable {
    /// As logs, peers and the Beacon call it: `node-24`, `national`.
    package let name: String
    /// Those that this node holds. Empty for a national entry.
    package let partitions: [RegionCode: Partition]
    package let regulations: Regulations
    /// The study enquiries that were registered here; nil where this node takes none.
    package let enquiries: EnquiryDatabase?
    /// The requests that people of this node have sent to regions; nil where this node takes none.
    package let releases: ReleaseDatabase?
    /// What the node knows from ClinVar, CIViC, gene lists and guidelines; nil where it keeps nothing.
    package var knowledge: KnowledgeDesk?
    package let genes: GeneLoci
    /// Every region of the network, those of this node included, by ascending code.
    package let sources: [RegionSource]
    /// Bytes that one uploaded file may have, whichever way it comes.
    package let uploadLimit: Int
    /// Where call files are annotated.
    package let annotations: AnnotationDesk
    /// By which reports can be made here, every version.
    package let templates: [ReportTemplate]
    /// Makes the document that a signed report is given out as; nil where this node makes none.
    package let printing: (@Sendable (ReportDocument, Language) async throws -> [UInt8])?
    /// The state of every other node, for whoever runs this one.
    package let peers: @Sendable () -> [PeerState]
    /// Who lets in tokens that anybody can make: on loopback, for development.
    package let isDevelopment: Bool
    package let now: @Sendable () -> Timestamp
    /// How long a question waits for a region.
    package let patience: Duration

    package init(
        name: String, partitions: [RegionCode: Partition], regulations: Regulations, sources: [RegionSource],
        enquiries: EnquiryDatabase? = nil, releases: ReleaseDatabase? = nil, knowledge: KnowledgeDesk? = nil,
        genes: GeneLoci = .none,
        uploadLimit: Int = 1 << 30, annotations: AnnotationDesk = AnnotationDesk(), templates: [ReportTemplate] = [],
        printing: (@Sendable (ReportDocument, Language) async throws -> [UInt8])? = nil,
        peers: @escaping @Sendable () -> [PeerState] = { [] }, isDevelopment: Bool = false,
        patience: Duration = .seconds(10),
        now: @escaping @Sendable () -> Timestamp = Timestamp.now
    ) {
        self.name = name
        self.partitions = partitions
        self.regulations = regulations
        self.enquiries = enquiries
        self.releases = releases
        self.knowledge = knowledge
        self.genes = genes
        self.sources = sources.sorted { $0.region < $1.region }
        self.uploadLimit = uploadLimit
        self.annotations = annotations
        self.templates = templates
        self.printing = printing
        self.peers = peers
        self.isDevelopment = isDevelopment
        self.patience = patience
        self.now = now
    }

    package var regions: [RegionCode] { sources.map(\.region) }

    /// The regions of a scope as this actor sees it. Throws `AskedQuestionError.noRegion` where it holds none.
    package func asking(_ scope: SearchScope, by actor: Actor) throws -> AskRegions {
        let regions = Set(scope.regions(of: actor, among: regions))
        guard !regions.isEmpty else { throw AskedQuestionError.noRegion }
        var ask = AskRegions(sources: sources.filter { regions.contains($0.region) })
        ask.patience = patience
        return ask
    }
}

/// How another node is seen from here.
package struct PeerState: Hashable, Sendable {
    package enum Circuit: String, Sendable, CaseIterable {
        /// Asked as usual.
        case closed
        /// Left alone for a while after repeated failures.
        case open
        /// Tried with one question.
        case halfOpen = "half-open"
    }

    package let name: String
    package let regions: [RegionCode]
    /// Of the program that it runs; nil before it has answered.
    package let version: String?
    package let circuit: Circuit
    /// Median of the latest answers, in milliseconds; nil before there is one.
    package let latency: Double?
    package let lastAnswer: Timestamp?

    package init(
        name: String, regions: [RegionCode], version: String?, circuit: Circuit, latency: Double?, lastAnswer: Timestamp?
    ) {
        self.name = name
        self.regions = regions
        self.version = version
        self.circuit = circuit
        self.latency = latency
        self.lastAnswer = lastAnswer
    }
}
