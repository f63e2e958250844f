import MeetingReports
import Testing

@Suite struct `The notes of a text` {
    /// What is printed of each call, and the text of the note that it leads to.
    private func calls(_ report: MeetingReport) -> [String] {
        let notes = Dictionary(
            report.notes.map { ($0.id ?? "", $0.content.runs.joined(separator: " ")) },
            uniquingKeysWith: { first, _ in first })
        return report.noteReferences.map { "\($0.content.plainText): \(notes[$0.target ?? ""] ?? "none")" }
    }

    @Test func `A raised mark stands alone above its note where a page was taken for a text`() throws {
        let text = """
            1. The statement was made by Peru1 and by the other members of the group in the valley that

                    1
                         Speaking also for the upper valley.



            12
            \u{C}A/XY/3

            share the wells, as well as by Chad.1
            """
        let report = try reading(text).report
        #expect(report.notes.map(\.marker) == ["1"])
        #expect(
            calls(report) == [
                "1: Speaking also for the upper valley.", "1: Speaking also for the upper valley.",
            ])
        #expect(report.furniture.compactMap(\.n) == ["12"])
        #expect(report.paragraphs.count == 1)
    }

    @Test func `Of two notes with one mark the text of each page calls its own`() throws {
        let page = { (word: String, note: String) in
            """
            The panel read the report on the \(word)* and found that it had been written in haste by

                * \(note)

            """
        }
        let report = try reading(
            page("wells", "Issued late.") + "\u{C}\n" + page("springs", "Issued in one language only.")
                + "\u{C}\nnobody."
        ).report
        #expect(calls(report) == ["*: Issued late.", "*: Issued in one language only."])
    }

    @Test func `A title calls a note under the masthead`() throws {
        let text = """
            UNITED NATIONS                                   A/XY/12/3
            Distr.: General
            3 May 2011
            Original: English

            Panel on Wells
            Second session
            Geneva, 2-3 May 2011

            Report of the Panel on Wells*

                * Reissued for technical reasons.

            1. The panel met in the house by the river, as it had met before.
            """
        #expect(calls(try reading(text).report) == ["*: Reissued for technical reasons."])
    }

    @Test(
        arguments: [
            ("wells, 1/ which", "    1/   Report of the first session.", "1/"),
            ("wells [1] which", "    [1]  Report of the first session.", "[1]"),
            ("wells\u{B9} which", "    1    Report of the first session.", "\u{B9}"),
            ("WELLS1 which", "    1    Report of the first session.", "1"),
            ("(the wells).1 Which", "    1    Report of the first session.", "1"),
            ("the wells. 1 Which", "    1    Report of the first session.", "1"),
        ])
    func `Marks are drawn in many ways`(call: String, note: String, mark: String) throws {
        let text = """
            1. The panel had asked for a list of the \(call) it had not been given, and it asked again for

            \(note)
            \u{C}
            the same.
            """
        #expect(calls(try reading(text).report) == ["\(mark): Report of the first session."])
    }

    @Test(arguments: ["A/XY/3/Add.1", "paragraph 1, which", "COP1 and its wells1", "3,1 metres"])
    func `A figure that is no mark calls no note`(words: String) throws {
        let isCalled = words.hasSuffix("wells1")
        let text = """
            1. The panel had asked for a list, as in \(words) it had not been given, and it asked again for

                1    See the list.
            \u{C}
            the same.
            """
        let report = try reading(text).report
        #expect(calls(report) == (isCalled ? ["1: See the list."] : []))
    }

    @Test func `Numbered lines that nothing calls are no notes`() throws {
        let text = """
            Present: all members of the panel

            1   The meeting was opened by the chair, who welcomed the members and wished them
                well in their work.

            2   The rapporteur was elected.


            \u{C}
            3   The meeting closed.
            """
        #expect(try reading(text).report.notes.isEmpty)
    }

    @Test(arguments: ["1.  See", "1   See", "[1] See", "1/  See"])
    func `A list of notes at the end has the notes that the text calls`(first: String) throws {
        let mark = first.prefix { $0 != " " }
        let second = mark.replacing("1", with: "2")
        let isPlain = mark == "1." || mark == "1"
        let text = """
            1. The panel read the list\(isPlain ? "1" : " \(mark)") and the map.\(isPlain ? "2" : " \(second)")

            2. It found both wanting.

            Notes

            \(first) the list of wells, which was
            drawn up in the spring.

            \(second)  The map is in the annex.
            """
        let report = try reading(text).report
        #expect(report.notes.map(\.marker) == [String(mark), String(second)])
        #expect(
            calls(report).map { $0.drop { $0 != " " } } == [
                " See the list of wells, which was drawn up in the spring.", " The map is in the annex.",
            ])
        #expect(report.paragraphs.prefix(2).map { $0.num?.plainText } == ["1.", "2."])
    }

    @Test func `A cell calls a note`() throws {
        let text = """
            1. The wells were counted.

            Valley          Wells        Depth
            Upper*          12           40 m
            Lower           7            21 m

            _______________
            * Without those that are dry.
            """
        #expect(calls(try reading(text).report) == ["*: Without those that are dry."])
    }
}
