internal import LibXML

extension FindingCode {
    /// A record is nested too deep for Akoma Ntoso.
    static let aknTooDeep = FindingCode("akn-too-deep", .error)
}

/// Writes records as Akoma Ntoso 3.0 in the profile of the United Nations, by ``AKNTable``.
///
/// The same record gives the same bytes: dates are those of the document, and no clock is read.
public struct AKNReportWriter: Sendable {
    /// What a record does not say.
    public var options: AKNOptions

    /// Creates a writer.
    public init(options: AKNOptions = AKNOptions()) {
        self.options = options
    }

    /// The record as an `akomaNtoso` document with a `debateReport`.
    ///
    /// - Throws: an error that names the place of a character that XML cannot carry, or a nesting beyond what is read.
    public func write(_ report: MeetingReport) throws(InputError) -> [UInt8] {
        try write(report, keeping: [])
    }

    /// The record as a document, with what the document that it was read from had beside it, in `meta/proprietary`.
    func write(_ report: MeetingReport, keeping kept: [KeptMarkup]) throws(InputError) -> [UInt8] {
        var out = Self.begin()
        try Self.add(report, kept, options, prefix: "", to: &out)
        return Self.end(out)
    }

    /// Records as components of one `documentCollection`.
    ///
    /// - Throws: as ``write(_:)``.
    public func write(collection reports: [MeetingReport]) throws(InputError) -> [UInt8] {
        try write(collection: reports, keeping: [])
    }

    /// Records as components of a collection, each with what its document had beside it.
    func write(collection reports: [MeetingReport], keeping kept: [[KeptMarkup]]) throws(InputError)
        -> [UInt8]
    {
        var out = Self.begin()
        out.begin("documentCollection")
        out.attribute("name", "collection")
        out.begin("meta")
        AKNDocumentNames(of: reports.first ?? MeetingReport(), options).writeCollectionMeta(to: &out)
        out.end()
        out.begin("collectionBody")
        for (index, report) in reports.enumerated() {
            out.begin("component")
            out.attribute("eId", "cmp_\(index + 1)")
            let kept = kept.indices.contains(index) ? kept[index] : []
            try Self.add(report, kept, options, prefix: "cmp_\(index + 1)__", to: &out)
            out.end()
        }
        out.end()
        out.end()
        return Self.end(out)
    }

    private static func begin() -> AKNOutput {
        var out = AKNOutput()
        out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        out.begin("akomaNtoso")
        out.attribute("xmlns", AKNNamespace.final)
        out.attribute("xmlns:\(AKNNamespace.ownPrefix)", XMLNamespace.record)
        return out
    }

    private static func end(_ output: AKNOutput) -> [UInt8] {
        var out = output
        out.end()
        out.raw("\n")
        return out.bytes
    }

    private static func add(
        _ report: MeetingReport, _ kept: [KeptMarkup], _ options: AKNOptions, prefix: String,
        to out: inout AKNOutput
    ) throws(InputError) {
        let start = out.bytes.count
        var emitter = AKNEmitter(report, kept, options, prefix: prefix, outerDepth: out.depth + 1)
        emitter.write(report, to: &out)
        if out.isTooDeep {
            throw InputError(
                Finding(
                    .aknTooDeep,
                    message:
                        "The record is nested too deep: in Akoma Ntoso it would have more than \(AKNOutput.depthLimit) levels."
                ))
        }
        // Such characters are written as they are, so that one look at the bytes is enough.
        if XMLCharacters.firstForbidden(in: out.bytes.span.extracting(start...)) != nil {
            try report.checkCharacters()
        }
    }
}

/// Writes one record: first its text, then before it the metadata that the text turned out to need.
struct AKNEmitter {
    /// The text.
    var out: AKNOutput
    var ids: AKNIdentifiers
    var references = AKNReferences()
    let notes: AKNNotes
    let names: AKNDocumentNames
    /// What the document that the record was read from had beside it.
    let kept: [KeptMarkup]
    /// The meetings that the masthead at hand names.
    var meetings: AKNMeetings
    /// The first day of the next meeting, inside a statement about it.
    var nextMeeting: PartialDate?
    /// The eId of the annex that is open, empty outside; nil in one that has none.
    var annex: String? = ""
    /// The annexes written as attachments so far, for the references.
    var attachments: [(component: String, showAs: String)] = []
    /// The printed topics, for the classification.
    var topics: [String] = []
    /// The notes written at their marks since the text of the document or annex began, in that order.
    var carriedHere: [String] = []
    /// The eIds of the notes that go to their marks, which may be spoken of before they are written.
    private(set) var noteIDs: [String: String] = [:]
    /// The notes that were written at their marks.
    var writtenNotes: Set<String> = []
    /// The notes that are not said to be printed at the end of the text, since that is where a reader puts them.
    var isPlacedAtEnd: Set<String> = []
    /// The reference to what wrote the document.
    let converter: String
    /// How many notes are open.
    var noteDepth = 0
    /// How many sections are open in the document or annex.
    var sectionDepth = 0

    init(
        _ report: MeetingReport, _ kept: [KeptMarkup], _ options: AKNOptions, prefix: String, outerDepth: Int
    ) {
        self.kept = kept
        meetings = AKNMeetings(report.masthead)
        out = AKNOutput(outerDepth: outerDepth)
        ids = AKNIdentifiers(prefix: prefix)
        notes = AKNNotes(of: report)
        names = AKNDocumentNames(of: report, options)
        converter = references.converter(&ids)
        for id in notes.order { noteIDs[id] = ids.claim(notes.eId(of: id)) }
    }

    /// Writes the document.
    mutating func write(_ report: MeetingReport, to document: inout AKNOutput) {
        let (body, annexes) = Self.split(report.body)
        writeMasthead(report.masthead)
        writeMainBody(body)
        writeAttachments(annexes)
        document.begin("debateReport")
        document.attribute("name", names.className)
        writeMeta(of: report, to: &document)
        document.add(out)
        document.end()
    }

    /// The blocks of the text, and from the first of the annexes that end it on, the rest.
    private static func split(_ blocks: [Block]) -> (body: ArraySlice<Block>, annexes: ArraySlice<Block>) {
        var start = blocks.endIndex
        scan: for index in blocks.indices.reversed() {
            switch blocks[index] {
            case .annex: start = index
            case .interruption: continue
            default: break scan
            }
        }
        return (blocks[..<start], blocks[start...])
    }

    // MARK: - Parts

    /// Writes the fields before the first title as cover page, the others as preface.
    mutating func writeMasthead(_ masthead: [Interrupted<MastheadField>]) {
        let title = masthead.firstIndex { $0.element?.name == .title } ?? masthead.endIndex
        for (name, part) in [("coverPage", masthead[..<title]), ("preface", masthead[title...])]
        where !part.isEmpty {
            out.begin(name)
            writePartID(name)
            writeFields(part)
            out.end()
        }
    }

    /// Gives a part of the document or annex that is open its eId.
    private mutating func writePartID(_ name: String) {
        guard let annex else { return }
        out.attribute("eId", annex.isEmpty ? ids.claim(name) : ids.claim(name, of: annex))
    }

    mutating func writeFields(_ fields: some Sequence<Interrupted<MastheadField>>) {
        for field in fields {
            switch field {
            case .element(let field):
                out.begin("p", isText: true)
                write(field)
                out.end()
            case .interruption(let interruption): writeBlock(interruption.element)
            }
        }
    }

    /// Writes the text of the document or of an annex.
    mutating func writeMainBody(
        _ blocks: ArraySlice<Block>, before: ArraySlice<Block> = [], after: ArraySlice<Block> = []
    ) {
        out.begin("mainBody")
        writePartID("body")
        for block in before { writeHierarchy(block.element, place: "before") }
        let last = blocks.lastIndex {
            if case .interruption(.footnote) = $0 { false } else { true }
        }
        let trailing = blocks[(last.map { $0 + 1 } ?? blocks.startIndex)...]
        for block in blocks[..<trailing.startIndex] { writeHierarchy(block.element) }
        markPlacedAtEnd(trailing)
        for block in trailing { writeHierarchy(block.element) }
        for block in after { writeHierarchy(block.element, place: "after") }
        if out.isEmptyElement { writeWrapper { _ in } }
        out.end()
        carriedHere = []
    }

    /// Finds the notes at the end of a text that need no mark of their place: a reader puts there, in the order of
    /// their marks, all that were called in the text and placed nowhere.
    private mutating func markPlacedAtEnd(_ trailing: ArraySlice<Block>) {
        var order: [String: Int] = [:]
        for (index, id) in carriedHere.enumerated() { order[id] = index }
        var next = Int.max
        for block in trailing.reversed() {
            guard case .interruption(.footnote(let note)) = block, let id = note.id,
                notes.carried[id] != nil, let index = order[id], index < next
            else { return }
            next = index
            isPlacedAtEnd.insert(id)
        }
    }

    /// Writes the annexes at the end; what was printed between two of them goes into the one that follows, what was
    /// printed after all into the last.
    mutating func writeAttachments(_ blocks: ArraySlice<Block>) {
        guard !blocks.isEmpty else { return }
        out.begin("attachments")
        let last = blocks.lastIndex { if case .annex = $0 { true } else { false } }
        var before = blocks.startIndex
        for index in blocks.indices {
            guard case .annex(let annex) = blocks[index] else { continue }
            let after = index == last ? blocks[(index + 1)...] : []
            writeAttachment(annex, before: blocks[before..<index], after: after)
            before = index + 1
        }
        out.end()
    }

    private mutating func writeAttachment(
        _ annex: Annex, before: ArraySlice<Block>, after: ArraySlice<Block>
    ) {
        let number = attachments.count + 1
        let shown = (annex.num ?? annex.heading).map(AKNText.line) ?? ""
        attachments.append(("annex_\(number)", shown.isEmpty ? "Annex \(number)" : shown))
        out.begin("attachment")
        let eId = writeAttributes(of: .annex(annex))
        writeHeads(annex.num, annex.heading, nil)
        out.begin("doc")
        out.attribute("name", "annex")
        out.begin("meta")
        writeIdentification(component: "annex_\(number)")
        out.end()
        let (body, annexes) = Self.split(annex.content)
        let outer = (annex: self.annex, meetings: meetings)
        self.annex = eId
        meetings = AKNMeetings(annex.masthead)
        writeMasthead(annex.masthead)
        meetings = outer.meetings
        writeMainBody(body, before: before, after: after)
        writeAttachments(annexes)
        self.annex = outer.annex
        out.end()
        out.end()
    }

    /// Writes a `p` that is none of the record's, for what may not stand by itself in a place.
    mutating func writeWrapper(_ content: (inout AKNEmitter) -> Void) {
        out.begin("p", isText: true)
        out.ownAttribute("wrapper", "true")
        content(&self)
        out.end()
    }

    // MARK: - Attributes

    /// Writes the attributes of the record's element: the id as eId, the language as `xml:lang`, all others as our own.
    ///
    /// - Returns: The eId.
    @discardableResult
    mutating func writeAttributes(of element: Element, besides carried: AttributeSet = []) -> String? {
        var eId: String?
        element.forEachAttribute { name, value in
            if carried.contains(AttributeSet(name)) { return }
            switch name {
            case .id: eId = writeID(value)
            case .lang: out.attribute("xml:lang", value)
            default: out.ownAttribute(name.text, value)
            }
        }
        return eId
    }

    /// Writes an id as eId, and as it is where it could not be made from the eId again.
    @discardableResult
    mutating func writeID(_ id: String, claimed: String? = nil) -> String {
        let (name, isExact) = AKNIdentifier.eId(of: id)
        let eId = claimed ?? ids.claim(name)
        out.attribute("eId", eId)
        if !isExact || eId != ids.prefix + name { out.ownAttribute("id", id) }
        return eId
    }
}
