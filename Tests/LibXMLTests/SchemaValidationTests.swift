import LibXML
import Testing

@Suite("Validation by events")
struct SchemaValidationTests {
    private func number(_ name: String) -> Int { Small.number(name) }

    /// Feeds the start of a good report: root and date.
    private func start(_ validation: SchemaValidation) {
        validation.begin()
        validation.addAttribute(number("version"), value: "1.0")
        validation.startElement(number("r"))
        validation.startElement(number("d"))
        validation.characters("2017-10-31")
        validation.endElement()
    }

    /// Feeds a section with an empty heading, and the end of the report.
    private func end(_ validation: SchemaValidation) {
        validation.startElement(number("s"))
        validation.startElement(number("h"))
        validation.endElement()
        validation.endElement()
        validation.endElement()
    }

    @Test("A record told event by event gets its verdict, one record after the other")
    func records() throws {
        let validation = SchemaValidation(try Small.schema.get(), vocabulary: Small.vocabulary)
        for round in 0..<50 {
            start(validation)
            if round % 2 == 1 {
                validation.startElement(named: "unheard-of-\(round)")
                validation.endElement()
            }
            end(validation)
            let messages = validation.takeMessages()
            #expect(validation.finish() == (round % 2 == 1 ? .invalid : .valid))
            #expect(messages.map(\.code) == (round % 2 == 1 ? [1871] : []))
            #expect(!validation.hasMessages)
        }
    }

    @Test("Messages come with the event that causes them")
    func messagesByEvent() throws {
        let validation = SchemaValidation(try Small.schema.get(), vocabulary: Small.vocabulary)
        start(validation)
        #expect(!validation.hasMessages)
        validation.addAttribute(number("id"), value: "1x")
        validation.addAttribute(named: "strange", value: "")
        validation.startElement(number("s"))
        #expect(Set(validation.takeMessages().map(\.attribute)) == ["id", "strange"])
        validation.characters("loose")
        validation.characters(" text")
        #expect(!validation.hasMessages)
        validation.endText()
        #expect(validation.takeMessages().map(\.code) == [1843])
        validation.startElement(number("p"))
        #expect(validation.takeMessages().map(\.code) == [1871])
        validation.endElement()
        #expect(!validation.hasMessages)
        validation.endElement()
        validation.endElement()
        #expect(validation.finish() == .invalid)
    }

    @Test("A value is checked as it is, and not as if it were escaped")
    func ampersand() throws {
        let validation = SchemaValidation(try Small.schema.get(), vocabulary: Small.vocabulary)
        for (value, outcome) in [
            ("b & c", SchemaOutcome.valid), ("b &#38; c", .invalid), ("b &amp; c", .invalid), ("b", .invalid),
        ] {
            start(validation)
            validation.addAttribute(number("kind"), value: value)
            end(validation)
            #expect(validation.finish() == outcome, "\(value)")
        }
    }

    @Test("An attribute value is told as it is in a message, with an empty one and many of them")
    func manyAttributes() throws {
        let validation = SchemaValidation(try Small.schema.get(), vocabulary: Small.vocabulary)
        start(validation)
        for i in 0..<200 { validation.addAttribute(named: "a\(i)", value: String(repeating: "é&", count: i)) }
        validation.addAttribute(number("id"), value: "")
        validation.addAttribute(number("kind"), value: "<&>")
        end(validation)
        let messages = validation.takeMessages()
        #expect(validation.finish() == .invalid)
        #expect(messages.filter { $0.code == 1866 }.count == 200)
        #expect(messages.contains { $0.attribute == "id" && $0.text.contains("''") })
        #expect(messages.contains { $0.attribute == "kind" && $0.text.contains("'<&>'") })
    }

    @Test("Text in pieces gets the verdict and the messages of text in one piece", arguments: [1, 2, 3, 7])
    func pieces(size: Int) throws {
        let validation = SchemaValidation(try Small.schema.get(), vocabulary: Small.vocabulary)
        func messages(_ pieces: [String]) -> [XMLMessage] {
            validation.begin()
            validation.addAttribute(number("version"), value: "1.0")
            validation.startElement(number("r"))
            for piece in pieces { validation.characters(piece) }
            validation.startElement(number("d"))
            for piece in pieces { validation.characters(piece) }
            validation.endElement()
            return validation.takeMessages()
        }
        let text = "  31 October 2017, or so"
        let pieces = stride(from: 0, to: text.count, by: size).map { String(text.dropFirst($0).prefix(size)) }
        #expect(messages([text]).map(\.code) == [1843, 1824])
        #expect(messages(pieces) == messages([text]))
    }

    @Test("What was not whole, or nothing at all, is never valid")
    func undecided() throws {
        let validation = SchemaValidation(try Small.schema.get(), vocabulary: Small.vocabulary)
        #expect(validation.finish() == .undecided)
        validation.begin()
        #expect(validation.finish() == .undecided)
        start(validation)
        #expect(validation.finish() == .undecided)
        start(validation)
        validation.begin()
        start(validation)
        end(validation)
        #expect(validation.finish() == .valid)
        #expect(validation.finish() == .undecided)
    }

    @Test("U+0000 in a name, a value or text makes a record undecided, where C would cut it off")
    func nul() throws {
        let validation = SchemaValidation(try Small.schema.get(), vocabulary: Small.vocabulary)
        start(validation)
        validation.addAttribute(number("id"), value: "a\0b")
        end(validation)
        #expect(validation.hasMessages)
        #expect(validation.finish() == .undecided)
        start(validation)
        validation.startElement(named: "s\0")
        end(validation)
        #expect(validation.finish() == .undecided)
        start(validation)
        validation.characters(" \0x")
        end(validation)
        #expect(validation.finish() == .undecided)
        start(validation)
        end(validation)
        #expect(validation.finish() == .valid)
    }

    @Test(
        "A pattern that libxml2 gives up on makes a document undecided, as an event stream and as a tree",
        arguments: ["<r xmlns='urn:t' a='VALUE'/>", "<r xmlns='urn:t' a='a'>VALUE</r>"])
    func givingUp(document: String) throws {
        let xsd = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" targetNamespace="urn:t">
              <xs:simpleType name="hard"><xs:restriction base="xs:string"><xs:pattern value="(a{0,100}){0,100}"/></xs:restriction></xs:simpleType>
              <xs:element name="r"><xs:complexType><xs:simpleContent><xs:extension base="hard">
                <xs:attribute name="a" type="hard"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
            </xs:schema>
            """
        let schema = try XSDSchema(compiling: Array(xsd.utf8))
        let document = document.replacingFirst("VALUE", with: String(repeating: "a", count: 29) + "c")
        let (result, recorder) = try parse(document, schema: schema)
        let tree = try schema.validateTree(XMLSource(Array(document.utf8)))
        #expect(tree.outcome == .undecided)
        #expect(result.ending == .complete)
        #expect(result.schema == .undecided)
        #expect(!result.isGood)
        #expect(recorder.found.contains { $0.message.isInternalError })
        #expect(tree.messages.contains { $0.isInternalError })
    }

    @Test("A tag in which every attribute is wrong is told of attribute by attribute, in place")
    func everyAttributeWrong() throws {
        let attributes = (0..<1_000).map { " a\($0)='\(String(repeating: "x", count: 50))'" }
        let text = "<r xmlns='urn:t' version='1.0'><d>2017-10-31</d><s\(attributes.joined())><h/></s></r>"
        let (_, recorder) = try parse(text, schema: Small.schema.get())
        #expect(recorder.found.count == 1_000)
        var offset = 51
        for (attribute, found) in zip(attributes, recorder.found) {
            #expect(found.offset == offset)
            offset += attribute.utf8.count
        }
    }

    @Test("Each child of a collection can have its own verdict, which the others do not change")
    func children() throws {
        let good = "<r version='1.0'><d>2017-10-31</d><s><h/></s></r>"
        let text =
            "<c xmlns='urn:t'>\(good)<strange><x/></strange>\n\(good)<r version='1.0'><d>x</d></r>\(good)</c>"
        let (result, recorder) = try parse(
            text, schema: Small.schema.get(), scope: .childrenOfRoot(named: nil))
        #expect(result.ending == .complete)
        #expect(result.schema == .invalid)
        let outcomes = recorder.events.compactMap {
            if case .validated(let outcome) = $0 { outcome } else { nil }
        }
        #expect(outcomes == [.valid, .invalid, .valid, .invalid, .valid])
        #expect(recorder.found.map(\.message.code) == [1845, 1824, 1871])
        let (none, _) = try parse(
            "<c xmlns='urn:t'/>", schema: Small.schema.get(), scope: .childrenOfRoot(named: nil))
        #expect(none.schema == .undecided)
        #expect(!none.isGood)
    }

    @Test("A child of a collection knows the prefixes that the root declares")
    func inheritedPrefixes() throws {
        let text = """
            <c xmlns='urn:t' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:t='urn:t' xmlns:u='urn:u'>\
            <r version='1.0' xmlns:u='urn:t'><d>2017-10-31</d><s xsi:type='t:section'><h/></s><s xsi:type='u:section'><h/></s></r>\
            <r version='1.0'><d>2017-10-31</d><s xsi:type='u:section'><h/></s></r></c>
            """
        let (_, recorder) = try parse(text, schema: Small.schema.get(), scope: .childrenOfRoot(named: nil))
        let outcomes = recorder.events.compactMap {
            if case .validated(let outcome) = $0 { outcome } else { nil }
        }
        #expect(outcomes == [.valid, .invalid])
    }

    @Test("A malformed document is never valid, wherever it breaks", arguments: 1..<60)
    func malformed(cut: Int) throws {
        let text = String(Small.valid.dropLast(cut))
        let (result, _) = try parse(text, schema: Small.schema.get())
        #expect(result.ending == .malformed)
        #expect(result.schema != .valid)
        #expect(!result.isGood)
    }

    @Test("Many errors in one document are all told, in a time that grows with their number")
    func manyErrors() throws {
        let text =
            "<r xmlns='urn:t' version='1.0'><d>2017-10-31</d>"
            + String(repeating: "<s id='1'><h/></s>", count: 20_000) + "</r>"
        let clock = ContinuousClock()
        var result: XMLParseResult?
        let time = try clock.measure { result = try parse(text, schema: Small.schema.get()).result }
        #expect(result?.schema == .invalid)
        #expect(result?.messageCount == 20_000)
        #expect(time < .seconds(30))
    }
}
