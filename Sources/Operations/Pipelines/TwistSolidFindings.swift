internal import ClinicalModel
internal import GenomeModel
internal import ReportModel
internal import StructuredText

/// Reads the reports of a GMS560 (Twist_Solid) folder into findings. Pure: texts in, findings out.
///
/// Columns after the pipeline's own scripts (`cnv_report.py`, `report_fusions.py`, `filter_report_fuseq_wes.py`, `extract_gis_score.py`)
/// and hydra-genetics/biomarker (`tmb.py`, `fix_scarhrd_output.py`); read by their names.
struct TwistSolidFindings {
    let caseName: String
    let specimen: String
    let callSet: String
    let details: PipelineDetails
    /// The pathologist's estimate, with which copies were corrected.
    let tumourCellContent: Double?

    // MARK: Biomarkers

    /// `TMB:` and the number, in the first lines of `S_T.TMB.txt`. Mutations per million bases.
    func tmb(_ text: String, _ name: String) throws(PipelineError) -> Finding {
        for line in text.split(whereSeparator: \.isNewline).prefix(4) {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: true)
            guard parts.count >= 2, parts[0] == "TMB:" || parts[0] == "nsSNV TMB:" else { continue }
            return try measured(.tmb, Double(parts[1]), "1/1000000", "tmb", "hydra-genetics tmb.py", name)
        }
        throw PipelineError(.badValue, place: name, detail: "TMB")
    }

    /// The share of unstable sites in percent: the column `%` of MSIsensor-pro.
    func msi(_ text: String, isFiltered: Bool, _ name: String) throws(PipelineError) -> Finding {
        let table = PipelineTable(text, name: name)
        guard let row = table.rows.first else { throw PipelineError(.badValue, place: name, detail: "%") }
        return try measured(
            .msi, table.number(row, "%"), "%", isFiltered ? "msi-filtered" : "msi", "MSIsensor-pro", name)
    }

    /// `predicted_gis` of newer versions, else scarHRD's sum. Nil where the pipeline could not compute one.
    func hrd(_ text: String, _ name: String) throws(PipelineError) -> Finding? {
        let table = PipelineTable(text, name: name)
        guard let row = table.rows.first else { throw PipelineError(.badValue, place: name, detail: "predicted_gis") }
        guard let score = try table.number(row, "predicted_gis", "HRD-score") else { return nil }
        return try measured(
            .hrd, score, "{score}", "hrd", row.values["predicted_gis"] == nil ? "scarHRD" : "predicted GIS", name)
    }

    private func measured(
        _ marker: BiomarkerFinding.Marker, _ number: Double?, _ unit: String, _ cutOff: String, _ caller: String, _ name: String
    ) throws(PipelineError) -> Finding {
        let limit = CutOff.gms560.first { $0.name == cutOff && $0.unit == unit }
        guard let number, let value = MeasuredValue(number, unit: unit),
            let finding = BiomarkerFinding(marker: marker, result: .measured(value), cutOff: limit)
        else { throw PipelineError(.badValue, place: name, detail: cutOff) }
        let kind = cutOff.hasPrefix("msi") ? "MSI" : cutOff.uppercased()
        return make(kind, .biomarker(finding), caller: caller)
    }

    // MARK: Copy numbers

    /// One finding a row that has a place; the remarks name the others, such as 1p/19q, which the report gives without one.
    func copyNumbers(_ text: String, _ name: String) throws(PipelineError) -> (findings: [Finding], remarks: [String]) {
        let table = PipelineTable(text, name: name)
        var (findings, remarks, names) = ([Finding](), [String](), UniqueNames())
        for row in table.rows {
            let genes = try table.required(row, "gene(s)", "genes")?.split(separator: ",").map { String($0) } ?? []
            let callers = table.value(row, "callers", "caller") ?? ""
            guard let chromosome = try table.required(row, "chrom"), let region = try table.required(row, "region") else {
                remarks.append("\(name), line \(row.line): \(genes.joined(separator: ",")) has no place and is left out")
                continue
            }
            let ends = region.split(separator: "-").compactMap { Int($0) }
            guard let contig = Contig(name: chromosome), ends.count == 2, let first = Position(ends[0]),
                let last = Position(ends[1]),
                let interval = Interval(contig: contig, first: first, last: last)
            else { throw PipelineError(.badValue, place: "\(name), line \(row.line)", detail: "region") }
            let copies = try table.number(row, "copy_number", "cn")
            guard
                let finding = CopyNumberFinding(
                    assembly: details.assembly, interval: interval, kind: kind(copies), genes: genes, copies: copies,
                    tumourCellContent: tumourCellContent)
            else { throw PipelineError(.badValue, place: "\(name), line \(row.line)", detail: "copy_number") }
            findings.append(
                make(
                    names.next("CN-\(genes.first ?? interval.contig.name)-\(callers)"), .copyNumber(finding), caller: callers))
        }
        return (findings, remarks)
    }

    /// More or fewer than two by itself; an amplification or a homozygous deletion only by the laboratory's own limits.
    private func kind(_ copies: Double?) -> CopyNumberFinding.Kind {
        guard let copies else { return .copyNeutralLOH }
        if let limit = details.copyLimits.amplification, copies >= limit { return .amplification }
        if let limit = details.copyLimits.homozygousDeletion, copies <= limit { return .homozygousDeletion }
        return copies > 2 ? .gain : copies < 2 ? .loss : .copyNeutralLOH
    }

    // MARK: Fusions

    /// FuSeq-WES, from DNA: `fusion` is `EML4--ALK`, a break is a stretch of which the first base is taken.
    func dnaFusions(_ text: String, _ name: String) throws(PipelineError) -> (findings: [Finding], remarks: [String]) {
        let table = PipelineTable(text, name: name)
        var (findings, remarks, names) = ([Finding](), [String](), UniqueNames())
        for row in table.rows {
            let genes = try (table.required(row, "fusion") ?? "").split(separator: "--").map { String($0) }
            guard genes.count == 2 else { throw PipelineError(.badValue, place: "\(name), line \(row.line)", detail: "fusion") }
            let (first, second) = (try table.required(row, "break_point1"), try table.required(row, "break_point2"))
            guard let first, let second else {
                remarks.append("\(name), line \(row.line): \(genes[0])::\(genes[1]) has no breaks and is left out")
                continue
            }
            let finding = StructuralFinding(
                assembly: details.assembly, kind: .fusion, level: .dna, first: try place(first, genes[0], name, row.line),
                second: try place(second, genes[1], name, row.line),
                supportingReads: try table.number(row, "support").map { Int($0) })
            guard let finding else { throw PipelineError(.badValue, place: "\(name), line \(row.line)", detail: "fusion") }
            findings.append(make(names.next("FD-\(genes[0])-\(genes[1])"), .structural(finding), caller: "FuSeq-WES"))
        }
        return (findings, remarks)
    }

    /// Arriba, STAR-Fusion and FusionCatcher, from RNA, as the pipeline joins them.
    func rnaFusions(_ text: String, specimen: String, _ name: String) throws(PipelineError) -> [Finding] {
        let table = PipelineTable(text, name: name)
        var (findings, names) = ([Finding](), UniqueNames())
        for row in table.rows {
            guard let five = try table.required(row, "gene1"), let three = try table.required(row, "gene2"),
                let first = try table.required(row, "breakpoint1"), let second = try table.required(row, "breakpoint2")
            else { throw PipelineError(.badValue, place: "\(name), line \(row.line)", detail: "gene1") }
            let effect = (table.value(row, "predicted_effect") ?? "").lowercased()
            let reads =
                try row.values["All_total_supporting_reads"] == nil
                ? table.number(row, "total_supporting_reads") : table.number(row, "All_total_supporting_reads")
            let finding = StructuralFinding(
                assembly: details.assembly, kind: .fusion, level: .rna,
                first: try place(first, five, name, row.line, exon: table.value(row, "exon1")),
                second: try place(second, three, name, row.line, exon: table.value(row, "exon2")),
                isInFrame: frame(effect), supportingReads: reads.map { Int($0) })
            guard let finding else { throw PipelineError(.badValue, place: "\(name), line \(row.line)", detail: "gene1") }
            findings.append(
                make(
                    names.next("FR-\(five)-\(three)"), .structural(finding), caller: table.value(row, "callers", "caller"),
                    kind: .rnaSequencing, specimen: specimen))
        }
        return findings
    }

    /// `in-frame` (Arriba, FusionCatcher) and `INFRAME` (STAR-Fusion), of several callers joined by commas; nil where they disagree or do not say.
    private func frame(_ effect: String) -> Bool? {
        let words = Set(effect.split { $0 == "," || $0 == " " }.map(String.init))
        let isIn = !words.isDisjoint(with: ["in-frame", "inframe"])
        let isOut = !words.isDisjoint(with: ["out-of-frame", "frameshift"])
        return isIn == isOut ? nil : isIn
    }

    private func place(
        _ text: String, _ gene: String, _ name: String, _ line: Int, exon: String? = nil
    ) throws(PipelineError) -> ReportModel.Breakpoint {
        let parts = text.split(separator: ":")
        guard parts.count >= 2, let contig = Contig(name: parts[0]), let number = parts[1].split(separator: "-").first,
            let position = Int(number).flatMap({ Position($0) })
        else { throw PipelineError(.badValue, place: "\(name), line \(line)", detail: "breakpoint") }
        return ReportModel.Breakpoint(contig: contig, position: position, gene: gene, location: exon)
    }

    private func make(
        _ name: String, _ content: Finding.Content, caller: String?, kind: FindingMethod.Kind = .dnaPanel, specimen: String? = nil
    ) -> Finding {
        Finding(
            identifier: UniqueNames.plain("\(caseName)-\(name)"), content: content,
            method: FindingMethod(
                kind: kind, name: details.assayName, version: details.assayVersion, laboratory: details.laboratory,
                caller: caller.flatMap { $0.isEmpty ? nil : $0 }),
            callSet: kind == .dnaPanel ? callSet : nil, specimen: specimen ?? self.specimen, date: details.analysed)
    }
}

/// Identifiers that stay the same from one run to the next: the same finding in another file takes the earlier one's place.
struct UniqueNames {
    private var times: [String: Int] = [:]

    /// The name, with a number from its second time on.
    mutating func next(_ name: String) -> String {
        times[name, default: 0] += 1
        return times[name] == 1 ? name : "\(name)-\(times[name] ?? 0)"
    }

    /// Only letters, digits and `.`, `_`, `-`, at most a hundred.
    static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                    return isPlain || ".-_".unicodeScalars.contains(scalar) ? scalar : "-"
                }
            ).prefix(100))
    }
}
