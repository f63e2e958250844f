import Testing

@testable import MeetingReports

@Suite("A document and its nodes")
struct JSONDocumentTests {
    private let text =
        #" {"type":"p","n":-1.50e3,"content":["a",{"b":[true,false,null]},[]],"caf\u00e9":{}} "#

    @Test("Nodes have their kind, their children and their bytes")
    func nodes() throws {
        let bytes = Array(text.utf8)
        let root = try JSONDocument(bytes).root
        #expect(root.kind == .object)
        #expect(root.count == 4)
        #expect(root.range == 1..<bytes.count - 1)
        #expect(root.members.map { $0.key.string } == ["type", "n", "content", "caf\u{E9}"])
        #expect(root.members.map(\.value.kind) == [.string, .number, .array, .object])
        #expect(root.members.map(\.value.count) == [0, 0, 3, 0])
        let number = try #require(root["n"])
        #expect(number.text.elementsEqual("-1.50e3".utf8))
        #expect(number.string == nil)
        let content = try #require(root["content"])
        #expect(content.elements.map(\.kind) == [.string, .object, .array])
        #expect(content.elements.flatMap { $0.members }.map(\.key.string) == ["b"])
        #expect(
            content.elements.flatMap { $0.members }.flatMap { $0.value.elements }.map(\.kind) == [
                .true, .false, .null,
            ])
        #expect(Array(content.elements.map { $0 }[2].elements).isEmpty)
    }

    @Test("A member is found by its key, however the key is written")
    func lookup() throws {
        let root = try JSONDocument(Array(text.utf8)).root
        #expect(root["type"]?.string == "p")
        #expect(root["caf\u{E9}"]?.kind == .object)
        #expect(root["cafe\u{301}"] == nil)
        #expect(root["typ"] == nil)
        #expect(root["types"] == nil)
        #expect(root["content"]?["b"] == nil)
        #expect(root["type"]?.isString("p") == true)
        #expect(root["n"]?.isString("-1.50e3") == false)
    }

    @Test("Keys have a place of their own")
    func keyPlaces() throws {
        let root = try JSONDocument(Array(text.utf8)).root
        #expect(root.members.map(\.key.range) == [2..<8, 13..<16, 25..<34, 68..<79])
    }

    @Test("Every node has its pointer, and a key that of its member")
    func pointers() throws {
        let root = try JSONDocument(Array(#"{"a":[1,{"b/":[2]}],"~":{"":3},"c":4}"#.utf8)).root
        #expect(
            pointers(under: root) == [
                "", "/a", "/a/0", "/a/1", "/a/1/b~1", "/a/1/b~1/0", "/~0", "/~0/", "/c",
            ])
        #expect(root.members.map(\.key.pointer) == ["/a", "/~0", "/c"])
        let inner = try #require(root["a"]?.elements.map { $0 }[1])
        #expect(inner.members.map(\.key.pointer) == ["/a/1/b~1"])
    }

    private func pointers(under node: JSONNode) -> [String] {
        let children = Array(node.elements) + node.members.map(\.value)
        return [node.pointer] + children.flatMap { pointers(under: $0) }
    }

    @Test("Scalars and empty containers have no children")
    func leaves() throws {
        for text in ["1", "\"a\"", "true", "false", "null", "[]", "{}"] {
            let root = try JSONDocument(Array(text.utf8)).root
            #expect(Array(root.members).isEmpty)
            #expect(Array(root.elements).isEmpty)
            #expect(root.pointer.isEmpty)
            #expect(root.text.elementsEqual(text.utf8))
        }
    }

    @Test("Lines of newline-delimited JSON are documents over the same bytes")
    func lines() throws {
        let bytes = Array("{\"a\":1}\r\n[\"b\"]\n".utf8)
        let first = try JSONDocument(bytes, range: 0..<8)
        let second = try JSONDocument(bytes, range: 9..<14)
        #expect(first.root["a"]?.range == 5..<6)
        #expect(second.root.elements.map(\.string) == ["b"])
        #expect(second.root.elements.map(\.range) == [10..<13])
    }

    @Test(
        "A part is read as if nothing stood around it",
        arguments: ["1|2", "\"a|b\"", "\"\\u00|e9\"", "tru|e", "[|]", "-|1", "1.|5"])
    func parts(text: String) throws {
        let bytes = Array(text.utf8)
        let bar = try #require(bytes.firstIndex(of: UInt8(ascii: "|")))
        let whole = bytes.filter { $0 != UInt8(ascii: "|") }
        let alone = jsonError(Array(whole[..<bar]))
        do throws(JSONSyntaxError) {
            _ = try JSONDocument(whole, range: 0..<bar)
            #expect(alone == nil)
        } catch {
            #expect(error.code == alone?.code)
            #expect(error.offset == alone?.offset)
        }
    }

    @Test("One walk finds the pointers of all values, in whatever order they are asked for")
    func pointersByOneWalk() throws {
        let root = try JSONDocument(Array(#"{"a/b":[1,{"~":[[],2]},"x"],"c":{"d":null}}"#.utf8)).root
        let expected = [
            "", "/a~1b", "/a~1b", "/a~1b/0", "/a~1b/1", "/a~1b/1/~0", "/a~1b/1/~0", "/a~1b/1/~0/0",
            "/a~1b/1/~0/1",
            "/a~1b/2", "/c", "/c", "/c/d", "/c/d",
        ]
        let nodes = expected.indices.map { JSONNode(document: root.document, index: $0) }
        var walk = JSONPointerWalk()
        #expect(nodes.map { walk.pointer(to: $0) } == expected)
        #expect(nodes.reversed().map { walk.pointer(to: $0) } == expected.reversed())
        for offset in stride(from: 0, to: nodes.count * 5, by: 5) {
            let index = offset % nodes.count
            #expect(walk.pointer(to: nodes[index]) == expected[index])
        }
        for node in nodes { #expect(root.document.node(at: node.range.lowerBound)?.index == node.index) }
    }

    @Test("The pointers of a hundred thousand values take one walk")
    func manyPointers() throws {
        let root = try JSONDocument(Array("[\(String(repeating: "1,", count: 100_000))1]".utf8)).root
        var walk = JSONPointerWalk()
        var last = ""
        for element in root.elements { last = walk.pointer(to: element) }
        #expect(last == "/100000")
    }
}
