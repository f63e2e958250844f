import LibXML
import TestSupport
import Testing

/// The validator fed by events against libxml2's own validator of trees, on documents that were changed at random.
@Suite("Random changes")
struct MutationTests {
    /// A document in pieces, for changing it.
    indirect enum Node {
        case element(String, attributes: [(String, String)], children: [Node])
        case text(String)
        case cdata(String)
        case comment

        var xml: String {
            switch self {
            case .element(let name, let attributes, let children):
                let tag =
                    name + attributes.map { " \($0.0)=\"\(Self.escaped($0.1, isText: false))\"" }.joined()
                return "<\(tag)>\(children.map(\.xml).joined())</\(name)>"
            case .text(let text): return Self.escaped(text, isText: true)
            case .cdata(let text): return "<![CDATA[\(text)]]>"
            case .comment: return "<!--c-->"
            }
        }

        private static func escaped(_ text: String, isText: Bool) -> String {
            var bytes: [UInt8] = []
            if isText {
                XMLEscaping.appendText(text, to: &bytes)
            } else {
                XMLEscaping.appendAttributeValue(text, to: &bytes)
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    private static var document: Node {
        .element(
            "r", attributes: [("version", "1.0"), ("lang", "en")],
            children: [
                .element("d", attributes: [], children: [.text("2017-10-31")]),
                .element(
                    "s", attributes: [("id", "a"), ("kind", "b & c")],
                    children: [
                        .element("h", attributes: [], children: [.text("H")]), .text("\n "), .comment,
                        .element(
                            "p", attributes: [],
                            children: [
                                .text("x "),
                                .element("ref", attributes: [("to", "b")], children: [.text("1")]),
                                .text(" & "),
                                .element("who", attributes: [], children: [.text("ALB")]), .cdata("<y>"),
                                .text(" 😀"),
                            ]),
                    ]),
                .element("s", attributes: [], children: [.element("h", attributes: [], children: [])]),
                .element("pb", attributes: [("n", "1")], children: []),
                .element("n", attributes: [("k", "1")], children: [.text("n")]),
            ])
    }

    private static let words = [
        "", " ", "x", "2017-13-01", "AB", "ABC", "a&b", "b & c", "é", "&#38;", "\t\n", "1.0", "long text",
    ]

    /// The document with one thing changed.
    private static func changed(_ node: Node, _ random: inout SeededGenerator, isRoot: Bool) -> Node {
        guard case .element(var name, var attributes, var children) = node else {
            let word = words.randomElement(using: &random) ?? ""
            return Bool.random(using: &random) || word.contains("]]>") ? .text(word) : .cdata(word)
        }
        // Go down more often than not, so that changes are everywhere.
        if !children.isEmpty, Int.random(in: 0..<4, using: &random) > 0 {
            let i = Int.random(in: 0..<children.count, using: &random)
            children[i] = changed(children[i], &random, isRoot: false)
            return .element(name, attributes: attributes, children: children)
        }
        let place = Int.random(in: 0...children.count, using: &random)
        let word = words.randomElement(using: &random) ?? ""
        switch Int.random(in: 0..<9, using: &random) {
        case 0 where !children.isEmpty: children.remove(at: min(place, children.count - 1))
        case 1 where !isRoot: name = (Small.names + ["zzz"]).randomElement(using: &random) ?? name
        case 2 where !children.isEmpty: children.insert(children[min(place, children.count - 1)], at: place)
        case 3: children.insert(.text(word), at: place)
        case 4: children.insert(.cdata(word), at: place)
        case 5 where !attributes.isEmpty: attributes.removeLast()
        case 6:
            let attribute =
                ["id", "kind", "to", "k", "version", "zzz", "n"].randomElement(using: &random) ?? "zzz"
            attributes.removeAll { $0.0 == attribute }
            attributes.append((attribute, word))
        case 7 where !children.isEmpty: children.swapAt(min(place, children.count - 1), 0)
        default: children.insert(.element("p", attributes: [], children: [.text(word)]), at: place)
        }
        return .element(name, attributes: attributes, children: children)
    }

    private static func mutant(_ random: inout SeededGenerator) -> Node {
        var node = document
        for _ in 0..<Int.random(in: 0...4, using: &random) { node = changed(node, &random, isRoot: true) }
        return node
    }

    /// The document in its namespace.
    private static func source(_ node: Node) throws -> XMLSource {
        guard case .element(let name, let attributes, let children) = node else { throw CancellationError() }
        let root = Node.element(name, attributes: [("xmlns", "urn:t")] + attributes, children: children)
        return try XMLSource(Array(root.xml.utf8))
    }

    @Test("Verdict and messages are those of libxml2's tree validator", arguments: [1, 2, 3, 4] as [UInt64])
    func sameAsTree(seed: UInt64) throws {
        let schema = try Small.schema.get()
        let validation = SchemaValidation(schema, vocabulary: Small.vocabulary)
        var random = SeededGenerator(seed: seed)
        var outcomes: [SchemaOutcome: Int] = [:]
        for _ in 0..<1_500 {
            let source = try Self.source(Self.mutant(&random))
            let tree = schema.validateTree(source)
            let recorder = Recorder()
            let result = XMLStreamParser(vocabulary: Small.vocabulary)
                .parse(source, validating: validation, handler: recorder)
            let text = String(decoding: source.utf8, as: UTF8.self)
            #expect(result.ending == .complete, "\(text)")
            #expect(result.schema == tree.outcome, "\(text)")
            #expect(recorder.schemaMessages == tree.schemaMessages, "\(text)")
            outcomes[tree.outcome, default: 0] += 1
        }
        #expect(outcomes[.valid, default: 0] > 100)
        #expect(outcomes[.invalid, default: 0] > 500)
        #expect(outcomes[.undecided] == nil)
    }

    /// Tells a validation what a document holds, as a reader of another format would.
    private func feed(_ node: Node, _ validation: SchemaValidation) {
        switch node {
        case .element(let name, let attributes, let children):
            for (name, value) in attributes {
                if let number = Small.names.firstIndex(of: name) {
                    validation.addAttribute(number, value: value)
                } else {
                    validation.addAttribute(named: name, value: value)
                }
            }
            if let number = Small.names.firstIndex(of: name) {
                validation.startElement(number)
            } else {
                validation.startElement(named: name)
            }
            for child in children { feed(child, validation) }
            validation.endElement()
        case .text(let text), .cdata(let text): validation.characters(text)
        case .comment: break
        }
    }

    /// The node with CDATA as text, without comments, and with neighbouring texts as one: what another format holds.
    private func plain(_ node: Node) -> Node {
        guard case .element(let name, let attributes, let children) = node else { return node }
        var merged: [Node] = []
        for child in children {
            switch (merged.last, child) {
            case (_, .comment): break
            case (.text(let before), .text(let text)), (.text(let before), .cdata(let text)):
                merged[merged.count - 1] = .text(before + text)
            case (_, .cdata(let text)): merged.append(.text(text))
            default: merged.append(plain(child))
            }
        }
        return .element(name, attributes: attributes, children: merged)
    }

    @Test(
        "A record that is told event by event gets the messages of the same record in XML",
        arguments: [5, 6] as [UInt64])
    func sameWithoutXML(seed: UInt64) throws {
        let schema = try Small.schema.get()
        let validation = SchemaValidation(schema, vocabulary: Small.vocabulary)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<1_500 {
            let node = plain(Self.mutant(&random))
            let source = try Self.source(node)
            let tree = schema.validateTree(source)
            validation.begin()
            feed(node, validation)
            let messages = validation.takeMessages()
            let text = String(decoding: source.utf8, as: UTF8.self)
            #expect(validation.finish() == tree.outcome, "\(text)")
            #expect(
                messages.map { "\($0.code) \($0.text)" } == tree.schemaMessages,
                "\(text)")
        }
    }

    @Test(
        "Changed bytes never trap, and both ways of parsing agree on what is well-formed",
        arguments: [7, 8] as [UInt64])
    func changedBytes(seed: UInt64) throws {
        let schema = try Small.schema.get()
        let good = Array("<?xml version='1.0'?><!--c-->\(Small.valid)<?p i?>".utf8)
        let interesting = Array("<>&;'\"=/!?-[] \n\0\u{1}".utf8) + [0x80, 0xC3, 0xEF, 0xBF, 0xFF]
        var random = SeededGenerator(seed: seed)
        var read = 0
        for _ in 0..<3_000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let i = Int.random(in: 0..<bytes.count, using: &random)
                let byte = interesting.randomElement(using: &random) ?? 0
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[i] = byte
                case 1: bytes.insert(byte, at: i)
                default: bytes.remove(at: i)
                }
            }
            guard refusal(bytes) == nil else { continue }
            let tree = schema.validateTree(try XMLSource(bytes))
            let (result, recorder) = try parse(bytes, schema: schema)
            let text = String(decoding: bytes, as: UTF8.self)
            #expect((result.ending == .complete) == tree.isWellFormed, "\(text)")
            #expect(recorder.found.allSatisfy { (0...bytes.count).contains($0.offset) })
            if tree.isWellFormed {
                read += 1
                #expect(result.schema == tree.outcome, "\(text)")
                #expect(recorder.schemaMessages == tree.schemaMessages, "\(text)")
            }
        }
        #expect(read > 50)
    }
}

extension TreeValidation {
    /// The messages of the schema as code and words.
    fileprivate var schemaMessages: [String] {
        messages.filter { $0.domain == .schemaValidity }.map { "\($0.code) \($0.text)" }
    }
}
