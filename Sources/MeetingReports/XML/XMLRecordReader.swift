internal import LibXML

extension FindingCode {
    /// XML that is not well-formed.
    static let xmlNotWellFormed = FindingCode("xml-not-well-formed", .error)
    /// XML with something in it that is larger than libxml2 reads.
    static let xmlLimit = FindingCode("xml-limit", .error, meansFailure: true)
    /// XML that is well-formed, with something in it that libxml2 warns of.
    static let xmlDoubtful = FindingCode("xml-doubtful", .info)
    /// An XML document of another vocabulary.
    static let recordNamespace = FindingCode("record-namespace", .error)
    /// A comment or processing instruction, which a record does not keep.
    static let xmlNotKept = FindingCode("xml-not-kept", .info)
}

/// Reads records from native XML in one pass: libxml2 parses and validates while the model is built.
final class XMLRecordReader: XMLEventHandler {
    private let file: String
    private let source: XMLSource
    private let index: TextIndex
    /// Whether the document goes on with a collection that was begun before, so that its root was looked at already.
    private let isContinued: Bool
    private let use: RecordUse
    private let each: (RecordReading) -> Void

    // Not checked for overlapping access, which costs much at each event: only the parser's events reach them, one
    // after another, and none arrives while another is dealt with.
    @exclusivity(unchecked) private var builder = RecordBuilder()
    /// What is found about the record being read.
    private var findings: [Finding] = []
    private var flood: FindingFlood
    /// What is found about the file.
    private var fileFindings: [Finding] = []
    /// Why the root is not to be read as a record or collection; then nothing else is said.
    private var rootProblem: Finding? {
        didSet { wantsToStop = rootProblem != nil }
    }
    @exclusivity(unchecked) private(set) var wantsToStop = false
    @exclusivity(unchecked) private var isCollection = false
    private var recordCount = 0
    private var recordID: String?
    /// How many children the collection has.
    private var siblings = SiblingCounts()
    private var isWhole = false
    private var lastMessage: XMLMessage?
    /// Whether the parser has told of an error after which it reads no further with certainty.
    private var isMalformed = false
    /// The place of that record.
    private var recordRoot: (xpath: String, pointer: String)?

    private static let parser = XMLStreamParser(vocabulary: RecordVocabulary.xml)

    private init(
        _ file: String, _ source: XMLSource, _ index: TextIndex, isContinued: Bool = false,
        _ use: RecordUse, _ each: @escaping (RecordReading) -> Void
    ) {
        self.file = file
        self.source = source
        self.index = index
        self.isContinued = isContinued
        self.use = use
        flood = use.flood
        self.each = each
    }

    /// Reads the records of a file one after another, and returns what is found about the file as a whole.
    static func read(
        _ file: InputFile, _ use: RecordUse, _ each: (RecordReading) -> Void
    ) -> [Finding] {
        let source: XMLSource
        do {
            source = try XMLSource(file.bytes)
        } catch {
            return [Finding(error, file)]
        }
        do {
            return try RecordSchema.validating { validation in
                withoutActuallyEscaping(each) {
                    XMLRecordReader(file.name, source, TextIndex(source.utf8), use, $0).read(validation)
                }
            }
        } catch {
            return [error.at(file: file.name).finding]
        }
    }

    /// What was found about a chunk of a collection as a whole.
    struct ChunkAnswer {
        var findings: [Finding]
        /// How many children of the collection the chunk holds.
        var siblings = SiblingCounts()
        /// Whether the chunk was read to its end.
        var isWhole = false
    }

    /// Reads the records of a chunk of a collection one after another.
    static func read(
        _ chunk: RecordChunk, of file: String, _ use: RecordUse, _ each: (RecordReading) -> Void
    ) -> ChunkAnswer {
        let source: XMLSource
        do {
            source = try XMLSource(chunk.document)
        } catch {
            // The records before what is refused are sound.
            var answer = chunk.part(before: error.offset).map { read($0, of: file, use, each) }
            answer?.isWhole = false
            let range = chunk.index.range(SourceExtent(chunk.document).token(at: error.offset))
            let place = Place(file: file, range: range)
            let finding = Finding(FindingCode(error.code), message: error.message, place: place)
            return ChunkAnswer(
                findings: (answer?.findings ?? []) + [finding], siblings: answer?.siblings ?? SiblingCounts())
        }
        do {
            return try RecordSchema.validating { validation in
                withoutActuallyEscaping(each) {
                    let reader = XMLRecordReader(
                        file, source, chunk.index, isContinued: !chunk.isFirst, use, $0)
                    let findings = reader.read(validation)
                    return ChunkAnswer(
                        findings: findings, siblings: reader.siblings, isWhole: reader.isWhole)
                }
            }
        } catch {
            return ChunkAnswer(findings: [error.at(file: file).finding])
        }
    }

    private func read(_ validation: SchemaValidation) -> [Finding] {
        let result = Self.parser.parse(
            source, validating: validation,
            scope: .childrenOfRoot(named: RecordVocabulary.number(of: .collection)), handler: self)
        isWhole = result.ending == .complete
        if let rootProblem { return [rootProblem] }
        if result.ending != .complete, !fileFindings.contains(where: { $0.severity == .error }) {
            fileFindings.append(
                Finding(
                    .xmlNotWellFormed, message: "The document could not be read to its end.",
                    place: Place(file: file)))
        }
        return fileFindings
    }

    /// What makes the root one that is not to be read as a record, or nil.
    private func problem(of root: borrowing XMLStartTag) -> Finding? {
        let range = root.offset..<root.end
        let xpath = "/\(root.localName)"
        guard root.isInExpectedNamespace else {
            return Finding(
                .recordNamespace,
                message: """
                    The root element '\(root.localName)' is in \(root.namespace.map { "the namespace '\($0)'" } ?? "no namespace"); \
                    a record is in '\(XMLNamespace.record)'.
                    """, place: Place(file: file, range: index.range(range), xpath: xpath))
        }
        let number = RecordVocabulary.number(of: .version)
        guard let version = root.value(ofAttribute: number), RecordVersion.isOther(version),
            let position = (0..<root.attributeCount).first(where: { root.attributeName(at: $0) == number })
        else { return nil }
        let attribute = SourceExtent(source.utf8).attribute(at: root.attributeOffset(at: position))
        return .otherVersion(
            version,
            at: Place(
                file: file, range: index.range(attribute),
                xpath: xpath + "/@\(AttributeName.version.text)"))
    }

    // MARK: - Events

    func startElement(_ tag: borrowing XMLStartTag) {
        let name = tag.isInExpectedNamespace ? RecordVocabulary.element(tag.name) : nil
        if builder.tracker.depth == 0 {
            rootProblem = problem(of: tag)
            isCollection = name == .collection
        }
        let isRecord = isCollection && builder.tracker.depth == 1
        if isRecord { beginRecord(tag) }
        if let name {
            builder.start(name, at: tag.offset)
        } else {
            builder.start(foreign: tag.isInExpectedNamespace ? tag.localName : "*")
        }
        if isRecord, name != .meetingReport { tellOfStranger(tag) }
        guard let name else { return }
        for position in 0..<tag.attributeCount {
            guard tag.attributeHasNoNamespace(at: position) else { continue }
            if let attribute = RecordVocabulary.attribute(tag.attributeName(at: position)) {
                builder.attribute(attribute, tag.attributeUTF8(at: position))
            } else {
                builder.note("the attribute '\(tag.attributeLocalName(at: position))' of '\(name.name)'")
            }
        }
        if name == .collection, !isContinued { checkCollection(tag) }
    }

    func characters(_ utf8: Span<UInt8>, at offset: Int) {
        utf8.withUnsafeBufferPointer { bytes in
            builder.text(bytes)
            if isCollection, builder.tracker.depth == 1,
                !bytes.isBlank || isCDATA(at: offset)
            {
                let document = source.utf8
                let start = XMLPlace.firstNonBlank(from: offset, of: document.span)
                let text = SourceExtent(document).text(at: start)
                fileFindings.append(
                    Finding(
                        .schemaText,
                        message: "Text may not stand between the records of a collection. Take it out.",
                        place: place(text)))
            }
        }
    }

    /// Whether a text that begins there stands in a CDATA section, which libxml2 never takes for layout.
    private func isCDATA(at offset: Int) -> Bool {
        source.utf8[..<offset].suffix(9).elementsEqual("<![CDATA[".utf8)
    }

    func endElement(at offset: Int, endingAt end: Int) {
        let depth = builder.tracker.depth
        if isCollection, depth == 1 { siblings = builder.tracker.siblings }
        let isRecord = depth == (isCollection ? 2 : 1)
        if isRecord { recordRoot = (builder.tracker.xpath, builder.tracker.jsonPointer) }
        builder.end()
    }

    func validated(_ outcome: SchemaOutcome) {
        let root = recordRoot
        if outcome == .undecided, findings.isEmpty {
            findings.append(.undecided(at: Place(file: file, xpath: root?.xpath)))
        }
        if let mismatch = builder.mismatch, findings.allSatisfy({ $0.severity != .error }) {
            findings.append(.mismatch(mismatch, at: Place(file: file, xpath: root?.xpath)))
        }
        let isSound =
            findings.allSatisfy { $0.severity != .error } && outcome == .valid
            && builder.tape.root == .meetingReport
        if isSound { findings += check(root) }
        var reading = RecordReading(
            index: isCollection ? recordCount - 1 : nil, isSound: isSound, report: nil, findings: findings,
            start: builder.tape.start, id: recordID)
        reading.unlisted = flood.next()
        if isSound { use.keep(builder, in: &reading) }
        each(reading)
        findings = []
        recordRoot = nil
        builder.forgetMismatch()
    }

    private func check(_ root: (xpath: String, pointer: String)?) -> [Finding] {
        let places = RecordPlaces(
            file: file, root: isCollection ? root : nil, index: { [index] in index })
        return RecordRules.check(builder.tape, places)
    }

    func message(_ message: XMLMessage, at offset: Int) {
        guard rootProblem == nil else { return }
        defer { lastMessage = message }
        if Finding.repeatsFacet(message, after: lastMessage) { return }
        if message.domain != .schemaValidity, isMalformed { return }
        if message.domain == .schemaValidity, !flood.lists(Finding.code(of: message), at: offset) { return }
        let extent = SourceExtent(source.utf8)
        if message.domain == .schemaValidity {
            let place = place(extent.found(at: offset, isAttribute: message.attribute != nil))
            let attribute = message.attribute.flatMap { _ in writtenName(at: offset) }
            findings.append(Finding(schema: message, place: place, attribute: attribute))
        } else {
            // What follows the first error of syntax is mostly its consequence.
            isMalformed = message.level == .fatal
            fileFindings.append(
                Finding(
                    parser: message,
                    place: place(extent.malformed(at: offset, isAboutTag: XMLSentence(message).isAboutTag))))
        }
    }

    /// The name that stands at an offset of the document, such as that of an attribute; nil where none begins there.
    private func writtenName(at offset: Int) -> String? {
        let name = source.utf8[offset...].prefix { !$0.isXMLSpace && !"=<>/\"'".utf8.contains($0) }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    func comment(at offset: Int) { notKept("A comment", offset) }
    func processingInstruction(at offset: Int) { notKept("A processing instruction", offset) }

    private func notKept(_ what: String, _ offset: Int) {
        let extent = SourceExtent(source.utf8).comment(at: offset)
        let finding = Finding(
            .xmlNotKept,
            message: "\(what) is not part of the record; it is not kept when the record is written again.",
            place: place(extent))
        if builder.tracker.depth > (isCollection ? 1 : 0) {
            findings.append(finding)
        } else {
            fileFindings.append(finding)
        }
    }

    // MARK: - Collections

    private func beginRecord(_ tag: borrowing XMLStartTag) {
        recordCount += 1
        recordID = tag.value(ofAttribute: RecordVocabulary.number(of: .id))
    }

    /// Says of the element that has just begun that it is no record.
    private func tellOfStranger(_ tag: borrowing XMLStartTag) {
        findings.append(
            Finding(
                .schemaElement,
                message: "A collection holds records, elements 'meetingReport', and nothing else.",
                place: place(SourceExtent(source.utf8).tag(at: tag.offset))))
    }

    /// The root of a collection is not validated with its records; what it may have is checked here.
    private func checkCollection(_ tag: borrowing XMLStartTag) {
        var hasVersion = false
        for position in 0..<tag.attributeCount {
            let start = tag.attributeOffset(at: position)
            let name = writtenName(at: start) ?? tag.attributeLocalName(at: position)
            var place = place(SourceExtent(source.utf8).attribute(at: start))
            place.xpath? += "/@\(name)"
            guard tag.attributeHasNoNamespace(at: position),
                tag.attributeLocalName(at: position) == AttributeName.version.text
            else {
                if tag.attributeNamespace(at: position) == XMLNamespace.schemaInstance,
                    XMLNamespace.schemaHints.contains(tag.attributeLocalName(at: position))
                {
                    continue
                }
                fileFindings.append(
                    Finding(
                        .schemaAttribute,
                        message:
                            "The attribute '\(name)' is not allowed in 'collection'. Allowed in it: version.",
                        place: place))
                continue
            }
            hasVersion = true
            let version = tag.attributeValue(at: position)
            if !RecordVersion.isRead(version) {
                fileFindings.append(
                    Finding(
                        .schemaValue,
                        message: "'\(version)' is not a version of collections; '1.0' was expected.",
                        place: place))
            }
        }
        if !hasVersion {
            fileFindings.append(
                Finding(
                    .schemaAttributeMissing,
                    message:
                        "The element 'collection' lacks the attribute 'version', which it must have. Add it.",
                    place: place(tag.offset..<tag.end)))
        }
    }

    private func place(_ range: Range<Int>) -> Place {
        let origin = builder.origin
        return Place(
            file: file, range: index.range(range), xpath: builder.tracker.xpath,
            jsonPointer: builder.tracker.jsonPointer, sourceLines: origin.lines, id: origin.id)
    }
}
