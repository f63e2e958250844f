extension FindingCode {
    /// The last of several sessions has a lower number than the first.
    static let reversedSessionRange = FindingCode("reversed-session-range", .error)
}

/// Finds masthead fields that name several sessions of which the last comes before the first.
struct ReversedSessionRange: RecordRule {
    static let explanation = Explanation(
        .reversedSessionRange,
        meaning: "The last of several sessions has a lower number than the first.",
        reason:
            "The two numbers contradict each other, so that the document cannot be filed under its sessions.",
        remedy: "Correct the attributes \"number\" and \"to\" by the printed words, which stay as they are.",
        bad: .record(
            masthead: "<session number=\"55\" to=\"52\">Fifty-second to fifty-fifth session</session>", "",
            at: "/meetingReport/masthead/session[1]/@to"),
        good: .record(
            masthead: "<session number=\"52\" to=\"55\">Fifty-second to fifty-fifth session</session>", ""))

    func breaches(in outline: RecordOutline) -> [Breach] {
        outline.sessionRanges.filter { $0.last < $0.first }.map { range in
            Breach(
                at: range.element, part: .attribute(.to),
                "The last session, \(range.last), comes before the first, \(range.first).")
        }
    }
}
