extension FindingCode {
    /// A State takes part in a meeting under a name of another time.
    static let stateNamePeriod = FindingCode("state-name-period", .warning)
}

/// Finds States that are named in a capacity, as participants or officers, by a name that was not in use at the time.
///
/// The time is that of the meeting reported, or else the date of the document. States that are only spoken of may have any
/// name: a report of 1995 may tell what the USSR did. Each name is reported once in the body and in each annex.
struct StateNamePeriod: RecordRule {
    static let explanation = Explanation(
        .stateNamePeriod,
        meaning: "A State takes part in the meeting under a name that was not in use at the time.",
        reason: "Either the date of the report or the name was read wrongly, or the report was printed so.",
        remedy: """
            Compare both with the printed report. A name that is printed so stays; the attribute "code" tells which State is meant.
            """,
        bad: .record(
            masthead: "<issued value=\"1998-05-23\">23 May 1998</issued>",
            """
            <paragraph><p><organization kind="state" code="CSK" as="participant">Czechoslovakia</organization> took part.</p></paragraph>
            """, at: "/meetingReport/body/paragraph[1]/p[1]/organization[1]"),
        good: .record(
            masthead: "<issued value=\"1988-05-23\">23 May 1988</issued>",
            """
            <paragraph><p><organization kind="state" code="CSK" as="participant">Czechoslovakia</organization> took part.</p></paragraph>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        let states = outline.organizations.filter { $0.isState && $0.hasCapacity }
        guard !states.isEmpty else { return [] }
        var times: [Int: PartialDate] = [:]
        for issue in outline.issues { times[issue.scope] = times[issue.scope] ?? issue.date }
        for date in outline.dates.reversed() where date.meaning != .other {
            times[date.scope] = date.from ?? times[date.scope]
        }
        var isSeen: Set<[String]> = []
        return states.compactMap { state in
            guard let time = times[state.scope] ?? times[RecordOutline.documentScope],
                !StateNames.isValid(name: state.name, at: time),
                isSeen.insert([state.name, String(state.scope)]).inserted
            else { return nil }
            return Breach(
                at: state.element,
                "The name \"\(state.name)\" was not in use at the time of this report, \(time).")
        }
    }
}
