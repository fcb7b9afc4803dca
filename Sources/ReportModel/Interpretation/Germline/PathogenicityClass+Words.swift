extension PathogenicityClass {
    /// The class that a text names in Swedish or English, or as laboratories number it; nil for any other text.
    package init?(_ text: some StringProtocol) {
        let words = text.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: " ")
        guard let found = PathogenicityClass.words.first(where: { $0.1.contains(words) }) else { return nil }
        self = found.0
    }

    private static let words: [(PathogenicityClass, Set<String>)] = [
        (.pathogenic, ["pathogenic", "patogen", "klass 5", "class 5"]),
        (
            .likelyPathogenic,
            ["likely pathogenic", "trolig patogen", "troligen patogen", "sannolikt patogen", "klass 4", "class 4"]
        ),
        (
            .uncertain,
            [
                "vus", "uncertain", "uncertain significance", "oklar signifikans", "oklar betydelse", "osäker", "klass 3",
                "class 3",
            ]
        ),
        (.likelyBenign, ["likely benign", "trolig benign", "troligen benign", "sannolikt benign", "klass 2", "class 2"]),
        (.benign, ["benign", "klass 1", "class 1"]),
    ]
}
