import MeetingReports
import Testing

@Suite struct `The tree of a text` {
    @Test func `Roman headings open sections and numbered lines paragraphs, blank lines or none`() throws {
        let report = try reading("I. Attendance\n1. One came.\n2. Two came.\n\nII. Work\n\n3. It was done.\n")
            .report
        #expect(report.sections.map { $0.heading?.plainText } == ["Attendance", "Work"])
        #expect(report.sections.map { $0.num?.plainText } == ["I.", "II."])
        #expect(report.paragraphs.map { $0.num?.plainText } == ["1.", "2.", "3."])
        #expect(report.paragraphs.map(\.id) == ["sec_I__para_1", "sec_I__para_2", "sec_II__para_3"])
        #expect(report.sections[0].lines?.description == "1-3")
    }

    @Test func `Letters under romans nest, and I after H is a letter`() throws {
        let headings = "ABCDEFGHIJ".map { "\($0). Part \($0)" }.joined(separator: "\n\n")
        let report = try reading("I. First\n\n\(headings)\n\nII. Second\n").report
        #expect(report.body.count == 2)
        #expect(
            report.sections.map { $0.id?.split(separator: "_").last }.map { $0.map(String.init) }
                == ["I", "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "II"])
        #expect(report.sections.count == 12)
    }

    @Test func `An initial at the beginning of a line is no heading`() throws {
        let report = try reading("1. The list follows.\n\nM. Dupont\n").report
        #expect(report.sections.isEmpty)
        #expect(report.paragraphs[0].content.runs == ["The list follows.", "M. Dupont"])
    }

    @Test func `Text without a number goes on with the numbered paragraph before it`() throws {
        let report = try reading("1. One.\n\nAnd more.\n\n2. Two.\n").report
        #expect(report.paragraphs.map { $0.content.runs } == [["One.", "And more."], ["Two."]])
        let first = try #require(report.paragraphs.first)
        #expect(first.lines?.description == "1-3")
        guard case .p(let p) = first.content[1] else { return #expect(Bool(false), "no run") }
        #expect(p.lines?.description == "3")
    }

    @Test(arguments: [
        ("(a)", "(b)"), ("a)", "b)"), ("- a)", "- b)"), ("-", "-"), ("•", "•"), ("–", "–"), ("(i)", "(ii)"),
        ("1)", "2)"), ("ii)", "iii)"), ("\u{F0B7}", "\u{F0B7}"),
    ])
    func `List marks are kept as printed and end up in one list`(first: String, second: String) throws {
        let report = try reading("1. The following:\n \(first) One;\n \(second)\tTwo.\n2. Next.").report
        #expect(report.lists.count == 1)
        #expect(report.items.map { $0.num?.plainText } == [first, second])
        #expect(report.items.map { $0.content.runs } == [["One;"], ["Two."]])
        #expect(report.paragraphs.count == 2)
    }

    @Test func `A roman numeral after h is the letter i, after b a list inside`() throws {
        let letters = "abcdefghij".map { "(\($0)) Item \($0)" }.joined(separator: "\n")
        #expect(try reading("1. All:\n\(letters)").report.lists.count == 1)
        let nested = try reading("1. All:\n(a) One:\n(b) Two:\n(i) Inner one;\n(ii) Inner two;\n(c) Three.")
            .report
        #expect(nested.lists.count == 2)
        #expect(
            nested.items.map(\.id) == [
                "para_1__list_1__item_a", "para_1__list_1__item_b", "para_1__list_1__item_b__list_1__item_i",
                "para_1__list_1__item_b__list_1__item_ii", "para_1__list_1__item_c",
            ])
    }

    @Test func `Numbers that start again begin a list in the same place`() throws {
        let report = try reading("1. All:\n(a) One;\n(b) Two.\n(a) Again;\n(b) Twice.").report
        #expect(report.lists.map { $0.content.count } == [2, 2])
        #expect(report.lists.map(\.id) == ["para_1__list_1", "para_1__list_2"])
    }

    @Test func `Brackets number paragraphs only where no bare numbers do`() throws {
        #expect(try reading("(1) One.\n\n(2) Two.").report.paragraphs.count == 2)
        let mixed = try reading("1. One:\n(1) Item;\n(2) Item.").report
        #expect(mixed.paragraphs.count == 1 && mixed.items.count == 2)
    }

    @Test func `Wrapped lines are joined, and a mark in the middle of a sentence is chance`() throws {
        let text = """
            1. The meeting considered the proposal that was made by the delegation under item
            12. of the agenda and took note of the text of that proposal as it was circulated
            before the session.
            2. It agreed with the proposal and asked for more time to consider what had been
            said.
            """
        let report = try reading(text).report
        #expect(report.paragraphs.map { $0.num?.plainText } == ["1.", "2."])
        #expect(
            report.paragraphs[0].content.runs[0].hasSuffix(
                "under item 12. of the agenda and took note of the text of that proposal as it was circulated before the session."
            ))
        #expect(report.paragraphs[0].lines?.description == "1-3")
    }

    @Test func `A hyphen that broke a word goes, one of the word stays`() throws {
        let text = """
            1. The furtherance of the work of the organization was the matter to which the further-
            ance of all of it would be given over in the years to come, and the representative of a non-
            governmental organization and governmental bodies agreed, as a non-voting member would do.
            """
        let reading = try reading(text)
        #expect(reading.report.paragraphs[0].content.runs[0].contains("which the furtherance of all"))
        #expect(reading.report.paragraphs[0].content.runs[0].contains("a non-governmental organization"))
        #expect(reading.ledger.drops == [.init(kind: .lineEndHyphen, line: 1, count: 1)])
    }

    @Test func `A note has its mark, and the mark in the text leads to it`() throws {
        let report = try reading("1. See the website.¹ Again² here.\n\n¹ www.example.org/a?b=1#c\n² A book.")
            .report
        #expect(report.notes.map(\.marker) == ["¹", "²"])
        #expect(report.notes.map(\.id) == ["fn_1", "fn_2"])
        #expect(report.noteReferences.map(\.target) == ["fn_1", "fn_2"])
        #expect(report.links.map(\.href) == ["http://www.example.org/a?b=1#c"])
    }

    @Test func `A superscript without a note is text`() throws {
        #expect(try reading("1. An area of 5 km² was seen.").report.noteReferences.isEmpty)
    }

    @Test func `A page break stands where the text goes on: in a run, between items, between paragraphs`()
        throws
    {
        let report = try reading(
            "1. One sentence goes\n\u{C}\non here.\n\n\u{C}\n\n2. All:\n(a) One;\n\u{C}(b) Two."
        ).report
        #expect(report.furniture.map(\.kind) == [.break, .break, .break])
        #expect(report.furniture.map { $0.lines?.description } == ["2", "5", "9"])
        #expect(report.paragraphs[0].content.runs == ["One sentence goes on here."])
        #expect(report.lists[0].content.count == 3)
        #expect(report.body.count == 3)
    }

    @Test func `Furniture between form feeds says what it is`() throws {
        let report = try reading(
            "1. One.\n\n\u{C}GE.17-12345\u{C}\n\n\u{C}- 2 -\u{C}\n\n\u{C}A/HRC/1/2\u{C}\n\n2. Two."
        ).report
        #expect(report.furniture.map(\.kind) == [.jobNumber, .pageNumber, .head])
        #expect(report.furniture.map(\.n) == [nil, "2", nil])
        #expect(report.furniture.map(\.text) == [["GE.17-12345"], ["- 2 -"], ["A/HRC/1/2"]])
    }

    @Test func `A mark without text keeps its place`() throws {
        let report = try reading("1. One.\n\n5.\n\nText of five.\n\n6. Six.").report
        #expect(report.paragraphs.map { $0.num?.plainText } == ["1.", "5.", "6."])
        #expect(report.paragraphs[1].content.runs == ["Text of five."])
    }

    @Test func `Sections and lists get their kinds from the words before them`() throws {
        let report = try reading(
            """
            I. Participation

            1. The following documents were before the meeting:
             - One

            II. Election of officers

            2. The meeting adopted the following agenda:
             (a) Opening

            III. Date of the next meeting

            3. Nothing was said.
            """
        ).report
        #expect(report.sections.map { $0.kind?.description } == ["attendance", "officers", "nextMeeting"])
        #expect(report.lists.map { $0.kind?.description } == ["documents", "agenda"])
    }
}
