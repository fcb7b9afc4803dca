package import ClinicalModel

extension ReportContent {
    /// Every code that a reader of it sees.
    package var codes: [Code] {
        let filled = values.values.compactMap { value -> Code? in
            if case .code(let code) = value { code } else { nil }
        }
        return filled + findings.flatMap { $0.interpretation?.content.codes ?? [] }
    }
}

extension InterpretationContent {
    /// The condition, or the tumour types and the drugs.
    package var codes: [Code] {
        switch self {
        case .germline(let content): [content.condition]
        case .somatic(let content): [content.tumourType] + content.actionability.flatMap { $0.drugs + [$0.tumourType] }
        }
    }
}
