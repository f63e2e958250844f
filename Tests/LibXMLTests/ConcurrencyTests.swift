import LibXML
import Testing

@Suite("Many threads")
struct ConcurrencyTests {
    @Test("Many tasks validate with one schema, each document with its own verdict")
    func oneSchema() async throws {
        let schema = try Small.schema.get()
        let outcomes = await withTaskGroup(of: [Bool].self) { group in
            for task in 0..<8 {
                group.addTask {
                    let validation = SchemaValidation(schema, vocabulary: Small.vocabulary)
                    let parser = XMLStreamParser(vocabulary: Small.vocabulary)
                    return (0..<100).map { round in
                        let isGood = (round + task).isMultiple(of: 2)
                        let text =
                            isGood ? Small.valid : Small.valid.replacingFirst("ALB", with: "Albania \(round)")
                        guard let source = try? XMLSource(Array(text.utf8)) else { return false }
                        let recorder = Recorder()
                        let result = parser.parse(source, validating: validation, handler: recorder)
                        return result.isGood == isGood && recorder.found.count == (isGood ? 0 : 1)
                            && schema.validateTree(source).outcome == (isGood ? .valid : .invalid)
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(outcomes.count == 800)
        #expect(outcomes.allSatisfy { $0 })
    }

    @Test("Schemas compiled at the same time each get their own documents")
    func manySchemas() async {
        func included(_ name: String) -> [UInt8] {
            Array(
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='\(name)' type='xs:int'/></xs:schema>"
                    .utf8)
        }
        let main = Array(
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='x.xsd'/></xs:schema>"
                .utf8)
        let right = await withTaskGroup(of: Bool.self) { group in
            for task in 0..<40 {
                group.addTask {
                    guard task % 5 != 4 else { return (try? XSDSchema(compiling: main)) == nil }
                    let schema = try? XSDSchema(compiling: main, documents: ["x.xsd": included("e\(task)")])
                    guard let schema, let own = try? XMLSource(Array("<e\(task)>1</e\(task)>".utf8)),
                        let other = try? XMLSource(Array("<e\(task + 1)>1</e\(task + 1)>".utf8))
                    else { return false }
                    return schema.validateTree(own).outcome == .valid
                        && schema.validateTree(other).outcome == .invalid
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(right == Array(repeating: true, count: 40))
    }
}
