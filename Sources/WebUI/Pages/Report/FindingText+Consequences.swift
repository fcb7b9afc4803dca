internal import ReportModel
internal import StructuredText

extension FindingText {
    /// A term of the Sequence Ontology in words.
    func consequence(_ term: SequenceOntologyTerm) -> String {
        switch term {
        case .transcriptAblation: language(sv: "transkriptet saknas", en: "transcript ablation")
        case .spliceAcceptor: language(sv: "splitsacceptor", en: "splice acceptor")
        case .spliceDonor: language(sv: "splitsdonator", en: "splice donor")
        case .stopGained: language(sv: "nytt stopp", en: "stop gained")
        case .frameshift: language(sv: "läsramsskifte", en: "frameshift")
        case .stopLost: language(sv: "stopp saknas", en: "stop lost")
        case .startLost: language(sv: "start saknas", en: "start lost")
        case .inframeInsertion: language(sv: "insertion i läsram", en: "in-frame insertion")
        case .inframeDeletion: language(sv: "deletion i läsram", en: "in-frame deletion")
        case .missense: language(sv: "ändrad aminosyra", en: "missense")
        case .proteinAltering: language(sv: "ändrat protein", en: "protein altering")
        case .spliceRegion: language(sv: "splitsområde", en: "splice region")
        case .spliceDonorFifthBase: language(sv: "splitsdonatorns femte bas", en: "splice donor 5th base")
        case .spliceDonorRegion: language(sv: "splitsdonatorns område", en: "splice donor region")
        case .splicePolypyrimidineTract: language(sv: "polypyrimidinsträcka", en: "splice polypyrimidine tract")
        case .startRetained: language(sv: "start bevarad", en: "start retained")
        case .stopRetained: language(sv: "stopp bevarat", en: "stop retained")
        case .synonymous: language(sv: "synonym", en: "synonymous")
        case .codingSequence: language(sv: "kodande sekvens", en: "coding sequence")
        case .fivePrimeUTR: "5′-UTR"
        case .threePrimeUTR: "3′-UTR"
        case .nonCodingExon: language(sv: "icke-kodande exon", en: "non-coding exon")
        case .intron: language(sv: "intron", en: "intron")
        case .upstream: language(sv: "före genen", en: "upstream of the gene")
        case .downstream: language(sv: "efter genen", en: "downstream of the gene")
        case .intergenic: language(sv: "mellan gener", en: "intergenic")
        }
    }
}
