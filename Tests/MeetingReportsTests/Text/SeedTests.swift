import MeetingReports
import Testing

@Suite struct `The structure of the seed` {
    private let report: MeetingReport
    private let bytes: [UInt8]
    private let ledger: Ledger

    init() throws {
        bytes = try TestFiles.bytes(TestFiles.seed)
        let reading = try TextReader().read(bytes, name: "seed.txt")
        report = reading.report
        ledger = reading.ledger
    }

    @Test func `Its masthead is read field by field`() {
        let expected: [(MastheadField.Name, String, Int, String?)] = [
            (.distribution, "Distr.: General", 3, "general"), (.issued, "31 October 2017", 4, "2017-10-31"),
            (.originalLanguage, "Original: English", 6, "en"),
            (.organ, "Economic Commission for Europe", 8, nil),
            (.organ, "Conference of European Statisticians", 10, nil),
            (.organ, "Group of Experts on Migration Statistics", 12, nil),
            (.meeting, "Work Session on Migration Statistics", 14, nil),
            (.venue, "Geneva, 30-31 October 2017", 16, nil),
            (.agendaItem, "Item 11 of the provisional agenda", 18, nil),
            (.agendaItemTitle, "Adoption of the meeting report", 20, nil),
            (.title, "Draft Report of the Work Session on Migration Statistics", 22, nil),
            (.author, "Note by the Secretariat", 24, nil),
        ]
        #expect(report.fields.map(\.name) == expected.map(\.0))
        #expect(report.fields.map { $0.content.plainText } == expected.map(\.1))
        #expect(report.fields.map { $0.lines } == expected.map { SourceLines($0.2) })
        #expect(report.fields.map(\.value) == expected.map(\.3))
        #expect(report.fields[6].of == .reported && report.fields[7].of == .reported)
        #expect(report.fields[8].number == "11" && report.fields[10].status == .draft)
        #expect(
            report.fields[7].content == [
                .location(Location(content: [.text("Geneva")])), .text(", "),
                .date(
                    DateSpan(
                        from: PartialDate("2017-10-30"), to: PartialDate("2017-10-31"),
                        content: [.text("30-31 October 2017")])),
            ])
        #expect(report.lang == "en" && report.kind == "report")
    }

    @Test func `It has four sections with their kinds and lines`() {
        #expect(report.sections.map(\.id) == ["sec_I", "sec_II", "sec_III", "sec_IV"])
        #expect(
            report.sections.map { $0.heading?.plainText } == [
                "Attendance", "Organization of the meeting", "Recommendations for future work",
                "Adoption of the report of the meeting",
            ])
        #expect(
            report.sections.map { $0.kind?.description } == [
                "attendance", "organization", "recommendations", "adoption",
            ])
        #expect(report.sections.map { $0.lines?.description } == ["26-30", "32-43", "45-58", "60-63"])
    }

    @Test func `Its paragraphs keep their numbers, seven printed twice`() {
        #expect(
            report.paragraphs.map { $0.num?.plainText } == [
                "1.", "2.", "3.", "4.", "5.", "6.", "7.", "7.", "8.",
            ])
        #expect(
            report.paragraphs.map(\.id) == [
                "sec_I__para_1", "sec_I__para_2", "sec_II__para_3", "sec_II__para_4", "sec_II__para_5",
                "sec_III__para_6", "sec_III__para_7", "sec_IV__para_7", "sec_IV__para_8",
            ])
    }

    @Test func `It has seven topics and ten suggested ones`() {
        #expect(report.lists.map { $0.kind?.description } == ["topics", "suggestedTopics"])
        #expect(report.lists.map { $0.content.count } == [7, 10])
        #expect(report.items.map { $0.num?.plainText } == "abcdefgabcdefghij".map { "- \($0))" })
        #expect(
            report.items.first?.content.runs == ["Global Compact for Safe, Orderly and Regular Migration"])
        #expect(
            report.items.last?.content.runs == [
                "Impact of migration on the host country and the country of origin"
            ])
        #expect(report.items.last?.id == "sec_III__para_7__list_1__item_j")
        #expect(report.lists[0].lines?.description == "36-42")
    }

    @Test func `Thirty-seven States participated, each with its code`() {
        let states = report.organizations.filter { $0.kind == "state" && $0.as == "participant" }
        let codes =
            "ALB ARM AUT AZE BLR BIH CAN CHL FIN GEO DEU GRC HUN ISR KAZ KGZ LVA LUX MEX MNE NLD NOR POL PRT MDA RUS SRB SVN ESP CHE TJK MKD TUR UKR GBR USA UZB"
        #expect(states.compactMap(\.code).joined(separator: " ") == codes)
        #expect(states[31].content.plainText == "The former Yugoslav Republic of Macedonia")
        #expect(states[34].content.plainText == "United Kingdom of Great Britain and Northern Ireland")
    }

    @Test func `Eleven organizations participated, ten with acronyms`() {
        let found = report.organizations.filter { $0.kind == "international" && $0.as == "participant" }
        #expect(
            found.map(\.acronym) == [
                "ILO", "IOM", "CIS-STAT", nil, "UNICEF", "UNMIK", "UNHCR", "WHO", "WTO", "OECD", "JIPS",
            ])
        #expect(
            found.map { $0.content.plainText } == [
                "International Labour Organization", "International Organization for Migration",
                "Interstate Statistical Committee of the Commonwealth of Independent States",
                "MEDSTAT IV Consortium",
                "United Nations Children's Fund", "United Nations Mission in Kosovo",
                "United Nations High Commissioner for Refugees", "World Health Organization",
                "World Trade Organization", "Organisation for Economic Co-operation and Development",
                "Joint IDP Profiling Service",
            ])
    }

    @Test func `The other capacities are those of its sentences`() {
        func named(_ capacity: Codes) -> [String] {
            report.organizations.filter { $0.as == capacity }.map { $0.content.plainText }
        }
        #expect(named("organizer") == ["UNECE", "Eurostat"])
        #expect(named("represented") == ["European Union"])
        #expect(named("representing") == ["Eurostat"])
        #expect(named("invited") == ["Moscow State University"])
        #expect(named("inviting") == ["UNECE secretariat"])
        #expect(named("sponsor") == ["World Bank ECASTAT project"])
        #expect(report.persons == [Person(as: "chair", content: [.text("Mr. Gunter Brückner")])])
    }

    @Test func `Its statements are marked clause by clause`() {
        #expect(
            report.statements.map { $0.kind?.description } == [
                "meeting", "attendance", "attendance", "attendance", "attendance", "support", "election",
                "recommendation", "request", "nextMeeting", "adoption",
            ])
        let texts = report.statements.map { $0.content.plainText }
        #expect(
            texts[0]
                == "The joint UNECE/Eurostat Work Session on Migration Statistics was held on 30-31 October 2017 in Geneva."
        )
        #expect(
            texts[7]
                == "The meeting recommended to pursue methodological work on the use of longitudinal data for regular production of migration statistics"
        )
        #expect(
            texts[8]
                == "asked the Steering Group to prepare terms of reference for a task force on this topic.")
        #expect(texts[10] == "The present report was adopted during the closing session.")
        #expect(
            report.dates.last?.from == PartialDate("2018-10-25")
                && report.dates.last?.to == PartialDate("2018-10-26"))
    }

    @Test func `Its note is called once and is a link`() {
        #expect(report.notes.map(\.id) == ["fn_1"] && report.notes.map(\.marker) == ["¹"])
        #expect(report.noteReferences == [NoteReference(target: "fn_1", content: [.text("¹")])])
        #expect(report.links.map(\.href) == ["http://www.unece.org/index.php?id=41274#/"])
    }

    @Test func `The ledger accounts for all sixty-five lines`() {
        #expect(ledger.lines.count == 65)
        // 43 lines with text, counted with `grep -c .`.
        #expect(ledger.keptCount == 43 && ledger.blankCount == 22 && ledger.lostCount == 0)
        #expect(ledger.drops.isEmpty && ledger.regions.isEmpty)
        #expect(ledger.description.contains("\n36: item sec_II__para_4__list_1__item_a\n"))
    }
}
