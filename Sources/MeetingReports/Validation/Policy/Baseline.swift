extension FindingCode {
    /// An entry of a baseline that nothing in the input meets any more.
    static let baselineNotMet = FindingCode("baseline-not-met", .warning)
    /// A baseline that cannot be read.
    static let baselineUnreadable = FindingCode("baseline-unreadable", .error)
}

/// Findings that are known: matched by file, code and stable node, never by line.
///
/// A file is named as seen from the folder of the baseline, from wherever the run is started. A stable node is the id of the
/// nearest element that has one with the names of the path, else the path; so a finding stays known when lines are added
/// above it.
public struct Baseline: Hashable, Sendable {
    /// A known finding.
    struct Entry: Hashable, Sendable {
        var file: String
        var code: String
        var node: String
    }

    /// How often each finding is known.
    private(set) var entries: [Entry: Int] = [:]
    /// The baseline's own name.
    private let name: String
    private let files: RelativeName

    /// The version of the form.
    static let version = "1.0"

    /// Begins a baseline.
    public init(name: String) {
        self.name = name
        files = RelativeName(besides: name)
    }

    /// Makes everything that was found in an input known.
    public mutating func add(_ result: ValidationResult) {
        for finding in result.findings where finding.code != .baselineNotMet {
            entries[Entry(finding, files.name(of: result.file)), default: 0] += 1
        }
    }

    /// Reads a baseline.
    ///
    /// - Throws: an error that names the place of what is wrong with it.
    public init(reading file: InputFile) throws(InputError) {
        name = file.name
        files = RelativeName(besides: file.name)
        let reader = SettingsReader(file, code: .baselineUnreadable)
        let root = try reader.root()
        guard root["baselineVersion"]?.string == Self.version, let findings = root["findings"] else {
            throw reader.error("A baseline of version \(Self.version) was expected.", at: root)
        }
        for node in findings.elements {
            guard let file = node["file"]?.string, let code = node["code"]?.string,
                let place = node["node"]?.string,
                let count = node["count"].flatMap({ Int(digits: $0.text) })
            else {
                throw reader.error("An entry has the members file, code, node and count.", at: node)
            }
            entries[Entry(file: file, code: code, node: place)] = count
        }
    }

    /// The baseline as JSON, entries sorted.
    public var json: [UInt8] {
        var output = JSONOutput(.indented)
        output.beginObject()
        output.member("baselineVersion", Self.version)
        output.key("findings")
        output.beginArray()
        for (entry, count) in entries.sorted(by: { $0.key < $1.key }) {
            output.beginObject()
            output.member("file", entry.file)
            output.member("code", entry.code)
            output.member("node", entry.node)
            output.key("count")
            output.number(count)
            output.endObject()
        }
        output.endArray()
        output.endObject()
        output.lineFeed()
        return output.bytes
    }

    /// The findings of a file, the known ones marked, with one more for each entry that nothing meets.
    func applied(to findings: [Finding], of file: String) -> [Finding] {
        let name = files.name(of: file)
        var left = entries.filter { $0.key.file.utf8.elementsEqual(name.utf8) }
        var result = findings.map { finding in
            var finding = finding
            let entry = Entry(finding, name)
            if let count = left[entry], count > 0 {
                left[entry] = count - 1
                finding.isKnown = true
            }
            return finding
        }
        for (entry, count) in left.sorted(by: { $0.key < $1.key }) where count > 0 {
            result.append(
                Finding(
                    .baselineNotMet,
                    message:
                        "The baseline \(self.name) knows \(count) more of \(entry.code) at \(entry.node) than there are.",
                    place: Place(file: file)))
        }
        return result
    }
}

extension Baseline.Entry: Comparable {
    init(_ finding: Finding, _ file: String) {
        self.init(file: file, code: finding.code.description, node: Fingerprint.node(of: finding.place))
    }

    static func < (left: Self, right: Self) -> Bool {
        [left.file, left.code, left.node].lexicographicallyPrecedes([right.file, right.code, right.node])
    }
}
