/// The rules of the house style that a machine can hold.
enum HouseRules {
    /// Pointers without a length, and ways round the type system: behind safe types that check bounds once.
    static let barePointers = [
        "UnsafePointer", "UnsafeMutablePointer", "UnsafeRawPointer", "UnsafeMutableRawPointer", "OpaquePointer",
        "unsafeBitCast", "unsafelyUnwrapped", "nonisolated(unsafe)", "loadUnaligned",
    ]

    /// Where a bare pointer may be named. Files outside the folders are listed one by one: each that is added is a decision.
    static let barePointerPlaces = [
        "Sources/VariantFormats/HTSlib/",
        "Sources/VariantFormats/VCF/",
        // Files of consequences are mapped and read as segments are.
        "Sources/VariantStorage/Annotations/AnnotationFile.swift",
        "Sources/VariantStorage/Annotations/AnnotationLayout.swift",
        "Sources/VariantStorage/Annotations/AnnotationSource.swift",
        "Sources/VariantStorage/Annotations/DictionaryView.swift",
        "Sources/VariantStorage/Annotations/PostingView.swift",
        "Sources/VariantStorage/Coverage/TargetsFile.swift",
        "Sources/VariantStorage/FileSystem/",
        "Sources/VariantStorage/Format/",
        // They walk a segment's mapped bytes in the loops that the measurements are about.
        "Sources/VariantStorage/Merging/MergeWindow.swift",
        "Sources/VariantStorage/Reading/Segment.swift",
        "Sources/VariantStorage/Reading/VariantIndex+Lookup.swift",
        "Sources/VariantStorage/Reading/VariantIndex+Walk.swift",
        "Sources/VariantStorage/Structural/StructuralBlockView.swift",
        "Sources/VariantStorage/Structural/StructuralSegment.swift",
    ]

    /// Where borrowed buffers, which know their length, may be passed along. Elsewhere nothing unsafe is named.
    static let bufferPlaces = [
        "Sources/GenomeModel/", "Sources/VariantFormats/", "Sources/VariantStorage/",
        // What `write` of the C library takes.
        "Sources/samsyn/Output/Terminal.swift",
    ]

    // Written in two halves so that this file does not break the rules that it holds.
    private static let unfinished = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
    private static let abrupt = ["try" + "!", "fatal" + "Error(", "as" + "! "]
    private static let drawers = ["Util", "Helper", "Manager", "Impl"]
    private static let machinePaths = ["/ho" + "me/", "/Us" + "ers/", "/ro" + "ot/", "/wo" + "rk/"]

    /// Names that say nothing about what is inside.
    static func emptyNames(_ file: SourceFile) -> [Violation] {
        file.path.split(separator: "/").flatMap { part in
            drawers.filter { isWord($0, in: String(part)) }
                .map { Violation(file.path, 0, "is called \($0): name it after what it is") }
        }
    }

    /// Marks of unfinished work, and ways to end the process in the middle of it.
    static func unfinishedOrAbrupt(_ file: SourceFile) -> [Violation] {
        let marks = file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            unfinished.filter { isWord($0, in: String(line)) }.map { Violation(file.path, index + 1, "contains \($0)") }
        }
        let ends = file.lines.flatMap { line, code in
            abrupt.filter { code.contains($0) }.map { Violation(file.path, line, "contains \($0)") }
        }
        return marks + ends
    }

    static func strayUnsafe(_ file: SourceFile) -> [Violation] {
        let mayPoint = barePointerPlaces.contains { file.path.hasPrefix($0) }
        let mayBorrow = bufferPlaces.contains { file.path.hasPrefix($0) }
        return file.lines.compactMap { line, code in
            if !mayPoint, let pointer = barePointers.first(where: { names($0, in: code) }) {
                return Violation(file.path, line, "\(pointer) outside the places for it")
            }
            // GRDB's names for a read outside a transaction and for one of many calls, and NIO's for lending its threads, have nothing to do with memory.
            let memory = code.replacing(".unsafeRead ", with: "").replacing(".allowsUnsafeTransactions ", with: "").replacing(
                ".unsafeTryInstallSingletonPosixEventLoopGroupAsConcurrencyGlobalExecutor()", with: "")
            return !mayBorrow && (memory.contains("Unsafe") || memory.contains("unsafe"))
                ? Violation(file.path, line, "unsafe memory outside the places for it") : nil
        }
    }

    /// `UnsafePointer` is not named by `withUnsafePointerToSomething`, nor by `UnsafePointers`.
    private static func names(_ word: String, in code: String) -> Bool {
        code.ranges(of: word).contains { range in
            let before = range.lowerBound == code.startIndex ? nil : code[code.index(before: range.lowerBound)]
            let after = range.upperBound == code.endIndex ? nil : code[range.upperBound]
            return before.map { !$0.isLetter } ?? true && after.map { !$0.isLetter } ?? true
        }
    }

    /// Absolute paths of somebody's machine.
    static func machinePaths(_ file: SourceFile) -> [Violation] {
        file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            machinePaths.filter { path in
                guard let range = line.firstRange(of: path) else { return false }
                // `example.org/home/` is not absolute.
                return range.lowerBound == line.startIndex || !isPathLetter(line[line.index(before: range.lowerBound)])
            }
            .map { Violation(file.path, index + 1, "contains \($0), a path of one machine") }
        }
    }

    /// `word` beginning at a capital or the start, and not running on in lower case other than a plural.
    private static func isWord(_ word: String, in text: String) -> Bool {
        var rest = text[...]
        while let range = rest.firstRange(of: word) {
            let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
            let after = text[range.upperBound...].drop(while: { $0 == "s" || $0 == "r" || $0 == "i" || $0 == "e" }).first
            let startsAWord = before.map { !$0.isUppercase } ?? true
            let endsAWord = after.map { !$0.isLetter || $0.isUppercase } ?? true
            if startsAWord && endsAWord { return true }
            rest = text[range.upperBound...]
        }
        return false
    }

    private static func isPathLetter(_ letter: Character) -> Bool {
        letter.isLetter || letter.isNumber || "._-}".contains(letter)
    }
}
