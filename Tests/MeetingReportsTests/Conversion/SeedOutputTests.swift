import TestSupport
import Testing

@testable import MeetingReports

/// The report in `seeds/`, from its text to everything that is made of it.
@Suite struct `The seed` {
    private let file: InputFile
    private let report: MeetingReport
    private let reading: RecordReading

    init() throws {
        let path = "\(packageFolder)/seeds/000_aa9fe8eeef786324.txt"
        file = InputFile(name: "seed.txt", bytes: try InputFile(path: path).bytes)
        reading = try #require(FileReading(file, .text).records.first)
        report = try #require(reading.report)
    }

    @Test func `gives the outputs that were read and approved`() throws {
        #expect(Golden.difference(try ReportFormat.xml.write([report]), from: "seed.xml") == nil)
        #expect(Golden.difference(try ReportFormat.json.write([report]), from: "seed.json") == nil)
        #expect(Golden.difference(try ReportFormat.text.write([report]), from: "seed.txt") == nil)
        #expect(Golden.difference(try ReportFormat.akn.write([report]), from: "seed.akn.xml") == nil)
        #expect(Golden.difference(Facts(of: report).json, from: "seed.facts.json") == nil)
        let ledger = try #require(reading.ledger)
        #expect(Golden.difference(Array(ledger.description.utf8), from: "seed.ledger.txt") == nil)
    }

    @Test func `keeps every law`() throws {
        let proof = try Proof(of: file, .text)
        #expect(proof.holds, "\(proof.text)")
        #expect(proof.steps.count == 6)
    }

    @Test func `has one finding: the second paragraph 7`() {
        #expect(reading.findings.map(\.code.description) == ["duplicate-paragraph-number"])
        let finding = reading.findings.first
        #expect(finding?.severity == .warning)
        #expect(finding?.place.range?.start.line == 62)
        #expect(finding?.place.xpath == "/meetingReport/body/section[4]/paragraph[1]")
        #expect(finding?.related.first?.place.range?.start.line == 48)
        #expect(finding?.related.first?.place.xpath == "/meetingReport/body/section[3]/paragraph[2]")
    }
}

/// What the seed says, read off the printed page by hand.
@Suite struct `The facts of the seed` {
    private let facts: Facts

    init() throws {
        let file = try InputFile(path: "\(packageFolder)/seeds/000_aa9fe8eeef786324.txt")
        let reading = try #require(FileReading(file, .text).records.first)
        facts = Facts(of: try #require(reading.report))
    }

    @Test func `name the meeting, its dates and place, and who held it`() throws {
        let meeting = try #require(facts.meetings.first)
        #expect(facts.meetings.count == 1)
        #expect(meeting.name == "Work Session on Migration Statistics")
        #expect(meeting.from == PartialDate("2017-10-30"))
        #expect(meeting.to == PartialDate("2017-10-31"))
        #expect(meeting.places == ["Geneva"])
        #expect(meeting.organizers.map(\.name) == ["UNECE", "Eurostat"])
    }

    @Test func `name 37 States with their codes`() {
        let states = facts.attendance.filter { $0.party.kind == "state" && $0.capacity == "participant" }
        let codes = """
            ALB ARM AUT AZE BLR BIH CAN CHL FIN GEO DEU GRC HUN ISR KAZ KGZ LVA LUX MEX MNE NLD NOR POL PRT MDA RUS SRB SVN \
            ESP CHE TJK MKD TUR UKR GBR USA UZB
            """
        #expect(states.map { $0.party.code ?? "" } == codes.split(separator: " ").map(String.init))
        #expect(states.count == 37)
        #expect(states[31].party.name == "The former Yugoslav Republic of Macedonia")
        #expect(states[34].party.name == "United Kingdom of Great Britain and Northern Ireland")
    }

    @Test func `name the European Union, represented by Eurostat`() {
        let represented = facts.attendance.filter { $0.capacity == "represented" }
        #expect(represented.map(\.party.name) == ["European Union"])
        #expect(represented.first?.by.map(\.name) == ["Eurostat"])
    }

    @Test func `name eleven further organizations, with acronyms where printed`() {
        let organizations = facts.attendance.filter {
            $0.party.kind != "state" && $0.capacity == "participant"
        }
        #expect(
            organizations.map { $0.party.acronym ?? "-" } == [
                "ILO", "IOM", "CIS-STAT", "-", "UNICEF", "UNMIK", "UNHCR", "WHO", "WTO", "OECD", "JIPS",
            ])
        #expect(organizations[3].party.name == "MEDSTAT IV Consortium")
        #expect(organizations[0].party.name == "International Labour Organization")
    }

    @Test func `name the expert's university and who invited`() {
        let invited = facts.attendance.filter { $0.capacity == "invited" }
        #expect(invited.map(\.party.name) == ["Moscow State University"])
        #expect(invited.first?.by.map(\.name) == ["UNECE secretariat"])
    }

    @Test func `count nobody else as attending`() {
        #expect(facts.attendance.count == 37 + 1 + 11 + 1)
    }

    @Test func `name the support and who gave it`() {
        let support = facts.clauses.filter { $0.kind == "support" }
        #expect(support.flatMap(\.parties).map(\.name) == ["World Bank ECASTAT project"])
    }

    @Test func `name the Chair and the country`() {
        #expect(facts.officers.map(\.name) == ["Mr. Gunter Brückner"])
        #expect(facts.officers.first?.roles == ["chair"])
        #expect(facts.officers.first?.by == "election")
        #expect(facts.officers.first?.parties.map(\.code) == ["DEU"])
    }

    @Test func `list seven topics discussed and ten suggested`() {
        let topics = facts.lists.filter { $0.list == "topics" }
        #expect(topics.map { $0.num ?? "" } == ["a", "b", "c", "d", "e", "f", "g"])
        #expect(topics.first?.text == "Global Compact for Safe, Orderly and Regular Migration")
        #expect(topics.last?.text == "Labour- and education-related migration")
        let suggested = facts.lists.filter { $0.list == "suggestedTopics" }
        #expect(suggested.map { $0.num ?? "" } == ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"])
        #expect(suggested[8].text == "Emigration")
        #expect(suggested.last?.text == "Impact of migration on the host country and the country of origin")
        #expect(facts.lists.count == 17)
    }

    @Test func `give one recommendation, in paragraph 6`() {
        let recommendations = facts.clauses.filter { $0.kind == "recommendation" }
        #expect(recommendations.count == 1)
        #expect(recommendations.first?.origin.id == "sec_III__para_6")
        #expect(
            recommendations.first?.text
                == "The meeting recommended to pursue methodological work on the use of longitudinal data for regular "
                + "production of migration statistics")
    }

    @Test func `name the next meeting`() {
        #expect(facts.nextMeetings.map(\.from) == [PartialDate("2018-10-25")])
        #expect(facts.nextMeetings.map(\.to) == [PartialDate("2018-10-26")])
        #expect(facts.nextMeetings.first?.name == "Work Session on Migration Statistics")
    }

    @Test func `say that the report was adopted in the closing session`() {
        let adoption = facts.clauses.filter { $0.kind == "adoption" }
        #expect(adoption.map(\.text) == ["The present report was adopted during the closing session."])
    }

    @Test func `name agenda item 11`() {
        let items = facts.masthead.filter { $0.name == "agendaItem" }
        #expect(items.map(\.value) == ["11"])
        #expect(items.map(\.text) == ["Item 11 of the provisional agenda"])
    }

    @Test func `hold one footnote with a web address`() {
        #expect(facts.notes.map(\.mark) == ["¹"])
        #expect(facts.notes.first?.links == ["http://www.unece.org/index.php?id=41274#/"])
    }

    @Test func `are the same from XML and from JSON`() throws {
        let file = try InputFile(path: "\(packageFolder)/seeds/000_aa9fe8eeef786324.txt")
        let report = try #require(FileReading(file, .text).records.first?.report)
        for format in [ReportFormat.xml, .json] {
            let reading = FileReading(InputFile(name: "seed", bytes: try format.write([report])), format)
            #expect(Facts(of: try #require(reading.records.first?.report)) == facts)
        }
    }

    @Test func `are written as CSV with a head line and quotes where needed`() throws {
        let csv = String(decoding: try #require(facts.csv(kind: "officers")), as: UTF8.self)
        #expect(
            csv == """
                name,roles,by,parties,id,lines
                Mr. Gunter Brückner,chair,election,DEU,sec_II__para_3,34

                """)
        let lists = String(decoding: try #require(facts.csv(kind: "lists")), as: UTF8.self)
        #expect(lists.contains("topics,a,\"Global Compact for Safe, Orderly and Regular Migration\","))
        #expect(facts.csv(kind: "nothing") == nil)
    }
}
