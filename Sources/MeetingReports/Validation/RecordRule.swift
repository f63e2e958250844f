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
    /// The element, by its number in document order.
    var element: Int
    /// The attribute that is at fault, where it is one.
    var attribute: AttributeName?
    /// What was found and what was expected.
    var message: String
    /// How grave it is, where that is not what the code says.
    var severity: Finding.Severity?
    /// Other elements that belong to it.
    var related: [(message: String, element: Int)]

    init(
        at element: Int, attribute: AttributeName? = nil, _ message: String,
        severity: Finding.Severity? = nil, related: [(message: String, element: Int)] = []
    ) {
        self.element = element
        self.attribute = attribute
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
    ///
    /// - Parameter outline: the record's outline, where it was gathered while the record was read.
    static func check(
        _ report: MeetingReport, _ places: RecordPlaces, outline: RecordOutline? = nil
    ) -> [Finding] {
        let outline = outline ?? RecordOutline(of: report)
        var found: [(code: FindingCode, breach: Breach)] = []
        for rule in all {
            let code = type(of: rule).explanation.code
            for breach in rule.breaches(in: outline) { found.append((code, breach)) }
        }
        guard !found.isEmpty else { return [] }
        // The sort is stable, so that what is found of one element stays in the order of the rules.
        found.sort { $0.breach.element < $1.breach.element }
        var elements: Set<Int> = []
        for (_, breach) in found {
            elements.insert(breach.element)
            for related in breach.related { elements.insert(related.element) }
        }
        let placed = report.places(of: elements, places)
        return found.map { Finding($0.code, $0.breach, placed) }
    }
}

extension Finding {
    /// A breach as a finding, with the places of the elements.
    fileprivate init(_ code: FindingCode, _ breach: Breach, _ places: [Int: Place]) {
        var place = places[breach.element] ?? Place()
        if let attribute = breach.attribute?.text {
            place.xpath? += "/@\(attribute)"
            place.jsonPointer? += "/\(attribute)"
        }
        self.init(
            code, severity: breach.severity, message: breach.message, place: place,
            related: breach.related.map { related in
                Related(message: related.message, place: places[related.element] ?? Place())
            })
    }
}
