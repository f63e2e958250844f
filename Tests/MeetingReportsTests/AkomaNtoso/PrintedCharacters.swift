import LibXML

@testable import MeetingReports

/// The characters that a document prints, white space left out.
enum PrintedCharacters {
    static func sorted(_ bytes: [UInt8]) -> [UInt8] { bytes.sorted() }

    /// The characters of a record.
    static func of(_ report: MeetingReport) -> [UInt8] {
        var collector = Collector()
        report.accept(&collector)
        return collector.bytes
    }

    private struct Collector: ReportVisitor {
        var bytes: [UInt8] = []
        mutating func text(_ text: String) { bytes += text.utf8.filter { !$0.isXMLSpace } }
    }

    /// The characters of an Akoma Ntoso document outside its metadata, and of the notes in these.
    ///
    /// The mark of a note stands there once, in an
    /// attribute, for the two that are printed, that in the text and that before the note.
    static func of(akomaNtoso bytes: [UInt8]) throws -> [UInt8] {
        let handler = Handler()
        _ = XMLStreamParser(vocabulary: AKNName.vocabulary).parse(try XMLSource(bytes), handler: handler)
        return handler.bytes
    }

    private final class Handler: XMLEventHandler {
        var bytes: [UInt8] = []
        private var open: [String] = []
        private var isPrinted: Bool { !open.contains("meta") || open.contains("note") }

        func startElement(_ tag: borrowing XMLStartTag) {
            open.append(tag.localName)
            guard isPrinted else { return }
            let isNote = tag.localName == "authorialNote"
            guard isNote || ["noteRef", "note"].contains(tag.localName) else { return }
            var mark = ""
            var own: String?
            var isInPlace = false
            for position in 0..<tag.attributeCount {
                let isOwn = tag.attributeNamespace(at: position) == XMLNamespace.record
                switch tag.attributeLocalName(at: position) {
                case "marker" where isOwn: own = tag.attributeValue(at: position)
                case "marker": mark = tag.attributeValue(at: position)
                case "place" where isOwn: isInPlace = true
                default: break
                }
            }
            add(mark)
            if isNote, !isInPlace { add(own ?? mark) }
        }

        func characters(_ utf8: Span<UInt8>, at offset: Int) {
            guard isPrinted else { return }
            utf8.withUnsafeBufferPointer { bytes += $0.filter { !$0.isXMLSpace } }
        }

        func endElement(at offset: Int, endingAt end: Int) { open.removeLast() }
        func message(_ message: XMLMessage, at offset: Int) {}
        private func add(_ text: String) { bytes += text.utf8.filter { !$0.isXMLSpace } }
    }
}
