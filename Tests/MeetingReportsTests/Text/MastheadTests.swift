import MeetingReports
import Testing

@Suite struct `The masthead` {
    private func fields(_ text: String) throws -> [MastheadField] { try reading(text).report.fields }

    @Test func `Two columns on a line are two fields`() throws {
        let fields = try fields(
            """
                United Nations                                      ECE/X/2020/19/Rev.1
                Economic and Social Council                         Distr.: Limited
                                                                    18 February 2020

                                                                    Original: French
            Executive Committee
            Twenty-sixth session
            Geneva, 4-5 May 2020
            Item 8 (b) of the provisional agenda
            Advanced Technologies

                Report of the Group on its
                First Meeting

            1. It met.
            """)
        #expect(
            fields.map(\.name) == [
                .organ, .symbol, .organ, .distribution, .issued, .originalLanguage, .organ, .session, .venue,
                .agendaItem, .agendaItemTitle, .title,
            ])
        #expect(
            fields.map(\.value) == [
                nil, "ECE/X/2020/19/Rev.1", nil, "limited", "2020-02-18", "fr", nil, nil, nil, nil, nil, nil,
            ])
        #expect(fields[7].number == "26" && fields[7].of == .submittedTo)
        #expect(fields[8].of == .submittedTo)
        #expect(fields[9].number == "8 (b)")
        #expect(fields[11].content.plainText == "Report of the Group on its First Meeting")
        #expect(fields[11].lines?.description == "12-13")
    }

    @Test func `A table row of a word processor is cut into its fields`() throws {
        let text =
            "|  | United Nations | FCCC/SBI/2014/21 |\n|  |  | Distr.: General 4 February 2015  Original: English |\n\nReport of the Body on its forty-first session\n\n1. It met."
        let reading = try reading(text)
        #expect(
            reading.report.fields.map { $0.content.plainText } == [
                "United Nations", "FCCC/SBI/2014/21", "Distr.: General", "4 February 2015",
                "Original: English",
                "Report of the Body on its forty-first session",
            ])
        #expect(reading.ledger.drops.map(\.count) == [4, 4])
        #expect(SourceComparison(of: reading.report, with: Array(text.utf8)).holds)
    }

    @Test(
        arguments: [
            ("Draft Report of the Session", MastheadField.Status.draft),
            ("Final Report of the Session", .final),
            ("Revised report of the Group", .revised), ("Report on the draft guidelines", nil),
            ("Draft annotated agenda report", .draft),
        ] as [(String, MastheadField.Status?)])
    func `The status comes from the words before Report`(title: String, status: MastheadField.Status?) throws
    {
        #expect(try fields("\(title)\n\n1. It met.").map(\.status) == [status])
    }

    @Test(arguments: [
        ("Note by the Secretariat", MastheadField.Name.author), ("(submitted by the Secretariat)", .author),
        ("(Prepared by the Secretary-General for submission to Plenary)", .author), ("PROOF COPY", .stage),
        ("Advance copy", .stage), ("Corrigendum", .documentType), ("GE.17-12345(E)", .jobNumber),
        ("ENGLISH ONLY", .language), ("Original : French", .originalLanguage),
        ("Date: 7 October 1977", .issued),
        ("Agenda item 6", .agendaItem), ("103rd session", .session), ("XVIIIth session", .session),
        ("A/HRC/14/12/Add.1/Corr.1", .symbol), ("ANT/IX/83 (Rev.3)", .symbol), ("XX ATCM/INF 26", .symbol),
        ("Lima, 1 to 8 December 2014", .venue), ("Workshop on Data", .meeting), ("Committee on Food", .organ),
    ])
    func `A line is told by its own words`(line: String, name: MastheadField.Name) throws {
        #expect(try fields("\(line)\n\nReport of the meeting\n\n1. It met.").first?.name == name)
    }

    @Test func `A session that the title names is the one reported`() throws {
        let fields = try fields(
            "Fourteenth session\n\nReport of the Council on its fourteenth session\n\n1. It met.")
        #expect(fields[0].of == .reported)
    }

    @Test func `A text without a field beyond doubt has no masthead`() throws {
        let report = try reading("The group met.\n\nIt talked.").report
        #expect(report.masthead.isEmpty)
        #expect(report.paragraphs.count == 2)
    }
}
