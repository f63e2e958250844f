import MeetingReports
import TestSupport
import Testing

#if canImport(Glibc)
#endif

/// Reads a text written in a test.
func reading(_ text: String) throws -> TextReading {
    try TextReader().read(Array(text.utf8), name: "test.txt")
}

/// The elements of one kind in a report, in printed order.
func elements<Found>(_ report: MeetingReport, _ pick: (Element) -> Found?) -> [Found] {
    withoutActuallyEscaping(pick) { pick in
        var collector = Collector(pick: pick)
        report.accept(&collector)
        return collector.found
    }
}

private struct Collector<Found>: ReportVisitor {
    let pick: (Element) -> Found?
    var found: [Found] = []

    init(pick: @escaping (Element) -> Found?) {
        self.pick = pick
    }

    mutating func enter(_ element: Element) -> Descent {
        if let element = pick(element) { found.append(element) }
        return .into
    }
}

extension MeetingReport {
    var fields: [MastheadField] { masthead.compactMap(\.element) }
    var sections: [Section] { elements(self) { if case .section(let section) = $0 { section } else { nil } } }
    var paragraphs: [Paragraph] {
        elements(self) { if case .paragraph(let found) = $0 { found } else { nil } }
    }
    var lists: [List] { elements(self) { if case .list(let list) = $0 { list } else { nil } } }
    var items: [Item] { elements(self) { if case .item(let item) = $0 { item } else { nil } } }
    var organizations: [Organization] {
        elements(self) { if case .organization(let found) = $0 { found } else { nil } }
    }
    var persons: [Person] { elements(self) { if case .person(let found) = $0 { found } else { nil } } }
    var statements: [Statement] {
        elements(self) { if case .statement(let found) = $0 { found } else { nil } }
    }
    var dates: [DateSpan] { elements(self) { if case .date(let found) = $0 { found } else { nil } } }
    var notes: [Footnote] { elements(self) { if case .footnote(let found) = $0 { found } else { nil } } }
    var furniture: [Furniture] {
        elements(self) { if case .furniture(let found) = $0 { found } else { nil } }
    }
    var noteReferences: [NoteReference] {
        elements(self) { if case .noteReference(let found) = $0 { found } else { nil } }
    }
    var links: [Link] { elements(self) { if case .link(let found) = $0 { found } else { nil } } }
    var unrecognized: [Unrecognized] {
        elements(self) { if case .unrecognized(let found) = $0 { found } else { nil } }
    }
}

extension [Inner] {
    /// The text of the runs.
    var runs: [String] { compactMap { if case .p(let p) = $0 { p.content.plainText } else { nil } } }
}

/// The texts that the tests read.
enum TestFiles {
    static let seed = packageFolder + "/seeds/000_aa9fe8eeef786324.txt"

    /// The texts of the collection beside the package, none where it is missing.
    static let corpus = [".txt", ".md", ".adoc"].flatMap { ending in
        SharedFolder.files(in: "corpus", ending: ending).map { "\(SharedFolder.path)/corpus/\($0)" }
    }.sorted()

    static func bytes(_ path: String) throws -> [UInt8] { try readFile(path) }
}
