internal import LibXML

extension FindingCode {
    /// A number has no canonical form.
    static let jsonNumberTooLarge = FindingCode("json-number-too-large", .error)
    /// A file is neither JSON nor XML, and so has no canonical form.
    static let noCanonicalForm = FindingCode("no-canonical-form", .error)
}

/// The canonical form of a file, which tells a change from a mere reformatting.
public struct CanonicalForm: Sendable {
    /// A way to write a file that leaves no choice.
    public enum Method: String, Hashable, Sendable, CaseIterable {
        /// The JSON Canonicalization Scheme, RFC 8785.
        case json = "rfc8785"
        /// The same for each line of newline-delimited JSON, each ended by LF.
        case jsonLines = "rfc8785-lines"
        /// Canonical XML 1.0, inclusive, with comments.
        case xml10 = "c14n-1.0"
        /// Canonical XML 1.1, inclusive, with comments.
        case xml11 = "c14n-1.1"
    }

    /// How it is written.
    public let method: Method
    /// Its bytes.
    public let bytes: [UInt8]

    /// Writes a file in its canonical form; the vocabulary does not matter.
    ///
    /// - Parameters:
    ///   - format: the format that the file is in.
    ///   - xml: which version of Canonical XML is used.
    /// - Throws: an error that says what is wrong with the file, or that it is of a format without a canonical form.
    public init(of file: InputFile, _ format: ReportFormat, xml: Method = .xml11) throws(InputError) {
        switch format.syntax {
        case .json:
            method = .json
            bytes = try Self.json(file, 0..<file.bytes.count)
        case .jsonLines:
            method = .jsonLines
            var bytes: [UInt8] = []
            for line in JSONFileReader(file).lines {
                bytes += try Self.json(file, line)
                bytes.append(UInt8(ascii: "\n"))
            }
            self.bytes = bytes
        case .xml:
            method = xml
            bytes = try Self.xml(file, xml == .xml10 ? .v1_0 : .v1_1)
        case .text:
            throw InputError(
                Finding(
                    .noCanonicalForm, message: "This is a text; JSON or XML was expected.",
                    place: Place(file: file.name)))
        }
    }

    /// What identifies the form.
    var digest: InputDigest { InputDigest(of: InputFile(name: "", bytes: bytes)) }

    private static func json(_ file: InputFile, _ range: Range<Int>) throws(InputError) -> [UInt8] {
        let root: JSONNode
        do throws(JSONSyntaxError) {
            root = try JSONDocument(file.bytes, range: range).root
        } catch {
            throw InputError(Finding(error, file, TextIndex(file.bytes)))
        }
        return try CanonicalJSON.bytes(of: root, file: file.name)
    }

    private static func xml(_ file: InputFile, _ version: CanonicalXML.Version) throws(InputError) -> [UInt8]
    {
        // A document that is not well-formed is named with its place, as everywhere.
        if let error = ReportFormat.xml.checkSyntax(file).first(where: { $0.severity == .error }) {
            throw InputError(error)
        }
        do throws(CanonicalXML.Refusal) {
            return try CanonicalXML.bytes(of: try source(file), version)
        } catch {
            throw InputError(
                Finding(
                    .noCanonicalForm, message: "The document has no canonical form: \(error.message)",
                    place: Place(file: file.name)))
        }
    }

    private static func source(_ file: InputFile) throws(CanonicalXML.Refusal) -> XMLSource {
        do {
            return try XMLSource(file.bytes)
        } catch {
            throw CanonicalXML.Refusal(message: error.message)
        }
    }
}

extension ReportFormat {
    /// The grammar that files of a format follow.
    enum Syntax {
        case text
        case xml
        case json
        case jsonLines
    }

    /// The grammar of the format's files.
    var syntax: Syntax {
        switch name {
        case ReportFormat.text.name: .text
        case ReportFormat.json.name: .json
        case ReportFormat.ndjson.name: .jsonLines
        default: .xml
        }
    }
}
