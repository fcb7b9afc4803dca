/// The code of a problem that is made from an error's own code.
package enum ProblemCode {
    /// The subject and the error's code with hyphens: `unknownField` after `question` is `question-unknown-field`, `notVCF` after `file` is
    /// `file-not-vcf`. A code that begins with the subject does not repeat it: `fileEmpty` after `file` is `file-empty`.
    package static func named(_ code: String, after subject: String) -> String {
        let words = hyphenated(code)
        return words.hasPrefix(subject + "-") ? words : subject + "-" + words
    }

    /// A capital begins a word, and capitals in a row are one.
    private static func hyphenated(_ code: String) -> String {
        let letters = Array(code)
        var text = ""
        for (place, letter) in letters.enumerated() {
            let followsCapital = place > 0 && letters[place - 1].isUppercase
            let precedesSmall = place + 1 < letters.count && letters[place + 1].isLowercase
            if letter.isUppercase, place > 0, !followsCapital || precedesSmall { text += "-" }
            text += letter.lowercased()
        }
        return text
    }
}
