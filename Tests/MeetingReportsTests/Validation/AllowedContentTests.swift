import LibXML
import Testing

@testable import MeetingReports

/// Asks the schema itself, through libxml2, what may stand in an element.
private struct SchemaProbe {
    private let validation: SchemaValidation

    init() throws {
        validation = SchemaValidation(try RecordSchema.compiled.get(), vocabulary: RecordVocabulary.xml)
    }

    /// Whether a child may be the first in the last element of a chain that begins with the record.
    func allows(_ child: ElementName, in chain: [ElementName]) -> Bool {
        messages(chain + [child], attributes: []).allSatisfy { message in
            message.code != 1871 && !message.text.contains("is not allowed")
        }
    }

    /// Whether the last element of a chain may have an attribute.
    func allows(_ attribute: AttributeName, in chain: [ElementName]) -> Bool {
        messages(chain, attributes: [attribute]).allSatisfy { !$0.text.contains("is not allowed") }
    }

    /// What is said when the last element of a chain begins.
    private func messages(_ chain: [ElementName], attributes: [AttributeName]) -> [XMLMessage] {
        validation.begin()
        for name in chain.dropLast() {
            if name == .meetingReport || name == .collection {
                validation.addAttribute(RecordVocabulary.number(of: .version), value: "1.0")
            }
            validation.startElement(RecordVocabulary.number(of: name))
        }
        _ = validation.takeMessages()
        for attribute in attributes {
            validation.addAttribute(RecordVocabulary.number(of: attribute), value: "1")
        }
        for name in chain.suffix(1) { validation.startElement(RecordVocabulary.number(of: name)) }
        defer { _ = validation.finish() }
        return validation.takeMessages()
    }
}

@Suite struct `What the sentences say is allowed` {
    /// A way to each element from the record, by what the table says.
    private static let chains: [ElementName: [ElementName]] = {
        var chains: [ElementName: [ElementName]] = [.meetingReport: [.meetingReport]]
        var next: [ElementName] = [.meetingReport]
        while let name = next.popLast() {
            for child in name.heads + name.contentModel.members where chains[child] == nil {
                chains[child] = (chains[name] ?? []) + [child]
                next.append(child)
            }
        }
        return chains
    }()

    @Test func `reaches every element but the collection`() {
        #expect(Set(Self.chains.keys) == Set(ElementName.allCases).subtracting([.collection]))
    }

    @Test(arguments: ElementName.allCases.filter { $0 != .collection })
    func `is what the schema allows`(name: ElementName) throws {
        let probe = try SchemaProbe()
        let chain = try #require(Self.chains[name])
        let children = Set(name.heads + name.contentModel.members)
        for child in ElementName.allCases {
            #expect(probe.allows(child, in: chain) == children.contains(child), "\(child) in \(name)")
        }
        for attribute in AttributeName.allCases {
            #expect(
                probe.allows(attribute, in: chain) == name.attributes.contains(attribute),
                "\(attribute) of \(name)")
        }
    }

    @Test func `names every pattern of the schema`() throws {
        let schema = try #require(PublishedSchema.all.first { $0.name == "xsd" })
        let patterns = String(decoding: schema.bytes, as: UTF8.self).split(separator: "\n").compactMap {
            line in
            line.range(of: "xs:pattern value=\"").map { start in
                String(line[start.upperBound...].prefix { $0 != "\"" })
            }
        }
        #expect(patterns.count == 11)
        for pattern in patterns { #expect(ValueForm.described(by: pattern) != nil, "\(pattern)") }
    }
}
