internal import ClinicalModel
internal import GenomeModel
internal import Questions
internal import StructuredText

extension BeaconEntryWriter {
    /// The variation as VRS 1.3 places it, 0-based and half-open, with the alleles as VCF has them.
    func json(_ one: VariantEntry) -> JSONValue {
        let variant = one.variant
        let variation = JSONValue(members: [
            ("variantType", JSONValue(.string(BeaconEntryWriter.type(variant)))),
            ("referenceBases", JSONValue(.string(variant.reference))),
            ("alternateBases", JSONValue(.string(variant.alternate))),
            ("location", location(variant.contig, Int(variant.position.value) - 1, Int(variant.lastPosition))),
        ])
        // An insertion or deletion has no HGVS name without the bases around it.
        let name = try? variant.hgvs(assembly, reference: nil)
        return JSONValue(members: [
            ("variantInternalId", JSONValue(.string(BeaconVariantQuery.identifier(variant, assembly)))),
            ("variation", variation),
            ("identifiers", name.map { JSONValue(members: [("genomicHGVSId", JSONValue(.string($0)))]) }),
            ("molecularAttributes", attributes(one.annotations)),
            ("frequencyInPopulations", frequencies(one.figures, one.region)),
        ])
    }

    /// 0-based and half-open.
    private func location(_ contig: Contig, _ start: Int, _ end: Int) -> JSONValue {
        func number(_ value: Int) -> JSONValue {
            JSONValue(members: [("type", "Number"), ("value", JSONValue(value))])
        }
        return JSONValue(members: [
            ("type", "SequenceLocation"),
            ("sequence_id", JSONValue(.string("refseq:" + assembly.refSeqAccession(of: contig)))),
            (
                "interval",
                JSONValue(members: [("type", "SequenceInterval"), ("start", number(start)), ("end", number(end))])
            ),
        ])
    }

    /// Genes, effects and changes of amino acids of all transcripts, those of the transcript to show first.
    private func attributes(_ annotations: [VariantAnnotation]) -> JSONValue? {
        let shown = annotations.compactMap(\.shown)
        let all = shown + annotations.flatMap(\.consequences)
        guard !all.isEmpty else { return nil }
        func each(_ values: [String]) -> [String] {
            var seen: Set<String> = []
            return values.filter { !$0.isEmpty && seen.insert($0).inserted }
        }
        let terms = each(all.flatMap(\.terms).map(\.rawValue)).compactMap { term in
            ConsequenceTerm(rawValue: term).sequenceOntology.map { BeaconEntryWriter.term($0, term) }
        }
        let changes = each(all.map { $0.hgvsProtein.split(separator: ":").last.map(String.init) ?? "" })
        return JSONValue(members: [
            ("geneIds", JSONValue(each(all.map(\.feature.geneSymbol)))), ("molecularEffects", JSONValue(terms)),
            ("aminoacidChanges", JSONValue(changes)),
        ])
    }

    // MARK: Structural events

    /// A span as its bases, an insertion and a breakend as the place between two bases. A second breakend stands in `info`.
    func json(_ one: EventEntry) -> JSONValue {
        let event = one.event
        let start = Int(event.first.position.value) - (event.kind.hasSpan ? 1 : 0)
        let variation = JSONValue(members: [
            ("variantType", JSONValue(.string(event.kind.symbol))), ("referenceBases", ""), ("alternateBases", "."),
            (
                "location",
                location(event.first.contig, start, event.kind.hasSpan ? Int(event.second.position.value) : start)
            ),
        ])
        let mate = event.kind == .adjacency ? Int(event.second.position.value) : nil
        let info = JSONValue(members: [
            ("length", event.length.map { JSONValue(Int($0)) }),
            ("mate", mate.map { location(event.second.contig, $0, $0) }),
            ("genes", event.genes.map { JSONValue([$0.first, $0.second].compactMap { $0 }) }),
        ])
        return JSONValue(members: [
            ("variantInternalId", JSONValue(.string(BeaconVariantQuery.identifier(event, assembly)))),
            ("variation", variation), ("frequencyInPopulations", frequencies(one.figures, one.region)), ("info", info),
        ])
    }

    private static func type(_ variant: Variant) -> String {
        let (reference, alternate) = (variant.reference.utf8.count, variant.alternate.utf8.count)
        return reference == alternate ? (reference == 1 ? "SNP" : "MNP") : reference < alternate ? "INS" : "DEL"
    }

    private func frequencies(_ figures: FrequencyFigures, _ region: RegionCode) -> JSONValue? {
        guard let frequency = figures.alleleFrequency else { return nil }
        let population = JSONValue(members: [
            ("population", BeaconEntryWriter.setName(region)), ("alleleFrequency", JSONValue(frequency)),
            ("alleleCount", JSONValue(figures.alleleCount)), ("alleleNumber", JSONValue(figures.alleleNumber)),
            ("alleleCountHomozygous", JSONValue(figures.homozygous)),
            ("alleleCountHeterozygous", JSONValue(figures.heterozygous)),
            ("alleleCountHemizygous", JSONValue(figures.hemizygous)), ("carriers", JSONValue(figures.carriers)),
        ])
        return JSONValue([
            JSONValue(members: [
                ("source", JSONValue(.string(source))),
                ("sourceReference", JSONValue(.string("urn:samsyn:region:" + region.description))),
                ("frequencies", JSONValue([population])),
            ])
        ])
    }
}
