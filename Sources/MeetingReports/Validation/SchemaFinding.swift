internal import LibXML

extension FindingCode {
    /// An element stands where the schema does not allow it, or one is missing.
    static let schemaElement = FindingCode("schema-element", .error)
    /// An element has an attribute that the schema does not give it.
    static let schemaAttribute = FindingCode("schema-attribute", .error)
    /// An attribute that the schema requires is missing.
    static let schemaAttributeMissing = FindingCode("schema-attribute-missing", .error)
    /// A value is not of the type that the schema gives it.
    static let schemaValue = FindingCode("schema-value", .error)
    /// Text stands where the schema allows none.
    static let schemaText = FindingCode("schema-text", .error)
    /// The outermost element is not one that the schema declares.
    static let schemaRoot = FindingCode("schema-root", .error)
    /// The schema is broken in another way.
    static let schemaOther = FindingCode("schema-other", .error)
    /// The validator could not come to a verdict.
    static let schemaUndecided = FindingCode("schema-undecided", .error, meansFailure: true)
}

extension Finding {
    /// A schema error of libxml2 as a finding: a plain sentence, libxml2's own words as detail.
    ///
    /// The place is that of the element; an error about an attribute that is there gets the attribute's path.
    ///
    /// - Parameters:
    ///   - attribute: the attribute's name as it is written, where that is known: with a prefix, if it has one.
    ///   - subject: what the sentence speaks of.
    init(
        schema message: XMLMessage, place: Place, attribute: String? = nil,
        _ subject: SchemaSentence.Subject = .xml
    ) {
        let xpath = place.xpath
        var place = place
        let code = Self.code(of: message)
        if let attribute = attribute ?? message.attribute, code != .schemaAttributeMissing {
            place.xpath? += "/@\(attribute)"
            place.jsonPointer? += JSONPointer(key: attribute).text
        }
        self.init(
            code, message: SchemaSentence(message, code, xpath: xpath, subject).text, detail: message.text,
            place: place)
    }

    /// Whether libxml2 only says again, as the type's error, what it has just said as the facet's.
    static func repeatsFacet(_ message: XMLMessage, after previous: XMLMessage?) -> Bool {
        guard let previous else { return false }
        return typeErrors.contains(message.code) && facetErrors.contains(previous.code)
    }

    /// The numbers of `xmlParserErrors` for values that break a facet: length, bounds, pattern, enumeration.
    private static let facetErrors = 1829...1840
    /// The numbers of `xmlParserErrors` for values that are not of their type.
    private static let typeErrors = 1824...1826

    /// The stable code for a schema error of libxml2, by its number in `xmlParserErrors`.
    static func code(of message: XMLMessage) -> FindingCode {
        switch message.code {
        case 1824...1840: .schemaValue
        case 1841...1844: .schemaText
        case 1845: .schemaRoot
        case 1866, 1867: .schemaAttribute
        case 1868: .schemaAttributeMissing
        case 1871: .schemaElement
        default: .schemaOther
        }
    }
}

extension StringProtocol {
    /// The text with each occurrence of `old` replaced; by bytes, never by canonical equivalence.
    func replacing(_ old: String, with new: String) -> String {
        var result = ""
        var rest = self[...]
        while let found = rest.range(of: old) {
            result += rest[..<found.lowerBound]
            result += new
            rest = rest[found.upperBound...]
        }
        return result + rest
    }

    /// Where `text` first occurs; by bytes, never by canonical equivalence.
    func range(of text: String) -> Range<String.Index>? {
        let wanted = Array(text.utf8)
        guard let first = wanted.first else { return nil }
        var start = utf8.startIndex
        while let index = utf8[start...].firstIndex(of: first) {
            if utf8[index...].starts(with: wanted) {
                return index..<utf8.index(index, offsetBy: wanted.count)
            }
            start = utf8.index(after: index)
        }
        return nil
    }
}
