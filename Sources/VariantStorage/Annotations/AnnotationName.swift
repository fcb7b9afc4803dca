/// The name of an annotation file: `HHHHHHHHHHHHHHHH.first-last.annotation`, the checksum of the version, and the numbers of
/// the additions that it holds, in decimal, zero-padded to ten digits.
///
/// A file replaces every other of its version whose numbers lie among its own: so a merge is seen whole with the one rename that
/// gives its file a name, whatever of the old ones a crash leaves.
struct AnnotationName: Hashable {
    static let ending = ".annotation"
    static let draftEnding = ".draft"

    let source: String
    let numbers: ClosedRange<UInt64>

    var text: String {
        "\(source).\(padded(numbers.lowerBound))-\(padded(numbers.upperBound))\(AnnotationName.ending)"
    }

    init(source: String, numbers: ClosedRange<UInt64>) {
        self.source = source
        self.numbers = numbers
    }

    /// Nil for any other name.
    init?(_ text: String) {
        guard text.hasSuffix(AnnotationName.ending) else { return nil }
        let parts = text.dropLast(AnnotationName.ending.count).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let numbers = parts[1].split(separator: "-", omittingEmptySubsequences: false).compactMap { UInt64($0) }
        guard numbers.count == 2, numbers[0] <= numbers[1], numbers[1] < .max else { return nil }
        self.init(source: String(parts[0]), numbers: numbers[0]...numbers[1])
        guard self.text == text else { return nil }
    }

    func replaces(_ other: AnnotationName) -> Bool {
        self != other && source == other.source && numbers.lowerBound <= other.numbers.lowerBound
            && other.numbers.upperBound <= numbers.upperBound
    }

    static func all(in directory: String) -> [AnnotationName] {
        listDirectory(directory).compactMap { AnnotationName($0) }
    }

    /// Those that no other replaces, by version and number.
    static func live(in directory: String) -> [AnnotationName] {
        let all = all(in: directory)
        return all.filter { name in !all.contains { $0.replaces(name) } }
            .sorted { ($0.source, $0.numbers.lowerBound) < ($1.source, $1.numbers.lowerBound) }
    }
}
