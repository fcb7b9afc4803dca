package import StructuredText

extension KnowledgeFault {
    /// The same fault at another place.
    package func moved(_ move: (SourcePlace) -> SourcePlace) -> KnowledgeFault {
        KnowledgeFault(code, at: place.map(move), field: field, value: value)
    }
}
