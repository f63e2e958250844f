extension FindingCode {
    /// A date names a day that its month has not.
    static let impossibleDate = FindingCode("impossible-date", .error)
}

/// Finds days that the calendar has not, such as 31 April, among the normalised dates of a record.
struct ImpossibleDate: RecordRule {
    static let explanation = Explanation(
        .impossibleDate,
        meaning: "A normalised date names a day that its month has not.",
        reason: "Systems that take the record in refuse such a date, or silently make another of it.",
        remedy: """
            Correct the attribute. Where the print itself has the impossible day, keep the printed words and give only the month \
            as the value, or leave the attribute out.
            """,
        bad: .record(
            masthead: "<issued value=\"2017-04-31\">31 April 2017</issued>", "",
            at: "/meetingReport/masthead/issued[1]/@value"),
        good: .record(masthead: "<issued value=\"2017-04\">31 April 2017</issued>", ""))

    func breaches(in outline: RecordOutline) -> [Breach] {
        var breaches: [Breach] = []
        func check(_ date: PartialDate?, _ element: Int, _ attribute: AttributeName) {
            guard let date, !date.isInCalendar else { return }
            breaches.append(
                Breach(
                    at: element, part: .attribute(attribute),
                    "The day \(date) does not exist: its month is shorter."
                ))
        }
        for issue in outline.issues { check(issue.date, issue.element, .value) }
        for date in outline.dates {
            check(date.from, date.element, .from)
            check(date.to, date.element, .to)
        }
        return breaches
    }
}
