import MeetingReports
import Testing

@Suite struct `The structure of a text` {
    private func entries(_ report: MeetingReport) -> [Entry] {
        elements(report) { if case .entry(let entry) = $0 { entry } else { nil } }
    }

    private func tables(_ report: MeetingReport) -> [Table] {
        elements(report) { if case .table(let table) = $0 { table } else { nil } }
    }

    // MARK: Lists of contents

    private static let tabbed = """
        \tContents
        \t\tParagraphs\tPage
        \tI.\tOpening of the meeting
        (Agenda item 1)\t\t1\u{2013}2\t3
        \tII.\tWells and springs\t\t3\t4
        \t\tA.\tWells of the\u{20}
        northern valley\t\t3\t4

        I.\tOpening of the meeting
        (Agenda item 1)
        \t1.\tThe chair opened the meeting.
        \t2.\tShe welcomed the members of the panel.
        II.\tWells and springs
        \tA.\tWells of the northern valley
        \t\t3.\tThe panel looked at the wells.
        """

    @Test func `A list of contents with tabs is one, and its headings are sections at its levels`() throws {
        let report = try reading(Self.tabbed).report
        let entries = entries(report)
        #expect(entries.map { $0.num?.plainText } == [nil, "I.", "II.", "A."])
        #expect(
            entries.map { $0.heading?.plainText } == [
                nil, "Opening of the meeting", "Wells and springs", "Wells of the northern valley",
            ])
        #expect(entries.map(\.kind) == [.label, nil, nil, nil])
        #expect(entries.map(\.level) == [nil, 1, 1, 2])
        #expect(entries.map { $0.paragraphs?.plainText } == ["Paragraphs", "1\u{2013}2", "3", "3"])
        #expect(entries.map { $0.page?.plainText } == ["Page", "3", "4", "4"])
        #expect(entries[1].agendaReference?.items == "1")
        #expect(report.sections.map { $0.num?.plainText } == ["I.", "II.", "A."])
        #expect(report.sections[0].agendaReference?.content.plainText == "(Agenda item 1)")
        #expect(report.sections.map(\.content.count) == [2, 1, 1])
        #expect(report.body.count == 3)
    }

    @Test func `Dot leaders are dropped and counted, and wrapped entries joined`() throws {
        let text = """
            Contents
                 Introduction ........................................ 1\u{2013}2      3
             I.  Work of the panel on the wells of the valley and on
                 its springs ......................................... 3         4

            Introduction

            1.   The panel met in the house by the river, as it had met before.
            2.   It had a new chair.

            I.   Work of the panel on the wells of the valley and on its springs

            3.   The panel worked.
            """
        let reading = try reading(text)
        let entries = entries(reading.report)
        #expect(entries.map { $0.heading?.plainText.count } == [12, 63])
        #expect(entries.map { $0.paragraphs?.plainText } == ["1\u{2013}2", "3"])
        #expect(reading.ledger.drops.map(\.kind) == [.dotLeader, .dotLeader])
        #expect(reading.ledger.drops.map(\.count) == [40, 41])
        #expect(reading.report.sections.map { $0.num?.plainText } == [nil, "I."])
    }

    @Test func `An agenda in small letters is no heading that contents print in capitals`() throws {
        let text = """
            CONTENTS

            1.   OPENING OF THE MEETING ............................... 3
            2.   WELLS OF THE VALLEY .................................. 4
            ANNEX A – RULES ........................................... 5

            ITEM 1.  OPENING OF THE MEETING

            1.   The panel adopted the following agenda:

                 1.   Opening of the meeting.

                 2.   Wells of the valley:

                 2.1.   Upper valley.

            ITEM 2.  WELLS OF THE VALLEY

            2.   The panel looked at the wells of the valley, all of them.

            ANNEX A
            Rules

            The rules of the panel are those of the valley.
            """
        let report = try reading(text).report
        #expect(entries(report).map(\.level) == [1, 1, 1])
        #expect(report.sections.map { $0.num?.plainText } == ["ITEM 1.", "ITEM 2."])
        #expect(report.items.map { $0.num?.plainText } == ["1.", "2.", "2.1."])
        #expect(outline(of: report).contains("annex ANNEX A | Rules\n"))
    }

    @Test func `A blank line may part the heads of columns from the rows`() throws {
        let text = """
            1. The members were as follows:

                Members            Advisers          State

                T. Hobart          P. Lancaster      Australia
                P. Oliveira        C. Santos         Brazil
                                   L. Moura
            """
        let table = try #require(tables(try reading(text).report).first)
        let rows = table.content.compactMap(\.element)
        #expect(
            rows.map { $0.content.map { Element.cell($0).plainText } } == [
                ["Members", "Advisers", "State"], ["T. Hobart", "P. Lancaster", "Australia"],
                ["P. Oliveira", "C. Santos L. Moura", "Brazil"],
            ])
        #expect(rows.map { $0.content.allSatisfy { $0.kind == .label } } == [true, false, false])
    }

    // MARK: Numbers

    @Test func `An agenda inside a paragraph is a list, whatever its numbers`() throws {
        let items = (1...7).map { "\($0). Matter \($0) of the agenda\n" }.joined()
        let text =
            "1. The panel met.\n2. It had a chair.\n3. It adopted this agenda:\n\(items)4. It then worked.\n5. It closed."
        let report = try reading(text).report
        #expect(report.paragraphs.map { $0.num?.plainText } == ["1.", "2.", "3.", "4.", "5."])
        #expect(report.lists.map(\.content.count) == [7])
        #expect(report.lists.map(\.kind) == ["agenda"])
    }

    @Test func `A short number among paragraphs is a heading where it does not count them`() throws {
        let text = """
            I. Work

            A. Wells

            1. Proceedings

            11. The panel looked at the wells of the valley, all of them.

            12. It found them dry.

            2. Conclusions

            13. The panel asked for rain.
            """
        let report = try reading(text).report
        #expect(report.sections.map { $0.num?.plainText } == ["I.", "A.", "1.", "2."])
        #expect(report.paragraphs.map { $0.num?.plainText } == ["11.", "12.", "13."])
        #expect(
            report.paragraphs.map(\.id) == [
                "sec_I__sec_A__sec_1__para_11", "sec_I__sec_A__sec_1__para_12",
                "sec_I__sec_A__sec_2__para_13",
            ])
    }

    @Test func `Numbers are kept as printed: twice, left out, inserted, blank`() throws {
        let numbers = ["36.", "37.", "39.", "39.", "40.", "40. bis.", "41."]
        let text = numbers.map { "\($0) The panel said something here.\n\n" }.joined()
        #expect(try reading(text).report.paragraphs.map { $0.num?.plainText } == numbers)
        let blank =
            "(1) The panel met in the house by the river and talked.\n\n( ) It said something.\n\n(2) It closed."
        #expect(try reading(blank).report.paragraphs.map { $0.num?.plainText } == ["(1)", "( )", "(2)"])
    }

    @Test func `Numbers in two parts count paragraphs under the heading of their first`() throws {
        let text = """
            1.  Opening.

            1.1  The workshop was held in the house by the river.

            1.2  It was short.

            2.  Results

            2.1  There were none that anybody could name.
            """
        let report = try reading(text).report
        #expect(report.sections.map { $0.heading?.plainText } == ["Opening.", "Results"])
        #expect(report.paragraphs.map { $0.num?.plainText } == ["1.1", "1.2", "2.1"])
    }

    // MARK: Headings, annexes, votes

    @Test func `What a corrigendum does is no heading of what it puts in`() throws {
        let text = """
            For the existing table substitute

            1. Cooperation with the panel

            The State had handed in its third report to the panel, which had looked at it in spring.
            """
        #expect(try reading(text).report.sections.map { $0.num?.plainText } == ["1."])
    }

    @Test func `A heading without a number stands apart over text`() throws {
        let text = """
            Background

            The panel was set up by the ministry in the year of the great flood, and has met since.

            Results of the work

            Nothing came of it, as everybody knew from the beginning of the work of the panel.
            """
        #expect(
            try reading(text).report.sections.map { $0.heading?.plainText } == [
                "Background", "Results of the work",
            ])
    }

    @Test func `An annex counts anew and has its heading and the note above it`() throws {
        let text = """
            1. The panel met, and it annexed a list.

            Annex II

            [English only]

            List of wells

            1. The first well is by the river.
            """
        let report = try reading(text).report
        guard case .annex(let annex)? = report.body.last else { return #expect(Bool(false), "no annex") }
        #expect(annex.num?.plainText == "Annex II")
        #expect(annex.kind == "annex")
        #expect(annex.heading?.plainText == "List of wells")
        #expect(annex.masthead.compactMap(\.element).map { $0.content.plainText } == ["[English only]"])
        #expect(report.paragraphs.map(\.id) == ["para_1", "annex_Annex-II__para_1"])
    }

    @Test func `How the members voted is a list`() throws {
        let text =
            "1. The draft was adopted by a vote, as follows:\n\nIn favour: Peru, Chile.\n\nAgainst: none.\n\nAbstaining: none.\n"
        let report = try reading(text).report
        #expect(report.lists.map(\.kind) == ["vote"])
        #expect(report.items.map { $0.num?.plainText } == ["In favour:", "Against:", "Abstaining:"])
    }

    // MARK: Tables

    @Test func `Rows between bars are a table, a cell over several lines one cell`() throws {
        let report = try reading(
            "1. As follows:\n\n| Name | Depth |\n|---|---|\n| First | 3\nmetres |\n|  | 4 |\n"
        ).report
        let table = try #require(tables(report).first)
        let cells = table.content.compactMap(\.element).map { $0.content.map(\.content.runs) }
        #expect(cells == [[["Name"], ["Depth"]], [["First"], ["3 metres"]], [[], ["4"]]])
        #expect(table.content.first?.element?.content.map(\.kind) == [.label, .label])
    }

    @Test func `Columns that all lines share are a table, and a row goes on where its first cell is empty`()
        throws
    {
        let text = """
            Name         Depth of      State
                         the well
            First        three         dry
            Second       four          full
            """
        let table = try #require(tables(try reading(text).report).first)
        let cells = table.content.compactMap(\.element).map { $0.content.map(\.content.runs.first) }
        #expect(
            cells == [
                ["Name", "Depth of the well", "State"], ["First", "three", "dry"],
                ["Second", "four", "full"],
            ])
    }
}
