package import StructuredText

extension Prerequisite {
    /// Said when it is fulfilled.
    package var fulfilled: LocalizedText {
        switch self {
        case .commission: LocalizedText(sv: "Ändamålet ingår i uppdraget.", en: "The purpose belongs to the commission.")
        case .careRelation: LocalizedText(sv: "En vårdrelation är dokumenterad.", en: "A care relation is on record.")
        case .namedPatient: LocalizedText(sv: "Frågan gäller en viss patient.", en: "The question is about one patient.")
        case .ownProvider:
            LocalizedText(
                sv: "Frågan gäller den egna vårdgivarens uppgifter.", en: "The question is about the own provider's data.")
        case .patientConsentToAccess:
            LocalizedText(
                sv: "Patienten har samtyckt till att andra vårdgivare tar del av uppgifterna.",
                en: "The patient has agreed to access by other care providers.")
        case .laboratoryRole: LocalizedText(sv: "Rollen hör till laboratoriet.", en: "The role belongs to the laboratory.")
        case .specialisedCareRole:
            LocalizedText(sv: "Rollen hör till den specialiserade vården.", en: "The role belongs to specialised care.")
        case .frozenCriteria:
            LocalizedText(sv: "Kriterierna är låsta i förväg.", en: "The criteria were frozen in advance.")
        case .plannedStudy: LocalizedText(sv: "Den planerade studien är angiven.", en: "The planned study is named.")
        case .ethicsApproval:
            LocalizedText(sv: "Ett etikgodkänt projekt är angivet.", en: "A project with an ethics approval is named.")
        case .approvalPeriod: LocalizedText(sv: "Godkännandet gäller denna dag.", en: "The approval covers this day.")
        case .approvalRegion: LocalizedText(sv: "Godkännandet omfattar regionen.", en: "The approval covers the region.")
        case .approvalDataKinds:
            LocalizedText(sv: "Godkännandet omfattar uppgifterna.", en: "The approval covers the data asked for.")
        case .approvalPeople:
            LocalizedText(sv: "Godkännandet omfattar den som frågar.", en: "The approval covers the person who asks.")
        case .studyConsent:
            LocalizedText(
                sv: "Samtycke till studien finns där godkännandet kräver det.",
                en: "Consent to the study is there where the approval asks for it.")
        case .registerHolderIsCPUA:
            LocalizedText(
                sv: "Den som frågar är registrets centralt personuppgiftsansvariga myndighet.",
                en: "The asker is the authority centrally responsible for the register.")
        case .accessBodyPermit:
            LocalizedText(
                sv: "Ett tillstånd från organet för tillgång till hälsodata finns.",
                en: "There is a permit of the health data access body.")
        case .permitPeriod: LocalizedText(sv: "Tillståndet gäller denna dag.", en: "The permit covers this day.")
        case .permitDataKinds:
            LocalizedText(sv: "Tillståndet omfattar uppgifterna.", en: "The permit covers the data asked for.")
        case .ownData:
            LocalizedText(sv: "Uppgifterna gäller den som frågar.", en: "The data is about the person who asks.")
        }
    }

    /// Said when it is missing: the reason for a refusal.
    package var missing: LocalizedText {
        switch self {
        case .commission:
            LocalizedText(
                sv: "Ändamålet ingår inte i uppdraget för den som frågar.",
                en: "The purpose does not belong to the asker's commission.")
        case .careRelation:
            LocalizedText(
                sv:
                    "Enligt patientdatalagen får endast behörig personal ta del av känsliga personuppgifter för att kunna uppfylla sitt vårduppdrag gentemot den patienten de gäller. Ingen vårdrelation är dokumenterad.",
                en:
                    "Under the Patient Data Act only authorised staff may see sensitive personal data, to fulfil their task of care towards the patient it is about. No care relation is on record."
            )
        case .namedPatient:
            LocalizedText(sv: "Frågan måste gälla en viss patient.", en: "The question has to be about one patient.")
        case .ownProvider:
            LocalizedText(
                sv: "Uppgifterna tillhör en annan vårdgivare.", en: "The data belongs to another care provider.")
        case .patientConsentToAccess:
            LocalizedText(
                sv: "Patienten har inte samtyckt till att andra vårdgivare tar del av uppgifterna.",
                en: "The patient has not agreed to access by other care providers.")
        case .laboratoryRole:
            LocalizedText(sv: "Rollen hör inte till laboratoriet.", en: "The role does not belong to the laboratory.")
        case .specialisedCareRole:
            LocalizedText(
                sv: "Rollen hör inte till den specialiserade vården.", en: "The role does not belong to specialised care.")
        case .frozenCriteria:
            LocalizedText(
                sv: "Kriterierna är inte låsta. De måste vara bestämda innan frågan ställs.",
                en: "The criteria are not frozen. They have to be set before the question is asked.")
        case .plannedStudy:
            LocalizedText(sv: "Ingen planerad studie är angiven.", en: "No planned study is named.")
        case .ethicsApproval:
            LocalizedText(
                sv: "Inget etikgodkänt projekt är angivet.", en: "No project with an ethics approval is named.")
        case .approvalPeriod:
            LocalizedText(sv: "Etikgodkännandet gäller inte denna dag.", en: "The ethics approval does not cover this day.")
        case .approvalRegion:
            LocalizedText(
                sv: "Etikgodkännandet omfattar inte regionen.", en: "The ethics approval does not cover the region.")
        case .approvalDataKinds:
            LocalizedText(
                sv: "Etikgodkännandet omfattar inte alla uppgifter som frågan gäller.",
                en: "The ethics approval does not cover all the data asked for.")
        case .approvalPeople:
            LocalizedText(
                sv: "Den som frågar ingår inte i det etikgodkända projektet.",
                en: "The asker does not belong to the approved project.")
        case .studyConsent:
            LocalizedText(
                sv: "Patienten har inte samtyckt till studien.", en: "The patient has not agreed to the study.")
        case .registerHolderIsCPUA:
            LocalizedText(
                sv: "Den som frågar är inte registrets centralt personuppgiftsansvariga myndighet.",
                en: "The asker is not the authority centrally responsible for the register.")
        case .accessBodyPermit:
            LocalizedText(
                sv: "Tillstånd från organet för tillgång till hälsodata saknas.",
                en: "There is no permit of the health data access body.")
        case .permitPeriod: LocalizedText(sv: "Tillståndet gäller inte denna dag.", en: "The permit does not cover this day.")
        case .permitDataKinds:
            LocalizedText(
                sv: "Tillståndet omfattar inte alla uppgifter som frågan gäller.",
                en: "The permit does not cover all the data asked for.")
        case .ownData:
            LocalizedText(
                sv: "Uppgifterna gäller någon annan än den som frågar.",
                en: "The data is about somebody else than the person who asks.")
        }
    }
}
