internal import ClinicalModel
internal import GenomeModel
internal import HTTPTypes
internal import Operations
internal import Questions
internal import StructuredText

/// How often a variant is seen: in the nation, by region, and by sex, kind of analysis and origin where that is asked.
enum VariantOperations {
    static let all = [variant]

    /// What a variant's figures can be broken down by.
    private enum Breakdown: String, CaseIterable {
        case sex
        case assayKind = "assay-kind"
        case origin

        var conditions: [(value: String, condition: Condition)] {
            switch self {
            case .sex: Sex.allCases.map { ($0.rawValue, .sex([$0])) }
            case .assayKind: AssayVersion.Kind.allCases.map { ($0.rawValue, .assayKind([$0])) }
            case .origin: Origin.allCases.map { ($0.rawValue, .origin([$0])) }
            }
        }
    }

    private static let variant = APIOperation(
        "variant-frequency", .get, "/api/v1/variants/{variant}", .search,
        sv: "Hur ofta ses varianten, i varje region och i landet?",
        en: "How often is the variant seen, in each region and nationally?",
        outcomes: [
            .init(
                .ok, "The figures, with each region's state.",
                .object([
                    .init("assembly", .words(Assembly.self)), .init("answer", .answer),
                    .init(
                        "breakdown",
                        .list(
                            .object([
                                .init("by", .words(Breakdown.allCases.map(\.rawValue))), .init("value", .text),
                                .init("answer", .answer),
                            ]))),
                ])),
            .init(.notModified, "The asker has the answer already: nothing has been published since."),
        ]
    ) { call in
        let text = call.parameter("variant") ?? ""
        let terms = try call.terms()
        let regions = try call.node.asking(terms.scope, by: terms.actor)
        var whole = try call.asked(Question(.frequency(text)), process: "variant")
        // Before anybody is asked: a region that is far away would only say the same.
        try check(text, whole.assembly)
        let answer = try await regions.run(whole).answer
        var breakdown: [JSONValue] = []
        let asked = Set(call.parameters["by"]?.array?.compactMap(\.string) ?? [])
        for part in Breakdown.allCases where asked.contains(part.rawValue) {
            for (value, condition) in part.conditions {
                whole.question = Question(.frequency(text), .condition(condition))
                breakdown.append([
                    "by": JSONValue(.string(part.rawValue)), "value": JSONValue(.string(value)),
                    "answer": try await regions.run(whole).answer.json(in: call.language),
                ])
            }
        }
        let json: JSONValue = [
            "assembly": JSONValue(.string(whole.assembly.rawValue)), "answer": answer.json(in: call.language),
            "breakdown": JSONValue(breakdown),
        ]
        return call.taggedAnswer(json, identity: json.without("elapsed_ms"))
    }
    .with(
        \.parameters,
        [
            .path(
                "variant", .text(.init(lengths: 1...1000, example: "17-43093464-G-A")),
                "VCF style (17-43093464-G-A), SPDI, HGVS g. or m., or a VariantKey."),
            .query("assembly", .assembly, "What the variant is written against."),
            .query(
                "by", .list(.words(Breakdown.allCases.map(\.rawValue)), limit: 3),
                "Broken down by these, separated by commas: \(Breakdown.allCases.map(\.rawValue).joined(separator: ", "))."),
        ]
    )
    .with(\.problems, [.unprocessableContent])

    private static func check(_ text: String, _ assembly: Assembly) throws {
        do throws(VariantNotationError) {
            _ = try VariantNotation.parse(text, assembly: assembly)
        } catch {
            throw AskedQuestionError.variant(error)
        }
    }
}

extension JSONValue {
    /// The value without the members of this name, at any depth.
    func without(_ name: String) -> JSONValue {
        switch content {
        case .array(let values): JSONValue(values.map { $0.without(name) })
        case .object(let members):
            JSONValue(members: members.filter { $0.name != name }.map { ($0.name, $0.value.without(name)) })
        case .null, .bool, .number, .string: self
        }
    }
}
