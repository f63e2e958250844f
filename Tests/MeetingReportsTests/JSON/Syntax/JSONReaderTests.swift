import Testing

@testable import MeetingReports

@Suite("The pull reader")
struct JSONReaderTests {
    @Test("Tokens come in the order of the text, with their bytes, text and pointer")
    func tokens() throws {
        let text = #" {"a\n":[1.50,true],"b":{},"c":[null,false,"x\u00e9"]} "#
        let expected: [Step] = [
            Step(.beginObject, "{", ""), Step(.key, "a\n", "/a\n"), Step(.beginArray, "[", "/a\n"),
            Step(.number, "1.50", "/a\n/0"), Step(.true, "true", "/a\n/1"), Step(.endArray, "]", "/a\n"),
            Step(.key, "b", "/b"), Step(.beginObject, "{", "/b"), Step(.endObject, "}", "/b"),
            Step(.key, "c", "/c"), Step(.beginArray, "[", "/c"), Step(.null, "null", "/c/0"),
            Step(.false, "false", "/c/1"), Step(.string, "x\u{E9}", "/c/2"), Step(.endArray, "]", "/c"),
            Step(.endObject, "}", ""), Step(.end, "", ""), Step(.end, "", ""),
        ]
        let steps = try Array(text.utf8).withUnsafeBufferPointer { bytes in
            var reader = JSONReader(bytes)
            var steps: [Step] = []
            for _ in expected { steps.append(Step(try reader.next(), reader.tokenString, reader.pointer)) }
            return steps
        }
        #expect(steps == expected)
    }

    @Test("A token's bytes are those of its text, quotes included")
    func ranges() throws {
        let ranges = try Array(#"{"ab": "c\n", "d":12}"#.utf8).withUnsafeBufferPointer { bytes in
            var reader = JSONReader(bytes)
            var ranges: [Range<Int>] = []
            while try reader.next() != .end { ranges.append(reader.tokenRange) }
            return ranges
        }
        #expect(ranges == [0..<1, 1..<5, 7..<12, 14..<17, 18..<20, 20..<21])
    }

    @Test("The elements of a long array can be read one at a time, with pointers from the top")
    func elements() throws {
        let bytes = Array(#"{"version":"1.0","content":[{"id":"a"},"x",{"id":["b","c"]}],"z":1}"#.utf8)
        let seen = try bytes.withUnsafeBufferPointer { buffer in
            var reader = JSONReader(buffer)
            var seen: [String] = []
            while true {
                let token = try reader.next()
                if token == .end { return seen }
                guard reader.pointer.hasPrefix("/content/") else { continue }
                let document = try JSONDocument(from: token, of: &reader, in: bytes)
                seen.append(String(decoding: document.root.text, as: UTF8.self))
                let inner = document.root["id"]?.elements.map(\.pointer) ?? []
                seen += [document.root.pointer] + inner
            }
        }
        #expect(
            seen == [
                #"{"id":"a"}"#, "/content/0", #""x""#, "/content/1", #"{"id":["b","c"]}"#, "/content/2",
                "/content/2/id/0", "/content/2/id/1",
            ])
    }

    @Test("An error in an element that is read by itself has its pointer from the top")
    func errorInElement() throws {
        let bytes = Array(#"[{"a":1},{"a":[1,x]}]"#.utf8)
        let error = try #require(
            bytes.withUnsafeBufferPointer { buffer -> JSONSyntaxError? in
                var reader = JSONReader(buffer)
                do throws(JSONSyntaxError) {
                    _ = try reader.next()
                    while true {
                        let token = try reader.next()
                        if token == .endArray { return nil }
                        _ = try JSONDocument(from: token, of: &reader, in: bytes)
                    }
                } catch {
                    return error
                }
            })
        #expect(error.pointer == "/1/a/1")
        #expect(error.offset == 17)
    }
}

private struct Step: Equatable {
    let token: JSONReader.Token
    let text: String
    let pointer: String

    init(_ token: JSONReader.Token, _ text: String, _ pointer: String) {
        self.token = token
        self.text = text
        self.pointer = pointer
    }
}
