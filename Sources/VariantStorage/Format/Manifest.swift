package import GenomeModel

/// What an index holds at one moment: the one small file that names everything else.
///
/// Text, a line a fact, fields separated by tabs, the last line the XXH64 of all lines before it. Replaced whole.
package struct Manifest: Equatable, Sendable {
    /// 1 where there are no structural segments: what version 1 can say is written as version 1.
    package static let formatVersion = 2
    /// The largest segment number that a reader accepts.
    static let numberLimit: UInt64 = 1 << 53

    package static let structuralFolder = "structural"

    /// An assay version: a name and the file of its targets.
    package struct Assay: Hashable, Sendable {
        package let number: UInt32
        package let name: String
        /// Nil for the whole genome.
        package let targets: Targets?
    }

    /// Identity of a targets file in `coverage/`.
    package struct Targets: Hashable, Sendable {
        /// XXH64 of the file's bytes, which is also its name.
        package let checksum: UInt64
        package var fileName: String { hexadecimal(checksum) + ".targets" }
    }

    package struct LiveSegment: Hashable, Sendable {
        package var content: SegmentContent = .variants
        package let origin: Origin
        package let number: UInt64
        package let length: Int
        package let checksum: UInt64
        /// Ordinals of call sets that no longer count, ascending.
        package var erased: [UInt32]
        /// Where files of its content and origin lie, inside the index's directory.
        package var folder: String { content == .events ? Manifest.structuralFolder : origin.rawValue }
        /// The path inside the index's directory.
        package var fileName: String {
            "\(folder)/\(padded(number)).segment"
        }
    }

    package let assembly: Assembly
    /// Path of the FASTA by which variants are left-aligned; nil where they are trimmed only.
    package let reference: String?
    /// The number of the next segment: never used twice.
    package var nextSegment: UInt64 = 1
    package var assays: [Assay] = []
    /// Of small variants.
    package var segments: [LiveSegment] = []
    /// Of copy-number and structural events.
    package var structural: [LiveSegment] = []

    package init(assembly: Assembly, reference: String?) {
        self.assembly = assembly
        self.reference = reference
    }

    package func assay(named name: String) -> Assay? { assays.first { $0.name == name } }

    package func encoded() -> [UInt8] {
        var text = "samsyn-index\t\(structural.isEmpty ? 1 : 2)\nassembly\t\(assembly.rawValue)\n"
        if let reference { text += "reference\t\(reference)\n" }
        text += "next\t\(nextSegment)\n"
        for assay in assays {
            text += "assay\t\(assay.number)\t\(assay.targets.map { hexadecimal($0.checksum) } ?? "genome")\t\(assay.name)\n"
        }
        for segment in segments + structural {
            let erased = segment.erased.map(String.init).joined(separator: ",")
            text += "\(segment.content.rawValue)\t\(segment.origin.rawValue)\t\(segment.number)\t\(segment.length)"
            text += "\t\(hexadecimal(segment.checksum))\t\(erased.isEmpty ? "-" : erased)\n"
        }
        let body = Array(text.utf8)
        return body + Array("end\t\(hexadecimal(Checksum.of(body)))\n".utf8)
    }
}

/// Sixteen digits.
func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}

/// At least ten digits, so that names sort as their numbers do.
func padded(_ number: UInt64) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
}
