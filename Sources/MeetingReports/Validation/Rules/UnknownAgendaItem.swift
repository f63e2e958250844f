extension FindingCode {
    /// An agenda item is named that the printed agenda does not have.
    static let unknownAgendaItem = FindingCode("unknown-agenda-item", .warning)
}

/// Finds agenda items that are named in the record and missing from the agenda that it prints.
///
/// Judged is what speaks of the agenda of the meeting reported: references with headings, references in the text with a
/// target, and masthead fields that say so. A record that prints no numbered agenda is not judged, nor is the letter of an
/// item whose sub-items the agenda does not list from (a) on. Where three items and more lie behind its last one, it is the
/// agenda that is not whole, and that is told once.
struct UnknownAgendaItem: RecordRule {
    static let explanation = Explanation(
        .unknownAgendaItem,
        meaning: "An agenda item is named that the agenda printed in the record does not have.",
        reason:
            "The part cannot be filed under its item; mostly a number was misread, or the agenda was amended.",
        remedy: """
            Compare the number with the printed report and the adopted agenda. A number that is printed so stays; a misread one \
            is corrected in the attribute and in the text.
            """,
        bad: .record(
            """
            <list kind="agenda"><item><num>1.</num><p>Opening</p></item><item><num>2.</num><p>Closing</p></item></list>
            <section><heading>Other matters</heading><agendaReference items="7">(Agenda item 7)</agendaReference></section>
            """, at: "/meetingReport/body/section[1]/agendaReference/@items"),
        good: .record(
            """
            <list kind="agenda"><item><num>1.</num><p>Opening</p></item><item><num>2.</num><p>Closing</p></item></list>
            <section><heading>Closing</heading><agendaReference items="2">(Agenda item 2)</agendaReference></section>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        guard let last = outline.agenda.compactMap(Self.number(of:)).max() else { return [] }
        let divided = Set(outline.agenda.filter { $0.hasSuffix("(a)") }.map { $0.dropLast("(a)".count) })
        let strangers = outline.agendaItems.map { named in
            named.items.filter { item in
                guard let (main, letter) = Self.parts(of: item) else { return false }
                guard outline.agenda.contains(main) else { return true }
                guard let letter, divided.contains(main[...]) else { return false }
                return !outline.agenda.contains("\(main)(\(letter))")
            }
        }
        let beyond = Set(strangers.joined().compactMap(Self.number(of:)).filter { $0 > last })
        var isCut = beyond.count >= 3
        var breaches: [Breach] = []
        for (named, items) in zip(outline.agendaItems, strangers) {
            let unknown = items.filter { beyond.count < 3 || Self.number(of: $0) ?? 0 <= last }
            if isCut, unknown.count < items.count {
                isCut = false
                breaches.append(
                    Breach(
                        at: named.element, part: .attribute(named.attribute),
                        """
                        The agenda in this record ends with item \(last), and \(beyond.count) items behind it are named, up to \
                        \(beyond.max() ?? last); part of it seems to be missing.
                        """))
            }
            guard !unknown.isEmpty else { continue }
            breaches.append(
                Breach(
                    at: named.element, part: .attribute(named.attribute),
                    """
                    The agenda in this record has no item\(unknown.count == 1 ? "" : "s") \
                    \(unknown.map { "\"\($0)\"" }.joined(separator: ", ")).
                    """))
        }
        return breaches
    }

    /// The number of an item without its letter.
    private static func number(of item: String) -> Int? { parts(of: item).flatMap { Int($0.main) } }

    /// The number of an item and its letter, if it has one: `4(a)`; nil for what is not a number, as the rest of `4(a-c)`.
    private static func parts(of item: String) -> (main: String, letter: String?)? {
        let utf8 = item.utf8
        let digits = utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let main = String(digits), !main.isEmpty else { return nil }
        let rest = Array(utf8.dropFirst(digits.count))
        guard rest.count == 3, rest[0] == UInt8(ascii: "("), rest[2] == UInt8(ascii: ")") else {
            return (main, nil)
        }
        return (main, String(UnicodeScalar(rest[1])))
    }
}
