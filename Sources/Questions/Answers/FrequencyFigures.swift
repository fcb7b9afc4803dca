package import StructuredText

/// A variant's counts in one cohort. Counts of alleles and of people add up over disjoint cohorts; nothing else here does.
package struct FrequencyFigures: Hashable, Sendable {
    /// AC: alternate alleles seen.
    package let alleleCount: Int
    /// AN: alleles that could have been seen.
    package let alleleNumber: Int
    package let heterozygous: Int
    package let homozygous: Int
    package let hemizygous: Int
    /// Distinct people with the variant.
    package let carriers: Int
    /// Distinct people with a call set whose assay covers the variant.
    package let covered: Int
    /// Distinct people of the cohort, covered or not.
    package let people: Int

    package init(
        alleleCount: Int, alleleNumber: Int, heterozygous: Int, homozygous: Int, hemizygous: Int, carriers: Int, covered: Int,
        people: Int
    ) {
        self.alleleCount = alleleCount
        self.alleleNumber = alleleNumber
        self.heterozygous = heterozygous
        self.homozygous = homozygous
        self.hemizygous = hemizygous
        self.carriers = carriers
        self.covered = covered
        self.people = people
    }

    package static let zero = FrequencyFigures(
        alleleCount: 0, alleleNumber: 0, heterozygous: 0, homozygous: 0, hemizygous: 0, carriers: 0, covered: 0, people: 0)

    /// AC / AN; nil where no allele could have been seen.
    package var alleleFrequency: Double? { alleleNumber > 0 ? Double(alleleCount) / Double(alleleNumber) : nil }

    package static func + (a: FrequencyFigures, b: FrequencyFigures) -> FrequencyFigures {
        FrequencyFigures(
            alleleCount: a.alleleCount + b.alleleCount, alleleNumber: a.alleleNumber + b.alleleNumber,
            heterozygous: a.heterozygous + b.heterozygous, homozygous: a.homozygous + b.homozygous,
            hemizygous: a.hemizygous + b.hemizygous, carriers: a.carriers + b.carriers, covered: a.covered + b.covered,
            people: a.people + b.people)
    }

    package var json: JSONValue {
        JSONValue(members: [
            ("ac", JSONValue(alleleCount)), ("an", JSONValue(alleleNumber)), ("af", JSONValue(alleleFrequency)),
            ("het", JSONValue(heterozygous)), ("hom", JSONValue(homozygous)), ("hemi", JSONValue(hemizygous)),
            ("carriers", JSONValue(carriers)), ("covered", JSONValue(covered)), ("people", JSONValue(people)),
        ])
    }
}
