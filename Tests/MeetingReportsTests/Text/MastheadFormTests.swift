import MeetingReports
import Testing

@Suite struct `The printed forms of mastheads` {
    private func fields(_ text: String) throws -> [MastheadField] { try reading(text).report.fields }
    private func line(_ line: String) throws -> MastheadField? {
        try fields("\(line)\n\nReport of the meeting\n\n1. It met.").first
    }

    @Test(
        arguments: [
            ("Distr.: General", .distribution, "general"), ("Distr. LIMITED", .distribution, "limited"),
            ("Distr. GÉNÉRALE", .distribution, "general"), ("Original:English", .originalLanguage, "en"),
            ("Langue originale : russe", .originalLanguage, "ru"),
            ("Original : French.", .originalLanguage, "fr"),
            ("Оригинал: английский", .originalLanguage, "en"), ("[English only]", .language, "en"),
            ("RUSSIAN", .language, "ru"), ("ENGLISH, FRENCH AND SPANISH ONLY", .language, nil),
            ("Date : 3rd October,1977", .issued, "1977-10-03"),
            ("Fecha: 12 de octubre de 1977", .issued, "1977-10-12"),
            ("(2014-03-10)", .issued, "2014-03-10"), ("OCTOBER 23, 2020", .issued, "2020-10-23"),
            ("May, 1997", .issued, "1997-05"), ("Monday, 3 May 2010", .issued, "2010-05-03"),
            ("8September1995", .issued, "1995-09-08"), ("22/11/2012", .issued, "2012-11-22"),
            ("05/06/2012", .issued, nil), ("22/11/12", .issued, nil), ("15-Jul-2004", .issued, "2004-07-15"),
            ("31 октября 2017", .issued, "2017-10-31"),
            ("Reference : ANT 50 Corr.", .symbol, "ANT 50 Corr."), ("CM(2000)111", .symbol, "CM(2000)111"),
            ("A/HRC/WG.6/7L.14", .symbol, "A/HRC/WG.6/7L.14"),
            ("XV ATCM/WP/71 revision 3", .symbol, "XV ATCM/WP/71 revision 3"),
            ("TD/B/EX(41)/3 (Vol. I)", .symbol, "TD/B/EX(41)/3 (Vol. I)"),
            ("Working Paper WP-26", .symbol, "Working Paper WP-26"),
            ("Rectificatif", .documentType, "corrigendum"), ("F I N A L  D R A F T", .stage, "draft"),
        ] as [(String, MastheadField.Name, String?)])
    func `A field has its value in every form`(text: String, name: MastheadField.Name, value: String?) throws
    {
        #expect(try line(text)?.name == name)
        #expect(try line(text)?.value == value)
    }

    @Test(
        arguments: [
            ("Fifty-second to fifty-fifth sessions", "52", 55, nil),
            ("Resumed tenth session", "10", nil, nil),
            ("Forty-eighth session, second part", "48", nil, 2), ("XXe session", "20", nil, nil),
            ("Hundred and third session", "103", nil, nil),
            ("One-hundred-and-twenty-sixth session", "126", nil, nil),
            ("Second regular session 1998", "2", nil, nil), ("Soixante et onzième session", "71", nil, nil),
            ("Quatre-vingt-sixième session", "86", nil, nil), ("Two hundredth session", "200", nil, nil),
            ("Septuagésima segunda sesión", "72", nil, nil), ("Семидесятая сессия", "70", nil, nil),
            ("48º período de sesiones", "48", nil, nil), ("Cinquante-deuxième session", "52", nil, nil),
            ("Двадцать шестая сессия", "26", nil, nil), ("Пятая сессия", "5", nil, nil),
        ] as [(String, String?, Int?, Int?)])
    func `A session has its numbers in words, digits and numerals`(
        text: String, number: String?, to: Int?, part: Int?
    ) throws {
        let field = try line(text)
        if number != nil { #expect(field?.name == .session) }
        #expect(field?.number == number && field?.to == to && field?.part == part)
    }

    @Test(arguments: [
        ("Item 11 (b) of the provisional agenda*", "11 (b)"), ("Agenda item 6", "6"),
        ("Item 7 of the Agenda.", "7"),
        ("Items 3 and 4 of the provisional agenda", "3 and 4"), ("Tema 3 del programa provisional**", "3"),
        ("Point 2 de l'ordre du jour provisoire", "2"), ("Agenda Item: ATCM 11", "11"),
        ("Пункт 3 предварительной повестки дня", "3"),
    ])
    func `An agenda item has its number as printed`(text: String, number: String) throws {
        #expect(try line(text)?.name == .agendaItem)
        #expect(try line(text)?.number == number)
    }

    @Test(
        arguments: [
            ("LONDON", nil, nil), ("24 February–20 March 2020", "2020-02-24", "2020-03-20"),
            ("Washington, D.C., September 17 - October 5, 1979", "1979-09-17", "1979-10-05"),
            ("(JMA, Tokyo, Japan, 21-23 January 2014)", "2014-01-21", "2014-01-23"),
            ("Dates: 21-23 January 2014", "2014-01-21", "2014-01-23"),
            ("Geneva, 1114 December 2017", "2017-12-11", "2017-12-14"),
            ("PARIS 28 JUIN 1976", "1976-06-28", nil),
            ("10-11 August 2015, Zurich, Switzerland", "2015-08-10", "2015-08-11"),
            ("Geneva, 16 (afternoon) to 20 April 2012 (morning)", "2012-04-16", "2012-04-20"),
        ] as [(String, String?, String?)])
    func `A venue has its dates`(text: String, from: String?, to: String?) throws {
        let report = try reading("\(text)\n\nReport of the meeting\n\n1. It met.").report
        #expect(report.fields.first?.name == .venue)
        #expect(report.dates.first?.from?.description == from && report.dates.first?.to?.description == to)
    }

    @Test func `Split lines are one field each, in their columns`() throws {
        let fields = try fields(
            """
             UNITED
             NATIONS                                                               A
                                                              Distr.
                       General Assembly                       GENERAL

                                                              A/X/WG.6/7/SVN/2/Corr.1
                                                              22 December 2009

            COMPILATION PREPARED BY THE OFFICE FOR
            HUMAN RIGHTS, IN ACCORDANCE WITH THE ANNEX
            TO HUMAN RIGHTS COUNCIL RESOLUTION 5/1

            Corrigendum

            1. It met.
            """)
        #expect(
            fields.map(\.name) == [
                .organ, .note, .distribution, .organ, .symbol, .issued, .title, .documentType,
            ])
        #expect(
            fields[0].content.plainText == "UNITED NATIONS" && fields[2].content.plainText == "Distr. GENERAL"
        )
        #expect(fields[6].content.plainText.hasSuffix("ANNEX TO HUMAN RIGHTS COUNCIL RESOLUTION 5/1"))
    }

    @Test func `Four languages at once are told apart`() throws {
        let fields = try fields(
            """
            SNOW TREATY                      TRATADO DE LA NIEVE
            XX CONSULTATIVE MEETING          XX REUNION CONSULTIVA

            TRAITE SUR LA NEIGE              ДОГОВОР О СНЕГЕ
            XXe REUNION CONSULTATIVE         XX КОНСУЛЬТАТИВНОЕ СОВЕЩАНИЕ

            KYOTO
            11-22 April 1994

            Report of the meeting

            1. It met.
            """)
        #expect(fields.map(\.lang) == ["en", "es", "en", "es", "fr", "ru", "fr", "ru", nil, nil])
        #expect(fields[8].name == .venue && fields[8].content.plainText == "KYOTO 11-22 April 1994")
        #expect(fields.filter { $0.name == .meeting }.map(\.of) == Array(repeating: .reported, count: 4))
    }

    @Test func `A cover goes to the end of its page, with its note; the text after it is not swallowed`()
        throws
    {
        let report = try reading(
            """
            A/X/14/15
            Distr.: General

            Report of the Working Group on Roads*

            Slovenia

            * Issued before under another symbol; small revisions were
            made by the secretariat.

            GE.10-12049
            \u{C}The group met. It talked of roads, and it agreed.
            """
        ).report
        #expect(report.fields.map(\.name) == [.symbol, .distribution, .title, .title, .jobNumber])
        #expect(report.notes.map(\.marker) == ["*"])
        #expect(
            report.paragraphs.map { $0.content.runs.joined() } == [
                "The group met. It talked of roads, and it agreed."
            ])
    }

    @Test func `Fields printed after the first page's text are of the masthead`() throws {
        let text = """
            Committee on Snow
            Twenty-sixth session
            Report of the Group on Ice

            1. The Group met and talked of ice and of snow and went home
            in the evening.
            United Nations A/B/2020/19
            Economic and Social Council Distr.: General
            18 February 2020
            Original: English
            \u{C}2. It met again.
            """
        let reading = try reading(text)
        #expect(
            reading.report.fields.map(\.name) == [
                .organ, .symbol, .organ, .distribution, .issued, .originalLanguage, .organ, .session, .title,
            ])
        #expect(reading.report.paragraphs.count == 2)
        #expect(SourceComparison(of: reading.report, with: Array(text.utf8)).holds)
    }

    @Test(arguments: [
        "The Committee met in Oslo on 3 May 2011. It agreed on much, and adopted a long report on the roads of the North.",
        "Introduction", "Contents", "I. Opening of the meeting", "I", "14/105",
    ])
    func `The text under a masthead stays text`(line: String) throws {
        let report = try reading("A/X/1\n\nReport of the Group\n\n\(line)\n\nMore text.").report
        #expect(report.fields.map(\.name) == [.symbol, .title])
    }

    @Test(
        arguments: [
            ("Report of the Ice Group", "Committee on Snow", .submittedTo),
            ("Report of the Committee on Snow", "Committee on Snow", .reported),
            ("Report of the Committee on its tenth session", "Committee on Snow", .reported),
            ("Draft report", "Committee on Snow", .reported),
        ] as [(String, String, MastheadField.Of)])
    func `The session reported and the session that a report is filed for are told apart`(
        title: String, organ: String, of: MastheadField.Of
    ) throws {
        let fields = try fields("\(organ)\nTenth session\n\n\(title)\n\n1. It met.")
        #expect(fields.first { $0.name == .session }?.of == of)
    }

    @Test(
        arguments: [
            ("Annotated provisional agenda of the tenth session", "agenda", true),
            ("Corrigendum", "corrigendum", true),
            ("A/X/DEC/14/105\n\nOutcome of the review", "decision", true),
            ("List of participants of the session", "list", true),
            ("Report of the tenth session", "report", false), ("Minutes of the Board", "minutes", false),
            ("A/X/10/Add.1\n\nReport of the Board", "addendum", true),
            ("A/X/7\n\nPaperless Trade White Paper", "paper", true),
        ])
    func `What is no report of a meeting is said to be none`(head: String, kind: String, isOther: Bool) throws
    {
        let reading = try reading("\(head)\n\n1. It is so.")
        #expect(reading.report.kind == kind)
        #expect(reading.findings.map(\.code.description) == (isOther ? ["text-other-document"] : []))
    }

    @Test func `A title that is printed again is a title again, with few other words perhaps`() throws {
        let fields = try fields(
            """
            Report of the Joint Ice/Snow Workshop

            Report of the Joint Snow / Ice Workshop.

            Oslo, 3 – 4 April 2009

            I

            Report of the Joint Ice/Snow Workshop

            1. It met.
            """)
        #expect(fields.map(\.name) == [.title, .title, .venue])
    }

    @Test func `A meeting of its own is not the numbered one that its report is filed for`() throws {
        let head = "TENTH CONSULTATIVE MEETING\n\nLONDON, 3-5 May 2011\n\n"
        let own = try fields(head + "Report of the Preparatory Meeting on Snow\n\n1. It met.")
        #expect(own.map(\.of) == [.submittedTo, .submittedTo, nil])
        let numbered = try fields(head + "Report of the Tenth Consultative Meeting\n\n1. It met.")
        #expect(numbered.map(\.of) == [.reported, .reported, nil])
    }

    @Test func `An agenda reports no meeting`() throws {
        let text = "\n\n1. The forum was held in Oslo on 3 May 2011."
        #expect(try reading("Provisional agenda of the session" + text).report.statements.isEmpty)
        #expect(try reading("Report of the session" + text).report.statements.map(\.kind) == ["meeting"])
    }

    @Test func `A file of two documents is said to be a bundle`() throws {
        let reading = try reading(
            "A/X/1\nOriginal: English\n\nReport of the Board\n\n1. It met.\n\nA/X/1/Add.1\nOriginal: English\n\n1. It met."
        )
        #expect(reading.findings.map(\.code.description) == ["text-other-document"])
        #expect(reading.findings.first?.message.contains("bundle of 2 documents") ?? false)
    }
}
