/// Findings in the Static Analysis Results Interchange Format, version 2.1.0, written as they come.
///
/// What refers to the results stands behind them: the inputs, the tool with the rules that were met, the invocation.
struct SARIFReport: ReportWriter {
    private let settings: ReportSettings
    private var output = JSONOutput(.indented)
    private var inputs: [(file: String, digest: InputDigest?, format: String?)] = []
    private var rules: [ReportProducer.Rule]
    private var ruleIndexes: [String: Int]
    private var notices: [(input: Int, message: String)] = []

    private static let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

    init(_ settings: ReportSettings) {
        self.settings = settings
        rules = settings.producer.rules
        ruleIndexes = Dictionary(rules.enumerated().map { ($1.code, $0) }) { first, _ in first }
    }

    mutating func begin() -> [UInt8] {
        output.beginObject()
        output.member("$schema", Self.schema)
        output.member("version", "2.1.0")
        output.key("runs")
        output.beginArray()
        output.beginObject()
        output.member("columnKind", "unicodeCodePoints")
        output.key("results")
        output.beginArray()
        return output.takeBytes()
    }

    mutating func add(_ result: ValidationResult) -> [UInt8] {
        let input = inputs.count
        inputs.append((result.file, result.digest, result.format))
        if result.verdict == .failed || result.verdict == .notChecked {
            notices.append((input, "\(result.file): \(result.verdict.rawValue)"))
        }
        var fingerprint = Fingerprint()
        for finding in result.findings {
            write(finding, input, fingerprint.next(finding))
        }
        return output.takeBytes()
    }

    mutating func finish(exitCode: Int?) -> [UInt8] {
        output.endArray()
        writeArtifacts()
        writeTool()
        writeInvocation(exitCode)
        output.endObject()
        output.endArray()
        output.endObject()
        output.lineFeed()
        return output.takeBytes()
    }

    // MARK: - Results

    private mutating func write(_ finding: Finding, _ input: Int, _ fingerprint: String) {
        let code = finding.code.description
        let rule = ruleIndexes[code] ?? rules.count
        if rule == rules.count {
            ruleIndexes[code] = rule
            rules.append(.init(code: code, severity: finding.code.severity))
        }
        output.beginObject()
        output.member("ruleId", code)
        output.member("ruleIndex", rule)
        output.member("level", finding.severity.level)
        output.text("message", finding.message)
        output.array("locations", [finding.place]) { $0.location($1, input, inputs[input].file) }
        if !finding.related.isEmpty {
            output.array("relatedLocations", finding.related.enumerated()) { output, related in
                output.member("id", related.offset + 1)
                output.location(related.element.place, input, inputs[input].file)
                output.text("message", related.element.message)
            }
        }
        output.key("partialFingerprints")
        output.beginObject()
        output.member("codeAndNode/v1", fingerprint)
        output.endObject()
        if finding.isKnown {
            output.array("suppressions", [finding]) { output, _ in
                output.member("kind", "external")
                output.member("justification", "The finding is in the baseline.")
            }
        }
        properties(of: finding)
        output.endObject()
    }

    private mutating func properties(of finding: Finding) {
        let place = finding.place
        guard finding.detail != nil || place.id != nil || place.sourceLines != nil else { return }
        output.key("properties")
        output.beginObject()
        output.member("detail", ifPresent: finding.detail)
        output.member("id", ifPresent: place.id)
        output.member("sourceLines", ifPresent: place.sourceLines?.description)
        output.endObject()
    }

    // MARK: - The run

    private mutating func writeArtifacts() {
        output.array("artifacts", inputs) { output, input in
            output.key("location")
            output.beginObject()
            output.member("uri", Self.uri(input.file))
            output.endObject()
            output.member("mimeType", ifPresent: input.format.flatMap { Self.mediaTypes[$0] })
            if let digest = input.digest {
                output.member("length", digest.size)
                output.key("hashes")
                output.beginObject()
                output.member("sha-256", digest.sha256)
                output.endObject()
            }
            output.key("roles")
            output.beginArray()
            output.string("analysisTarget")
            output.endArray()
        }
    }

    private mutating func writeTool() {
        output.key("tool")
        output.beginObject()
        output.key("driver")
        output.beginObject()
        output.member("name", "rapporteur")
        output.member("version", settings.producer.version)
        output.member("semanticVersion", settings.producer.version)
        output.array("rules", rules) { output, rule in
            output.member("id", rule.code)
            let explanation = Explanation.of(rule.code)
            output.text("shortDescription", explanation?.meaning ?? rule.code)
            if let explanation {
                output.text("fullDescription", explanation.reason)
                output.text("help", explanation.remedy)
            }
            output.key("defaultConfiguration")
            output.beginObject()
            output.member("level", rule.severity.level)
            output.endObject()
        }
        output.key("properties")
        output.beginObject()
        output.member("libxml2", settings.producer.libxml2)
        output.array("schemas", settings.producer.schemas) { output, schema in
            output.member("name", schema.name)
            output.member("sha256", schema.sha256)
        }
        output.member("rulesSHA256", settings.producer.rulesSHA256)
        output.endObject()
        output.endObject()
        output.endObject()
    }

    private mutating func writeInvocation(_ exitCode: Int?) {
        output.array("invocations", [exitCode]) { output, exitCode in
            // The tool did its work where the code is that of a run without findings, or with some.
            output.member("executionSuccessful", exitCode == 0 || exitCode == 1)
            if let exitCode { output.member("exitCode", exitCode) }
            guard !notices.isEmpty else { return }
            output.array("toolExecutionNotifications", notices) { output, notice in
                output.member("level", "error")
                output.text("message", notice.message)
                output.array("locations", [Place()]) {
                    $0.location($1, notice.input, inputs[notice.input].file)
                }
            }
        }
    }

    private static let mediaTypes = [
        "xml": "application/xml", "json": "application/json", "ndjson": "application/x-ndjson",
        "text": "text/plain",
    ]

    /// A path, as it is shown, as a URI reference (RFC 3986): what is not unreserved, or a slash, is percent-encoded.
    static func uri(_ path: String) -> String {
        var uri: [UInt8] = path.utf8.first == UInt8(ascii: "/") ? Array("file://".utf8) : []
        for byte in FilePath.bytes(shown: path) {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                uri.append(byte)
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                uri.append(contentsOf: ((byte < 16 ? "%0" : "%") + digits).utf8)
            }
        }
        return String(decoding: uri, as: UTF8.self)
    }
}

extension JSONOutput {
    /// Writes a member whose value is an object that holds a text.
    fileprivate mutating func text(_ name: String, _ text: String) {
        key(name)
        beginObject()
        member("text", text)
        endObject()
    }

    /// Writes the members of a location into the object that is open.
    ///
    /// - Parameters:
    ///   - input: the number of the input among the artifacts, which is that of places in no other file.
    ///   - file: the input's name.
    fileprivate mutating func location(_ place: Place, _ input: Int, _ file: String) {
        let isOther = place.file.map { !$0.utf8.elementsEqual(file.utf8) } ?? false
        key("physicalLocation")
        beginObject()
        key("artifactLocation")
        beginObject()
        member("uri", SARIFReport.uri(isOther ? place.file ?? file : file))
        if !isOther { member("index", input) }
        endObject()
        if let range = place.range {
            key("region")
            beginObject()
            member("startLine", range.start.line)
            member("startColumn", range.start.column)
            member("endLine", range.end.line)
            member("endColumn", range.end.column)
            endObject()
        }
        endObject()
        let names = [(place.xpath, "element"), (place.jsonPointer, "value")].compactMap { name, kind in
            name.flatMap { $0.isEmpty ? nil : (name: $0, kind: kind) }
        }
        guard !names.isEmpty else { return }
        array("logicalLocations", names) { output, logical in
            output.member("fullyQualifiedName", logical.name)
            output.member("kind", logical.kind)
        }
    }
}

extension Finding.Severity {
    /// The level of findings as grave.
    fileprivate var level: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }
}
