/// The seventeen criteria of ClinGen, CGC and VICC: Horak et al. 2022 (doi:10.1016/j.gim.2022.01.001), tables 2 and 3, numbered as there
/// (pmc.ncbi.nlm.nih.gov/articles/PMC9081216). Some programs have OM3 and OM4 the other way round; both weigh 2 points.
package enum OncogenicityCriterion: String, Sendable, CaseIterable {
    case ovs1 = "OVS1"
    case os1 = "OS1"
    case os2 = "OS2"
    case os3 = "OS3"
    case om1 = "OM1"
    case om2 = "OM2"
    case om3 = "OM3"
    case om4 = "OM4"
    case op1 = "OP1"
    case op2 = "OP2"
    case op3 = "OP3"
    case op4 = "OP4"
    case sbvs1 = "SBVS1"
    case sbs1 = "SBS1"
    case sbs2 = "SBS2"
    case sbp1 = "SBP1"
    case sbp2 = "SBP2"

    /// Towards oncogenic above zero, towards benign below. The strength is the criterion's own: the standard has no modifiers.
    package var points: Int {
        switch self {
        case .ovs1: 8
        case .os1, .os2, .os3: 4
        case .om1, .om2, .om3, .om4: 2
        case .op1, .op2, .op3, .op4: 1
        case .sbvs1: -8
        case .sbs1, .sbs2: -4
        case .sbp1, .sbp2: -1
        }
    }

    /// Those beside which it must not be used. By the standard's comments: OS3 and OM1 beside OS1, OM1 beside OS3, OM3 beside OM1 and OM4, OM4
    /// beside OS1, OS3 and OM1. By their own numbers, since one frequency or one hotspot cannot be both: OM3 and OP3 beside the stronger
    /// hotspots, SBS1 and OP4 beside the higher frequencies. OM2 beside OVS1 would count one change of length twice.
    package var excludedBy: Set<OncogenicityCriterion> {
        switch self {
        case .os3: [.os1]
        case .om1: [.os1, .os3]
        case .om2: [.ovs1]
        case .om3: [.os3, .om1, .om4]
        case .om4: [.os1, .os3, .om1]
        case .op3: [.os3, .om3]
        case .sbs1: [.sbvs1]
        case .op4: [.sbvs1, .sbs1]
        default: []
        }
    }
}
