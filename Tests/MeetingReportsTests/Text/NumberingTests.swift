import MeetingReports
import Testing

@Suite struct `The numbers of a text` {
    /// The tree of a text in a few words.
    private func tree(_ text: String) throws -> [String] {
        outline(of: try reading(text).report, words: 2).split(separator: "\n").map(String.init)
    }

    @Test func `Rules may be numbered without a stop, two spaces before their text`() throws {
        let text = """
            Languages

            1  English and French are the languages of the panel, and its reports are printed in both.

            2  Any member may speak in another language where he sees to the interpretation of his words.

            3    a)  A member may hand in papers in his own language, which are not translated.
                 b)  Such papers have no number.
            """
        #expect(
            try tree(text) == [
                "§ Languages", "  ¶ 1 English and", "  ¶ 2 Any member", "  ¶ 3", "    • a) A member",
                "    • b) Such papers",
            ])
    }

    @Test(arguments: ["recommend to their Governments that:", "The panel decides that its members should:"])
    func `The clauses that a sentence goes on with are a list, however long`(sentence: String) throws {
        let clause =
            "They gather all data on the wells of the valley, each for its own part of it, and hand them to the"
        let text = """
            1. The panel met.

            2. The panel had a proposal.

            The members \(sentence)

            1. \(clause) others before the end of the year, and they do the same for the springs.

            2. \(clause) secretariat, which prints them in the languages of the panel.
            """
        #expect(
            try tree(text) == [
                "¶ 1. The panel", "¶ 2. The panel (+1)", "  • 1. They gather", "  • 2. They gather",
            ])
    }

    @Test func `Numbers in two parts in a row are paragraphs, over text they are headings`() throws {
        let text = """
            1. WELLS
            1.1 Name of the well
            1.2 Place of the well
            1.3 Depth

            2. SPRINGS
            2.1 Name of the spring

            The name is printed on the map.

            2.2 Flow

            The flow is measured in spring.
            """
        #expect(
            try tree(text) == [
                "§ 1. | WELLS", "  ¶ 1.1 Name of", "  ¶ 1.2 Place of", "  ¶ 1.3 Depth", "§ 2. | SPRINGS",
                "  § 2.1 | Name of the spring", "    ¶ - The name", "  § 2.2 | Flow", "    ¶ - The flow",
            ])
    }

    @Test func `A dash may part a number from a heading`() throws {
        let text = """
            I - Opening

            1. The panel met in the house by the river.

            II – Wells of the valley

            2. The panel looked at the wells of the valley.
            """
        #expect(
            try tree(text) == [
                "§ I - | Opening", "  ¶ 1. The panel", "§ II – | Wells of the valley", "  ¶ 2. The panel",
            ])
    }

    @Test func `A paragraph may begin with the first item of its list`() throws {
        let text = """
            1. (a) The chair keeps order at the meetings of the panel.
            (b) The secretary keeps the list of speakers.
            2. (a) is a letter.
            """
        #expect(
            try tree(text) == ["¶ 1.", "  • (a) The chair", "  • (b) The secretary", "¶ 2. (a) is"])
    }

    @Test func `Letters may stand in a number: 2.A, and A.1 in an annex`() throws {
        let text = """
            1. OPENING

            The mayor opened the meeting.

            2. HEARINGS

            2.A. Zones

            The hearing was opened.

            2.B. Streets

            The hearing was closed.

            ANNEX A
            RULES

            A.1 The first rule says who may speak at the hearings.

            A.2 The second rule says for how long.
            """
        #expect(
            try tree(text) == [
                "§ 1. | OPENING", "  ¶ - The mayor", "§ 2. | HEARINGS", "  § 2.A. | Zones",
                "    ¶ - The hearing",
                "  § 2.B. | Streets", "    ¶ - The hearing", "annex ANNEX A | RULES", "  ¶ A.1 The first",
                "  ¶ A.2 The second",
            ])
    }

    @Test func `Times are no numbers, and a timetable is a table`() throws {
        let text = """
            Monday, 10 August

            08.30 – 09.00    Registration

            09.00 – 09.45    Welcome by the chair

            10.30 – 11.00    Coffee
            """
        #expect(try tree(text) == ["¶ - Monday, 10", "  table 3×2"])
    }

    @Test func `Brackets number the paragraphs of a text in which bare numbers hardly count`() throws {
        let sentence = "The panel considered the matter at some length, and came to no conclusion on it."
        let brackets = (1...12).map { "(\($0)) \(sentence)\n\n" }
        let text =
            brackets[0] + "The items were:\n\n6.   The wells of the valley\n\n7.   The springs\n\n"
            + brackets.dropFirst().joined()
            + (1...9).map { "1. \(sentence) This was item \($0).\n\n" }.joined()
        let numbers = try reading(text).report.paragraphs.compactMap { $0.num?.plainText }
        #expect(numbers == (1...12).map { "(\($0))" })
    }

    @Test func `An agenda goes on across a page that sets it elsewhere`() throws {
        let text = """
            5. The session was opened in the house by the river, in the morning.

            6. The panel adopted the following agenda:

                  1. Opening of the session

                  2. Election of officers

                  3. Wells of the upper valley

                  4. Springs

                  5. Roads
            - 4 -

            6. Bridges

            7. Mills

            8. Closing of the session

            7. The panel considered in plenary all the items on its agenda, and set up two groups for them.
            """
        #expect(
            try tree(text).filter { $0.hasPrefix("¶") } == [
                "¶ 5. The session", "¶ 6. The panel", "¶ 7. The panel",
            ])
    }

    @Test func `An agenda of named items before the headings that repeat it is a list`() throws {
        let text = """
            1. The panel adopted the agenda shown hereunder.

            Agenda Item 1: Wells of the valley

            Agenda Item 2: Springs of the valley

            Agenda Item 1: Wells of the valley

            2. The panel looked at the wells of the valley, all of them.

            Agenda Item 2: Springs of the valley

            3. The panel looked at the springs of the valley, most of them.
            """
        #expect(
            try tree(text) == [
                "¶ 1. The panel", "  • Agenda Item 1: Wells of", "  • Agenda Item 2: Springs of",
                "§ Agenda Item 1: | Wells of the valley", "  ¶ 2. The panel",
                "§ Agenda Item 2: | Springs of the valley", "  ¶ 3. The panel",
            ])
    }

    @Test func `A short text between numbered headings stands over those after it`() throws {
        let text = """
            1. Opening remarks

            The chair welcomed the members of the panel.

            Administrative matters

            2. Agenda

            The panel adopted the agenda as it was.

            3. Rules

            The panel kept its rules as they were.
            """
        #expect(
            try tree(text) == [
                "§ 1. | Opening remarks", "  ¶ - The chair", "§ Administrative matters", "  § 2. | Agenda",
                "    ¶ - The panel", "  § 3. | Rules", "    ¶ - The panel",
            ])
    }

    @Test(arguments: ["RECOMMENDATION V-2", "Resolution 4 (2010)", "Decision 12"])
    func `Outcomes are sections by their numbers`(number: String) throws {
        let text = """
            I. Outcomes of the session

            1. The panel adopted the following outcomes, each of them by consensus.

            \(number)

            WELLS OF THE VALLEY

            The Representatives,

            Recalling that the wells of the valley are few and that most of them are dry in summer,
            """
        #expect(try reading(text).report.sections.map { $0.num?.plainText } == ["I.", number])
    }
}
