import TestSupport

/// The records that the tests run the tool on.
enum Samples {
    /// The folder of the small valid record and of its broken variants.
    static let folder = packageFolder + "/Samples/invalid"

    /// The bytes of a sample.
    static func bytes(_ name: String) throws -> [UInt8] { try readFile("\(folder)/\(name)") }

    /// The text of a sample.
    static func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    /// A folder that holds the valid record, as `record.xml` and `record.json`.
    static func records() throws -> TemporaryFolder {
        try TemporaryFolder(["record.xml": bytes("base.xml"), "record.json": bytes("base.json")])
    }

    /// The smallest record in each form.
    static let smallXML =
        "<meetingReport xmlns=\"urn:rapporteur:meeting-report:1\" version=\"1.0\"><body/></meetingReport>"
    static let smallJSON = #"{"type":"meetingReport","version":"1.0","body":[]}"#

    /// A record of one paragraph that lies on four lines; the number "7" is printed twice.
    static let repeatedNumber = """
        <meetingReport xmlns="urn:rapporteur:meeting-report:1" version="1.0"><body>
        <paragraph><num>7.</num><p>A.</p></paragraph>
        <paragraph lines="9"><num>7</num><p>B.</p></paragraph>
        </body></meetingReport>

        """

    /// A collection of one record, with further attributes in its start tag.
    static func collection(attributes: String = "") -> String {
        """
        <collection xmlns="urn:rapporteur:meeting-report:1" version="1.0" \(attributes)><meetingReport version="1.0"><body/></meetingReport></collection>

        """
    }

    /// A collection of three records, the second of which, on line 2, has no body.
    static let collectionWithBadRecordXML = """
        <collection xmlns="urn:rapporteur:meeting-report:1" version="1.0"><meetingReport version="1.0"><body/></meetingReport>
        <meetingReport version="1.0"/>
        <meetingReport version="1.0"><body/></meetingReport></collection>

        """
    static let collectionWithBadRecordJSON = """
        {"type":"collection","version":"1.0","content":[\(smallJSON),
        {"type":"meetingReport","version":"1.0"},
        \(smallJSON)]}

        """
}

extension String {
    /// The text in UTF-8.
    var bytes: [UInt8] { Array(utf8) }

    /// The text in UTF-16 without a byte order mark, little end first.
    var utf16LE: [UInt8] { utf16.reduce(into: []) { $0 += [UInt8($1 & 0xFF), UInt8($1 >> 8)] } }

    /// The text in UTF-16 without a byte order mark, big end first.
    var utf16BE: [UInt8] { utf16.reduce(into: []) { $0 += [UInt8($1 >> 8), UInt8($1 & 0xFF)] } }

    /// The text in ISO-8859-1, whose characters are the first 256 of Unicode.
    var latin1: [UInt8] { unicodeScalars.map { UInt8($0.value) } }

    /// How often another text occurs in it.
    func count(of other: String) -> Int { ranges(of: other).count }

    /// The text with each occurrence of `old` replaced.
    func replacing(_ old: String, by new: String) -> String {
        var result = ""
        var rest = self[...]
        while let range = rest.firstRange(of: old) {
            result += rest[..<range.lowerBound] + new
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}
