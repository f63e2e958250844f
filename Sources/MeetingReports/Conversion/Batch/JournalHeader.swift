/// The first line of each run in a journal: what ran, and with which options.
public struct JournalHeader: Hashable, Sendable {
    /// An option that shapes the outputs.
    public struct Option: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// Its value.
        public var value: String

        /// Creates an option.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The version of the form, `major.minor`; members may be added in a minor version.
    static let version = "1.0"
    /// The identifier of the published schema.
    static let schema = "urn:rapporteur:batch-journal:1:schema"

    /// Whether the run went on from where an earlier one stopped.
    public var isResumed: Bool
    /// The folder that paths in the journal are relative to.
    public var workingFolder: String
    /// The options that shape the outputs.
    public var options: [Option]
    /// The SHA-256 of the members `tool`, `rules` and `options`: equal for runs that make the same of the same input.
    public var identity: String

    /// Describes a run of this tool.
    public init(isResumed: Bool, workingFolder: String, options: [Option]) {
        self.isResumed = isResumed
        self.workingFolder = workingFolder
        self.options = options
        var output = JSONOutput()
        output.beginObject()
        output.producer(.current)
        output.options(options)
        output.endObject()
        identity = Digest.sha256(output.bytes)
    }

    /// Reads a header from the object of a line; nil where a member is missing or is something else.
    init?(_ node: JSONNode) {
        guard node["journalVersion"]?.string?.utf8.starts(with: "1.".utf8) == true,
            let resumed = node["resumed"], let workingFolder = node["workingFolder"]?.string,
            let options = node["options"], let identity = node["identity"]?.string
        else { return nil }
        isResumed = resumed.kind == .true
        self.workingFolder = workingFolder
        self.options = options.members.map { Option($0.key.string ?? "", $0.value.string ?? "") }
        self.identity = identity
    }
}

extension JSONOutput {
    /// Writes the members of a header into the object that is open.
    mutating func header(_ header: JournalHeader) {
        member("$schema", JournalHeader.schema)
        member("journalVersion", JournalHeader.version)
        member("resumed", header.isResumed)
        member("workingFolder", header.workingFolder)
        producer(.current)
        options(header.options)
        member("identity", header.identity)
    }

    /// Writes the tool and the digest of its rules into the object that is open.
    mutating func producer(_ producer: ReportProducer) {
        key("tool")
        tool(producer)
        key("rules")
        beginObject()
        member("count", producer.rules.count)
        member("sha256", producer.rulesSHA256)
        endObject()
    }

    /// Writes options into the object that is open.
    mutating func options(_ options: [JournalHeader.Option]) {
        key("options")
        beginObject()
        for option in options { member(option.name, option.value) }
        endObject()
    }
}
