extension FindingCode {
    /// Two dates of a record cannot both be right.
    static let datesContradict = FindingCode("dates-contradict", .warning)
}

/// Finds dates of the meeting that differ between masthead and text, and documents dated before the meeting they report.
///
/// The masthead's venue of the meeting reported is held against the dates in statements that the meeting took place: a
/// span of days must be the same, a single day must lie within it. Only reports, minutes and summaries have to be younger
/// than their meeting.
struct DatesContradict: RecordRule {
    static let explanation = Explanation(
        .datesContradict,
        meaning:
            "The masthead and the text give different dates of the meeting, or the report is older than its meeting.",
        reason: "Catalogues take the date from the masthead, readers from the text; one of them is wrong.",
        remedy: """
            Compare both places with the printed report. Where the report contradicts itself, leave the record as it is. Where \
            a date was read wrongly, or is that of another meeting, correct the attributes.
            """,
        bad: .record(
            masthead: """
                <issued value="2017-11-06">6 November 2017</issued>
                <venue of="reported">Geneva, <date from="2017-10-30" to="2017-10-31">30-31 October 2017</date></venue>
                """,
            """
            <paragraph><p><statement kind="meeting">It was held on <date from="2017-05-30" to="2017-05-31">30-31 May 2017</date></statement>.</p></paragraph>
            """, at: "/meetingReport/body/paragraph[1]/p[1]/statement[1]/date[1]"),
        good: .record(
            masthead: """
                <issued value="2017-11-06">6 November 2017</issued>
                <venue of="reported">Geneva, <date from="2017-10-30" to="2017-10-31">30-31 October 2017</date></venue>
                """,
            """
            <paragraph><p><statement kind="meeting">It was held on <date from="2017-10-30" to="2017-10-31">30-31 October 2017</date></statement>.</p></paragraph>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        var scopes: [Int: (venues: [RecordOutline.DatedSpan], meetings: [RecordOutline.DatedSpan])] = [:]
        for date in outline.dates where date.from != nil {
            switch date.meaning {
            case .venue: scopes[date.scope, default: ([], [])].venues.append(date)
            case .meeting: scopes[date.scope, default: ([], [])].meetings.append(date)
            case .other: break
            }
        }
        var breaches: [Breach] = []
        for (_, dates) in scopes {
            guard let venue = dates.venues.first else { continue }
            for meeting in dates.meetings where !dates.venues.contains(where: { meeting.agrees(with: $0) }) {
                breaches.append(
                    Breach(
                        at: meeting.element,
                        "The text says that the meeting was held \(meeting.words), and the masthead \(venue.words).",
                        related: [
                            Breach.Related(message: "The date in the masthead.", element: venue.element)
                        ]))
            }
        }
        guard ["report", "minutes", "summary"].contains(outline.kind) else { return breaches }
        for issue in outline.issues {
            let dates = scopes[issue.scope].map { $0.venues + $0.meetings } ?? []
            guard let first = dates.first,
                dates.allSatisfy({ $0.from.map(issue.date.isSurelyBefore) ?? false })
            else { continue }
            breaches.append(
                Breach(
                    at: issue.element, part: .attribute(.value),
                    "The document is dated \(issue.date), before the meeting that it reports, \(first.words).",
                    related: [Breach.Related(message: "The date of the meeting.", element: first.element)]))
        }
        return breaches
    }
}

extension RecordOutline.DatedSpan {
    /// The date as a sentence has it.
    fileprivate var words: String {
        let first = from.map(String.init(describing:)) ?? ""
        return to.map { "from \(first) to \($0)" } ?? "on \(first)"
    }

    /// Whether the date can be that of a meeting in the time that a venue gives.
    fileprivate func agrees(with venue: Self) -> Bool {
        guard let from, let start = venue.from else { return true }
        let end = venue.to ?? start
        guard let to else { return !from.isSurelyBefore(start) && !end.isSurelyBefore(from) }
        return [(from, start), (to, end)].allSatisfy { !$0.isSurelyBefore($1) && !$1.isSurelyBefore($0) }
    }
}
