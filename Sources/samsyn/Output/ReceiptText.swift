import GenomeModel
import Operations
import VariantFormats

/// The receipt of an added sheet as a person reads it.
enum ReceiptText {
    static func text(_ receipt: AddReceipt) -> String {
        var text = ""
        for file in receipt.files {
            text += "\(file.path)\n"
            text += "  \(file.records) records"
            if file.skippedRecords > 0 { text += ", \(file.skippedRecords) of them not indexed" }
            text += "; \(file.variants) variants, \(file.calls) calls stored"
            if file.outsideTargets > 0 { text += "; \(file.outsideTargets) calls outside the assay's targets left out" }
            text += "\n" + diagnostics(file.diagnostics)
            if file.callSets.count <= 10 {
                for (name, carried) in zip(file.callSets, file.carriers) { text += "  \(name): carries \(carried) variants\n" }
            } else {
                let least = file.carriers.min() ?? 0
                let most = file.carriers.max() ?? 0
                text += "  \(file.callSets.count) call sets, each carrying \(least) to \(most) variants\n"
            }
        }
        text +=
            receipt.isLeftAligned
            ? "Alleles are trimmed and left-aligned by the index's reference.\n"
            : "Alleles are trimmed only: the index has no reference, so indels are kept where the files put them.\n"
        let verb = receipt.isReplacement ? "Replaced" : "Added"
        text +=
            "\(verb) \(receipt.callSets) call sets: \(receipt.records) records, \(receipt.calls) calls, \(receipt.assembly.rawValue).\n"
        return text
    }

    static func diagnostics(_ list: [FormatDiagnostic]) -> String {
        var text = ""
        for diagnostic in list {
            let mark = diagnostic.severity == .fault ? "fault" : "note"
            text += "  \(mark): \(diagnostic.count) × \(diagnostic.message)"
            let places = diagnostic.places.prefix(3).map { "line \($0.line)" + ($0.field.isEmpty ? "" : " \($0.field)") }
            if !places.isEmpty { text += " (\(places.joined(separator: "; "))\(diagnostic.count > places.count ? "; …" : ""))" }
            text += " \(diagnostic.remedy)\n"
        }
        return text
    }
}
