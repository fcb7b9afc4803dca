internal import GenomeModel

/// The dictionary of an open annotation file, read where it lies. It does not keep the memory alive: its file does.
struct DictionaryView {
    private let ends: UnsafePointer<UInt32>
    private let order: UnsafePointer<UInt32>
    private let features: UnsafePointer<UInt32>
    private let bytes: UnsafeRawPointer
    let stringCount: Int
    let featureCount: Int

    /// Nil where lengths or numbers lead outside: proved here once, so that reading is unchecked.
    init?(_ part: UnsafeRawBufferPointer, strings: Int, features count: Int) {
        let head = 8 * strings + AnnotationDictionary.featureLength * count
        guard strings >= 1, head <= part.count, let base = part.baseAddress else { return nil }
        ends = base.assumingMemoryBound(to: UInt32.self)
        order = ends + strings
        features = order + strings
        bytes = base + head
        stringCount = strings
        featureCount = count
        var last = 0
        for number in 0..<strings {
            let end = Int(UInt32(littleEndian: ends[number]))
            guard end >= last, Int(UInt32(littleEndian: order[number])) < strings else { return nil }
            last = end
        }
        guard Int(UInt32(littleEndian: ends[0])) == 0, head + last <= part.count, part.count - head - last < 8,
            part[(head + last)...].allSatisfy({ $0 == 0 })
        else { return nil }
        for feature in 0..<count {
            for field in 0..<9 where field != 6 {
                guard self.field(feature, field) < strings else { return nil }
            }
            guard self.field(feature, 6) < 256, marks(feature).isKnown else { return nil }
        }
    }

    private func field(_ feature: Int, _ field: Int) -> Int { Int(UInt32(littleEndian: features[9 * feature + field])) }

    private func marks(_ feature: Int) -> TranscriptFeature.Marks {
        TranscriptFeature.Marks(rawValue: UInt8(truncatingIfNeeded: self.field(feature, 6)))
    }

    func text(_ number: Int) -> UnsafeRawBufferPointer {
        let start = number == 0 ? 0 : Int(UInt32(littleEndian: ends[number - 1]))
        return UnsafeRawBufferPointer(start: bytes + start, count: Int(UInt32(littleEndian: ends[number])) - start)
    }

    func string(_ number: UInt32) -> String { String(decoding: text(Int(number)), as: UTF8.self) }

    /// The string's number; nil where the file has none. Cost: a binary search.
    func number(_ string: String) -> UInt32? {
        let bytes = Array(string.utf8)
        return bytes.withUnsafeBytes { wanted in
            var (low, high) = (0, stringCount)
            while low < high {
                let middle = (low + high) / 2
                if precedes(text(Int(UInt32(littleEndian: order[middle]))), wanted) { low = middle + 1 } else { high = middle }
            }
            guard low < stringCount else { return nil }
            let number = UInt32(littleEndian: order[low])
            return text(Int(number)).elementsEqual(wanted) ? number : nil
        }
    }

    private func precedes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        left.lexicographicallyPrecedes(right)
    }

    /// Whether the strings differ and stand in their order.
    var isSorted: Bool {
        (1..<max(stringCount, 1)).allSatisfy { place in
            precedes(
                text(Int(UInt32(littleEndian: order[place - 1]))), text(Int(UInt32(littleEndian: order[place]))))
        }
    }

    func symbol(_ feature: UInt32) -> UInt32 { UInt32(self.field(Int(feature), 0)) }
    func geneID(_ feature: UInt32) -> UInt32 { UInt32(self.field(Int(feature), 2)) }
    func usualCoding(_ feature: UInt32) -> UInt32 { UInt32(self.field(Int(feature), 7)) }
    func usualProtein(_ feature: UInt32) -> UInt32 { UInt32(self.field(Int(feature), 8)) }

    func feature(_ number: UInt32) -> TranscriptFeature {
        func text(_ field: Int) -> String { string(UInt32(self.field(Int(number), field))) }
        return TranscriptFeature(
            geneSymbol: text(0), hgncID: text(1), geneID: text(2), type: text(3), identifier: text(4), biotype: text(5),
            marks: marks(Int(number)))
    }
}
