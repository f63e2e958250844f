/// The first place where a text departs from RFC 8259, or from what this reader adds to it.
///
/// Added are: no key twice in one object, no lone surrogate, UTF-8 only, and a bounded depth (RFC 8259, section 4,
/// 8.1, 8.2 and 9, leave them to the implementation).
package struct JSONSyntaxError: Error, Sendable {
    /// The kind of departure; the raw value is stable and meant for reports.
    package enum Code: String, CaseIterable, Sendable {
        /// The input ends before its value does, or holds none.
        case end = "json-end"
        /// A character stands where the grammar has another one.
        case unexpected = "json-unexpected"
        /// A comma stands before the bracket that closes.
        case trailingComma = "json-trailing-comma"
        /// Something other than white space follows the value.
        case trailingData = "json-trailing-data"
        /// A key occurs twice in one object.
        case duplicateKey = "json-duplicate-key"
        /// A number departs from the grammar of RFC 8259, section 6.
        case number = "json-number"
        /// A backslash begins none of the escapes of RFC 8259, section 7.
        case escape = "json-escape"
        /// An escape gives one half of a surrogate pair without the other.
        case loneSurrogate = "json-lone-surrogate"
        /// A character below U+0020 stands unescaped in a string.
        case controlCharacter = "json-control-character"
        /// Bytes are not UTF-8 as Unicode, table 3-7, defines it.
        case invalidUTF8 = "json-invalid-utf8"
        /// The text is encoded in UTF-16 or UTF-32.
        case encoding = "json-encoding"
        /// Arrays and objects are nested deeper than was allowed.
        case depth = "json-depth"
        /// The text is longer than a document can be (4 GiB).
        case size = "json-size"
    }

    /// The kind of departure.
    package let code: Code
    /// The byte it stands at, counted from 0 at the start of the buffer.
    package let offset: Int
    /// The JSON Pointer (RFC 6901) of the value that was being read: of the array or object, if it was between two values.
    package let pointer: String
    /// A sentence without a full stop: what was found, and what was expected.
    package let message: String
    /// The byte of the first of two equal keys.
    package var firstKey: Int?
}
