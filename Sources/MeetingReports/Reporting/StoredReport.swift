extension FindingCode {
    /// A file of stored results that cannot be read.
    static let storedReport = FindingCode("stored-report", .error, meansFailure: true)
}

/// Results that were stored as lines of JSON, read back so that other forms can be made of them.
public struct StoredReport: Sendable {
    /// What made the results.
    public let producer: ReportProducer
    /// The results, with the excerpts that were stored.
    public let results: [ValidationResult]
    /// How the run ended; nil where the summary is missing, so that the run was not stored to its end.
    public let exitCode: Int?

    /// Reads a file of stored results.
    ///
    /// - Throws: an error that names the line of what is no such thing.
    public init(reading file: InputFile) throws(InputError) {
        var producer: ReportProducer?
        var results: [ValidationResult] = []
        var exitCode: Int?
        var isEnded = false
        for line in JSONFileReader(file).lines {
            let reader = StoredLine(file)
            let root = try reader.root(line)
            guard !isEnded else { throw reader.error("Nothing was expected after the summary.", at: root) }
            switch root["kind"]?.string {
            case "header" where producer == nil: producer = try reader.producer(root)
            case "result" where producer != nil: results.append(try reader.result(root))
            case "summary" where producer != nil:
                exitCode = root["exitCode"]?.integer
                isEnded = true
            default:
                throw reader.error("A header, results and a summary were expected, one a line.", at: root)
            }
        }
        guard let producer else {
            throw InputError(
                Finding(
                    .storedReport,
                    message: "The file holds no results; the lines of a jsonl report were expected.",
                    place: Place(file: file.name)))
        }
        self.producer = producer
        self.results = results
        self.exitCode = exitCode
    }
}

/// Reads the values of one line.
private struct StoredLine {
    private let file: InputFile
    private let settings: SettingsReader

    init(_ file: InputFile) {
        self.file = file
        settings = SettingsReader(file, code: .storedReport)
    }

    func error(_ message: String, at node: JSONNode) -> InputError {
        settings.error(message, at: node)
    }

    func root(_ line: Range<Int>) throws(InputError) -> JSONNode {
        do throws(JSONSyntaxError) {
            return try JSONDocument(file.bytes, range: line).root
        } catch {
            throw InputError(Finding(error, file, TextIndex(file.bytes)))
        }
    }

    func producer(_ root: JSONNode) throws(InputError) -> ReportProducer {
        let version = try string("reportVersion", of: root)
        guard version.utf8.starts(with: "1.".utf8) else {
            throw error("The results are of version \(version); this tool reads version 1.", at: root)
        }
        let tool = try value("tool", of: root)
        let libxml2 = try value("libxml2", of: tool)
        return ReportProducer(
            version: try string("version", of: tool), libxml2: try string("runtime", of: libxml2),
            libxml2Headers: try string("headers", of: libxml2),
            schemas: try array("schemas", of: tool) { node throws(InputError) in
                .init(name: try string("name", of: node), sha256: try string("sha256", of: node))
            },
            rules: try array("codes", of: try value("rules", of: root)) { node throws(InputError) in
                .init(code: try string("code", of: node), severity: try word("severity", of: node))
            })
    }

    func result(_ root: JSONNode) throws(InputError) -> ValidationResult {
        var result = ValidationResult(
            file: try string("file", of: root), verdict: try word("verdict", of: root),
            findings: try array("findings", of: root) { node throws(InputError) in try finding(node) })
        result.format = root["format"]?.string
        if let sha256 = root["sha256"]?.string {
            result.digest = InputDigest(sha256: sha256, size: try integer("size", of: root))
        }
        result.recordCount = try integer("records", of: root)
        if root["recordVerdicts"] != nil {
            result.records = try array("recordVerdicts", of: root) { node throws(InputError) in
                .init(
                    index: try integer("index", of: node), id: node["id"]?.string,
                    verdict: try word("verdict", of: node))
            }
            let places = Dictionary(result.records.enumerated().map { ($1.index, $0) }) { first, _ in first }
            result.owners = try array("findings", of: root) { node throws(InputError) in
                node["record"]?.integer.flatMap { places[$0] }
            }
        }
        result.checks = try array("checks", of: root) { node throws(InputError) in
            PerformedCheck(
                try word("check", of: node), code: node["code"]?.string,
                performed: try integer("performed", of: node))
        }
        if root["excerpt"] != nil {
            result.excerpt.fragments = try array("excerpt", of: root) { node throws(InputError) in
                .init(
                    line: try integer("line", of: node), column: try integer("column", of: node),
                    text: try string("text", of: node), isCut: node["isCut"]?.kind == .true)
            }
        }
        return result
    }

    private func finding(_ node: JSONNode) throws(InputError) -> Finding {
        let severity: Finding.Severity = try word("severity", of: node)
        let code = FindingCode(
            try string("code", of: node),
            node["defaultSeverity"] == nil ? severity : try word("defaultSeverity", of: node),
            meansFailure: node["meansFailure"]?.kind == .true)
        var finding = Finding(
            code, severity: severity, message: try string("message", of: node),
            detail: node["detail"]?.string, place: try place(node))
        finding.isKnown = node["known"]?.kind == .true
        if node["related"] != nil {
            finding.related = try array("related", of: node) { node throws(InputError) in
                .init(message: try string("message", of: node), place: try place(node))
            }
        }
        return finding
    }

    private func place(_ node: JSONNode) throws(InputError) -> Place {
        var place = Place(
            file: node["file"]?.string, xpath: node["xpath"]?.string,
            jsonPointer: node["jsonPointer"]?.string,
            sourceLines: node["sourceLines"]?.string.flatMap(SourceLines.init), id: node["id"]?.string)
        if node["start"] != nil {
            place.range = TextRange(
                start: try position(try value("start", of: node)),
                end: try position(try value("end", of: node))
            )
        }
        return place
    }

    private func position(_ node: JSONNode) throws(InputError) -> TextPosition {
        let position = TextPosition(
            line: try integer("line", of: node), column: try integer("column", of: node),
            offset: try integer("offset", of: node))
        guard position.line > 0, position.column > 0 else {
            throw error("Lines and columns are counted from 1.", at: node)
        }
        return position
    }

    // MARK: - Members

    private func value(_ name: StaticString, of node: JSONNode) throws(InputError) -> JSONNode {
        guard let value = node[name] else { throw error("The member \"\(name)\" is missing.", at: node) }
        return value
    }

    private func string(_ name: StaticString, of node: JSONNode) throws(InputError) -> String {
        let value = try value(name, of: node)
        guard let string = value.string else { throw error("A string was expected.", at: value) }
        return string
    }

    private func integer(_ name: StaticString, of node: JSONNode) throws(InputError) -> Int {
        let value = try value(name, of: node)
        guard let integer = value.integer else { throw error("A whole number was expected.", at: value) }
        return integer
    }

    /// A string that is one of the words of a type.
    private func word<Word: RawRepresentable<String> & CaseIterable>(
        _ name: StaticString, of node: JSONNode
    ) throws(InputError) -> Word {
        guard let word = Word(rawValue: try string(name, of: node)) else {
            let words = Word.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
            throw error("One of \(words) was expected.", at: try value(name, of: node))
        }
        return word
    }

    private func array<Element>(
        _ name: StaticString, of node: JSONNode,
        _ element: (JSONNode) throws(InputError) -> Element
    ) throws(InputError) -> [Element] {
        let value = try value(name, of: node)
        guard value.kind == .array else { throw error("An array was expected.", at: value) }
        var elements: [Element] = []
        for node in value.elements { elements.append(try element(node)) }
        return elements
    }
}

extension JSONNode {
    /// The value of a number that is a whole one without sign, nil for every other value; far from where sums overflow.
    var integer: Int? {
        guard kind == .number, let value = Int(digits: text), value < 1 << 48 else { return nil }
        return value
    }
}
