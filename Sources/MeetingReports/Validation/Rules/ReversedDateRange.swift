extension FindingCode {
    /// A span of dates ends before it begins.
    static let reversedDateRange = FindingCode("reversed-date-range", .error)
}

/// Finds spans of dates that end before they begin.
///
/// The two are compared as exactly as the less exact of them is given: a span from May 2017 to 2017 is in order.
struct ReversedDateRange: RecordRule {
    static let explanation = Explanation(
        .reversedDateRange,
        meaning: "The normalised end of a span of dates lies before its beginning.",
        reason: "No meeting ends before it begins; the two values contradict each other.",
        remedy: "Correct the attributes \"from\" and \"to\" by the printed words, which stay as they are.",
        bad: .record(
            """
            <paragraph><p>It met on <date from="2017-10-31" to="2017-10-30">30-31 October 2017</date>.</p></paragraph>
            """, at: "/meetingReport/body/paragraph[1]/p[1]/date[1]/@to"),
        good: .record(
            """
            <paragraph><p>It met on <date from="2017-10-30" to="2017-10-31">30-31 October 2017</date>.</p></paragraph>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        outline.dates.compactMap { date in
            guard let from = date.from, let to = date.to, to.isSurelyBefore(from) else { return nil }
            return Breach(
                at: date.element, part: .attribute(.to),
                "The span ends on \(to), before it begins on \(from).")
        }
    }
}

extension PartialDate {
    /// Whether every day that the date may mean lies before every day that another may mean.
    func isSurelyBefore(_ other: PartialDate) -> Bool {
        if year != other.year { return year < other.year }
        guard let month, let otherMonth = other.month else { return false }
        if month != otherMonth { return month < otherMonth }
        guard let day, let otherDay = other.day else { return false }
        return day < otherDay
    }
}
