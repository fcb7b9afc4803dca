internal import StructuredText

extension SubmissionReceipt.StructuralFigures {
    var json: JSONValue {
        [
            "alleles": JSONValue(alleles), "events": JSONValue(events), "joinedMates": JSONValue(joinedMates),
            "setAside": JSONValue(setAside), "calls": JSONValue(calls), "outsideTargets": JSONValue(outsideTargets),
        ]
    }

    init(_ json: JSONValue) {
        func count(_ name: String) -> Int { json[name]?.integer ?? 0 }
        alleles = count("alleles")
        events = count("events")
        joinedMates = count("joinedMates")
        setAside = count("setAside")
        calls = count("calls")
        outsideTargets = count("outsideTargets")
    }

    func line(_ language: Language) -> String {
        switch language {
        case .sv:
            "Strukturvarianter: \(alleles) alleler lästa, \(events) händelser, \(joinedMates) sammanförda brytpunktspar, \(setAside) lagda åt sidan, \(outsideTargets) anrop utanför målen."
        case .en:
            "Structural variants: \(alleles) alleles read, \(events) events, \(joinedMates) joined mates, \(setAside) set aside, \(outsideTargets) calls outside the targets."
        }
    }
}

extension SubmissionReceipt.ConsequenceFigures {
    var json: JSONValue {
        [
            "version": JSONValue(.string(version)), "variants": JSONValue(variants),
            "consequences": JSONValue(consequences),
        ]
    }

    init?(_ json: JSONValue) {
        guard let version = json["version"]?.string, let variants = json["variants"]?.integer,
            let consequences = json["consequences"]?.integer
        else { return nil }
        self.init(version: version, variants: variants, consequences: consequences)
    }

    func line(_ language: Language) -> String {
        switch language {
        case .sv: "Konsekvenser: \(variants) varianter, \(consequences) transkriptkonsekvenser (\(version))."
        case .en: "Consequences: \(variants) variants, \(consequences) consequences of transcripts (\(version))."
        }
    }
}
