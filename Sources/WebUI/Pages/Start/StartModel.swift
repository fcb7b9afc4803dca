internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import StructuredText

/// What waits for somebody, what they came for, and how the regions are.
struct StartModel: PageModel {
    /// A region as it can be asked from here.
    struct RegionState: Hashable, Sendable {
        let region: RegionCode
        /// Its partition is at this node.
        let isHere: Bool
        /// Nil where its node has not been heard of.
        let circuit: PeerState.Circuit?

        var answers: Bool { isHere || circuit == .closed }
    }

    let name: String
    let role: Actor.Role
    let canSearch: Bool
    let tasks: [WaitingTask]
    let regions: [RegionState]
    /// The latest publication of the own region: number, day, people.
    let release: (number: Int, day: CivilDate, people: Int)?
    let sections: [Section]

    var json: JSONValue {
        JSONValue(members: [
            (
                "waiting",
                JSONValue(
                    tasks.map { task in
                        ["kind": JSONValue(.string(task.kind.rawValue)), "count": JSONValue(task.count)] as JSONValue
                    })
            ),
            (
                "release",
                release.map { ["batch": JSONValue($0.number), "date": JSONValue(.string($0.day.description))] as JSONValue }
            ),
            (
                "regions",
                JSONValue(
                    regions.map { state in
                        [
                            "region": JSONValue(.string(state.region.description)), "here": JSONValue(state.isHere),
                            "answers": JSONValue(state.answers),
                        ] as JSONValue
                    })
            ),
        ])
    }
}
