internal import LibXML

/// A message of libxml2 with its place in the document.
struct PlacedMessage: Hashable {
    var message: XMLMessage
    /// The bytes of the document in UTF-8 that it is about.
    var range: Range<Int>?
    /// The element, or its attribute, with names as the document has them.
    var xpath: String?
}

/// What the process that validates says of the schema, or of a document; on the way between them a line of JSON.
struct WorkerAnswer: Hashable {
    /// The verdict; on a schema `valid` where it was compiled.
    var outcome: SchemaOutcome
    /// Whether the document is well-formed.
    var isWellFormed = true
    /// How many errors there are, of which `messages` holds the first.
    var errorCount = 0
    /// The namespace of the document's root.
    var namespace: String?
    /// What libxml2 said.
    var messages: [PlacedMessage] = []

    /// How many messages of one document are told.
    static let messageLimit = 1_000
    /// How many characters of one message are told; a message may hold a whole value of the document.
    static let textLimit = 10_000

    private static let domains: [(name: String, domain: XMLMessage.Domain)] = [
        ("parser", .parser), ("namespace", .namespace), ("schemaValidity", .schemaValidity),
        ("schemaParser", .schemaParser), ("other", .other),
    ]

    private static let outcomes: [(name: String, outcome: SchemaOutcome)] = [
        ("valid", .valid), ("invalid", .invalid), ("undecided", .undecided),
    ]
}

extension WorkerAnswer {
    /// The answer as a line.
    var line: [UInt8] {
        var output = JSONOutput(.compact)
        output.beginObject()
        output.member("outcome", Self.outcomes.first { $0.outcome == outcome }?.name ?? "undecided")
        output.key("isWellFormed")
        output.bool(isWellFormed)
        output.key("errorCount")
        output.number(errorCount)
        output.member("namespace", ifPresent: namespace)
        output.key("messages")
        output.beginArray()
        for message in messages { Self.write(message, to: &output) }
        output.endArray()
        output.endObject()
        output.lineFeed()
        return output.bytes
    }

    private static func write(_ placed: PlacedMessage, to output: inout JSONOutput) {
        let message = placed.message
        output.beginObject()
        output.key("level")
        output.number(message.level.rawValue)
        output.member("domain", domains.first { $0.domain == message.domain }?.name ?? "other")
        output.key("code")
        output.number(message.code)
        output.member("text", message.text)
        output.member("line", ifPresent: message.line.map(String.init))
        output.member("document", ifPresent: message.document)
        if let range = placed.range {
            output.key("start")
            output.number(range.lowerBound)
            output.key("end")
            output.number(range.upperBound)
        }
        output.member("xpath", ifPresent: placed.xpath)
        output.endObject()
    }

    /// Reads an answer; nil where the line is none, since the process that wrote it is not to be trusted.
    init?(line: [UInt8]) {
        guard let document = try? JSONDocument(line) else { return nil }
        let root = document.root
        guard let outcome = Self.outcomes.first(where: { $0.name == root["outcome"]?.string }),
            let errorCount = root["errorCount"]?.integer, let messages = root["messages"]
        else { return nil }
        self.outcome = outcome.outcome
        self.errorCount = errorCount
        isWellFormed = root["isWellFormed"]?.kind == .true
        namespace = root["namespace"]?.string
        for node in messages.elements {
            guard let message = Self.message(node) else { return nil }
            self.messages.append(message)
        }
    }

    private static func message(_ node: JSONNode) -> PlacedMessage? {
        guard let level = node["level"]?.integer.flatMap(XMLMessage.Level.init(rawValue:)),
            let code = node["code"]?.integer, let text = node["text"]?.string
        else { return nil }
        let domain = domains.first { $0.name == node["domain"]?.string }?.domain ?? .other
        let message = XMLMessage(
            level: level, domain: domain, code: code, text: text,
            line: node["line"]?.string.flatMap { Int($0) }, document: node["document"]?.string)
        var range: Range<Int>?
        if let start = node["start"]?.integer, let end = node["end"]?.integer, start <= end {
            range = start..<end
        }
        return PlacedMessage(message: message, range: range, xpath: node["xpath"]?.string)
    }
}

extension XMLMessage {
    /// The message without the rest of a text that is longer than anybody reads.
    var shortened: XMLMessage {
        guard text.utf8.count > WorkerAnswer.textLimit else { return self }
        var message = self
        message.text =
            String(String.UnicodeScalarView(text.unicodeScalars.prefix(WorkerAnswer.textLimit))) + "…"
        return message
    }
}
