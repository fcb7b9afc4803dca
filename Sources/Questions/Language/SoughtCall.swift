package import GenomeModel

/// What the text behind `carries` or `frequency` means, read against an assembly.
package enum SoughtCall: Hashable, Sendable {
    case variant(Variant)
    case event(StructuralEvent)
    /// Any variant that an annotation says this of.
    case consequence(ConsequenceQuery)
    /// Any structural event of a selection.
    case events(EventSelection)

    /// Throws, with what is wrong and the remedy, where it is none of these.
    package static func parse(_ text: String, assembly: Assembly) throws(VariantNotationError) -> SoughtCall {
        if CallPhrase.subjects.contains(text.prefix { $0 != " " }.lowercased()) {
            guard let phrase = CallPhrase(text) else { throw VariantNotationError(.notAPhrase) }
            switch phrase {
            case .consequence(let query): return .consequence(query)
            case .events(let kinds, let interval, let length):
                return .events(EventSelection(kinds: kinds, in: try read(interval, assembly), length: length))
            }
        }
        if StructuralNotation.isMeant(by: text) {
            return .event(try StructuralNotation.parse(text, assembly: assembly))
        }
        return .variant(try VariantNotation.parse(text, assembly: assembly))
    }

    private static func read(_ text: String, _ assembly: Assembly) throws(VariantNotationError) -> Interval {
        do throws(IntervalNotationError) {
            return try Interval.parse(text, assembly: assembly)
        } catch {
            switch error {
            case .unknownContig: throw VariantNotationError(.unknownContig)
            case .otherAssembly(let stated): throw VariantNotationError(.otherAssembly(stated))
            case .notAPosition: throw VariantNotationError(.notAPosition)
            case .pastEnd: throw VariantNotationError(.pastEnd)
            case .reversed: throw VariantNotationError(.badRange)
            }
        }
    }

    /// One variant or one event, of which figures can be told.
    package var isSingle: Bool {
        switch self {
        case .variant, .event: true
        case .consequence, .events: false
        }
    }
}
