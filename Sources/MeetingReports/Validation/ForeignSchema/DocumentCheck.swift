internal import LibXML

/// Validates one document of any vocabulary, in the process that is made for it.
///
/// First by events: their errors have offsets, and a flood of them costs no more than its length. Then, unless there
/// are too many, as a tree: it finds what events do not show, such as two equal values of type `xs:ID`, and its verdict
/// is the one that libxml2 gives by itself. Invalid is what either calls so; the tree decides all else.
struct DocumentCheck {
    let schema: XSDSchema

    /// How many errors by events are too many for a tree, which before libxml2 2.13 takes a time that grows with the
    /// square of the number of invalid siblings.
    private static let treeLimit = WorkerAnswer.messageLimit

    private static let vocabulary = XMLVocabulary(namespace: "", names: [])

    /// Validates a document.
    func check(_ bytes: [UInt8]) -> WorkerAnswer {
        guard let source = try? XMLSource(bytes) else {
            // Such documents are refused before they come here.
            return WorkerAnswer(outcome: .undecided, isWellFormed: false)
        }
        let parser = XMLStreamParser(vocabulary: Self.vocabulary)
        let events = EventMessages()
        let validation = SchemaValidation(schema, vocabulary: Self.vocabulary)
        let result = parser.parse(source, validating: validation, handler: events)
        var answer = WorkerAnswer(
            outcome: result.schema ?? .undecided, isWellFormed: result.ending == .complete,
            errorCount: events.errorCount, namespace: events.namespace)
        var found = events.found
        if answer.isWellFormed, events.errorCount <= Self.treeLimit {
            let tree = schema.validateTree(source)
            let further = Self.messages(of: tree, besides: found)
            found += further
            answer.errorCount += further.count { $0.message.level >= .error }
            if tree.outcome == .undecided || answer.outcome != .invalid { answer.outcome = tree.outcome }
        }
        answer.messages = Places(source, parser).placed(found)
        return answer
    }

    /// What the validator of trees said, and the validator of events did not.
    private static func messages(of tree: TreeValidation, besides known: [FoundMessage]) -> [FoundMessage] {
        var told: [ToldMessage: Int] = [:]
        for message in known { told[ToldMessage(message.message), default: 0] += 1 }
        var further: [FoundMessage] = []
        var last: XMLMessage?
        for message in tree.messages {
            defer { last = message }
            if Finding.repeatsFacet(message, after: last) { continue }
            let key = ToldMessage(message)
            if let count = told[key], count > 0 {
                told[key] = count - 1
            } else {
                further.append(FoundMessage(message: message, element: message.element, offset: nil))
            }
        }
        return Array(further.prefix(WorkerAnswer.messageLimit))
    }
}

/// A message and where it came up.
private struct FoundMessage {
    var message: XMLMessage
    /// The number in document order of the element that it is about.
    var element: Int?
    /// The byte that it is about, where the reader of events knew it.
    var offset: Int?
}

/// What makes two messages the same.
private struct ToldMessage: Hashable {
    let code: Int
    let text: [UInt8]

    init(_ message: XMLMessage) {
        code = message.code
        text = Array(message.text.utf8)
    }
}

/// Keeps the first messages about a document, and counts all.
private final class EventMessages: XMLEventHandler {
    private(set) var found: [FoundMessage] = []
    private(set) var errorCount = 0
    private(set) var namespace: String?

    private var elementCount = 0
    /// The numbers of the open elements.
    private var open: [Int] = []
    private var last: XMLMessage?

    func startElement(_ tag: borrowing XMLStartTag) {
        if elementCount == 0 { namespace = tag.namespace }
        open.append(elementCount)
        elementCount += 1
    }

    func endElement(at offset: Int, endingAt end: Int) { open.removeLast() }
    func characters(_ utf8: Span<UInt8>, at offset: Int) {}

    func message(_ message: XMLMessage, at offset: Int) {
        defer { last = message }
        if Finding.repeatsFacet(message, after: last) { return }
        if message.level >= .error { errorCount += 1 }
        guard found.count < WorkerAnswer.messageLimit else { return }
        found.append(FoundMessage(message: message, element: open.last, offset: offset))
    }
}

/// Finds the places of messages by reading the document once more, which only one with messages costs.
private struct Places {
    private let source: XMLSource
    private let parser: XMLStreamParser

    init(_ source: XMLSource, _ parser: XMLStreamParser) {
        self.source = source
        self.parser = parser
    }

    /// The messages with their places, in the order of the document.
    func placed(_ found: [FoundMessage]) -> [PlacedMessage] {
        guard !found.isEmpty else { return [] }
        let paths = ForeignPaths(of: Set(found.compactMap(\.element)), in: source)
        _ = parser.parse(source, handler: paths)
        let placed = found.map { place($0, paths.found) }
        return placed.enumerated().sorted { left, right in
            let (a, b) = (left.element.range?.lowerBound ?? 0, right.element.range?.lowerBound ?? 0)
            return (a, left.offset) < (b, right.offset)
        }.map(\.element)
    }

    private func place(_ found: FoundMessage, _ elements: [Int: ForeignPaths.Element]) -> PlacedMessage {
        let element = found.element.flatMap { elements[$0] }
        var offset = found.offset ?? element?.offset
        if found.offset == nil, let element, let name = found.message.attributeName {
            offset =
                XMLPlace.attribute(
                    name.local, isPrefixed: name.namespace != nil, inTagAt: element.offset,
                    of: source.utf8.span) ?? element.offset
        }
        let range = offset.map { $0..<max($0, endOfName(at: $0)) }
        var xpath = element?.path
        if let range, found.message.attribute != nil, !range.isEmpty, !isTag(range.lowerBound) {
            xpath? += "/@" + String(decoding: source.utf8[range], as: UTF8.self)
        }
        return PlacedMessage(message: found.message.shortened, range: range, xpath: xpath)
    }

    private func isTag(_ offset: Int) -> Bool {
        offset < source.utf8.count && source.utf8[offset] == UInt8(ascii: "<")
    }

    /// The end of the name of a tag or attribute that begins at an offset.
    private func endOfName(at offset: Int) -> Int {
        let ends = Array(" \t\r\n/>=<".utf8)
        let start = isTag(offset) ? offset + 1 : offset
        guard start < source.utf8.count else { return offset }
        return source.utf8[start...].firstIndex { ends.contains($0) } ?? source.utf8.count
    }
}
