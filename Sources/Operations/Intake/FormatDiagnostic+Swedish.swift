package import StructuredText
package import VariantFormats

extension FormatDiagnostic.Kind {
    /// What was found, in both languages of a receipt.
    var localizedMessage: LocalizedText { LocalizedText(sv: swedish, en: message) }

    private var swedish: String {
        switch self {
        case .symbolicAllele: "En symbolisk allel som <DEL> indexeras inte."
        case .breakend: "En brytpunktsallel indexeras inte."
        case .overlappingDeletion: "Allelen * (borttagen av en tidigare variant) indexeras inte."
        case .unspecifiedAllele: "Allelen <NON_REF> eller <*> indexeras inte."
        case .referenceBlock: "En rad utan alternativ allel (referensblock) indexeras inte."
        case .otherContig: "En rad på en annan sekvens än kromosom 1–22, X, Y och MT indexeras inte."
        case .otherMitochondrion: "Filens mitokondriesekvens är inte referensens: rader på den indexeras inte."
        case .telomerePosition: "En rad på position 0 (telomer) indexeras inte."
        case .contigLinesMissing: "Filhuvudet saknar contig-rader, så referensversionen kunde inte kontrolleras."
        case .contigLengthsMissing: "Contig-raderna saknar längder, så referensversionen kunde inte kontrolleras med dem."
        case .diploidGenotype:
            "En genotyp har två alleler där en väntas (X eller Y hos en man utanför de pseudoautosomala regionerna, eller MT): en bärare räknas som hemizygot."
        case .genotypeNotExpected:
            "En genotyp står där ingen väntas (Y hos en kvinna, Y-kopian av de pseudoautosomala regionerna, X eller Y med okänt kön) och indexeras inte."
        case .manyAlleles:
            "En genotyp har fler än två alleler: den räknas som homozygot när alla är varianten, annars som heterozygot när en är det."
        case .carriageReturn: "Raderna slutar med vagnretur (Windows)."
        case .lastLineUnended: "Sista raden, hel så långt det syns, saknar radslut."
        case .targetName: "Ett mål ligger på en annan sekvens än kromosom 1–22, X, Y och MT och utelämnas."
        case .targetEmpty: "Ett mål har inga baser (start är lika med slut) och utelämnas."
        case .consequenceMissing: "En rad saknar konsekvenser."
        case .consequenceAllele: "En konsekvens gäller en allel som raden inte har och utelämnas."
        case .consequenceColumns:
            "En konsekvens har fler eller färre kolumner än filhuvudet anger; den lästes där bara de sista saknas, annars hoppades den över."
        case .consequenceTerms: "En konsekvens saknar termer, eller har termer som inte är namn; den hoppades över."
        case .consequenceImpact:
            "En konsekvens har en påverkan som inte är HIGH, MODERATE, LOW eller MODIFIER; termernas påverkan används."
        case .fileFormat: "Första raden är inget känt ##fileformat."
        case .metaLine: "En rad i filhuvudet är inte ##nyckel=värde med parade klamrar och citattecken."
        case .metaDefinition:
            "En definition i filhuvudet saknar ID, Number, Type eller Description, har dem i annan ordning eller ett värde som formatet inte känner."
        case .metaReserved: "En definition i filhuvudet motsäger vad formatet reserverar dess ID för."
        case .metaAddress: "En rad i filhuvudet har en adress som inte är någon."
        case .headerColumns: "Raden #CHROM har en FORMAT-kolumn och inga prov."
        case .notUTF8: "Byte som inte är UTF-8-text."
        case .controlCharacter: "Ett fält innehåller mellanslag eller styrtecken där inga får stå."
        case .columnCount: "En rad har fler eller färre kolumner än huvudet; den hoppades över."
        case .contigName: "CHROM är inget sekvensnamn; raden hoppades över."
        case .position: "POS är inget tal; raden hoppades över."
        case .identifier: "ID är ingen lista av beteckningar skilda av semikolon."
        case .referenceAllele: "REF innehåller andra bokstäver än A, C, G, T och N; raden hoppades över."
        case .alternateAllele:
            "ALT innehåller en allel som varken är baser eller en känd symbol, eller är lika med REF; allelen hoppades över."
        case .referenceMismatch: "REF motsäger referenssekvensen; raden hoppades över."
        case .quality: "QUAL är inget tal från 0 och uppåt."
        case .filter: "FILTER är varken PASS, en punkt eller en lista av namn skilda av semikolon."
        case .infoValue: "Ett INFO-värde motsäger den typ eller det antal som nyckeln är definierad med."
        case .infoSyntax: "INFO är ingen lista av nycklar och värden skilda av semikolon."
        case .formatSyntax: "FORMAT är ingen lista av olika nycklar med GT först."
        case .genotypeSyntax: "En genotyp kan inte läsas; den räknas som ej bestämd."
        case .alleleOutOfRange: "En genotyp nämner en allel som raden inte har; den räknas som ej bestämd."
        case .sampleValue: "Ett provs värde motsäger den typ eller det antal som nyckeln är definierad med."
        case .sampleFields: "Ett prov har fler värden än FORMAT har nycklar."
        case .duplicateVariant: "En variant står två gånger i filen (den större zygositeten räknas)."
        case .unsorted: "Raderna står inte i ordning efter position."
        case .contigNotContiguous: "Raderna för en sekvens står inte samlade."
        case .emptyLine: "En rad är tom."
        }
    }
}

extension StructuralDiagnostic.Kind {
    /// What was found, in both languages of a receipt.
    package var localizedMessage: LocalizedText { LocalizedText(sv: swedish, en: message) }

    private var swedish: String {
        switch self {
        case .smallVariant:
            "En allel av baser som tar bort eller lägger till färre än 50, eller lika många som den tar bort, är ingen strukturvariant."
        case .noChange: "Ett segment utan ändrat kopietal, som <COPY_NORMAL>, är ingen händelse."
        case .unsupportedSymbol:
            "En symbolisk allel som inte är DEL, DUP, CNV, INS eller INV, till exempel en repetition <STR12>, indexeras inte."
        case .mateAbsent: "En brytpunkts motpart finns inte i filen; händelsen togs från den enda raden."
        case .zygosityUnknown:
            "Ett anrop säger att händelsen finns men inte i hur många kopior: den räknas som en allel (hemizygot)."
        case .breakendSyntax:
            "ALT har en brytpunkt som varken är baser intill en plats inom klamrar eller baser intill en punkt; allelen hoppades över."
        case .breakendPartner: "En brytpunkts motpart är ingen position på någon av referensens sekvenser; allelen hoppades över."
        case .spanMissing: "En symbolisk allel har varken END eller SVLEN som heltal; allelen hoppades över."
        case .spanReversed: "END ligger inte efter POS; allelen hoppades över."
        case .spanPastEnd: "En händelse slutar bortom sekvensens slut; allelen hoppades över."
        case .lengthDiffers: "SVLEN och END skiljer sig med mer än en bas; den som filens version föredrar användes."
        case .confidenceInterval: "Ett konfidensintervall är inte två heltal med det lägre först; det som gick att läsa användes."
        case .mateDiffers: "Två motparter motsäger varandra; var och en behölls som en egen händelse."
        case .copyNumber: "CN är inget tal från 0 och uppåt; det utelämnades."
        }
    }
}

extension FormatError {
    /// What is wrong, in both languages of a receipt: the English names the very thing, the Swedish the kind of fault.
    var localizedMessage: LocalizedText { LocalizedText(sv: swedish, en: message) }

    private var swedish: String {
        switch code {
        case .fileMissing: "Filen finns inte."
        case .fileUnreadable: "Filen kan inte läsas."
        case .fileEmpty: "Filen är tom."
        case .fileTruncated: "Filen är avhuggen."
        case .fileDamaged: "Filen är skadad: den går inte att packa upp."
        case .lineTooLong: "En rad är orimligt lång."
        case .expandsTooMuch: "Filen blir orimligt stor när den packas upp."
        case .notVCF: "Filen är varken VCF eller BCF."
        case .headerMalformed: "Filhuvudet är trasigt."
        case .recordMalformed: "En rad är trasig."
        case .wrongAssembly: "Filen är gjord mot en annan referensversion än den angivna."
        case .positionPastContigEnd: "En position ligger bortom sekvensens slut: fel referensversion?"
        case .sampleMissing: "Ett prov som manifestet nämner finns inte i filen."
        case .sampleAmbiguous: "Filen har flera prov och manifestet säger inte vilket."
        case .sampleDuplicated: "Två prov i filen har samma namn."
        case .genotypesMissing: "Filen saknar genotyper."
        case .targetsMalformed: "Målfilen (BED) är trasig."
        case .targetsEmpty: "Målfilen (BED) är tom."
        case .referenceIndexMissing: "Referensens index (.fai) saknas."
        case .referenceMalformed: "Referensens index är trasigt."
        case .referenceUnreadable: "Referensen kan inte läsas."
        case .contigNotInReference: "Referensen saknar sekvensen."
        case .notWritable: "Filen kan inte skrivas."
        }
    }
}
