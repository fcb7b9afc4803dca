internal import StructuredText

/// Words and numbers that the pages use, and what they mean.
enum Glossary {
    struct Entry: Hashable, Sendable {
        let term: LocalizedText
        let meaning: LocalizedText

        init(sv: (String, String), en: (String, String)) {
            term = LocalizedText(sv: sv.0, en: en.0)
            meaning = LocalizedText(sv: sv.1, en: en.1)
        }
    }

    static let words = [
        Entry(
            sv: (
                "ändamål", "Varför någon tittar. Lagen säger för varje ändamål vem som bestämmer och hur mycket som får besvaras."
            ),
            en: ("purpose", "Why somebody looks. For each purpose the law says who decides and how much may be answered.")),
        Entry(
            sv: (
                "utgåva",
                "Nytillkomna personer vars uppgifter blir synliga för andra regioner samtidigt, så att ingen kan pekas ut genom att fråga före och efter."
            ),
            en: (
                "release",
                "Newly added people whose data becomes visible to other regions at the same time, so that nobody can be singled out by asking before and after."
            )),
        Entry(
            sv: ("region", "En av landets 21 regioner. Var och en har sina egna uppgifter och bestämmer själv över dem."),
            en: ("region", "One of the country's 21 regions. Each holds its own data and decides about it.")),
        Entry(
            sv: ("nod", "Den dator där en region kör Samsyn. Noderna frågar varandra; uppgifterna stannar."),
            en: ("node", "The computer on which a region runs Samsyn. Nodes ask each other; the data stays.")),
        Entry(
            sv: ("personuppgiftsansvarig", "Den nämnd eller det bolag som ansvarar för uppgifterna och beslutar om policyn."),
            en: ("controller", "The board or company that answers for the data and decides the policy.")),
        Entry(
            sv: (
                "policy",
                "Regionens beslut om vad som får lämna den: för vilket ändamål, till vem och hur detaljerat. Två personer beslutar."
            ),
            en: (
                "policy",
                "The region's decision about what may leave it: for which purpose, to whom, in what detail. Two people decide."
            )),
        Entry(
            sv: ("undertryckt", "Regionen har svarat men visar inte antalet, eftersom det är så litet att någon kunde pekas ut."),
            en: (
                "suppressed",
                "The region has answered and does not show the number, because it is so small that somebody could be singled out."
            )),
        Entry(
            sv: (
                "avböjd", "Regionen får inte svara: lagen, policyn eller den enskildes val hindrar det. Skälet står vid svaret."
            ),
            en: (
                "refused",
                "The region may not answer: law, policy or a person's choice prevents it. The reason stands with the answer."
            )),
        Entry(
            sv: ("sen", "Regionen hann inte svara i tid. Summan saknar den."),
            en: ("late", "The region did not answer in time. The sum lacks it.")),
        Entry(
            sv: ("nås inte", "Regionens nod svarar inte. Summan saknar den."),
            en: ("unreachable", "The region's node does not answer. The sum lacks it.")),
        Entry(
            sv: ("variant", "En skillnad mot referensgenomet på en bestämd plats."),
            en: ("variant", "A difference from the reference genome at a certain place.")),
        Entry(
            sv: (
                "assay",
                "Ett sätt att analysera: en panel, ett exom eller ett helt genom, i en viss version. Den avgör vilka platser som kunde ses."
            ),
            en: (
                "assay",
                "A way to analyse: a panel, an exome or a genome, in a certain version. It decides which places could be seen."
            )),
        Entry(
            sv: ("kohort", "De personer som uppfyller ett villkor, till exempel en diagnos."),
            en: ("cohort", "The people who meet a criterion, such as a diagnosis.")),
        Entry(
            sv: ("insändning", "De analyser som ett laboratorium sänder på en gång, med ett manifest som beskriver dem."),
            en: ("submission", "The analyses that a laboratory sends at once, with a manifest that describes them.")),
        Entry(
            sv: (
                "kvittens",
                "Svaret på en insändning: vad som togs emot, vad som hittades, eller vad som är fel och hur det rättas."
            ),
            en: ("receipt", "The answer to a submission: what was taken in, what was found, or what is wrong and how to mend it.")
        ),
        Entry(
            sv: ("karantän", "Där en insändning med fel ligger tills den rättas. Inget i den räknas."),
            en: ("quarantine", "Where a faulty submission lies until it is mended. Nothing in it counts.")),
        Entry(
            sv: ("pseudonym", "32 tecken i stället för personnumret. Samma person har samma inom regionen och en annan i nästa."),
            en: (
                "pseudonym",
                "32 characters instead of the identity number. A person has the same within the region and another in the next."
            )),
        Entry(
            sv: ("spärr", "Patientens beslut att uppgifter inte ska vara tillgängliga för andra enheter eller vårdgivare."),
            en: ("block", "The patient's decision that data is not to be open to other units or providers.")),
        Entry(
            sv: (
                "logg",
                "Vem som tittade på vad, när och varför. Den går inte att ändra utan att det syns, och patienten får läsa den."
            ),
            en: ("ledger", "Who looked at what, when and why. It cannot be changed unnoticed, and the patient may read it.")),
        Entry(
            sv: (
                "antalsberäkning",
                "Hur många som uppfyller villkor som bestämts i förväg, inför planerad klinisk forskning. Bara antalet eller ett intervall lämnas ut."
            ),
            en: (
                "feasibility",
                "How many meet criteria fixed beforehand, before planned clinical research. Only the number or an interval leaves."
            )),
    ]

    static let numbers = [
        Entry(
            sv: ("personer", "Antal personer, aldrig antal prover: den som har analyserats två gånger räknas en gång."),
            en: ("people", "People, never specimens: somebody who was analysed twice counts once.")),
        Entry(
            sv: ("AC, allelantal", "Hur många exemplar av varianten som setts. En homozygot bärare har två."),
            en: ("AC, allele count", "How many copies of the variant were seen. A homozygous carrier has two.")),
        Entry(
            sv: (
                "AN, möjliga alleler",
                "Hur många exemplar som hade kunnat ses på platsen, av dem vars analys täckte den. Kromosom X, Y och mitokondriens räknas efter kön."
            ),
            en: (
                "AN, allele number",
                "How many copies could have been seen at the place, of those whose analysis covered it. X, Y and the mitochondrion's count by sex."
            )),
        Entry(
            sv: ("frekvens", "AC delat med AN. Den som inte kunde ses räknas inte som frisk."),
            en: ("frequency", "AC divided by AN. Who could not be seen does not count as a non-carrier.")),
        Entry(
            sv: (
                "konfidensintervall, 95 %",
                "Mellan vilka värden den sanna frekvensen rimligen ligger, när så här många har undersökts. Få undersökta ger ett brett intervall."
            ),
            en: (
                "confidence interval, 95%",
                "Between which values the true frequency reasonably lies when so many were examined. Few examined give a wide interval."
            )),
        Entry(
            sv: ("kunde ha setts hos n av m", "Av m personer har n en analys som täcker platsen."),
            en: ("could have been seen in n of m", "Of m people n have an analysis that covers the place.")),
        Entry(
            sv: ("heterozygot, homozygot, hemizygot", "Varianten på den ena kopian, på båda, eller på den enda som finns."),
            en: ("heterozygous, homozygous, hemizygous", "The variant on one copy, on both, or on the only one there is.")),
        Entry(
            sv: ("1–4", "Ett till fyra. Visas bara där regionens policy säger det; annars undertrycks små antal helt."),
            en: (
                "1–4", "One to four. Shown only where the region's policy says so; else small numbers are suppressed altogether."
            )),
        Entry(
            sv: ("minst", "Summan av de regioner som svarade med ett antal. De övriga kan ha fler."),
            en: ("at least", "The sum of the regions that answered with a number. The others may have more.")),
    ]
}
