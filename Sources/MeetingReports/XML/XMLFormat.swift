internal import LibXML

extension ReportFormat {
    /// Native XML: one record, or a collection of them.
    public static let xml = ReportFormat(
        name: "xml", summary: "native XML, one record or a collection", fileExtensions: ["xml"],
        holdsSeveral: true,
        read: { file, use, each in XMLRecordReader.read(file, use, each) },
        writer: { (reports, isCollection) throws(InputError) in
            if reports.count == 1, !isCollection { return try XMLReportWriter().write(reports[0]) }
            return try XMLReportWriter().write(collection: reports)
        },
        stream: XMLReportWriter.stream,
        checkSyntax: { XMLSyntaxCheck.check($0) })
}

extension FindingCode {
    /// The code of a refusal; a limit that was hit says nothing of the document.
    init(_ code: XMLRefusal.Code) {
        let limits: [XMLRefusal.Code] = [.tagTooLong, .tooManyAttributes, .tooDeep, .tooLarge]
        self.init(code.rawValue, .error, meansFailure: limits.contains(code))
    }
}

extension Finding {
    /// Why an XML document was refused before it was parsed.
    init(_ refusal: XMLRefusal, _ file: InputFile) {
        let range = SourceExtent(file.bytes).token(at: refusal.offset)
        self.init(
            FindingCode(refusal.code), message: refusal.message,
            place: Place(file: file.name, range: TextIndex(file.bytes).range(range)))
    }

    /// What libxml2's parser says of a document, at a byte of it.
    init(parser message: XMLMessage, place: Place) {
        let sentence = XMLSentence(message)
        let (code, beginning): (FindingCode, String) =
            if message.level == .warning {
                (.xmlDoubtful, "The XML is well-formed, but ")
            } else if sentence.isAboutLimit {
                (.xmlLimit, "The XML is beyond a limit: ")
            } else {
                (.xmlNotWellFormed, "The XML is not well-formed: ")
            }
        self.init(code, message: beginning + sentence.text, detail: message.text, place: place)
    }
}

/// Checks that a document is well-formed XML, of whatever vocabulary.
final class XMLSyntaxCheck: XMLEventHandler {
    private var messages: [(message: XMLMessage, offset: Int)] = []

    static func check(_ file: InputFile) -> [Finding] {
        let source: XMLSource
        do {
            source = try XMLSource(file.bytes)
        } catch {
            return [Finding(error, file)]
        }
        let check = XMLSyntaxCheck()
        let result = XMLStreamParser(vocabulary: RecordVocabulary.xml).parse(source, handler: check)
        let index = TextIndex(source.utf8)
        let extent = SourceExtent(source.utf8)
        var findings = check.messages.map { message, offset in
            Finding(
                parser: message,
                place: Place(
                    file: file.name,
                    range: index.range(
                        extent.malformed(at: offset, isAboutTag: XMLSentence(message).isAboutTag))))
        }
        if !result.isGood, !findings.contains(where: { $0.severity == .error }) {
            findings.append(
                Finding(
                    .xmlNotWellFormed, message: "The document could not be read to its end.",
                    place: Place(file: file.name)))
        }
        return findings
    }

    func startElement(_ tag: borrowing XMLStartTag) {}
    func characters(_ utf8: Span<UInt8>, at offset: Int) {}
    func endElement(at offset: Int, endingAt end: Int) {}
    func message(_ message: XMLMessage, at offset: Int) {
        // What follows the first error of syntax is mostly its consequence.
        guard messages.last?.message.level != .fatal else { return }
        messages.append((message, offset))
    }
}
