/// What the rules need to know of a record, gathered in one walk over it (see ``OutlineGatherer``).
///
/// Elements are known by their number in document order, counted from 0. The document and each annex are a scope, with
/// numbers and dates of its own; a scope is known by the number of its element. It lasts no longer than the tape of the
/// record, of which it takes ids and headings only where a rule asks for them.
struct RecordOutline {
    private let view: RecordView

    /// The scope of all that is in no annex.
    static let documentScope = 0

    /// An id that an element carries.
    struct ID {
        var id: UnsafeBufferPointer<UInt8>
        var element: Int

        var text: String { String(checked: id) }
    }

    /// An attribute `target` of a note's mark, of an entry, or of a reference.
    struct Target {
        var target: UnsafeBufferPointer<UInt8>
        var element: Int
        var name: ElementName

        var text: String { String(checked: target) }
    }

    /// A section, or an annex.
    struct Division {
        var element: Int
        /// The section, annex or body that holds it.
        var parent: Int
        /// The scope that it stands in: of an annex, the one around it.
        var scope: Int
        var num: String?
        /// The node of its id and heading, for ``RecordOutline/id(of:)`` and ``RecordOutline/heading(of:)``.
        var node: Int
        var headingNode: Int?
        var isSection: Bool
        var namesAgendaItems: Bool
        /// Whether it holds nothing but interruptions.
        var isEmpty: Bool
        /// The number of the first element after it.
        var end: Int
    }

    /// A paragraph that is printed with a number.
    struct NumberedParagraph {
        var element: Int
        /// The section, annex or body that holds it.
        var parent: Int
        var scope: Int
        var num: String
    }

    /// A footnote.
    struct Note {
        var element: Int
        var id: UnsafeBufferPointer<UInt8>?
        var marker: String?
    }

    /// The mark of a note in the text.
    struct Mark {
        var element: Int
        var target: UnsafeBufferPointer<UInt8>?
        /// The place among the notes of the one that it stands in, where it stands in one.
        var note: Int?
    }

    /// A span over a date.
    struct DatedSpan {
        /// What the date is the date of.
        enum Meaning: Hashable {
            /// Of the meeting reported, in a masthead.
            case venue
            /// Of the meeting reported, in a statement that it took place.
            case meeting
            /// Of something else.
            case other
        }

        var element: Int
        var from: PartialDate?
        var to: PartialDate?
        var meaning: Meaning
        var scope: Int
    }

    /// The date of a document.
    struct Issue {
        var element: Int
        var date: PartialDate
        var scope: Int
    }

    /// A span over the name of an organization.
    struct NamedOrganization {
        var element: Int
        var name: String
        var acronym: String?
        var scope: Int
        var isState: Bool
        /// Whether the record says in which capacity it is named.
        var hasCapacity: Bool
        /// Whether it stands in running text: not in a masthead, a heading, a table of contents or a note.
        var isInText: Bool
    }

    /// Words that refer to paragraphs.
    struct ParagraphReference {
        var element: Int
        var target: UnsafeBufferPointer<UInt8>?
        var text: String
    }

    /// Numbers of agenda items that are named.
    struct AgendaItems {
        var element: Int
        var attribute: AttributeName
        var items: [String]
    }

    /// A printed table of contents.
    struct ContentsList {
        var element: Int
        var scope: Int
        var entries: [(element: Int, entry: Entry)]
    }

    /// Text that was not recognized.
    struct UnrecognizedBlock {
        var element: Int
        var text: [String]
    }

    /// What kind of document the record says it is.
    var kind: String?
    var ids: [ID] = []
    var targets: [Target] = []
    /// Sections and annexes in document order.
    var divisions: [Division] = []
    var paragraphs: [NumberedParagraph] = []
    var notes: [Note] = []
    var marks: [Mark] = []
    var dates: [DatedSpan] = []
    var issues: [Issue] = []
    /// The elements whose lines do not ascend.
    var unorderedLines: [(element: Int, lines: SourceLines)] = []
    /// The sessions of which a first and a last are named.
    var sessionRanges: [(element: Int, first: Int, last: Int)] = []
    var symbols: [(element: Int, symbol: String)] = []
    var links: [(element: Int, href: String)] = []
    var organizations: [NamedOrganization] = []
    var paragraphReferences: [ParagraphReference] = []
    /// The items of the agenda lists, as `4` or `4(a)`.
    var agenda: Set<String> = []
    /// Where the items of the agenda are named.
    var agendaItems: [AgendaItems] = []
    var contents: [ContentsList] = []
    /// The nodes of the headings of paragraphs and tables.
    var otherHeadingNodes: [Int] = []
    var unrecognized: [UnrecognizedBlock] = []

    /// The first element of each id.
    private(set) var elements = IDTable()
    /// What is odd about the numbers of paragraphs, and of sections.
    private(set) var paragraphAnomalies: [NumberAnomaly] = []
    private(set) var sectionAnomalies: [NumberAnomaly] = []

    /// An outline in which nothing was gathered yet.
    init(of view: RecordView) {
        self.view = view
    }

    /// Looks at the ids and the numbers, once everything is gathered.
    mutating func finish() {
        elements = IDTable(capacity: ids.count)
        for id in ids { elements.insert(id.id, id.element) }
        paragraphAnomalies = NumberRuns.anomalies(ofParagraphs: paragraphs)
        sectionAnomalies = NumberRuns.anomalies(ofSections: divisions)
    }

    /// The headings of paragraphs and tables.
    var otherHeadings: [String] { otherHeadingNodes.map { view.withoutMarks($0) } }

    /// The heading that is printed over a section or an annex.
    func heading(of division: Division) -> String? { division.headingNode.map { view.withoutMarks($0) } }

    /// The id of a section or an annex.
    func id(of division: Division) -> String? { view.string(.id, of: division.node) }

    /// The numbered paragraphs among some elements.
    func paragraphs(in elements: Range<Int>) -> [NumberedParagraph] {
        func first(from element: Int) -> Int {
            var low = 0
            var high = paragraphs.count
            while low < high {
                let middle = (low + high) / 2
                if paragraphs[middle].element < element { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return Array(paragraphs[first(from: elements.lowerBound)..<first(from: elements.upperBound)])
    }
}
