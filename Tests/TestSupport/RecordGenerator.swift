package import MeetingReports

/// Makes random records that the schema allows, small ones for small sizes.
package struct RecordGenerator {
    private var random: SeededGenerator
    private let size: Int
    private let furtherWords: [String]

    /// Creates a generator.
    ///
    /// - Parameters:
    ///   - seed: the same seed gives the same record.
    ///   - size: how deep and how long runs may become; 1 gives the smallest records.
    ///   - words: words for texts beside those of its own; without white space of XML.
    package init(seed: UInt64, size: Int = 4, words: [String] = []) {
        random = SeededGenerator(seed: seed)
        self.size = size
        furtherWords = words
    }

    /// The smallest size at which a record of this seed still fails; shrinks a counterexample.
    package static func smallestFailure(
        seed: UInt64, size: Int, _ fails: (MeetingReport) -> Bool
    ) -> MeetingReport? {
        for smaller in 1...size {
            var generator = RecordGenerator(seed: seed, size: smaller)
            let report = generator.report()
            if fails(report) { return report }
        }
        return nil
    }

    /// A random record.
    package mutating func report() -> MeetingReport {
        MeetingReport(
            version: "1.0", id: maybe { $0.id() }, lang: maybe { $0.lang() }, kind: maybe { $0.code() },
            source: maybe { $0.source() }, masthead: maybe { $0.masthead(depth: 2) } ?? [],
            body: many(0, 3) { $0.block(depth: 0) })
    }

    // MARK: - Values

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
        random.chance(oneIn: 2) ? make(&self) : nil
    }

    private mutating func many<Value>(_ least: Int, _ most: Int, _ make: (inout Self) -> Value) -> [Value] {
        let count = Int.random(in: least...max(least, min(most, size)), using: &random)
        return (0..<count).map { _ in make(&self) }
    }

    private mutating func id() -> String { pick(["sec_I", "_x", "para_7", "a.b-c", "fn_1"]) }
    private mutating func lang() -> String { pick(["en", "fr", "zh-Hans", "es-419"]) }
    private mutating func code() -> String { pick(["report", "state", "x", "a-b", "DEU"]) }
    private mutating func codes() -> Codes { pick(["chair", "chair viceChair", "topics", "a b-1 c"]) }
    private mutating func number() -> Int { pick([0, 1, 2, 7, 999_999_999]) }

    private mutating func lines() -> SourceLines {
        pick(["3", "39-43 52-53", "1-999999999"]).split(separator: "|").compactMap {
            SourceLines(String($0))
        }[0]
    }

    private mutating func date() -> PartialDate? {
        PartialDate(pick(["2017", "2017-10", "2017-10-31", "0000-01-01", "9999-12-31"]))
    }

    private mutating func value() -> String {
        pick(["General", "a  b", " é ", "tab\there", "line\nfeed", "quote\"'<&>", "\r", "𝔘", "e\u{301}"])
    }

    /// Characters for text: no white space of XML at the ends, and none twice in a row.
    private mutating func words() -> String {
        if !furtherWords.isEmpty, random.chance(oneIn: 2) { return pick(furtherWords) }
        return pick([
            "a", "word", "two words", "é", "e\u{301}", "nb\u{A0}sp", "𝔘𝔫", "<&>\"'", "]]>", "\u{2028}",
            "\u{85}", "\u{200B}",
            "1.", "- a)", "日本", "\u{AD}soft", "\u{7F}", "\u{FEFF}", "&amp;", "\\u0041", "{}", "\u{E000}",
        ])
    }

    // MARK: - Text

    /// A run of texts and spans: no two texts in a row, no space at its ends where `isTrimmed`.
    private mutating func run(depth: Int, isTrimmed: Bool = false) -> [Inline] {
        var run: [Inline] = []
        for _ in 0..<Int.random(in: 0...max(1, size), using: &random) {
            if case .text = run.last { run.append(span(depth: depth + 1)) }
            if random.chance(oneIn: 2) {
                let before = run.isEmpty && isTrimmed ? "" : pick(["", " "])
                run.append(.text(before + words() + (isTrimmed ? "" : pick(["", " "]))))
            } else {
                run.append(span(depth: depth + 1))
            }
        }
        return run
    }

    private mutating func span(depth: Int) -> Inline {
        guard depth < 4 + size else { return .lineBreak }
        switch Int.random(in: 0..<13, using: &random) {
        case 0:
            return .organization(
                Organization(
                    kind: maybe { $0.codes() }, code: maybe { $0.code() }, acronym: maybe { $0.value() },
                    as: maybe { $0.codes() }, content: run(depth: depth)))
        case 1: return .person(Person(as: maybe { $0.codes() }, content: run(depth: depth)))
        case 2: return .role(Role(code: maybe { $0.code() }, content: run(depth: depth)))
        case 3: return .location(Location(code: maybe { $0.code() }, content: run(depth: depth)))
        case 4: return .date(DateSpan(from: date(), to: date(), content: run(depth: depth)))
        case 5: return .event(Event(content: run(depth: depth)))
        case 6:
            return .statement(
                Statement(kind: maybe { $0.codes() }, label: maybe { $0.value() }, content: run(depth: depth))
            )
        case 7:
            return .reference(
                Reference(
                    kind: maybe { $0.codes() }, target: maybe { $0.value() }, content: run(depth: depth)))
        case 8: return .link(Link(href: pick(["http://x.org/a?b#c", "!~"]), content: run(depth: depth)))
        case 9: return .noteReference(NoteReference(target: maybe { $0.id() }, content: run(depth: depth)))
        case 10: return .emphasis(Emphasis(kind: maybe { $0.codes() }, content: run(depth: depth)))
        case 11: return .interruption(interruption(depth: depth))
        default: return .lineBreak
        }
    }

    private mutating func interruption(depth: Int) -> Interruption {
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
            return .furniture(
                Furniture(
                    lines: maybe { $0.lines() }, kind: maybe { $0.pick(Furniture.Kind.allCases) },
                    n: maybe { $0.value() }, text: many(0, 2) { $0.words() }))
        case 1:
            return .footnote(
                Footnote(
                    id: maybe { $0.id() }, lines: maybe { $0.lines() }, lang: maybe { $0.lang() },
                    marker: maybe { $0.words() }, content: many(1, 2) { $0.inner(depth: depth + 1) }))
        default:
            return .unrecognized(
                Unrecognized(
                    id: maybe { $0.id() }, lines: maybe { $0.lines() }, lang: maybe { $0.lang() },
                    text: many(0, 2) { $0.pick(["  two  spaces ", "\ttab", "x", "\u{85}"]) }))
        }
    }

    // MARK: - Blocks

    private mutating func block(depth: Int) -> Block {
        guard depth < 3 + size else { return .interruption(interruption(depth: depth)) }
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
            return .section(
                Section(
                    id: maybe { $0.id() }, lines: maybe { $0.lines() }, lang: maybe { $0.lang() },
                    kind: maybe { $0.codes() }, num: maybe { $0.run(depth: depth, isTrimmed: true) },
                    heading: maybe { $0.run(depth: depth, isTrimmed: true) },
                    agendaReference: maybe { $0.agendaReference(depth: depth) },
                    content: many(0, 3) { $0.block(depth: depth + 1) }))
        case 1: return .list(list(depth: depth))
        case 2: return .table(table(depth: depth))
        case 3: return .quote(quote(depth: depth))
        case 4: return .contents(contents(depth: depth))
        case 5:
            return .annex(
                Annex(
                    id: maybe { $0.id() }, lines: maybe { $0.lines() }, lang: maybe { $0.lang() },
                    kind: maybe { $0.codes() }, num: maybe { $0.run(depth: depth, isTrimmed: true) },
                    masthead: maybe { $0.masthead(depth: depth + 2) } ?? [],
                    heading: maybe { $0.run(depth: depth, isTrimmed: true) },
                    content: many(0, 3) { $0.block(depth: depth + 1) }))
        case 6: return .interruption(interruption(depth: depth))
        default:
            return .paragraph(
                Paragraph(
                    id: maybe { $0.id() }, lines: maybe { $0.lines() }, lang: maybe { $0.lang() },
                    kind: maybe { $0.codes() }, num: maybe { $0.run(depth: depth, isTrimmed: true) },
                    heading: maybe { $0.run(depth: depth, isTrimmed: true) },
                    agendaReference: maybe { $0.agendaReference(depth: depth) },
                    content: many(0, 3) { $0.inner(depth: depth + 1) }))
        }
    }

    private mutating func inner(depth: Int) -> Inner {
        guard depth < 3 + size else { return .p(P(content: [.text(words())])) }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return .list(list(depth: depth))
        case 1: return .table(table(depth: depth))
        case 2: return .quote(quote(depth: depth))
        case 3: return .interruption(interruption(depth: depth))
        default: return .p(p(depth: depth))
        }
    }

    private mutating func p(depth: Int) -> P {
        P(lines: maybe { $0.lines() }, lang: maybe { $0.lang() }, content: run(depth: depth, isTrimmed: true))
    }

    private mutating func agendaReference(depth: Int) -> AgendaReference {
        AgendaReference(items: maybe { $0.value() }, content: run(depth: depth, isTrimmed: true))
    }

    private mutating func masthead(depth: Int) -> [Interrupted<MastheadField>] {
        many(1, 4) { generator in
            if generator.random.chance(oneIn: 6) {
                return .interruption(generator.interruption(depth: depth))
            }
            return .element(generator.field(depth: depth))
        }
    }

    private mutating func field(depth: Int) -> MastheadField {
        let name = pick(MastheadField.Name.allCases)
        var field = MastheadField(name, content: run(depth: depth, isTrimmed: true))
        field.lines = maybe { $0.lines() }
        field.lang = maybe { $0.lang() }
        switch name {
        case .symbol, .distribution, .documentType, .stage: field.value = maybe { $0.value() }
        case .issued: field.value = date()?.description
        case .language, .originalLanguage: field.value = maybe { $0.lang() }
        case .meeting, .venue: field.of = maybe { $0.pick(MastheadField.Of.allCases) }
        case .session:
            field.of = maybe { $0.pick(MastheadField.Of.allCases) }
            field.number = maybe { $0.number().description }
            field.to = maybe { $0.number() }
            field.part = maybe { $0.number() }
        case .agendaItem:
            field.of = maybe { $0.pick(MastheadField.Of.allCases) }
            field.number = maybe { $0.value() }
        case .title: field.status = maybe { $0.pick(MastheadField.Status.allCases) }
        default: break
        }
        return field
    }

    private mutating func list(depth: Int) -> List {
        List(
            id: maybe { $0.id() }, lines: maybe { $0.lines() }, lang: maybe { $0.lang() },
            kind: maybe { $0.codes() },
            content: many(1, 3) { generator in
                if generator.random.chance(oneIn: 6) {
                    return .interruption(generator.interruption(depth: depth + 1))
                }
                return .element(
                    Item(
                        id: generator.maybe { $0.id() }, lines: generator.maybe { $0.lines() },
                        lang: generator.maybe { $0.lang() }, kind: generator.maybe { $0.codes() },
                        num: generator.maybe { $0.run(depth: depth, isTrimmed: true) },
                        content: generator.many(0, 2) { $0.inner(depth: depth + 1) }))
            })
    }

    private mutating func quote(depth: Int) -> Quote {
        Quote(
            id: maybe { $0.id() }, lines: maybe { $0.lines() }, lang: maybe { $0.lang() },
            content: many(1, 2) { generator in
                switch Int.random(in: 0..<4, using: &generator.random) {
                case 0 where depth < 3 + generator.size: .list(generator.list(depth: depth + 1))
                case 1 where depth < 3 + generator.size: .table(generator.table(depth: depth + 1))
                case 2: .interruption(generator.interruption(depth: depth + 1))
                default: .p(generator.p(depth: depth + 1))
                }
            })
    }

    private mutating func table(depth: Int) -> Table {
        Table(
            id: maybe { $0.id() }, lines: maybe { $0.lines() }, lang: maybe { $0.lang() },
            kind: maybe { $0.codes() },
            num: maybe { $0.run(depth: depth, isTrimmed: true) },
            heading: maybe { $0.run(depth: depth, isTrimmed: true) },
            content: many(1, 2) { generator in
                if generator.random.chance(oneIn: 6) {
                    return .interruption(generator.interruption(depth: depth + 1))
                }
                return .element(
                    Row(
                        lines: generator.maybe { $0.lines() },
                        content: generator.many(1, 3) { $0.cell(depth: depth + 1) }))
            })
    }

    private mutating func cell(depth: Int) -> Cell {
        Cell(
            kind: maybe { _ in .label }, columns: maybe { $0.number() }, rows: maybe { $0.number() },
            lang: maybe { $0.lang() }, content: many(0, 2) { $0.inner(depth: depth + 1) })
    }

    private mutating func contents(depth: Int) -> Contents {
        Contents(
            id: maybe { $0.id() }, lines: maybe { $0.lines() }, lang: maybe { $0.lang() },
            heading: maybe { $0.run(depth: depth, isTrimmed: true) },
            content: many(0, 3) { generator in
                if generator.random.chance(oneIn: 6) {
                    return .interruption(generator.interruption(depth: depth + 1))
                }
                return .element(generator.entry(depth: depth + 1))
            })
    }

    private mutating func entry(depth: Int) -> Entry {
        Entry(
            lines: maybe { $0.lines() }, lang: maybe { $0.lang() }, kind: maybe { _ in .label },
            level: maybe { $0.number() }, target: maybe { $0.id() },
            num: maybe { $0.run(depth: depth, isTrimmed: true) },
            heading: maybe { $0.run(depth: depth, isTrimmed: true) },
            agendaReference: maybe { $0.agendaReference(depth: depth) },
            paragraphs: maybe { $0.run(depth: depth, isTrimmed: true) },
            page: maybe { $0.run(depth: depth, isTrimmed: true) })
    }

    private mutating func source() -> Source {
        Source(
            name: value(), sha256: maybe { _ in String(repeating: "0a", count: 32) },
            size: maybe { $0.number() },
            encoding: maybe { _ in "UTF-8" }, lines: maybe { $0.lines() })
    }
}
