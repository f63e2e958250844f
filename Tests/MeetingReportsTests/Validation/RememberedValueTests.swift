import Testing

@testable import MeetingReports

/// What has to hold of the schema of records so that accepted values may be remembered.
@Suite("Values of records that were accepted before")
struct RememberedValueTests {
    private let schema = String(decoding: PublishedSchema.xsd.bytes, as: UTF8.self)

    /// The values of an attribute in the start tags that begin so.
    private func values(of attribute: String, in start: String, having mark: String = "") -> [String] {
        schema.split(separator: "<").filter { $0.hasPrefix(start) && $0.contains(mark) }.compactMap { tag in
            tag.split(separator: " ").first { $0.hasPrefix("\(attribute)=\"") }
                .map { String($0.split(separator: "\"")[1]) }
        }
    }

    @Test("are those of attributes that are optional wherever they stand")
    func areOptional() {
        let required = Set(values(of: "name", in: "xs:attribute ", having: "use=\"required\""))
        #expect(required == ["version", "name", "href"])
        let remembered = Set(RecordVocabulary.optionalAttributes)
        for attribute in AttributeName.allCases {
            #expect(
                remembered.contains(RecordVocabulary.number(of: attribute))
                    != required.contains(attribute.text))
        }
    }

    @Test("belong to elements whose name decides their type, in a schema without wildcards")
    func haveOneType() {
        let names = values(of: "name", in: "xs:element ")
        #expect(names.count == Set(names).count)
        #expect(Set(names) == Set(ElementName.names))
        #expect(!schema.contains("<xs:any"))
    }
}
