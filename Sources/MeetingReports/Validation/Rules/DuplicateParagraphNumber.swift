extension FindingCode {
    /// Two paragraphs of one document are printed with the same number.
    static let duplicateParagraphNumber = FindingCode("duplicate-paragraph-number", .warning)
}

/// Finds numbered paragraphs that share their number with an earlier one.
///
/// The body and each annex have numbers of their own. The record keeps what was printed; nothing is corrected.
struct DuplicateParagraphNumber: RecordRule {
    static let code = FindingCode.duplicateParagraphNumber

    func check(_ report: MeetingReport, _ places: RecordPlaces) -> [Finding] {
        let repeats = repeats(in: report)
        let places = report.places(of: Set(repeats.flatMap { [$0.first, $0.second] }), places)
        return repeats.compactMap { pair in
            guard let first = places[pair.first], let second = places[pair.second] else { return nil }
            return Finding(
                Self.code, message: "The paragraph number \"\(pair.num)\" is printed twice.", place: second,
                related: [Finding.Related(message: "It is first printed here.", place: first)])
        }
    }

    /// The numbers that are printed again, with the places in document order of the two paragraphs.
    private func repeats(in report: MeetingReport) -> [(num: String, first: Int, second: Int)] {
        var repeats: [(num: String, first: Int, second: Int)] = []
        var scopes: [(depth: Int, seen: [String: Int])] = [(0, [:])]
        report.walk { element, cursor in
            while let scope = scopes.last, cursor.tracker.depth <= scope.depth { scopes.removeLast() }
            switch element {
            case .annex: scopes.append((cursor.tracker.depth, [:]))
            case .paragraph(let paragraph):
                guard let num = paragraph.num?.plainText, let number = Self.number(num) else { return }
                if let first = scopes[scopes.count - 1].seen[number] {
                    repeats.append((num, first, cursor.ordinal))
                } else {
                    scopes[scopes.count - 1].seen[number] = cursor.ordinal
                }
            default: break
            }
        }
        return repeats
    }

    /// The number without its punctuation; nil for a blank one, which is not a number yet.
    private static func number(_ num: String) -> String? {
        let core = PrintedNumber.core(of: num)
        return core.isEmpty ? nil : core
    }
}
