internal import GenomeModel

extension Manifest {
    /// Reads a manifest's bytes. Throws where the checksum or a line is wrong: a manifest is never believed in part.
    package init(parsing bytes: [UInt8], place: String) throws(StorageError) {
        let syntax = StorageError(.damaged(.manifestSyntax), place: place)
        let endLength = "end\t0123456789abcdef\n".utf8.count
        guard bytes.starts(with: "samsyn-index\t".utf8), bytes.count > endLength else { throw syntax }
        let body = Array(bytes[..<(bytes.count - endLength)])
        let last = bytes[(bytes.count - endLength)...]
        let expected = Array("end\t\(hexadecimal(Checksum.of(body)))\n".utf8)
        guard last.elementsEqual(expected) else { throw StorageError(.damaged(.manifestChecksum), place: place) }
        guard let text = String(validating: body, as: UTF8.self) else { throw syntax }

        var lines = text.split(separator: "\n", omittingEmptySubsequences: true)[...]
        func fields(_ line: Substring) -> [Substring] { line.split(separator: "\t", omittingEmptySubsequences: false) }
        guard let first = lines.popFirst().map(fields), first.count == 2, let version = Int(first[1]) else { throw syntax }
        guard (1...Manifest.formatVersion).contains(version) else { throw StorageError(.newerFormat(version), place: place) }
        guard let second = lines.popFirst().map(fields), second.count == 2, second[0] == "assembly",
            let assembly = Assembly(rawValue: String(second[1]))
        else { throw syntax }
        var reference: String?
        if let line = lines.first.map(fields), line.count == 2, line[0] == "reference" {
            reference = String(line[1])
            lines.removeFirst()
        }
        self.init(assembly: assembly, reference: reference)
        // The bounds leave room to count on: a number at its type's end would trap the next writer.
        guard let next = lines.popFirst().map(fields), next.count == 2, next[0] == "next", let number = UInt64(next[1]),
            (1...Manifest.numberLimit).contains(number)
        else { throw syntax }
        nextSegment = number
        for line in lines {
            let parts = fields(line)
            switch parts[0] {
            case "assay":
                guard parts.count == 4, let number = UInt32(parts[1]), number <= UInt32.max / 2 else { throw syntax }
                var targets: Targets?
                if parts[2] != "genome" {
                    guard let checksum = UInt64(parts[2], radix: 16) else { throw syntax }
                    targets = Targets(checksum: checksum)
                }
                assays.append(Assay(number: number, name: String(parts[3]), targets: targets))
            case "segment", "structural":
                guard let content = SegmentContent(rawValue: String(parts[0])), content == .variants || version > 1 else {
                    throw syntax
                }
                guard parts.count == 6, let origin = Origin(rawValue: String(parts[1])), let number = UInt64(parts[2]),
                    let length = Int(parts[3]), let checksum = UInt64(parts[4], radix: 16)
                else { throw syntax }
                var erased: [UInt32] = []
                if parts[5] != "-" {
                    for part in parts[5].split(separator: ",") {
                        guard let ordinal = UInt32(part), erased.last.map({ $0 < ordinal }) ?? true else { throw syntax }
                        erased.append(ordinal)
                    }
                }
                let segment = LiveSegment(
                    content: content, origin: origin, number: number, length: length, checksum: checksum, erased: erased)
                if content == .variants { segments.append(segment) } else { structural.append(segment) }
            default: throw syntax
            }
        }
        let files = segments + structural
        guard Set(files.map(\.number)).count == files.count, files.allSatisfy({ $0.number < nextSegment }),
            version == 1 || !structural.isEmpty,
            Set(assays.map(\.number)).count == assays.count, Set(assays.map(\.name)).count == assays.count
        else { throw syntax }
    }
}
