import MeetingReports
import TestSupport
import Testing

@Suite struct `The layout of a text` {
    private static let pages = """
        1. The members of the panel looked at the wells of the northern valley and found that
        most of them had been dug in the years before the road to the coast was opened to all

        A/XY/12/3

        2
        \u{C}A/XY/12/3

        the traffic of the season, and they asked for an inventory.
        2. The panel agreed.

        A/XY/12/3

        3
        \u{C}A/XY/12/3

        3. The panel closed.
        """

    @Test func `Page heads, numbers and breaks are furniture, and the text goes on across them`() throws {
        let report = try reading(Self.pages).report
        #expect(report.paragraphs.map { $0.num?.plainText } == ["1.", "2.", "3."])
        #expect(
            report.paragraphs[0].content.runs[0].hasSuffix(
                "was opened to all the traffic of the season, and they asked for an inventory."))
        #expect(
            report.furniture.map(\.kind) == [
                .head, .pageNumber, .break, .head, .head, .pageNumber, .break, .head,
            ])
        #expect(report.furniture.compactMap(\.n) == ["2", "3"])
    }

    @Test(arguments: ["- 7 -", "Page 7 of 12", "\u{2013} 7 \u{2013}", "Page 7"])
    func `A page number in a form of its own is furniture without a form feed`(number: String) throws {
        let report = try reading("1. One goes on.\n\n\(number)\n\n2. Two.").report
        #expect(report.furniture.map(\.n) == ["7"])
        #expect(report.furniture.map(\.kind) == [.pageNumber])
        #expect(report.paragraphs.count == 2)
    }

    @Test func `Bare numbers are pages where they count them, else text`() throws {
        let page = (1...20).map { "Line \($0) of a page that says something about water and is not short." }
        let text = (1...3).map { page.joined(separator: "\n") + "\n\n\($0)\n\n" }.joined()
        #expect(try reading(text).report.furniture.compactMap(\.n) == ["1", "2", "3"])
        #expect(try reading("The count of the wells was\n\n14\n\nand no more.").report.furniture.isEmpty)
    }

    @Test func `A note at the page's foot stands apart, and the mark glued to a word calls it`() throws {
        let text = """
            1. The panel keeps the list of wells in the library1 of the ministry and in no other
            place that is open to the public in the hours when the offices of the valley are

            1   The library is open on Mondays.
            \u{C}
            closed for the day.
            """
        let report = try reading(text).report
        #expect(report.notes.map(\.marker) == ["1"])
        #expect(report.notes.map { $0.content.runs } == [["The library is open on Mondays."]])
        #expect(report.noteReferences.map(\.target) == ["fn_1"])
        #expect(report.paragraphs.count == 1)
        #expect(report.paragraphs[0].content.runs[0].hasSuffix("of the valley are closed for the day."))
    }

    @Test func `A line that stands in the middle of pages as well as at their edges is text`() throws {
        let answer = { (number: Int) in
            """
               Rec. \(number)     We consider that the work on this recommendation of the panel is
            already under way.

            """
        }
        let page = { (first: Int) in (first..<(first + 9)).map(answer).joined() + "\n\n\u{C}A/XY/12/3\n\n" }
        let report = try reading("1. The answers follow.\n\n" + page(1) + page(10) + page(19)).report
        #expect(report.items.count == 27)
        #expect(
            report.furniture.filter { $0.kind == .head }.map(\.text) == [
                ["A/XY/12/3"], ["A/XY/12/3"], ["A/XY/12/3"],
            ])
    }

    @Test func `A number with a stroke is a page of so many only where others are of as many`() throws {
        let decisions =
            "II. Decisions\n\n\u{C}\n     14/101\n     Wells of the valley\n\nThe panel decided to count the wells.\n"
        #expect(try reading(decisions).report.furniture.allSatisfy { $0.kind == .break })
        let pages = "1. One.\n\n1/3\n\u{C}\n2. Two.\n\n2/3\n\u{C}\n3. Three.\n"
        #expect(try reading(pages).report.furniture.compactMap(\.n) == ["1", "2"])
    }

    @Test(arguments: ["///        - 16 -", "- 16 -                  9", "/...     Page 16"])
    func `A line of page marks alone is furniture`(line: String) throws {
        let report = try reading("1. One goes on\n\(line)\nto two.\n\n2. Three.").report
        #expect(report.furniture.map(\.lines?.description) == ["2"])
        #expect(report.paragraphs.map { $0.content.runs } == [["One goes on to two."], ["Three."]])
    }

    @Test func `The foot of a page that is wide as a list of contents is none of its entries`() throws {
        let gap = String(repeating: " ", count: 150)
        let text = """
            Contents

            I.    Wells ................................................ 3
            II.   Springs .............................................. 4


            2\(gap)AB.12-17781
            \u{C}\(gap)A/XY/12/3

            III.  Mills ................................................ 5
            IV.   Roads ................................................ 5
            V.    Bridges .............................................. 6
            VI.   Fields ............................................... 6
            VII.  Woods ................................................ 7

            AB.12-17781\(gap)3
            \u{C}A/XY/12/3

            I.    Wells

            1. The wells were looked at by all the members of the panel.
            """
        let report = try reading(text).report
        let entries = elements(report) { if case .entry(let entry) = $0 { entry } else { nil } }
        #expect(entries.map { $0.num?.plainText } == ["I.", "II.", "III.", "IV.", "V.", "VI.", "VII."])
        #expect(entries.allSatisfy { $0.level == 1 })
    }

    @Test func `Strokes at the foot of a page say that the text goes on`() throws {
        let text = """
            1. The members should work together as far as they can and exchange what they know about
            ///
            - 15 -

            the wells of the valley.
            """
        #expect(
            try reading(text).report.paragraphs.map { $0.content.runs } == [
                [
                    "The members should work together as far as they can and exchange what they know about the wells of the valley."
                ]
            ])
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `Page breaks put between lines change nothing but furniture and lines`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let text = String(decoding: try TestFiles.bytes(TestFiles.seed), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var broken = ""
        // The masthead of the seed reaches to line 24.
        for (index, line) in lines.enumerated() {
            broken += line + (index + 1 < lines.count ? "\n" : "")
            if index >= 25, line.isEmpty, generator.chance(oneIn: 5) {
                broken +=
                    ["\u{C}\n", "\u{C}A/XY/1\u{C}\n", "- 4 -\n\u{C}\n"].randomElement(using: &generator) ?? ""
            }
        }
        let expected = try reading(text).report.withoutFurniture
        let found = try reading(broken).report.withoutFurniture
        #expect(RecordDifference(expected, found, includingSource: false) == nil, "seed \(seed)")
    }

    @Test(arguments: [60, 72, 100])
    func `Wrapped at a width, a text has the same tree`(width: Int) throws {
        let text = String(decoding: try TestFiles.bytes(TestFiles.seed), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var wrapped: [String] = []
        for (index, line) in lines.enumerated() {
            // Each line of the masthead is a field.
            guard index >= 25 else {
                wrapped.append(String(line))
                continue
            }
            var rest = ""
            for word in line.split(separator: " ", omittingEmptySubsequences: false) {
                if rest.count + word.count >= width, !rest.allSatisfy({ $0 == " " }) {
                    wrapped.append(rest)
                    rest = String(word)
                } else {
                    rest += (rest.isEmpty && !word.isEmpty ? "" : " ") + word
                }
            }
            wrapped.append(rest)
        }
        let expected = try reading(text).report
        let found = try reading(wrapped.joined(separator: "\n")).report
        #expect(RecordDifference(expected, found, includingSource: false) == nil)
    }
}

extension MeetingReport {
    /// The record without page furniture between its blocks and inside its texts, ids made anew.
    fileprivate var withoutFurniture: MeetingReport {
        var report = self
        report.body = report.body.withoutFurniture
        return report.withIDs()
    }
}

extension [Block] {
    fileprivate var withoutFurniture: [Block] {
        compactMap { block in
            switch block {
            case .interruption(.furniture): return nil
            case .section(var section):
                section.content = section.content.withoutFurniture
                return .section(section)
            case .paragraph(var paragraph):
                paragraph.content = paragraph.content.withoutFurniture
                return .paragraph(paragraph)
            default: return block
            }
        }
    }
}

extension [Inner] {
    fileprivate var withoutFurniture: [Inner] {
        compactMap { inner in
            switch inner {
            case .interruption(.furniture): return nil
            case .list(var list):
                list.content = list.content.filter {
                    if case .interruption(.furniture) = $0 { false } else { true }
                }
                return .list(list)
            default: return inner
            }
        }
    }
}
