import Testing

@testable import LibXML

@Suite struct `A vocabulary` {
    @Test func `finds its names by their bytes, and no others`() {
        let names = ["section", "item", "a", "ab", "ba", "as", "num", "sum", "é"]
        let vocabulary = XMLVocabulary(namespace: "urn:n", names: names)
        func number(of name: String) -> Int? {
            Array(name.utf8).withUnsafeBufferPointer { vocabulary.number(of: $0) }
        }
        for (index, name) in names.enumerated() {
            #expect(number(of: name) == index)
            #expect(vocabulary.utf8(index).elementsEqual(name.utf8))
        }
        for name in ["", "b", "sections", "Section", "urn:n", "item\0", "nun"] {
            #expect(number(of: name) == nil)
        }
    }

    @Test func `may be empty`() {
        let vocabulary = XMLVocabulary(namespace: "urn:n", names: [])
        #expect([UInt8]("a".utf8).withUnsafeBufferPointer { vocabulary.number(of: $0) } == nil)
    }
}
