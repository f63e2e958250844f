extension FindingCode {
    /// A section is printed with a number that does not fit between its neighbours.
    static let sectionNumberOrder = FindingCode("section-number-order", .warning)
}

/// Finds sections whose numbers stand out of order.
///
/// Sections are counted with those beside them, in Arabic or Roman numbers or in letters.
/// Of several ways to put them in order that which moves the fewest is taken.
struct SectionNumberOrder: RecordRule {
    static let explanation = Explanation(
        .sectionNumberOrder,
        meaning: "A section is printed with a number that does not fit between its neighbours.",
        reason: "Mostly a number was misread in scanning, or sections were taken out of the order of print.",
        remedy: """
            Compare the sections with the printed report. A number that is printed so stays; one that was misread is corrected in \
            the text, which is then read again.
            """,
        bad: .record(
            """
            <section><num>I.</num><heading>Attendance</heading><paragraph><p>Twelve States took part.</p></paragraph></section>
            <section><num>IV.</num><heading>Agenda</heading><paragraph><p>The agenda was adopted.</p></paragraph></section>
            <section><num>II.</num><heading>Officers</heading><paragraph><p>A Chair was elected.</p></paragraph></section>
            <section><num>III.</num><heading>Closing</heading><paragraph><p>The meeting was closed.</p></paragraph></section>
            """, at: "/meetingReport/body/section[2]"),
        good: .record(
            """
            <section><num>I.</num><heading>Attendance</heading><paragraph><p>Twelve States took part.</p></paragraph></section>
            <section><num>II.</num><heading>Agenda</heading><paragraph><p>The agenda was adopted.</p></paragraph></section>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        outline.sectionAnomalies.compactMap { anomaly in
            guard case .misplaced(let num, let element, let neighbour, let isAfter) = anomaly else {
                return nil
            }
            return Breach(
                at: element, part: .number(num),
                "The section number \"\(num)\" is out of order \(isAfter ? "after" : "before") \"\(neighbour.num)\".",
                related: [
                    Breach.Related(
                        message: "The number \(isAfter ? "before" : "after").", element: neighbour.element,
                        part: .number(neighbour.num))
                ])
        }
    }
}
