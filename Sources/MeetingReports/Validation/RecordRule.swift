/// What a record has to keep beyond the schema; one type a rule, the same for every format.
///
/// No rule corrects anything: a record keeps what was printed, and a breach is only reported. An error says that the
/// record contradicts itself; a warning, that something was printed which somebody should look at.
protocol RecordRule: Sendable {
    /// The rule's code, what it means, and a record that breaks it beside one that does not.
    static var explanation: Explanation { get }

    /// What breaks the rule.
    func breaches(in outline: RecordOutline) -> [Breach]
}

/// A place at which a record breaks a rule.
struct Breach {
    /// What of an element a person looks at.
    enum Part {
        /// The element, or what names it.
        case element
        /// An attribute.
        case attribute(AttributeName)
        /// The number that is printed before it.
        case number(String)
    }

    /// The element, by its number in document order.
    var element: Int
    /// What of it is at fault.
    var part: Part
    /// What was found and what was expected.
    var message: String
    /// How grave it is, where that is not what the code says.
    var severity: Finding.Severity?
    /// Other elements that belong to it.
    var related: [Related]

    /// Another element that belongs to a breach.
    struct Related {
        var message: String
        var element: Int
        var part = Part.element
    }

    init(
        at element: Int, part: Part = .element, _ message: String, severity: Finding.Severity? = nil,
        related: [Related] = []
    ) {
        self.element = element
        self.part = part
        self.message = message
        self.severity = severity
        self.related = related
    }
}

/// The rules, in the order in which they are run.
enum RecordRules {
    static let all: [any RecordRule] = [
        DuplicateID(), MissingTarget(), ImpossibleDate(), ReversedDateRange(), ReversedSessionRange(),
        SourceLinesOrder(), InvalidURI(),
        DuplicateParagraphNumber(), MissingParagraphNumber(), ParagraphNumberOrder(),
        DuplicateSectionNumber(), MissingSectionNumber(), SectionNumberOrder(),
        NoteWithoutMark(), MarkWithoutNote(), DanglingParagraphReference(),
        DatesContradict(), UnknownAgendaItem(), ContentsMismatch(), MalformedSymbol(), StateNamePeriod(),
        AcronymBeforeName(), EmptySection(), UnrecognizedText(),
    ]

    /// The codes of all rules.
    static var codes: [FindingCode] { all.map { type(of: $0).explanation.code } }

    /// What all rules find in a record, in the order of the record.
    static func check(_ tape: RecordTape, _ places: RecordPlaces) -> [Finding] {
        let outline = OutlineGatherer.outline(of: tape)
        var found: [(code: FindingCode, breach: Breach)] = []
        for rule in all {
            let breaches = rule.breaches(in: outline)
            guard !breaches.isEmpty else { continue }
            let code = type(of: rule).explanation.code
            for breach in breaches { found.append((code, breach)) }
        }
        guard !found.isEmpty else { return [] }
        // The sort is stable, so that what is found of one element stays in the order of the rules.
        found.sort { $0.breach.element < $1.breach.element }
        var elements: Set<Int> = []
        for (_, breach) in found {
            elements.insert(breach.element)
            for related in breach.related { elements.insert(related.element) }
        }
        var places = places
        if places.offsets.isEmpty { places.offsets = tape.offsets }
        // Made once, however many places are asked for.
        if let index = places.index?() { places.index = { index } }
        let placed = tape.places(of: elements, places)
        let ranges = places.index.map { BreachRange($0(), offsets: places.offsets) }
        return found.map { Finding($0.code, $0.breach, placed, ranges) }
    }
}

extension Finding {
    /// A breach as a finding, with the places of the elements.
    fileprivate init(
        _ code: FindingCode, _ breach: Breach, _ places: [Int: Place], _ ranges: BreachRange?
    ) {
        func place(of part: Breach.Part, of element: Int) -> Place {
            var place = places[element] ?? Place()
            if case .attribute(let name) = part {
                place.xpath? += "/@\(name.text)"
                place.jsonPointer? += "/\(name.text)"
            }
            place.range = ranges?.range(of: part, of: element, lines: place.sourceLines)
            return place
        }
        self.init(
            code, severity: breach.severity, message: breach.message,
            place: place(of: breach.part, of: breach.element),
            related: breach.related.map { related in
                Related(message: related.message, place: place(of: related.part, of: related.element))
            })
    }
}
