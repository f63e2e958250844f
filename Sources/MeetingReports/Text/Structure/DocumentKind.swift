extension FindingCode {
    /// A text that is another document than the report of a meeting.
    static let textOtherDocument = FindingCode("text-other-document", .warning)
}

/// What a text is: a report of a meeting or another document, and how sure that is.
struct DocumentKind: Hashable {
    /// How sure it is.
    enum Confidence: String {
        case high
        case medium
        case low
    }

    /// The kind by the vocabulary's codes of a record: `report`, `agenda`, `corrigendum` and others; nil where nothing tells.
    var kind: String?
    /// How sure it is.
    var confidence: Confidence
    /// What tells it, as the end of a sentence.
    var reason: String

    /// Judges a text by its masthead, and where that says nothing by its first words.
    init(masthead: [Interrupted<MastheadField>], lines: [TextLine]) {
        let fields = masthead.compactMap(\.element)
        let titles = fields.filter { $0.name == .title }.map { $0.content.plainText }
        let title = titles.lazy.compactMap { Self.titleKind($0) }.first
        if let type = fields.first(where: {
            $0.name == .documentType && $0.value != nil && $0.value != "revision"
        }),
            let value = type.value, value != "paper" || title == nil
        {
            self.init(value, .high, "it says of itself “\(type.content.plainText)”")
        } else if let (kind, symbol) = Self.symbolKind(fields), title != "minutes",
            title != "agenda" || kind != "addendum"
        {
            self.init(kind, .high, "its symbol is \(symbol)")
        } else if let reason = Self.journalism(titles, lines) {
            self.init("summary", .medium, reason)
        } else if let title {
            self.init(title, .high, "its title is “\(titles.first { Self.titleKind($0) != nil } ?? "")”")
        } else if fields.contains(where: { $0.name == .title || $0.name == .agendaItemTitle }),
            fields.contains(where: { $0.name == .symbol || $0.name == .distribution })
        {
            self.init("paper", .medium, "it has the masthead of a document, and its title names no report")
        } else if Self.isOfficialRecord(fields) {
            self.init("minutes", .medium, "its masthead is that of the official record of a meeting")
        } else if Self.saysMeeting(lines) {
            self.init("report", .low, "it says when a meeting was held")
        } else if fields.contains(where: { $0.name == .meeting }),
            fields.contains(where: { $0.name == .venue })
        {
            self.init("report", .low, "its masthead names a meeting with its place and date")
        } else {
            self.init(nil, .low, "nothing in it tells which meeting it reports")
        }
    }

    private init(_ kind: String?, _ confidence: Confidence, _ reason: String) {
        self.kind = kind
        self.confidence = confidence
        self.reason = reason
    }

    /// What somebody should know who expects the report of a meeting.
    func findings(lines: [TextLine]) -> [Finding] {
        var findings: [Finding] = []
        let isReport = kind == "report" || kind == "minutes" || kind == "summary" && confidence == .high
        // A few lines that say nothing of themselves are not worth a word.
        let isScrap = kind == nil && lines.count < 20
        if !isReport, !isScrap {
            let name = kind.flatMap { Self.names[$0] } ?? "no known kind of document"
            findings.append(
                Finding(
                    .textOtherDocument, severity: confidence == .low ? .info : .warning,
                    message:
                        "The text looks like \(name), not like the report of a meeting: \(reason) (confidence: \(confidence.rawValue)). It was read all the same.",
                    place: Place(range: Self.beginning)))
        }
        let symbols = Self.mastheadSymbols(lines)
        if symbols.count > 1 {
            findings.append(
                Finding(
                    .textOtherDocument, severity: .info,
                    message:
                        "The text looks like a bundle of \(symbols.count) documents: mastheads with the symbols \(symbols.joined(separator: ", ")) (confidence: medium). It was read as one record.",
                    place: Place(range: Self.beginning)))
        }
        return findings
    }

    private static let beginning: TextRange = {
        let start = TextPosition(line: 1, column: 1, offset: 0)
        return TextRange(start: start, end: start)
    }()

    private static let names = [
        "agenda": "an agenda", "decision": "a decision", "corrigendum": "a corrigendum",
        "addendum": "an addendum",
        "paper": "a paper", "summary": "a journalistic summary", "list": "a list of participants",
    ]

    private static func titleKind(_ title: String) -> String? {
        let bytes = Array(title.utf8)[...]
        let words = MastheadWords.words(bytes).filter { !$0.isEmpty }
        if let kind = MastheadTitle.kind(of: words) { return isOfOfficial(words) ? "paper" : kind }
        if words.contains("report") || words.contains("informe") || words.contains("rapport") {
            return isOfOfficial(words) ? "paper" : "report"
        }
        return ["minutes": "minutes", "summary": "summary", "paper": "paper"][words.last ?? ""]
    }

    /// Whether a title is that of what an official reports, and not a meeting: `Report of the Secretary-General`.
    private static func isOfOfficial(_ words: [String]) -> Bool {
        guard
            let report = words.firstIndex(where: { ["report", "reports", "rapport", "informe"].contains($0) })
        else { return false }
        if words.prefix(report).contains("national"), words.dropFirst(report + 1).first == "submitted" {
            return true
        }
        let rest = words.dropFirst(report + 1).filter { !articles.contains($0) }
        guard let head = rest.first.map(Accents.without), words.dropFirst(report + 1).first != nil else {
            return false
        }
        let isOfficial =
            officials.contains(head)
            || ["special", "independent", "executive", "high", "deputy", "united"].contains(head)
                && rest.dropFirst().prefix(3).contains {
                    officials.contains(Accents.without($0)) || experts.contains(Accents.without($0))
                }
        return isOfficial && !words.contains { MastheadWords.isMeetingHead($0) }
    }

    private static let articles: Set<String> = [
        "of", "by", "the", "from", "du", "de", "la", "le", "del", "el", "los", "las", "des",
    ]
    private static let officials: Set<String> = [
        "secretary-general", "director-general", "secretary", "director", "administrator", "secretariat",
        "secretaire", "secretario", "directeur", "administrador",
    ]
    private static let experts: Set<String> = [
        "rapporteur", "rapporteurs", "expert", "commissioner", "commissaire",
    ]

    /// Whether a masthead is that of the record of a meeting without a title: a series, a meeting and where it was held.
    private static func isOfficialRecord(_ fields: [MastheadField]) -> Bool {
        let isSeries = fields.contains {
            $0.name == .note && $0.content.plainText.lowercased().hasPrefix("official records")
        }
        return isSeries && fields.contains { $0.name == .meeting }
            && !fields.contains { $0.name == .title }
    }

    /// What the end of a symbol says: `Corr.1`, `Add.2`, `SR.17`; `DEC` and `RES` inside it.
    private static func symbolKind(_ fields: [MastheadField]) -> (kind: String, symbol: String)? {
        guard let symbol = fields.first(where: { $0.name == .symbol })?.value else { return nil }
        let parts = symbol.split(separator: "/").map { $0.lowercased() }
        guard let last = parts.last else { return nil }
        if last.hasPrefix("corr") { return ("corrigendum", symbol) }
        if last.hasPrefix("add") { return ("addendum", symbol) }
        if last.hasPrefix("sr.") || last.hasPrefix("pv.") { return ("minutes", symbol) }
        if parts.contains("dec") || parts.contains("res") { return ("decision", symbol) }
        return nil
    }

    /// What tells that a text is written about a meeting for those who were not there, as the end of a sentence.
    private static func journalism(_ titles: [String], _ lines: [TextLine]) -> String? {
        if titles.contains(where: { $0.uppercased().contains("HIGHLIGHTS") }) { return newsletter }
        for line in lines.prefix(60) {
            let start = line.text.prefix(400).string.lowercased()
            if start.range(of: "earth negotiations bulletin") != nil
                || start.prefix(200).range(of: "iisd.ca") != nil
            {
                return newsletter
            }
            if line.number <= 20,
                [
                    "press release", "communiqué de presse", "comunicado de prensa",
                    "department of public information",
                ].contains(
                    where: start.hasPrefix)
            {
                return "it says of itself “\(line.text.prefix(60).string)”"
            }
        }
        return nil
    }

    private static let newsletter = "it is written as a newsletter writes about a meeting"

    /// Whether the first lines say that a meeting was held or who came.
    private static func saysMeeting(_ lines: [TextLine]) -> Bool {
        var text: [UInt8] = []
        for line in lines.prefix(200) where text.count < 6000 { text += line.text + [.space] }
        let words = MastheadWords.words(text[...])
        let subjects: Set<String> = [
            "meeting", "session", "workshop", "teleconference", "reunión", "réunion", "seminar", "group",
            "parties",
        ]
        let verbs: Set<String> = [
            "held", "met", "attended", "participated", "opened", "convened", "welcomed", "agreed", "celebró",
            "participaron", "llevó", "desarrolló", "contó",
        ]
        return words.contains(where: subjects.contains) && words.count(where: verbs.contains) >= 2
    }

    /// The symbols of the mastheads in a text, which stand near a line `Original: …`.
    private static func mastheadSymbols(_ lines: [TextLine]) -> [String] {
        var symbols: [String] = []
        for (index, line) in lines.enumerated() where line.text.hasPrefix(ignoringCase: "Original") {
            guard MastheadWords.originalLanguages(line.text) != nil else { continue }
            for near in lines[max(0, index - 5)..<min(lines.count, index + 3)] {
                let cells = MastheadCells.cells(of: near)
                for cell in cells where MastheadSymbol.isSymbol(cell.text) && cell.text.contains(.slash) {
                    let symbol = TextRun.collapsed(MastheadSymbol.value(cell.text))
                    if !symbols.contains(symbol) { symbols.append(symbol) }
                }
            }
        }
        return symbols
    }
}
