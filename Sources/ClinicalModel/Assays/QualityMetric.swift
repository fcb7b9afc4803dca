/// One measured property of a call set, such as mean coverage.
package struct QualityMetric: Hashable, Sendable {
    /// Lower-case words joined by hyphens: `mean-coverage`, `contamination`.
    package let name: String
    package let value: Double
    /// UCUM, or `1` for a pure number.
    package let unit: String

    package init(name: String, value: Double, unit: String) {
        self.name = name
        self.value = value
        self.unit = unit
    }
}
