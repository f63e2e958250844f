/// A part of a record that a comparison speaks of: a masthead field, a heading, a paragraph, an item, a row, a note.
///
/// Page furniture is none: that a page breaks elsewhere is no difference between two reports.
public struct ComparedUnit: Hashable, Sendable {
    /// The element that it is.
    public internal(set) var element: ElementName
    /// The printed number or mark, nil where it has none.
    public internal(set) var number: String?
    /// The printed text in one line, without the number and without what units inside it hold.
    public internal(set) var text: String
    /// The path in the record, as XPath.
    public internal(set) var path: String
    /// The identifier of the element.
    public internal(set) var id: String?
    /// The lines of the source that it came from.
    public internal(set) var lines: SourceLines?
    /// The number and heading of the section or annex around it, nil where it stands in none.
    public internal(set) var section: String?
}

extension MeetingReport {
    /// The parts of the record that a comparison speaks of, in printed order.
    var comparedUnits: [ComparedUnit] {
        var gatherer = UnitGatherer()
        accept(&gatherer)
        return gatherer.units.filter { !$0.text.isEmpty || $0.number != nil }
    }
}

/// Gathers the units of a record in one walk.
private struct UnitGatherer: ReportVisitor {
    private struct Open {
        /// The unit that the element belongs to, by its number in ``units``.
        var unit: Int?
        /// Whether the element is the number of its unit, or stands in it.
        var isNumber: Bool
        /// The section or annex that the element is or stands in, by its number in ``units``.
        var division: Int?
    }

    private(set) var units: [ComparedUnit] = []
    private var tracker = ElementTracker()
    private var open: [Open] = []

    mutating func enter(_ element: Element) -> Descent {
        tracker.push(element.name)
        var opened = open.last ?? Open(isNumber: false)
        switch element {
        case .section, .annex:
            begin(element, in: opened.division)
            opened = Open(unit: units.count - 1, isNumber: false, division: units.count - 1)
        case .field, .paragraph, .item, .quote, .table, .row, .contents, .entry, .footnote, .unrecognized:
            begin(element, in: opened.division)
            opened = Open(unit: units.count - 1, isNumber: false, division: opened.division)
        case .num, .marker: opened.isNumber = true
        case .cell: part(opened, by: " | ")
        case .p, .lineBreak, .heading, .agendaReference, .paragraphs, .page: part(opened, by: " ")
        default: break
        }
        open.append(opened)
        if case .furniture = element { return .past }
        return .into
    }

    mutating func text(_ text: String) {
        guard let opened = open.last, let unit = opened.unit else { return }
        if opened.isNumber {
            units[unit].number = (units[unit].number ?? "") + text
        } else {
            units[unit].text += text
        }
    }

    mutating func leave(_ element: Element) {
        tracker.pop()
        open.removeLast()
    }

    private mutating func begin(_ element: Element, in division: Int?) {
        let origin = element.origin
        units.append(
            ComparedUnit(
                element: element.name, text: "", path: tracker.xpath, id: origin?.id, lines: origin?.lines,
                section: division.map { units[$0].label }))
    }

    /// Parts what comes from the text before it in the same unit.
    private mutating func part(_ opened: Open, by separator: String) {
        guard let unit = opened.unit, !opened.isNumber, !units[unit].text.isEmpty else { return }
        units[unit].text += separator
    }
}

extension ComparedUnit {
    /// What two units have in common that say the same: compared by bytes, since canonical equivalents are different.
    struct Content: Hashable {
        var element: ElementName
        var bytes: [UInt8]
    }

    /// What the unit says.
    var content: Content { Content(element: element, bytes: Array(text.utf8)) }

    /// The number and the text, such as `II. Organization of the meeting`.
    var label: String {
        guard let number else { return text }
        return text.isEmpty ? number : "\(number) \(text)"
    }
}
