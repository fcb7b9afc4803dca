import GenomeModel

/// What a program that annotates says of itself in the header. The assembly is nil where it does not name one.
typealias AnnotationProgram = (version: String, database: String, assembly: Assembly?)

extension Assembly {
    /// The assembly that a name such as `GRCh37.p13`, `113_GRCh38` or `hg19` means.
    init?(mentionedIn name: some StringProtocol) {
        if name.contains("GRCh37") || name.contains("hg19") {
            self = .grch37
        } else if name.contains("GRCh38") || name.contains("hg38") {
            self = .grch38
        } else {
            return nil
        }
    }
}

/// `##VEP="v113.0" … cache="/…/homo_sapiens_merged/113_GRCh38" … assembly="GRCh38.p14"`; before release 91 without quotes.
enum VEPLine {
    /// Of the run that wrote last.
    static func version(_ lines: [String]) -> AnnotationProgram {
        guard let line = lines.last(where: { $0.hasPrefix("##VEP=") }) else { return ("", "", nil) }
        var version = value("##VEP", in: line)
        if version.hasPrefix("v") { version.removeFirst() }
        // Where a cache lies says something of the machine; what it is called is what matters.
        let database = value("cache", in: line).split(separator: "/").suffix(2).joined(separator: "/")
        let assembly = Assembly(mentionedIn: value("assembly", in: line)) ?? Assembly(mentionedIn: database)
        return (version, database, assembly)
    }

    private static func value(_ key: String, in line: String) -> String {
        var rest = line[...]
        while let found = rest.firstRange(of: key + "=") {
            let isWhole = found.lowerBound == line.startIndex || line[line.index(before: found.lowerBound)] == " "
            rest = rest[found.upperBound...]
            guard isWhole else { continue }
            return String(rest.first == "\"" ? rest.dropFirst().prefix { $0 != "\"" } : rest.prefix { $0 != " " })
        }
        return ""
    }
}

/// `##SnpEffVersion="4.2 (build 2015-12-05), by Pablo Cingolani"` and `##SnpEffCmd="SnpEff  GRCh37.75 in.vcf "`.
enum SnpEffLines {
    /// Of the specification, in its order.
    static let columns = [
        "Allele", "Annotation", "Annotation_Impact", "Gene_Name", "Gene_ID", "Feature_Type", "Feature_ID",
        "Transcript_BioType", "Rank", "HGVS.c", "HGVS.p", "cDNA.pos / cDNA.length", "CDS.pos / CDS.length",
        "AA.pos / AA.length", "Distance", "ERRORS / WARNINGS / INFO",
    ]

    static func version(_ lines: [String]) -> AnnotationProgram {
        func text(_ key: String) -> String {
            let line = lines.last { $0.hasPrefix("##\(key)=") } ?? ""
            return line.dropFirst(key.count + 3).filter { $0 != "\"" }
        }
        let version = text("SnpEffVersion").split(separator: ",").first.map(String.init) ?? ""
        // The database is a word of the command line among options and paths: the one that names an assembly.
        let database =
            text("SnpEffCmd").split(separator: " ").first { !$0.contains("/") && Assembly(mentionedIn: $0) != nil } ?? ""
        return (version, String(database), Assembly(mentionedIn: database))
    }
}
