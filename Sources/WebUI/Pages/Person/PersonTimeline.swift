internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import Records

/// What happened with a person, in the order of its days.
struct PersonTimeline {
    enum Kind: String, Sendable, CaseIterable {
        case specimen, analysis, diagnosis, treatment, statement, copy, ending

        /// Of its marks on the line of time.
        var shape: Timeline.Shape {
            switch self {
            case .specimen: .circle
            case .analysis, .treatment: .square
            case .diagnosis: .triangle
            case .statement: .diamond
            case .copy: .downwards
            case .ending: .plus
            }
        }
    }

    enum What: Sendable {
        case sampled(Specimen)
        case analysed(RecordedCallSet)
        case onset(Diagnosis)
        case began(Treatment)
        case stopped(Treatment)
        case said(ConsentEvent)
        case copied(ReleasedCopy)
        case copyDeleted(ReleasedCopy)
        case ended(Ending)
    }

    struct Event: Sendable {
        let date: CivilDate
        let kind: Kind
        let what: What
    }

    let record: PersonRecord

    /// The earliest first; of one day in the order of the kinds. What has no date is not in it.
    var events: [Event] {
        var events: [Event] = []
        for specimen in record.specimens {
            if let sampled = specimen.sampled { events.append(Event(date: sampled, kind: .specimen, what: .sampled(specimen))) }
        }
        for callSet in record.callSets {
            events.append(Event(date: callSet.record.analysed, kind: .analysis, what: .analysed(callSet)))
        }
        for diagnosis in record.diagnoses {
            if let onset = diagnosis.onset { events.append(Event(date: onset, kind: .diagnosis, what: .onset(diagnosis))) }
        }
        for treatment in record.treatments {
            events.append(Event(date: treatment.start, kind: .treatment, what: .began(treatment)))
            if let stop = treatment.stop { events.append(Event(date: stop, kind: .treatment, what: .stopped(treatment))) }
        }
        for statement in record.statements {
            events.append(Event(date: statement.from, kind: .statement, what: .said(statement)))
        }
        for copy in record.copies {
            events.append(Event(date: copy.made.date, kind: .copy, what: .copied(copy)))
            if let deleted = copy.deleted { events.append(Event(date: deleted.date, kind: .copy, what: .copyDeleted(copy))) }
        }
        for ending in record.endings {
            events.append(Event(date: ending.time.date, kind: .ending, what: .ended(ending)))
        }
        // Stable, so that what was recorded first of one day and kind stands first.
        let order = Dictionary(uniqueKeysWithValues: Kind.allCases.enumerated().map { ($1, $0) })
        return events.enumerated().sorted { a, b in
            (a.element.date, order[a.element.kind] ?? 0, a.offset) < (b.element.date, order[b.element.kind] ?? 0, b.offset)
        }.map(\.element)
    }
}
