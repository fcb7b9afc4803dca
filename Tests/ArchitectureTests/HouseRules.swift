/// The rules of the house style that a machine can hold.
enum HouseRules {
    /// Parts of the tree where unsafe pointers may be named: behind safe types that check bounds once.
    static let unsafeFolders = [
        "Sources/GenomeModel/Genotypes/CallBatch.swift",
        "Sources/GenomeModel/Variants/VariantKey.swift",
        "Sources/VariantFormats/HTSlib/",
        "Sources/VariantFormats/VCF/",
        "Sources/VariantStorage/Format/",
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
        guard !unsafeFolders.contains(where: { file.path.hasPrefix($0) }) else { return [] }
        return file.lines.compactMap { line, code in
            let isUnsafe = code.contains("Unsafe") || code.contains("unsafeBitCast") || code.contains("OpaquePointer")
            return isUnsafe ? Violation(file.path, line, "unsafe memory outside the folders for it") : nil
        }
    }

    /// Absolute paths of somebody's machine.
    static func machinePaths(_ file: SourceFile) -> [Violation] {
        file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            machinePaths.filter { path in
                guard let range = line.firstRange(of: path) else { return false }
                // `…/shared/work/` or `example.org/home/` are not absolute.
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
