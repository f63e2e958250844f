import TestSupport
import Testing

/// The sentences about the broken records, one a line: file, place and sentence.
private let sentences: [(file: String, line: String)] = {
    let files = BrokenSample.all.map(\.file)
    guard let run = try? ToolProcess(["validate"] + files, in: Samples.folder) else { return [] }
    return run.outputText.split(separator: "\n").compactMap { line in
        guard line.first != " ", line.contains(": error: ") || line.contains(": warning: ") else {
            return nil
        }
        let file = line.prefix { $0 != ":" }
        return (String(file), String(line))
    }
}()

@Suite struct `The sentences about broken records` {
    @Test func `are those that were read and found plain`() {
        let text = sentences.map { $0.line + "\n" }.joined()
        #expect(Golden.difference(Array(text.utf8), from: "sentences.txt") == nil)
    }

    @Test func `have none of the words of the validator's own`() {
        #expect(Set(sentences.map(\.file)) == Set(BrokenSample.all.map(\.file)))
        let words = [
            "facet", "content type", "not accepted by the pattern", "not expected", "global declaration",
            "nillable", "QName", "xmlParse", "PCDATA", "AttValue", "child element(s)", "[0-9]",
        ]
        for sentence in sentences {
            for word in words { #expect(!sentence.line.contains(word), "\(sentence.line)") }
        }
    }
}
