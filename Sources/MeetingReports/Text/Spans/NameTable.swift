import CSchemas

/// Names of States and organizations, looked up at the words of a text.
struct NameTable: Sendable {
    /// A name and what it stands for.
    struct Entry: Sendable {
        var name: [UInt8]
        var kind: Codes
        var code: String?
        var acronym: String?

        /// Whether the name ends with what it is of, as in lists by the alphabet: `Korea, Republic of`.
        var isInverted: Bool {
            name.suffix(3).elementsEqual(" of".utf8) || name.suffix(3).elementsEqual(" OF".utf8)
        }
    }

    /// The names by their first word, the longest first.
    private var entries: [ArraySlice<UInt8>: [Entry]] = [:]
    /// What acronyms stand for, by the acronym.
    private(set) var acronyms: [String: Entry] = [:]

    /// The names that come with the library.
    static let shared = NameTable()

    /// The names of States in another language than English; nil where the library has none.
    static func table(language: String?) -> NameTable? { language.flatMap { byLanguage[$0] } }

    /// The State whose name in any language begins at an offset: for what only a State can be, the bracket after a person.
    static func anyLanguage(in bytes: [UInt8], at offset: Int) -> Entry? {
        shared.match(in: bytes, at: offset)
            ?? byLanguage.keys.sorted().lazy.compactMap { byLanguage[$0]?.match(in: bytes, at: offset) }.first
    }

    private static let byLanguage: [String: NameTable] = {
        var tables: [String: NameTable] = [:]
        for row in rows(of: "states-by-language.tsv") where row.count >= 3 {
            tables[row[0], default: NameTable(names: [])].add(
                Entry(name: Array(row[2].utf8), kind: "state", code: row[1]))
        }
        return tables.mapValues { $0.sorted() }
    }()

    private init(names: [Entry]) {
        for name in names { add(name) }
    }

    /// The signs that are printed for an apostrophe.
    private static let apostrophes = ["\u{2019}", "\u{2018}", "\u{B4}", "`"]

    /// The table with the longest of the names that begin alike first.
    private func sorted() -> NameTable {
        var table = self
        for key in table.entries.keys { table.entries[key]?.sort { $0.name.count > $1.name.count } }
        return table
    }

    private init() {
        for row in Self.rows(of: "states.tsv") where row.count >= 2 {
            add(Entry(name: Array(row[1].utf8), kind: "state", code: row[0]))
        }
        for row in Self.rows(of: "organizations.tsv") where row.count >= 3 {
            let acronym = row[0] == "-" ? nil : row[0]
            let entry = Entry(name: Array(row[1].utf8), kind: Codes(row[2]), acronym: acronym)
            add(entry)
            if let acronym { acronyms[acronym] = acronyms[acronym] ?? entry }
        }
        self = sorted()
    }

    private mutating func add(_ entry: Entry) {
        var forms = [entry.name]
        let curled = entry.name.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
        if curled.count > 1 {
            forms += Self.apostrophes.map { Array(curled.joined(separator: $0.utf8)) }
        }
        // Lists of States and heads of documents are printed in capitals too.
        if entry.name.contains(where: \.isSmall), entry.kind == "state" || entry.name.contains(.space) {
            forms += forms.map { Array(String(decoding: $0, as: UTF8.self).uppercased().utf8) }
        }
        for form in forms {
            var entry = entry
            entry.name = form
            entries[Self.firstWord(of: form[...]), default: []].append(entry)
        }
    }

    /// The longest name that begins at an offset and ends with a word.
    func match(in bytes: [UInt8], at offset: Int) -> Entry? {
        guard let candidates = entries[Self.firstWord(of: bytes[offset...])] else { return nil }
        return candidates.first { entry in
            let end = offset + entry.name.count
            guard end <= bytes.count, bytes[offset..<end].elementsEqual(entry.name) else { return false }
            guard end < bytes.count else { return true }
            if bytes[end] == .hyphen, end + 1 < bytes.count, bytes[end + 1].isWordByte { return false }
            // `Iran, Islamic Republic of`, but not in `Iran, Islamic Republic of Mauritania`.
            if entry.isInverted, bytes[end] == .space, end + 1 < bytes.count, bytes[end + 1].isCapital {
                return false
            }
            return !scalar(in: bytes, at: end).scalar.properties.isAlphabetic && !bytes[end].isDigit
        }
    }

    /// The entry of exactly that name.
    func entry(named name: ArraySlice<UInt8>) -> Entry? {
        entries[Self.firstWord(of: name)]?.first { $0.name.elementsEqual(name) }
    }

    private static func firstWord(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let word = bytes.prefix(while: \.isWordByte)
        return word.isEmpty ? bytes.prefix(1) : word
    }

    /// The rows of a table: tab-separated, comments aside.
    static func rows(of file: String) -> [[String]] {
        var count = 0
        guard let start = cschemas_find(file, &count) else { return [] }
        let bytes = UnsafeBufferPointer(start: start, count: count)
        return bytes.split(separator: .lineFeed).filter { $0.first != UInt8(ascii: "#") }.map { line in
            line.split(separator: .tab, omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
    }
}
