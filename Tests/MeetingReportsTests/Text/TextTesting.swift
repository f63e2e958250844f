import MeetingReports
import Testing

#if canImport(Glibc)
    import Glibc
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

/// Folders of the package, found from this file.
enum TestFiles {
    static let package: String = {
        let parts = #filePath.split(separator: "/")
        return "/" + parts.dropLast(4).joined(separator: "/")
    }()

    static let seed = package + "/seeds/000_aa9fe8eeef786324.txt"

    /// The texts of the collection beside the package, none where it is missing.
    static let corpus: [String] = {
        let folder = package + "/../shared/corpus"
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if [".txt", ".md", ".adoc"].contains(where: name.hasSuffix) { names.append(folder + "/" + name) }
        }
        return names.sorted()
    }()

    static func bytes(_ path: String) throws -> [UInt8] {
        let file = try #require(fopen(path, "rb"))
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return bytes
    }
}

/// A small generator with a seed (xorshift64*), so that a failure can be run again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }
}
