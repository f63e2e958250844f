/// A comparison of two records as text for people: under each section what changed in it, then the facts.
///
///     II. Organization of the meeting
///       ~ paragraph 4. (lines 35-42, 36-43): … consisted of the following [-three-] {+four+} sessions: …
///       + item d) (line 44): Data integration
///     attendance
///       + Spain, state, ESP, participant
///
/// `~` is a change, `+` what came, `-` what went, `>` what moved, `#` what was only renumbered.
public struct ComparisonText: Sendable {
    private let usesColor: Bool
    /// How many words that were kept are shown before and after a change.
    private static let context = 6

    /// Creates a report, with colour for a terminal.
    public init(usesColor: Bool = false) {
        self.usesColor = usesColor
    }

    /// The comparison; empty where there is no difference.
    public func text(_ comparison: RecordComparison) -> String {
        var text = ""
        var heading: String?
        for group in Self.groups(comparison.changes) {
            let section = Self.section(of: group[0])
            if heading != section {
                text += styled(PrintableText.line(section), .bold) + "\n"
                heading = section
            }
            text += line(group)
        }
        var kind: String?
        for fact in comparison.facts {
            if kind != fact.kind { text += styled(fact.kind, .bold) + "\n" }
            kind = fact.kind
            let says = PrintableText.line(fact.columns.map(\.value).joined(separator: ", "))
            text += fact.side == .added ? styled("  + \(says)", .green) : styled("  - \(says)", .red)
            text += "\n"
        }
        if let difference = comparison.markDifference {
            text += "The printed text is the same; the first other difference is at \(difference.path): "
            text += PrintableText.line("\(difference.first) became \(difference.second)") + "\n"
        }
        return text
    }

    // MARK: Changes

    /// The changes, those that only renumber one neighbour after the other as one group.
    private static func groups(_ changes: [RecordComparison.Change]) -> [[RecordComparison.Change]] {
        var groups: [[RecordComparison.Change]] = []
        for change in changes {
            if case .renumbered(_, let unit) = change, let last = groups.last?.last,
                case .renumbered(_, let before) = last, before.element == unit.element,
                section(of: last) == section(of: change)
            {
                groups[groups.count - 1].append(change)
            } else {
                groups.append([change])
            }
        }
        return groups
    }

    /// The heading under which a change stands.
    private static func section(of change: RecordComparison.Change) -> String {
        let unit = change.new ?? change.old
        guard let unit else { return "" }
        return MastheadField.Name(unit.element) != nil ? "masthead" : unit.section ?? "body"
    }

    private func line(_ group: [RecordComparison.Change]) -> String {
        switch group[0] {
        case .changed(let old, let new):
            let number = old.number == new.number ? "" : ", was \(old.number ?? "without number")"
            return line("~", new, Self.lines(old, new) + PrintableText.line(number), words(old, new), nil)
        case .renumbered(let first, _):
            guard case .renumbered(let last, let new)? = group.last,
                case .renumbered(_, let firstNew) = group[0]
            else { return "" }
            let range = { (from: ComparedUnit, to: ComparedUnit) in
                let ends = [from.number ?? "without number", to.number ?? "without number"]
                return PrintableText.line(group.count > 1 ? ends.joined(separator: " to ") : ends[0])
            }
            return "  # \(new.element.name) \(range(first, last)) became \(range(firstNew, new))\n"
        case .moved(let old, let new):
            let origin = old.section.map { ", from \($0)" } ?? ""
            return line(
                ">", new, Self.lines(old, new) + PrintableText.line(origin), Self.shortened(new.text), .cyan)
        case .removed(let old):
            return line("-", old, Self.lines(old, nil), PrintableText.line(old.text), .red)
        case .added(let new):
            return line("+", new, Self.lines(nil, new), PrintableText.line(new.text), .green)
        }
    }

    private func line(
        _ sign: String, _ unit: ComparedUnit, _ place: String, _ words: String, _ style: TextStyle?
    ) -> String {
        let number = unit.number.map { " " + PrintableText.line($0) } ?? ""
        let text = "  \(sign) \(unit.element.name)\(number)\(place)" + (words.isEmpty ? "" : ": \(words)")
        return (style.map { styled(text, $0) } ?? text) + "\n"
    }

    /// The source lines of what a change is about, the old ones first.
    private static func lines(_ old: ComparedUnit?, _ new: ComparedUnit?) -> String {
        let lines = [old?.lines, new?.lines].compactMap { $0?.description }
        guard !lines.isEmpty else { return "" }
        return
            " (\(lines.count > 1 || lines[0].contains("-") ? "lines" : "line") \(lines.joined(separator: ", ")))"
    }

    /// The words of a changed unit, those far from any change left out.
    private func words(_ old: ComparedUnit, _ new: ComparedUnit) -> String {
        let runs = WordDifference(from: old.text, to: new.text).runs
        return runs.indices.map { index in
            let text = PrintableText.line(runs[index].text)
            switch runs[index].fate {
            case .removed: return styled("[-\(text)-]", .red)
            case .added: return styled("{+\(text)+}", .green)
            case .kept: return Self.kept(text, isFirst: index == 0, isLast: index == runs.count - 1)
            }
        }.joined(separator: " ")
    }

    private static func kept(_ text: String, isFirst: Bool, isLast: Bool) -> String {
        let words = text.split(separator: " ")
        let before = isFirst ? 0 : context
        let after = isLast ? 0 : context
        guard words.count > before + after + 1 else { return text }
        let parts = [
            words.prefix(before).joined(separator: " "), "…", words.suffix(after).joined(separator: " "),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func shortened(_ text: String) -> String {
        kept(PrintableText.line(text), isFirst: false, isLast: true)
    }

    private func styled(_ text: String, _ style: TextStyle) -> String {
        style.applied(to: text, usesColor)
    }
}

extension RecordComparison.Change {
    /// What the change is about in the old record, or nil.
    var old: ComparedUnit? {
        switch self {
        case .changed(let old, _), .renumbered(let old, _), .moved(let old, _), .removed(let old): old
        case .added: nil
        }
    }

    /// What the change is about in the new record, or nil.
    var new: ComparedUnit? {
        switch self {
        case .changed(_, let new), .renumbered(_, let new), .moved(_, let new), .added(let new): new
        case .removed: nil
        }
    }

    /// The name of the change, as JSON has it.
    var name: String {
        switch self {
        case .changed: "changed"
        case .renumbered: "renumbered"
        case .moved: "moved"
        case .removed: "removed"
        case .added: "added"
        }
    }
}
