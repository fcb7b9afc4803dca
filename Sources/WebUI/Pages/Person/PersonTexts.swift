internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Records
internal import StructuredText

extension Sex {
    var title: LocalizedText {
        switch self {
        case .female: LocalizedText(sv: "kvinna", en: "female")
        case .male: LocalizedText(sv: "man", en: "male")
        case .unknown: LocalizedText(sv: "okänt", en: "unknown")
        }
    }
}

extension Specimen.Kind {
    var title: LocalizedText {
        switch self {
        case .blood: LocalizedText(sv: "blod", en: "blood")
        case .saliva: LocalizedText(sv: "saliv", en: "saliva")
        case .buccal: LocalizedText(sv: "kindskrap", en: "buccal swab")
        case .skin: LocalizedText(sv: "hud", en: "skin")
        case .tumourTissue: LocalizedText(sv: "tumörvävnad", en: "tumour tissue")
        case .ffpe: LocalizedText(sv: "formalinfixerad vävnad", en: "formalin-fixed tissue")
        case .boneMarrow: LocalizedText(sv: "benmärg", en: "bone marrow")
        case .plasma: LocalizedText(sv: "plasma", en: "plasma")
        case .other: LocalizedText(sv: "annat", en: "other")
        }
    }
}

extension Diagnosis.Status {
    var title: LocalizedText {
        switch self {
        case .affected: LocalizedText(sv: "sjuk", en: "affected")
        case .carrierWithoutDisease: LocalizedText(sv: "frisk bärare", en: "carrier without disease")
        }
    }
}

extension FamilyRelation.Kind {
    /// The person is this of the relative.
    var title: LocalizedText {
        switch self {
        case .mother: LocalizedText(sv: "mor till", en: "mother of")
        case .father: LocalizedText(sv: "far till", en: "father of")
        case .sibling: LocalizedText(sv: "syskon till", en: "sibling of")
        case .child: LocalizedText(sv: "barn till", en: "child of")
        case .other: LocalizedText(sv: "släkt med", en: "related to")
        }
    }
}

extension ConsentEvent.Giver {
    var title: LocalizedText {
        switch self {
        case .patient: LocalizedText(sv: "patienten", en: "the patient")
        case .guardian: LocalizedText(sv: "vårdnadshavare", en: "a guardian")
        case .staff: LocalizedText(sv: "personal, som lagen ålägger det", en: "staff, as the law asks of them")
        }
    }
}

extension Treatment.Outcome {
    var title: LocalizedText {
        switch self {
        case .completeResponse: LocalizedText(sv: "fullständigt svar", en: "complete response")
        case .partialResponse: LocalizedText(sv: "partiellt svar", en: "partial response")
        case .stableDisease: LocalizedText(sv: "stabil sjukdom", en: "stable disease")
        case .progressiveDisease: LocalizedText(sv: "sjukdomen fortskrider", en: "progressive disease")
        case .notEvaluated: LocalizedText(sv: "inte bedömt", en: "not evaluated")
        }
    }
}

extension Ending.Act {
    var title: LocalizedText {
        switch self {
        case .stopUsing: LocalizedText(sv: "Sluta använda", en: "Stop using")
        case .stopShowing: LocalizedText(sv: "Sluta visa", en: "Stop showing")
        case .deleteCopy: LocalizedText(sv: "Radera utlämnade kopior", en: "Delete released copies")
        case .destroy: LocalizedText(sv: "Förstör efter beslut", en: "Destroy by decision")
        }
    }

    /// What ends, and what goes on.
    var effect: LocalizedText {
        switch self {
        case .stopUsing:
            LocalizedText(
                sv: "Ingen fråga räknar personen längre, och analyserna tas ut ur indexet. Journalen är hel.",
                en: "No question counts the person any more, and the call sets leave the index. The clinical record is whole.")
        case .stopShowing:
            LocalizedText(
                sv: "Ingen utanför den ansvariga enheten ser uppgifterna. Inom enheten används de som förut. Journalen är hel.",
                en:
                    "Nobody outside the unit that is answerable sees the data. Inside it they are used as before. The clinical record is whole."
            )
        case .deleteCopy:
            LocalizedText(
                sv: "Kopior som lämnats till studier och register raderas. Vården och journalen berörs inte.",
                en: "Copies given to studies and registers are deleted. Care and the clinical record are not touched.")
        case .destroy:
            LocalizedText(
                sv:
                    "Allt om personen förstörs, också i journalen. Kvar är loggens egna rader. Kräver beslut av IVO (PDL 8 kap. 4 §) eller gallringsbeslut, och kan inte ångras.",
                en:
                    "Everything about the person is destroyed, in the clinical record too. What is left are the ledger's own lines. Takes a decision of IVO (PDL 8 kap. 4 §) or on disposal, and cannot be undone."
            )
        }
    }

    /// What was done and proved.
    var proof: LocalizedText {
        switch self {
        case .stopUsing:
            LocalizedText(
                sv: "Utfört och bevisat: ingen fråga räknar personen, inget finns kvar i indexet, journalen är hel.",
                en: "Done and proved: no question counts the person, nothing is left in the index, the clinical record is whole.")
        case .stopShowing:
            LocalizedText(
                sv: "Utfört och bevisat: uppgifterna visas inte utanför enheten, journalen är hel.",
                en: "Done and proved: the data is not shown outside the unit, the clinical record is whole.")
        case .deleteCopy:
            LocalizedText(
                sv: "Utfört och bevisat: kopiorna är borta, journalen är hel.",
                en: "Done and proved: the copies are gone, the clinical record is whole.")
        case .destroy:
            LocalizedText(
                sv: "Utfört och bevisat: ingen byte finns kvar utom loggens egna rader.",
                en: "Done and proved: no byte is left but the ledger's own lines.")
        }
    }
}

extension EndingFault {
    var text: LocalizedText {
        switch self {
        case .stillIndexed(let count):
            LocalizedText(sv: "\(count) analyser finns kvar i indexet.", en: description)
        case .stillUsed: LocalizedText(sv: "Uppgifterna får fortfarande användas.", en: description)
        case .stillShown: LocalizedText(sv: "Uppgifterna får fortfarande visas.", en: description)
        case .recordIncomplete: LocalizedText(sv: "Journalen är inte hel.", en: description)
        case .copyLeft: LocalizedText(sv: "En kopia finns kvar.", en: "A copy is still there.")
        case .bytesLeft:
            LocalizedText(sv: "Det finns kvar byte i partitionens filer.", en: "Bytes are left in the partition's files.")
        }
    }
}
