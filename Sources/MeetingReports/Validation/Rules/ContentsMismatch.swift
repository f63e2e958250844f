extension FindingCode {
    /// A printed table of contents does not agree with the text.
    static let contentsMismatch = FindingCode("contents-mismatch", .warning)
}

/// Holds the entries of a contents list against the headings and paragraph numbers of the text.
///
/// An entry is that of its target, else of the heading with the same letters and digits, or one that begins with them. Its
/// paragraphs may be those of the whole section or those before its first sub-section. Entries for which there is no
/// heading are reported once for each stretch of them.
struct ContentsMismatch: RecordRule {
    static let explanation = Explanation(
        .contentsMismatch,
        meaning:
            "The printed table of contents does not agree with the headings or the paragraph numbers of the text.",
        reason: """
            A heading that is listed and not there is the surest sign that text was lost, or that a heading was not recognized \
            as one.
            """,
        remedy: """
            Look for the heading in the printed report. If it is there, get a complete text or mark the heading up; if the list \
            itself is wrong, leave the record as it is.
            """,
        bad: .record(
            """
            <contents><entry><num>I.</num><heading>Attendance</heading><paragraphs>1-2</paragraphs></entry></contents>
            <section><num>I.</num><heading>Attendance</heading><paragraph><num>1.</num><p>Twelve States took part.</p></paragraph></section>
            """, at: "/meetingReport/body/contents[1]/entry[1]"),
        good: .record(
            """
            <contents><entry><num>I.</num><heading>Attendance</heading><paragraphs>1</paragraphs></entry></contents>
            <section><num>I.</num><heading>Attendance</heading><paragraph><num>1.</num><p>Twelve States took part.</p></paragraph></section>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        guard !outline.contents.isEmpty else { return [] }
        let headings = HeadingIndex(outline)
        return outline.contents.flatMap { breaches(in: $0, headings, outline) }
    }

    private func breaches(
        in list: RecordOutline.ContentsList, _ headings: HeadingIndex, _ outline: RecordOutline
    ) -> [Breach] {
        var breaches: [Breach] = []
        var missing: [(element: Int, name: String)] = []
        func endStretch() {
            if let first = missing.first, let last = missing.last {
                let message =
                    missing.count == 1
                    ? "The contents list \"\(first.name)\", and the record has no such heading."
                    : """
                    The contents list \(missing.count) headings in a row that the record does not have, from \
                    "\(first.name)" to "\(last.name)".
                    """
                breaches.append(Breach(at: first.element, message))
            }
            missing = []
        }
        for (element, entry) in list.entries {
            switch headings.find(entry) {
            case .nothingToFind: break
            case .other: endStretch()
            case .none: missing.append((element, (entry.heading ?? entry.num ?? []).plainText))
            case .division(let division):
                endStretch()
                if let message = numberMismatch(entry, division) ?? rangeMismatch(entry, division, outline) {
                    breaches.append(
                        Breach(
                            at: element, message,
                            related: [Breach.Related(message: "The heading.", element: division.element)]))
                }
            }
        }
        endStretch()
        return breaches
    }

    private func numberMismatch(_ entry: Entry, _ division: RecordOutline.Division) -> String? {
        guard let listed = entry.num?.withoutMarks, let printed = division.num else { return nil }
        let cores = (PrintedNumber.core(of: listed), PrintedNumber.core(of: printed))
        guard cores.0.lowercased() != cores.1.lowercased(), !cores.0.isEmpty, !cores.1.isEmpty else {
            return nil
        }
        return "The contents number the heading \"\(listed)\", and it is printed with \"\(printed)\"."
    }

    private func rangeMismatch(
        _ entry: Entry, _ division: RecordOutline.Division, _ outline: RecordOutline
    ) -> String? {
        guard let listed = entry.paragraphs?.plainText else { return nil }
        let ends = listed.utf8.split { !$0.isDigit }.compactMap { Int(digits: $0) }
        let scope = division.isSection ? division.scope : division.element
        let inside = outline.paragraphs(in: division.element..<division.end).filter { $0.scope == scope }
        func numbers(_ paragraphs: [RecordOutline.NumberedParagraph]) -> [Int] {
            paragraphs.compactMap { SerialNumber(arabic: PrintedNumber.core(of: $0.num)) }
                .filter(\.prefix.isEmpty).map(\.value)
        }
        let all = numbers(inside)
        guard let first = ends.first, let last = ends.last, let lowest = all.first, let highest = all.last
        else { return nil }
        if (first, last) == (lowest, highest) { return nil }
        let own = numbers(inside.filter { $0.parent == division.element })
        if own.first == first, own.last == last { return nil }
        let found = lowest == highest ? "paragraph \(lowest)" : "paragraphs \(lowest) to \(highest)"
        return "The contents give the paragraphs \"\(listed)\", and the record has \(found) there."
    }
}

/// The headings of a record, to be found by what a contents list says of them.
private struct HeadingIndex {
    enum Match {
        /// The entry names no heading.
        case nothingToFind
        /// No heading is the entry's.
        case none
        /// A section or annex is.
        case division(RecordOutline.Division)
        /// A paragraph, a table or another element is.
        case other
    }

    private var byID: [String: RecordOutline.Division] = [:]
    private var byKey: [String: [RecordOutline.Division]] = [:]
    private var others: Set<String> = []
    private var sortedKeys: [String] = []

    init(_ outline: RecordOutline) {
        for division in outline.divisions {
            if let id = outline.id(of: division) { byID[id] = byID[id] ?? division }
            guard let key = outline.heading(of: division).map(Self.key) ?? division.num.map(Self.key) else {
                continue
            }
            byKey[key, default: []].append(division)
        }
        others = Set(outline.otherHeadings.map(Self.key))
        sortedKeys = others.union(byKey.keys).sorted(by: Self.precedes)
    }

    func find(_ entry: Entry) -> Match {
        if let target = entry.target { return byID[target].map(Match.division) ?? .other }
        guard let heading = entry.heading?.withoutMarks ?? entry.num?.plainText else { return .nothingToFind }
        let key = Self.key(heading)
        guard !key.isEmpty else { return .nothingToFind }
        let number = entry.num.map { PrintedNumber.core(of: $0.withoutMarks) }
        for key in [key, firstKey(beginningWith: key)].compactMap(\.self) {
            if let found = byKey[key] {
                let same = found.first { $0.num.map(PrintedNumber.core) == number }
                if let division = same ?? found.first { return .division(division) }
            }
            if others.contains(key) { return .other }
        }
        return .none
    }

    private func firstKey(beginningWith key: String) -> String? {
        var low = 0
        var high = sortedKeys.count
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes(sortedKeys[middle], key) { low = middle + 1 } else { high = middle }
        }
        return low < sortedKeys.count && sortedKeys[low].utf8.starts(with: key.utf8) ? sortedKeys[low] : nil
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// The letters and digits of a heading, in small letters.
    private static func key(_ heading: String) -> String {
        var key = String.UnicodeScalarView()
        key.append(
            contentsOf: heading.lowercased().unicodeScalars.filter {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
            })
        return String(key)
    }
}
