internal import AccessModel
internal import StructuredText

/// One purpose under two regimes, line by line.
struct PurposeComparison {
    let difference: RegimeDifference
    let language: Language

    var value: PageValue {
        let parts = difference.parts
        return [
            "id": .text(difference.purpose.rawValue), "title": .text(difference.right.title.text(language)),
            "differs": .flag(!parts.isEmpty),
            "differsText": .text(language(sv: "Skiljer sig", en: "Differs")),
            "isOff": .flag(!difference.isLeftInForce),
            "offText": .text(language(sv: "Gäller inte i dag", en: "Not in force today")),
            "lines": [
                line(
                    language(sv: "Gäller", en: "In force"), parts.contains(.force),
                    difference.left.force.text(isInForce: difference.isLeftInForce, language),
                    difference.purpose, isRight: difference),
                line(
                    language(sv: "Grund", en: "Basis"), parts.contains(.basis), basis(difference.left), basis(difference.right)),
                line(
                    language(sv: "Beslutar", en: "Decides"), parts.contains(.decider), difference.left.decides.text(language),
                    difference.right.decides.text(language)),
                line(
                    language(sv: "Krav", en: "Prerequisites"), parts.contains(.prerequisites), requirements(difference.left),
                    requirements(difference.right)),
                line(
                    language(sv: "Högst", en: "At most"), parts.contains(.highest), highest(difference.left),
                    highest(difference.right)),
                line(
                    language(sv: "Roller", en: "Roles"), parts.contains(.roles), roles(difference.left), roles(difference.right)),
            ],
        ]
    }

    private func line(
        _ name: String, _ differs: Bool, _ left: String, _ purpose: Purpose, isRight difference: RegimeDifference
    ) -> PageValue {
        var right = difference.right.force.text(isInForce: difference.isRightInForce, language)
        if difference.isRightInForce, !difference.isLeftInForce, difference.left.force == .proposed {
            right = language(sv: "Gäller, om förslaget antas", en: "In force, if the proposal is adopted")
        }
        // A kind of data that opens later than the rest has a date of its own.
        let later = difference.right.dataKinds.sorted { $0.key < $1.key }.map { kind, force in
            let day = force.date.map { DateText.day($0, language) } ?? language(sv: "förslag", en: "proposed")
            return language(sv: "\(kind.name.sv) från \(day)", en: "\(kind.name.en) from \(day)")
        }
        return line(name, differs, left, ([right] + later).joined(separator: "; "))
    }

    private func line(_ name: String, _ differs: Bool, _ left: String, _ right: String) -> PageValue {
        ["name": .text(name), "differs": .flag(differs), "left": .text(left), "right": .text(right)]
    }

    private func basis(_ rule: PurposeRule) -> String { rule.basis.text.text(language) + " " + rule.basis.reference + "." }

    private func requirements(_ rule: PurposeRule) -> String {
        rule.requirements.isEmpty
            ? language(sv: "Inga", en: "None")
            : rule.requirements.map { $0.prerequisite.title.text(language) }.joined(separator: ", ")
    }

    private func highest(_ rule: PurposeRule) -> String {
        var parts = Recipient.allCases.compactMap { recipient in
            rule.highest[recipient].map { "\(recipient.name.text(language)): \($0.name.text(language))" }
        }
        if let wider = rule.wider {
            parts.append(
                language(sv: "laboratoriets roller: ", en: "the laboratory's roles: ") + wider.granularity.name.text(language))
        }
        return parts.isEmpty ? language(sv: "Ingenting", en: "Nothing") : parts.joined(separator: "; ")
    }

    private func roles(_ rule: PurposeRule) -> String {
        Actor.Role.allCases.filter(rule.roles.contains).map { $0.title.text(language) }.joined(separator: ", ")
    }
}
