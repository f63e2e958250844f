import MeetingReports
import Testing

@Suite struct `Names and statements in a text` {
    private func report(_ text: String) throws -> MeetingReport { try reading("1. " + text).report }

    @Test(arguments: [
        ("Bosnia and Herzegovina", "BIH"), ("The former Yugoslav Republic of Macedonia", "MKD"),
        ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Türkiye", "TUR"), ("Turkey", "TUR"), ("Union of Soviet Socialist Republics", "SUN"),
        ("Czechoslovakia", "CSK"), ("German Democratic Republic", "DDR"), ("Yugoslavia", "YUG"),
        ("Côte d’Ivoire", "CIV"), ("Lao People's Democratic Republic", "LAO"), ("Guinea-Bissau", "GNB"),
        ("Democratic People's Republic of Korea", "PRK"), ("Iran (Islamic Republic of)", "IRN"),
        ("Eswatini", "SWZ"), ("Swaziland", "SWZ"), ("Viet Nam", "VNM"), ("Côte d´Ivoire", "CIV"),
        ("CÔTE D’IVOIRE", "CIV"), ("UNITED STATES OF AMERICA", "USA"), ("Zaire", "ZAR"), ("Burma", "BUR"),
        ("Korea", "KOR"), ("Korea, Republic of", "KOR"), ("DPRK", "PRK"),
        ("Congo (Democratic Republic of the)", "COD"),
        ("São Tomé and Príncipe", "STP"), ("Micronesia, Federated States of", "FSM"), ("Dominica", "DMA"),
        ("Dominican Republic", "DOM"), ("Niger", "NER"), ("Nigeria", "NGA"), ("Equatorial Guinea", "GNQ"),
        ("Papua New Guinea", "PNG"), ("Holy See", "VAT"), ("State of Palestine", "PSE"),
        ("Cook Islands", "COK"),
        ("Niue", "NIU"), ("Cabo Verde", "CPV"), ("Western Samoa", "WSM"),
        ("Hungarian People's Republic", "HUN"), ("Upper Volta", "HVO"), ("Dahomey", "DHY"), ("Ceylon", "LKA"),
        ("East Timor", "TMP"), ("Timor-Leste", "TLS"), ("Myanmar", "MMR"), ("Zaïre", "ZAR"),
        ("Czech and Slovak Federal Republic", "CSK"), ("Czechia", "CZE"), ("Slovak Republic", "SVK"),
        ("Federal People's Republic of Yugoslavia", "YUG"), ("Serbia and Montenegro", "SCG"),
        ("Union of South Africa", "ZAF"), ("Democratic Kampuchea", "KHM"), ("Viet-Nam, Republic of", "VNM"),
        ("Saudi Arabia, Kingdom of", "SAU"), ("Germany (Federal Republic of)", "DEU"),
        ("São Tomé and Principe", "STP"), ("St Vincent and the Grenadines", "VCT"),
        ("Saint Christopher and Nevis", "KNA"), ("Republic of Macedonia", "MKD"),
        ("Byelorussian SSR", "BYS"), ("Southern Rhodesia", "RHO"), ("Democratic Yemen", "YMD"),
        ("Libyan Arab Jamahiriya", "LBY"), ("Cape Verde", "CPV"), ("North Macedonia", "MKD"),
        ("Congo (Leopoldville)", "COD"), ("Union of Burma", "BUR"),
    ])
    func `A State is known by its names of any time and register`(name: String, code: String) throws {
        let states = try report("The delegation of \(name), and others.").organizations
        #expect(states.map { $0.content.plainText } == [name])
        #expect(states.map(\.code) == [code])
    }

    @Test func `A name turned round for the alphabet takes nothing of the next`() throws {
        let found = try report("Japan, Korea, Republic of Moldova and Iran, Islamic Republic of, spoke.")
            .organizations
        #expect(found.map(\.code) == ["JPN", "KOR", "MDA", "IRN"])
    }

    @Test func `Names that hold other names win`() throws {
        let found = try report("The Republic of Moldova and the Democratic Republic of the Congo spoke.")
            .organizations
        #expect(found.map(\.code) == ["MDA", "COD"])
    }

    @Test func `An acronym in brackets belongs to the name before it, and stands for it from then on`() throws
    {
        let found = try report(
            "Members of the Global Weather Fund (GWF) spoke. The GWF agreed with the Rural Water Agency (RWA)."
        ).organizations
        #expect(found.map { $0.content.plainText } == ["Global Weather Fund", "GWF", "Rural Water Agency"])
        #expect(found.map(\.acronym) == ["GWF", "GWF", "RWA"])
    }

    @Test func `Who attended, for whom and by whose invitation`() throws {
        let found = try report(
            "The session was attended by Chile and France. The European Union was represented by Eurostat. An expert from the Lima State University took part at the invitation of the UNECE secretariat. Norway was not represented."
        ).organizations
        #expect(
            found.map { $0.as?.description } == [
                "participant", "participant", "represented", "representing", "invited", "inviting", "absent",
            ])
        #expect(
            found.map { $0.kind?.description } == [
                "state", "state", "international", "international", "other", "secretariat", "state",
            ])
    }

    @Test func `In a sentence with two clauses only the second is absent`() throws {
        let found = try report("The meeting was attended by Peru; Norway was not represented.").organizations
        #expect(found.map { $0.as?.description } == ["participant", "absent"])
    }

    @Test func `The meeting has organizers, a name, dates and a place`() throws {
        let report = try report("The joint UNECE/Eurostat Workshop on Data was held on 3-4 May 2011 in Oslo.")
        #expect(report.statements.map { $0.kind?.description } == ["meeting"])
        #expect(report.organizations.map { $0.as?.description } == ["organizer", "organizer"])
        #expect(
            elements(report) { if case .event(let event) = $0 { event.content.plainText } else { nil } }
                == ["Workshop on Data"])
        #expect(
            elements(report) { if case .location(let place) = $0 { place.content.plainText } else { nil } }
                == ["Oslo"])
        #expect(report.dates.map(\.to) == [PartialDate("2011-05-04")])
    }

    @Test(arguments: [
        ("Ms. Jane van Doe (Panama) was elected as Chair.", ["Ms. Jane van Doe"], ["chair"]),
        (
            "The body elected Mr. A. B. Roe as Vice-Chair and Ms. Coe as Rapporteur.",
            ["Mr. A. B. Roe", "Ms. Coe"], ["viceChair", "rapporteur"]
        ),
        ("Dr Ann Poe was re-elected Chairman.", ["Dr Ann Poe"], ["chair"]),
        (
            "Mr. Loe and Mrs. Moe were elected as Co-Chairs.", ["Mr. Loe", "Mrs. Moe"],
            ["coChair", "coChair"]
        ),
    ])
    func `Persons elected get their offices`(text: String, names: [String], roles: [String]) throws {
        let report = try report(text)
        #expect(report.statements.map { $0.kind?.description } == ["election"])
        #expect(report.persons.map { $0.content.plainText } == names)
        #expect(report.persons.map { $0.as?.description } == roles)
    }

    @Test(arguments: [
        ("The meeting recommended that work go on.", "recommendation"),
        ("The Committee requested the secretariat to report.", "request"),
        ("The Conference decided to close.", "decision"),
        ("The report was adopted on Friday.", "adoption"),
        ("The Council adopted its draft report.", "adoption"),
        ("The next session is scheduled to take place in May 2019.", "nextMeeting"),
        ("The next Workshop will be held in Rome.", "nextMeeting"),
        ("The visit was made with financial support from the Nordic Water Fund.", "support"),
    ])
    func `A clause that states a fact has its kind`(text: String, kind: String) throws {
        #expect(try report(text).statements.map { $0.kind?.description } == [kind])
    }

    @Test(arguments: [
        "The following text was adopted.", "As requested by the group, a note was made.",
        "It was recommended by some.", "Peru asked about the plans.", "The next item was discussed.",
    ])
    func `A clause that states none has no statement`(text: String) throws {
        #expect(try report(text).statements.isEmpty)
    }

    @Test func `Two outcomes in a sentence are two statements`() throws {
        let report = try report("The meeting recommended to go on and asked the Task Force to help.")
        #expect(
            report.statements.map { $0.content.plainText } == [
                "The meeting recommended to go on", "asked the Task Force to help.",
            ])
        #expect(report.organizations.map { $0.content.plainText } == ["Task Force"])
    }

    @Test func `Titles and initials end no sentence`() throws {
        let report = try report("Mr. Roe met H.E. Mr. Poe, see para. 5 and No. 7. The report was adopted.")
        #expect(report.statements.map { $0.content.plainText } == ["The report was adopted."])
    }

    @Test func `Links lose the sentence's punctuation, not their own`() throws {
        let links = try report(
            "See https://example.org/a_(b), (www.example.org/x?y=1) and http://example.com/."
        ).links
        #expect(
            links.map(\.href) == [
                "https://example.org/a_(b)", "http://www.example.org/x?y=1", "http://example.com/",
            ])
    }

    @Test func `A page break inside a name stays inside its span`() throws {
        let report = try reading("1. The delegation of Bosnia and\n\u{C}\nHerzegovina spoke.").report
        let state = try #require(report.organizations.first)
        #expect(state.code == "BIH")
        #expect(
            state.content == [
                .text("Bosnia and "),
                .interruption(.furniture(Furniture(lines: SourceLines(2), kind: .break))),
                .text("Herzegovina"),
            ])
    }
}
