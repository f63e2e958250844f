/// A span that a pass found: the bytes of the text that it covers, and what it is.
struct SpanMark {
    /// The bytes.
    var range: Range<Int>
    /// The span without its content.
    var span: Inline

    /// The span as an organization, or nil.
    var organization: Organization? {
        get { if case .organization(let organization) = span { organization } else { nil } }
        set { if let newValue { span = .organization(newValue) } }
    }

    /// The span as a person, or nil.
    var person: Person? {
        get { if case .person(let person) = span { person } else { nil } }
        set { if let newValue { span = .person(newValue) } }
    }

    static func date(_ match: DateScanner.Match) -> Self {
        Self(range: match.range, span: .date(DateSpan(from: match.from, to: match.to, content: [])))
    }

    static func organization(_ range: Range<Int>, kind: Codes, code: String? = nil, acronym: String? = nil)
        -> Self
    {
        Self(
            range: range,
            span: .organization(Organization(kind: kind, code: code, acronym: acronym, content: [])))
    }
}

extension [SpanMark] {
    /// The marks without those that overlap a longer one, in the order of the text; of equal ones the first stays.
    func withoutOverlaps() -> [SpanMark] {
        let byLength = enumerated().sorted {
            ($1.element.range.count, $0.offset) < ($0.element.range.count, $1.offset)
        }
        var taken: [Range<Int>] = []
        var kept: [SpanMark] = []
        for (_, mark) in byLength {
            var (place, end) = (0, taken.count)
            while place < end {
                let middle = (place + end) / 2
                if taken[middle].lowerBound < mark.range.upperBound {
                    place = middle + 1
                } else {
                    end = middle
                }
            }
            let before = place > 0 ? taken[place - 1].upperBound : 0
            guard before <= mark.range.lowerBound, !mark.range.isEmpty else { continue }
            taken.insert(mark.range, at: place)
            kept.append(mark)
        }
        return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
