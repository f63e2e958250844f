/// Why bytes were refused before an XML parser saw them.
package struct XMLRefusal: Error, Hashable, Sendable {
    /// A stable name for a reason.
    package struct Code: RawRepresentable, Hashable, Sendable {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }

        /// A document type declaration, which may define entities and name files.
        package static let doctype = Code(rawValue: "xml-doctype")
        /// A version other than 1.0.
        package static let version = Code(rawValue: "xml-version")
        /// An encoding that is unknown, or that the bytes contradict.
        package static let encoding = Code(rawValue: "xml-encoding")
        /// Bytes that are not UTF-8.
        package static let invalidUTF8 = Code(rawValue: "xml-invalid-utf8")
        /// The character U+0000.
        package static let nul = Code(rawValue: "xml-nul")
        /// A compressed file.
        package static let compressed = Code(rawValue: "xml-compressed")
        /// A tag with more bytes than allowed.
        package static let tagTooLong = Code(rawValue: "xml-tag-too-long")
        /// A tag with more attributes than allowed.
        package static let tooManyAttributes = Code(rawValue: "xml-too-many-attributes")
        /// Elements nested deeper than allowed.
        package static let tooDeep = Code(rawValue: "xml-too-deep")
        /// More bytes than allowed.
        package static let tooLarge = Code(rawValue: "xml-too-large")
        /// Nothing, or nothing but white space.
        package static let empty = Code(rawValue: "xml-empty")
    }

    package var code: Code
    /// The 0-based offset of the byte at fault: for `encoding` and `invalidUTF8` in the bytes given, for all
    /// else in their UTF-8 form, which is the same unless they had to be transcoded.
    package var offset: Int
    /// What was found and what was expected, as a sentence.
    package var message: String

    package init(_ code: Code, at offset: Int, _ message: String) {
        self.code = code
        self.offset = offset
        self.message = message
    }
}

/// How much an XML document may ask for.
package struct XMLLimits: Hashable, Sendable {
    /// Bytes of a document; never more than libxml2 can count.
    package var maximumBytes: Int
    /// Bytes of one tag.
    package var maximumTagBytes: Int
    /// Attributes of one tag, namespace declarations among them.
    package var maximumAttributes: Int
    /// Elements that are open at one time.
    package var maximumDepth: Int

    package init(
        maximumBytes: Int = Int(Int32.max),
        maximumTagBytes: Int = 65_536,
        maximumAttributes: Int = 1_000,
        maximumDepth: Int = 250
    ) {
        self.maximumBytes = min(maximumBytes, Int(Int32.max))
        self.maximumTagBytes = maximumTagBytes
        self.maximumAttributes = maximumAttributes
        self.maximumDepth = maximumDepth
    }
}
