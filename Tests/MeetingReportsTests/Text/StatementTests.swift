import MeetingReports
import Testing

@Suite struct `Statements and the names in them` {
    private func marked(_ text: String) throws -> String { MarkedText.of(try reading("1. " + text).report) }

    @Test(arguments: [
        (
            "Ms. Ana Roe (Bolivia (Plurinational State of)) was elected as Chair.",
            "«election: P[Ms. Ana Roe|chair] (S[Bolivia (Plurinational State of)|BOL]) was elected as R[Chair].»"
        ),
        (
            "On a proposal by Mr. Poe, the Board elected Zoe Moe as its Rapporteur.",
            "«election: On a proposal by P[Mr. Poe], the Board elected P[Zoe Moe|rapporteur] as its R[Rapporteur].»"
        ),
        (
            "M. Guy Roe and M. Luc Poe were appointed Secretary-General and Vice-Chair respectively.",
            "«appointment: P[M. Guy Roe|secretary] and P[M. Luc Poe|viceChair] were appointed R[Secretary-General] and R[Vice-Chair] respectively.»"
        ),
        (
            "Mr. Roe was elected President and Ms. Poe, of the Ministry, was elected Rapporteur.",
            "«election: P[Mr. Roe|president] was elected R[President] and P[Ms. Poe|rapporteur], of the Ministry, was elected R[Rapporteur].»"
        ),
        (
            "El Sr. Roe fue elegido Presidente.",
            "«election: El P[Sr. Roe|president] fue elegido R[Presidente].»"
        ),
        (
            "The meeting was chaired by Ana Roe (Peru) and Bo Poe (Chile).",
            "«office: The meeting was chaired by P[Ana Roe|chair] (S[Peru|PER]) and P[Bo Poe|chair] (S[Chile|CHL]).»"
        ),
        (
            "The Chair of the SBI, Mr.\u{A0}Amos Roe (Fiji), opened the session.",
            "«opening: The R[Chair] of the O[SBI|SBI], P[Mr.\u{A0}Amos Roe|chair] (S[Fiji|FJI]), opened the session.»"
        ),
        (
            "The Chairman of the Meeting was Norman Roe (Norway).",
            "«office: The R[Chairman] of the Meeting was P[Norman Roe|chair] (S[Norway|NOR]).»"
        ),
        (
            "Mr. Roe, Representative of Chile, acted as Temporary Chairman.",
            "«office: P[Mr. Roe|chair], Representative of S[Chile|CHL], acted as Temporary R[Chairman].»"
        ),
        ("The Chair then closed the session.", "«closing: The Chair then closed the session.»"),
    ])
    func `Officers get their offices, with the States they are of`(text: String, expected: String) throws {
        #expect(try marked(text) == expected)
    }

    @Test(arguments: [
        "The current Rapporteur will remain in office until successors are elected.",
        "No nominations for Chair had been received.",
        "The newly elected Chair thanked the Parties.",
        "They had elected 325 members of parliament.",
        "The Secretary of State for Trade spoke.",
        "Tanja Roe, Secretary, Disability Directorate, spoke.",
        "The Minister of Housing, Spatial Planning and the Environment spoke.",
    ])
    func `Nobody gets an office in a sentence that gives none`(text: String) throws {
        let report = try reading("1. " + text).report
        #expect(report.persons.allSatisfy { $0.as == nil })
        #expect(!report.statements.contains { $0.kind == "election" || $0.kind == "office" })
    }

    @Test(arguments: [
        (
            "Representatives of the Parties (Chile, Trinidad and Tobago and the Union of Soviet Socialist Republics) met in Oslo from 9 to 20 June 1975.",
            "«meeting attendance: Representatives of the Parties (S[Chile|CHL|participant], S[Trinidad and Tobago|TTO|participant] and the S[Union of Soviet Socialist Republics|SUN|participant]) met in L[Oslo] from D[9 to 20 June 1975|1975-06-09|1975-06-20].»"
        ),
        (
            "Experts from the following UNECE member States were present: Italy and Antigua and Barbuda.",
            "«attendance: Experts from the following O[UNECE|UNECE] member States were present: S[Italy|ITA|participant] and S[Antigua and Barbuda|ATG|participant].»"
        ),
        (
            "The session was attended by 80 delegates.",
            "«attendance: The session was attended by 80 delegates.»"
        ),
        (
            "On the invitation of the Parties the Meeting was also attended by Delegations from Peru.",
            "«attendance: On the invitation of the Parties the Meeting was also attended by Delegations from S[Peru|PER|invited].»"
        ),
        (
            "The States that had participated in the review of Chile spoke.",
            "The States that had participated in the review of S[Chile|CHL] spoke."
        ),
        (
            "Norway offered to host the workshop which was held on 23 May 1998 in Lima.",
            "S[Norway|NOR] offered to host the workshop which was held on D[23 May 1998|1998-05-23] in Lima."
        ),
    ])
    func `Who met and who attended`(text: String, expected: String) throws {
        #expect(try marked(text) == expected)
    }

    @Test(arguments: [
        (
            "The SBI took note of the report and requested the secretariat to revise it.",
            "«note: The O[SBI|SBI] took note of the report» and «request: requested the secretariat to revise it.»"
        ),
        ("The Committee also agreed to close.", "«decision: The Committee also agreed to close.»"),
        (
            "It was approved as proposed (Decision 1).",
            "«decision|Decision 1: It was approved as proposed» (#[Decision 1])."
        ),
        ("The agenda was adopted as follows:", "«agenda: The agenda was adopted as follows:»"),
        ("Canada recommended that Chile act.", "S[Canada|CAN] recommended that S[Chile|CHL] act."),
        ("As agreed by all, work went on.", "As agreed by all, work went on."),
        (
            "No meetings end after 6 p.m. The SBI agreed to that.",
            "No meetings end after 6 p.m. «decision: The O[SBI|SBI] agreed to that.»"
        ),
    ])
    func `Outcomes of a meeting, clause by clause`(text: String, expected: String) throws {
        #expect(try marked(text) == expected)
    }

    @Test(arguments: [
        (
            "See paragraphs 12 to 15 above and A/HRC/14/15.",
            "See #[paragraphs 12 to 15 above] and #[A/HRC/14/15]."
        ),
        (
            "See decision 1/CP.21, Recommendation VIII-14 and agenda item 7 (c).",
            "See #[decision 1/CP.21], #[Recommendation VIII-14] and #[agenda item 7 (c)]."
        ),
        ("See paras. 3-5 and XX ATCM/WP 11.", "See #[paras. 3-5] and XX #[ATCM/WP 11]."),
        ("The decision was taken in a paragraph of 1990.", "The decision was taken in a paragraph of 1990."),
    ])
    func `References to what has a number`(text: String, expected: String) throws {
        #expect(try marked(text) == expected)
    }

    @Test(arguments: [
        ("The Gulf of Mexico and Lake Chad.", "The Gulf of Mexico and Lake Chad."),
        ("He came from Atlanta, Georgia, by train.", "He came from Atlanta, Georgia, by train."),
        ("Mexico and Georgia spoke.", "S[Mexico|MEX] and S[Georgia|GEO] spoke."),
        (
            "Michael Jordan and Chad Roe came from South Georgia.",
            "Michael Jordan and Chad Roe came from South Georgia."
        ),
        ("The Sovereign Order of Malta spoke.", "The O[Sovereign Order of Malta] spoke."),
        ("The French, Nigerian and Swiss experts agreed.", "The French, Nigerian and Swiss experts agreed."),
        ("In Jordan and in Chad work went on.", "In S[Jordan|JOR] and in S[Chad|TCD] work went on."),
        ("Ms. Jordan spoke for Jordan.", "P[Ms. Jordan] spoke for S[Jordan|JOR]."),
        (
            "The Expert Group from Parties not in Annex I to the Convention (CGE) met.",
            "The O[Expert Group] from Parties not in Annex I to the Convention (CGE) met."
        ),
    ])
    func `Names that only look like those of States or organizations`(text: String, expected: String) throws {
        #expect(try marked(text) == expected)
    }

    @Test func `A Spanish text has Spanish names of States`() throws {
        let report = try reading(
            "1. Participaron representantes de Brasil, Perú y la Federación de Rusia en la reunión, para que los que por una y con el fin del año."
        ).report
        #expect(report.lang == "es")
        #expect(report.organizations.map(\.code) == ["BRA", "PER", "RUS"])
    }

    @Test func `The facts of a small report are those that its marks say`() throws {
        let text = """
            Report of the Board on its third session

            1. The third session of the Board was held in Oslo from 3 to 5 May 2011. It was attended by participants from Chile and Türkiye.

            2. Ms. Ana Roe (Chile) was elected Chair.

            3. The Board decided to meet again. The report was adopted on 5 May 2011.
            """
        let facts = Facts(of: try reading(text).report)
        #expect(
            facts.meetings.map(\.from) == [PartialDate("2011-05-03")]
                && facts.meetings.map(\.places) == [["Oslo"]])
        #expect(facts.attendance.map(\.party.code) == ["CHL", "TUR"])
        #expect(facts.officers.map(\.name) == ["Ms. Ana Roe"] && facts.officers.map(\.roles) == [["chair"]])
        #expect(facts.officers.first?.parties.map(\.code) == ["CHL"])
        #expect(facts.clauses.map(\.kind) == ["decision", "adoption"])
    }
}
