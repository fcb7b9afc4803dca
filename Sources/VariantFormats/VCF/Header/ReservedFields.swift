/// The keys whose meaning the format fixes (VCF 4.1 and 4.2, sections 1.4.1 and 1.4.2), where the header may not say
/// otherwise. A nil kind is one on which the versions differ.
enum ReservedFields {
    struct Field: Sendable {
        let id: String
        let number: FieldDefinition.Number
        let kind: FieldDefinition.Kind?

        init(_ id: String, _ number: FieldDefinition.Number, _ kind: FieldDefinition.Kind?) {
            self.id = id
            self.number = number
            self.kind = kind
        }

        var definition: FieldDefinition? {
            kind.map { FieldDefinition(id: Array(id.utf8), number: number, kind: $0) }
        }
    }

    static let info: [Field] = [
        Field("AA", .fixed(1), .string), Field("AC", .alternates, .integer), Field("AF", .alternates, .float),
        Field("AN", .fixed(1), .integer), Field("BQ", .fixed(1), .float), Field("CIGAR", .alternates, .string),
        Field("DB", .fixed(0), .flag), Field("DP", .fixed(1), .integer), Field("END", .fixed(1), .integer),
        Field("H2", .fixed(0), .flag), Field("H3", .fixed(0), .flag), Field("MQ", .fixed(1), nil),
        Field("MQ0", .fixed(1), .integer), Field("NS", .fixed(1), .integer), Field("SOMATIC", .fixed(0), .flag),
        Field("VALIDATED", .fixed(0), .flag), Field("1000G", .fixed(0), .flag),
    ]

    static let format: [Field] = [
        Field("GT", .fixed(1), .string), Field("DP", .fixed(1), .integer), Field("EC", .alternates, .integer),
        Field("FT", .fixed(1), .string), Field("GL", .genotypes, .float), Field("GLE", .genotypes, .string),
        Field("GP", .genotypes, .float), Field("GQ", .fixed(1), .integer), Field("HQ", .fixed(2), .integer),
        Field("MQ", .fixed(1), .integer), Field("PL", .genotypes, .integer), Field("PQ", .fixed(1), .integer),
        Field("PS", .fixed(1), .integer),
    ]

    /// Keys of INFO that cannot be negative.
    static let unsignedInfo: [String] = ["AC", "AF", "AN", "DP", "END", "MQ0", "NS"]
}
