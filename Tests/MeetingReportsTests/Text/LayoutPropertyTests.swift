import MeetingReports
import TestSupport
import Testing

/// How lines are broken, where pages end, what else is in the file: none of it matters.
@Suite struct `What must not matter in a text` {
    private static let seed = ((try? TestFiles.bytes(TestFiles.seed)) ?? []).string
    private static let families = FamilyTexts.all

    /// Texts whose paragraphs blank lines part, so that a paragraph's lines can be told without the reader.
    private static let spaced = ["fao", "french", "spanish", "wipo"]

    /// The text with each paragraph that is wrapped on one line.
    private func joined(_ text: String) -> String {
        text.split(separator: "\n\n", omittingEmptySubsequences: false).map { block in
            let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
            guard lines.count > 1, lines[0].count > 80 else { return String(block) }
            return lines.joined(separator: " ")
        }.joined(separator: "\n\n")
    }

    /// The text with each line that is longer than a page is wide broken at a space.
    private func wrapped(_ text: String, at width: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard line.count > width else { return String(line) }
            var lines = [""]
            for word in line.split(separator: " ") {
                let last = lines[lines.count - 1]
                if !last.isEmpty, last.count + 1 + word.count > width {
                    lines.append(String(word))
                } else {
                    lines[lines.count - 1] += (last.isEmpty ? "" : " ") + word
                }
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private func tree(_ text: String) throws -> String {
        outline(of: try reading(text).report, words: .max)
    }

    @Test(arguments: spaced, [60, 72, 100])
    func `Paragraphs on one line, or wrapped at a width, are the same paragraphs`(name: String, width: Int)
        throws
    {
        let text = joined(try #require(Self.families[name]))
        #expect(
            Golden.firstDifference(Array(try tree(wrapped(text, at: width)).utf8), Array(try tree(text).utf8))
                == nil)
    }

    @Test(arguments: [60, 72, 100])
    func `The seed wrapped at a width is the same report`(width: Int) throws {
        let text = wrapped(Self.seed, at: width)
        #expect(Golden.firstDifference(Array(try tree(text).utf8), Array(try tree(Self.seed).utf8)) == nil)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `Page breaks anywhere in the text change nothing else`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var lines = Self.seed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // The masthead ends at line 25; a page may end before any line after it.
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            lines.insert("\u{C}", at: Int.random(in: 26..<lines.count, using: &generator))
        }
        let report = try reading(lines.joined(separator: "\n")).report
        #expect(report.furniture.contains { $0.kind == .break })
        #expect(
            Golden.firstDifference(
                Array(outline(of: report, words: .max).utf8), Array(try tree(Self.seed).utf8)) == nil)
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `Texts one after another or one within another lose nothing`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let texts = Self.families.sorted { $0.key < $1.key }.map(\.value) + [Self.seed]
        let first = try #require(texts.randomElement(using: &generator))
        let second = try #require(texts.randomElement(using: &generator))
        var text: String
        if seed.isMultiple(of: 2) {
            text = first + second
        } else {
            let lines = first.split(separator: "\n", omittingEmptySubsequences: false)
            let others = second.split(separator: "\n", omittingEmptySubsequences: false)
            text = ""
            for index in 0..<max(lines.count, others.count) {
                if index < lines.count { text += lines[index] + "\n" }
                if index < others.count, Bool.random(using: &generator) { text += others[index] + "\n" }
            }
        }
        let bytes = Array(text.utf8)
        let reading = try TextReader().read(bytes, name: "mixed")
        #expect(SourceComparison(of: reading.report, with: bytes).difference == nil)
        #expect(reading.ledger.lostCount == 0)
        #expect(reading.ledger.keptCount + reading.ledger.blankCount == reading.ledger.lines.count)
    }
}

/// The texts of the families, by name.
enum FamilyTexts {
    static let all: [String: String] = Dictionary(
        uniqueKeysWithValues: FamilyNames.all.compactMap { name in
            (try? TestFiles.bytes(folder(of: #filePath) + "/Golden/\(name).txt")).map { (name, $0.string) }
        })
}

extension [UInt8] {
    fileprivate var string: String { String(decoding: self, as: UTF8.self) }
}
