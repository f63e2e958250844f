import MeetingReports
import Testing

/// A record, and what is found in it.
struct RuleCase: Sendable, CustomTestStringConvertible {
    var name: String
    var masthead: String
    var kind: String
    var body: String
    var findings: [String]
    var testDescription: String { name }

    init(
        _ name: String, masthead: String = "", kind: String = "report", _ body: String = "", finds: String...
    ) {
        self.name = name
        self.masthead = masthead
        self.kind = kind
        self.body = body
        findings = finds
    }
}

@Suite struct `The rules` {
    private static func p(_ text: String) -> String { "<paragraph><p>\(text)</p></paragraph>" }
    private static func note(_ id: String, _ marker: String = "1", _ text: String = "Note.") -> String {
        "<footnote id=\"\(id)\"><marker>\(marker)</marker><p>\(text)</p></footnote>"
    }
    private static func mark(_ target: String) -> String {
        "<noteReference target=\"\(target)\">1</noteReference>"
    }
    private static let agenda = """
        <list kind="agenda"><item><num>1.</num><p>Opening</p></item><item><num>2.</num><p>Matters</p>\
        <list><item><num>(a)</num><p>One</p></item><item><num>(b)</num><p>Two</p></item></list></item></list>
        """
    private static func heading(_ items: String) -> String {
        "<section><heading>H</heading><agendaReference items=\"\(items)\">(Items)</agendaReference></section>"
    }

    static let references = [
        RuleCase("one note with many marks", p(mark("n") + mark("n")) + note("n")),
        RuleCase(
            "a note whose only mark is in itself", note("n", "1", "Note.\(mark("n"))"),
            finds: "note-without-mark at body/footnote[1]"),
        RuleCase(
            "a note with an asterisk and no mark", note("n", "*"),
            finds: "note-without-mark at body/footnote[1]"),
        RuleCase("a note without a printed mark", "<footnote id=\"n\"><p>Source: survey.</p></footnote>"),
        RuleCase(
            "a mark that names a paragraph", "<paragraph id=\"x\"><p>\(mark("x"))</p></paragraph>",
            finds: "mark-without-note at body/paragraph[1]/p[1]/noteReference[1]/@target"),
        RuleCase(
            "a mark that names nothing in the record", p(mark("x")),
            finds: "missing-target at body/paragraph[1]/p[1]/noteReference[1]/@target"),
        RuleCase(
            "an entry that names nothing in the record",
            "<contents><entry target=\"sec_I\"><num>I.</num></entry></contents>",
            finds: "missing-target at body/contents[1]/entry[1]/@target"),
        RuleCase(
            "a paragraph reference with the id of none",
            p("See <reference kind=\"paragraph\" target=\"sec_I__para_3\">paragraph 3</reference>."),
            finds: "missing-target at body/paragraph[1]/p[1]/reference[1]/@target"),
        RuleCase(
            "a reference to a document", p("See <reference kind=\"document\" target=\"A_1\">A_1</reference>.")
        ),
        RuleCase(
            "the same id three times", "<paragraph id=\"x\"/><paragraph id=\"x\"/><paragraph id=\"x\"/>",
            finds: "duplicate-id at body/paragraph[2]/@id", "duplicate-id at body/paragraph[3]/@id"),
        RuleCase(
            "paragraphs of this document that it has not",
            Records.paragraphs("1. 2.")
                + p("<reference kind=\"paragraph\">paragraphs 1 (a) and 5 (2) above</reference>"),
            finds: "dangling-paragraph-reference at body/paragraph[1]/p[1]/reference[1]"),
        RuleCase(
            "paragraphs by number as target",
            Records.paragraphs("1. 2.")
                + p("<reference kind=\"paragraph\" target=\"2-3\">paras. 2-3</reference>"),
            finds: "dangling-paragraph-reference at body/paragraph[1]/p[1]/reference[1]"),
        RuleCase(
            "paragraphs of another document",
            Records.paragraphs("1. 2.")
                + p("<reference kind=\"paragraph\">paragraph 15 of resolution 5/1</reference>")),
        RuleCase(
            "paragraphs where none is numbered",
            p("<reference kind=\"paragraph\">paragraph 9 above</reference>")),
    ]

    static let dates = [
        RuleCase(
            "29 February of a leap year and of another",
            p(
                "<date from=\"2016-02-29\">a</date><date from=\"2017-02-29\">b</date><date from=\"1900-02-29\">c</date>"
            ),
            finds: "impossible-date at body/paragraph[1]/p[1]/date[2]/@from",
            "impossible-date at body/paragraph[1]/p[1]/date[3]/@from"),
        RuleCase("a span from a month to its year", p("<date from=\"2017-10\" to=\"2017\">a</date>")),
        RuleCase(
            "a span that ends the year before", p("<date from=\"2017-10\" to=\"2016\">a</date>"),
            finds: "reversed-date-range at body/paragraph[1]/p[1]/date[1]/@to"),
        RuleCase(
            "lines that overlap or run backwards",
            "<paragraph lines=\"3-5 5\"/><paragraph lines=\"9-8\"/><furniture lines=\"4 3\"/><paragraph lines=\"5-5 6\"/>",
            finds: "source-lines-order at body/paragraph[1]/@lines",
            "source-lines-order at body/paragraph[2]/@lines",
            "source-lines-order at body/furniture[1]/@lines"),
        RuleCase("one session as first and last", masthead: "<session number=\"5\" to=\"5\">Fifth</session>"),
    ]

    private static func venue(_ attributes: String) -> String {
        "<venue of=\"reported\"><date \(attributes)>x</date></venue>"
    }
    private static func held(_ attributes: String) -> String {
        p("<statement kind=\"meeting\"><date \(attributes)>x</date></statement>")
    }
    private static let october = "from=\"2017-10-30\" to=\"2017-10-31\""

    static let contradictions = [
        RuleCase("the same span", masthead: venue(october), held(october)),
        RuleCase("its first day", masthead: venue(october), held("from=\"2017-10-30\"")),
        RuleCase("its month", masthead: venue(october), held("from=\"2017-10\"")),
        RuleCase(
            "another end", masthead: venue(october), held("from=\"2017-10-30\" to=\"2017-11-01\""),
            finds: "dates-contradict at body/paragraph[1]/p[1]/statement[1]/date[1]"),
        RuleCase(
            "the second of two parts",
            masthead: venue(october) + venue("from=\"2018-01-15\" to=\"2018-01-16\""),
            held("from=\"2018-01-15\" to=\"2018-01-16\"")),
        RuleCase(
            "the session it is submitted to",
            masthead: "<venue of=\"submittedTo\"><date from=\"2020-05-04\">x</date></venue>",
            held("from=\"2020-01-30\"")),
        RuleCase(
            "the next meeting", masthead: venue(october),
            p("<statement kind=\"nextMeeting\"><date from=\"2018\">x</date></statement>")),
        RuleCase(
            "a report issued before its meeting",
            masthead: "<issued value=\"2017-10\">x</issued>" + venue("from=\"2017-11-02\""),
            finds: "dates-contradict at masthead/issued[1]/@value"),
        RuleCase(
            "a report issued in the month of its meeting",
            masthead: "<issued value=\"2017-10\">x</issued>" + venue(october)),
        RuleCase(
            "an agenda issued before its meeting",
            masthead: "<issued value=\"2017-01-01\">x</issued>" + venue(october),
            kind: "agenda"),
    ]

    static let agendas = [
        RuleCase("items of the agenda", agenda + heading("1 2") + heading("2(a)") + heading("1(c)")),
        RuleCase(
            "an item that it has not", agenda + heading("1 3"),
            finds: "unknown-agenda-item at body/section[1]/agendaReference/@items"),
        RuleCase(
            "a sub-item that it has not", agenda + heading("2(c)"),
            finds: "unknown-agenda-item at body/section[1]/agendaReference/@items"),
        RuleCase("several sub-items at once", agenda + heading("2(a-c)") + heading("2(a")),
        RuleCase("no agenda", heading("7")),
        RuleCase(
            "an agenda of letters only",
            "<list kind=\"agenda\"><item><num>(a)</num></item></list>" + heading("7")),
        RuleCase(
            "letters that run on from item to item",
            """
            <list kind="agenda"><item><num>1.</num><list><item><num>(a)</num></item></list></item>
            <item><num>2.</num><list><item><num>(b)</num></item></list></item></list>
            """ + heading("2(a)")),
        RuleCase(
            "an agenda of which the end is missing", agenda + heading("4") + heading("5(a)") + heading("6 7"),
            finds: "unknown-agenda-item at body/section[1]/agendaReference/@items"),
        RuleCase(
            "the item of another meeting",
            masthead: "<agendaItem of=\"submittedTo\" number=\"8\">x</agendaItem>", agenda),
        RuleCase(
            "the item of this meeting", masthead: "<agendaItem of=\"reported\" number=\"8\">x</agendaItem>",
            agenda,
            finds: "unknown-agenda-item at masthead/agendaItem[1]/@number"),
    ]

    private static func contents(_ entries: (num: String, heading: String, paragraphs: String)...) -> String {
        let list = entries.map { entry in
            let num = entry.num.isEmpty ? "" : "<num>\(entry.num)</num>"
            let paragraphs = entry.paragraphs.isEmpty ? "" : "<paragraphs>\(entry.paragraphs)</paragraphs>"
            return "<entry>\(num)<heading>\(entry.heading)</heading>\(paragraphs)</entry>"
        }
        return "<contents>\(list.joined())</contents>"
    }
    private static let text = """
        <section><num>I.</num><heading>Opening of the session</heading>\(Records.paragraphs("1. 2."))</section>\
        <section><num>II.</num><heading>Organization  of work</heading>\
        <paragraph><num>3.</num><p>T</p></paragraph><section><num>A.</num><heading>Agenda</heading>\
        <paragraph><num>4.</num><heading>Bureau</heading><p>T</p></paragraph></section></section>
        """

    static let contentsLists = [
        RuleCase(
            "a list that agrees",
            contents(
                ("I.", "OPENING OF THE SESSION", "1–2"), ("II.", "Organization of work", "3-4"),
                ("A.", "Agenda", "4"),
                ("", "Bureau", "")) + text),
        RuleCase(
            "the paragraphs before the first sub-section",
            contents(("II.", "Organization of work", "3")) + text),
        RuleCase("the beginning of a heading", contents(("I.", "Opening", "")) + text),
        RuleCase(
            "another number", contents(("III.", "Organization of work", "")) + text,
            finds: "contents-mismatch at body/contents[1]/entry[1]"),
        RuleCase(
            "other paragraphs", contents(("I.", "Opening of the session", "1-3")) + text,
            finds: "contents-mismatch at body/contents[1]/entry[1]"),
        RuleCase(
            "headings that are not there, in one finding",
            contents(("I.", "Opening of the session", ""), ("X.", "Budget", ""), ("XI.", "Closing", ""))
                + text,
            finds: "contents-mismatch at body/contents[1]/entry[2]"),
        RuleCase(
            "an entry that names its columns",
            "<contents><entry kind=\"label\"><heading>Page</heading></entry></contents>"),
    ]

    static let hints = [
        RuleCase(
            "an acronym whose name is never given",
            p("<organization acronym=\"WMO\">WMO</organization> spoke.")),
        RuleCase(
            "an acronym in the masthead",
            masthead: "<organ><organization acronym=\"WMO\">WMO</organization></organ>",
            p(
                "The <organization acronym=\"WMO\">World Meteorological Organization</organization> (WMO) spoke."
            )),
        RuleCase(
            "an acronym before its name, twice",
            p("<organization>WMO</organization> and <organization>WMO</organization>.")
                + p(
                    "The <organization acronym=\"WMO\">World Meteorological Organization</organization> spoke."
                ),
            finds: "acronym-before-name at body/paragraph[1]/p[1]/organization[1]"),
        RuleCase(
            "a section with nothing but a page break",
            "<section><heading>H</heading><furniture kind=\"break\"/></section>",
            finds: "empty-section at body/section[1]"),
        RuleCase("an agenda item held in abeyance", heading("4(a)")),
        RuleCase(
            "unrecognized text in a paragraph", p("Text.<unrecognized>17')</unrecognized>Text."),
            finds: "unrecognized-text at body/paragraph[1]/p[1]/unrecognized[1]"),
    ]

    private static func state(_ name: String, _ attributes: String = "as=\"participant\"") -> String {
        p("<organization kind=\"state\" \(attributes)>\(name)</organization>")
    }
    private static func issued(_ date: String) -> String { "<issued value=\"\(date)\">x</issued>" }
    private static let firstState = "state-name-period at body/paragraph[1]/p[1]/organization[1]"

    /// Dates by the United Nations: Türkiye since June 2022, Eswatini since 2018, North Macedonia since February 2019.
    static let stateNames = [
        RuleCase("Turkey in 2017", masthead: issued("2017-10-31"), state("Turkey")),
        RuleCase("Turkey in the month of the change", masthead: issued("2022-06-20"), state("Turkey")),
        RuleCase(
            "Turkey in 2023, twice", masthead: issued("2023-03"), state("Turkey") + state("Turkey"),
            finds: firstState),
        RuleCase("Türkiye in 2023", masthead: issued("2023-03"), state("Türkiye")),
        RuleCase("Swaziland in 2020", masthead: issued("2020"), state("Swaziland"), finds: firstState),
        RuleCase(
            "a State that is only spoken of", masthead: issued("1995"),
            state("Union of Soviet Socialist Republics", "code=\"SUN\"")),
        RuleCase("a State whose name is not known", masthead: issued("2020"), state("Ruritania")),
        RuleCase("a report without a date", state("Czechoslovakia")),
        RuleCase(
            "the date of the meeting before that of the document",
            masthead: issued("1993-06") + venue("from=\"1992-11\""),
            state("Czechoslovakia")),
    ]

    @Test(arguments: references + dates + contradictions + agendas + contentsLists + hints + stateNames)
    func `find`(_ example: RuleCase) {
        #expect(
            Records.findings(masthead: example.masthead, kind: example.kind, example.body) == example.findings
        )
    }

    @Test(arguments: [
        "http://www.unece.org/index.php?id=41274#/", "https://unfccc.int/node/28798/", "urn:example:a",
        "../a%20b",
        "http://[2001:db8::1]/",
    ])
    func `take an address that is a URI`(address: String) {
        #expect(Records.findings(Self.p("<link href=\"\(address)\">x</link>")).isEmpty)
    }

    @Test(arguments: [
        "http://a/b|c", "http://a/%2", "http://a/%GG", "100%", "http://a/\\b", "http://a/`", "a^b",
    ])
    func `find an address that is none`(address: String) {
        #expect(
            Records.findings(Self.p("<link href=\"\(address)\">x</link>"))
                == ["invalid-uri at body/paragraph[1]/p[1]/link[1]/@href"])
    }

    /// Symbols of real documents, of the UN and of others.
    @Test(arguments: [
        "ECE/TRADE/C/CEFACT/2019/22/Rev.1", "FCCC/SBI/2012/33/Add.1", "A/HRC/WG.6/34/SVN/1",
        "A/HRC/14/12/Add.1/Corr.1",
        "A/HRC/14/L.15/Rev.1", "E/CN.4/Sub.2/1997/20/Rev.1", "ECE/AGAT/2020/INF.1", "ANT/IX/83 (Rev.3)",
        "XVIII ATCM/WP 36",
        "XX ATCM/INF 26", "XXI ATCM/WP40", "IPBES/1/INF/16", "CES/1995/R.21", "TD/B/EX(41)/3 (Vol. I)",
        "MEPC 58/23",
        "ALINORM 08/31/3A", "GB.331/PV", "CL 124/8", "CM(2000)111", "E/1995/28-E/CN.3/1995/27",
        "ANT/XII/24/REV 1",
        "FCCC/SB/2017/2/Add.1-FCCC/SBI/2017/14", "A/HRC/43/3/Add.1–3", "ECE/CES/GE.22/2006/2/CRP.1",
        "FO:EFC/96/REP 1",
    ])
    func `take the symbols of many bodies`(symbol: String) {
        #expect(Records.findings(masthead: "<symbol>\(symbol)</symbol>", "").isEmpty)
    }

    /// Misprints of real documents, and symbols that have no number yet.
    @Test(arguments: [
        "A/HRC/WG.6/7L.14", "FCCC/SBI2014/4", "FCCC/SBSTA/2014.INF.21", "ECE/TRADE/C/CEFACT/2016-14",
        "ECE/TRADE/C/CEFACT/2017/16/Rev1", "UN/LOCODE3", "A//HRC/1", "A/HRC/", "A/HRC/__", "A/HRC/1 (Rev.1",
    ])
    func `find symbols that are misprinted`(symbol: String) {
        #expect(
            Records.findings(masthead: "<symbol>\(symbol)</symbol>", "") == [
                "malformed-symbol at masthead/symbol[1]"
            ])
    }

    @Test func `weigh what they find`() {
        let asterisk = Records.found(Self.note("n", "*"))
        #expect(asterisk.map(\.severity) == [.info])
        let reference = Records.found(
            Self.p("<reference kind=\"paragraph\" target=\"para_3\">x</reference>"))
        #expect(reference.map(\.severity) == [.warning])
    }

    @Test func `report in the order of the record, whatever the rule`() {
        let body =
            Self.p("<date from=\"2017-02-30\">x</date>") + Records.paragraphs("1. 1.")
            + "<paragraph lines=\"2 1\"/>"
        #expect(
            Records.findings(body) == [
                "impossible-date at body/paragraph[1]/p[1]/date[1]/@from",
                "duplicate-paragraph-number at body/section[1]/paragraph[2]",
                "source-lines-order at body/paragraph[2]/@lines",
            ])
    }
}
