/// What made results: the tool, what it stands on, the schemas and the rules that it checked by.
public struct ReportProducer: Hashable, Sendable {
    /// A schema and its digest.
    struct Schema: Hashable, Sendable {
        var name: String
        var sha256: String
    }

    /// A rule's code and the severity of its findings unless somebody says otherwise.
    struct Rule: Hashable, Sendable {
        var code: String
        var severity: Finding.Severity
    }

    /// The tool's version.
    var version: String
    /// The version of libxml2 that was loaded.
    var libxml2: String
    /// The version of libxml2 that the tool was compiled with.
    var libxml2Headers: String
    /// The schemas of records.
    var schemas: [Schema]
    /// The rules beyond the schema.
    var rules: [Rule]

    /// The running tool.
    public static let current = ReportProducer(
        version: ToolVersion.current.version, libxml2: ToolVersion.current.libxml2,
        libxml2Headers: ToolVersion.current.libxml2Headers,
        schemas: PublishedSchema.records.map { Schema(name: $0.fileName, sha256: $0.sha256) },
        rules: RecordRules.codes.map { Rule(code: $0.description, severity: $0.severity) })

    /// The same tool, as it checks by somebody else's schema, and by no rules.
    public func checking(by schema: ForeignSchema) -> ReportProducer {
        var producer = self
        producer.schemas = schema.documents.map { Schema(name: $0.name, sha256: $0.sha256) }
        producer.rules = []
        return producer
    }

    /// The SHA-256 of the rule set: of a line `code severity` for each rule, in their order.
    var rulesSHA256: String {
        Digest.sha256(Array(rules.map { "\($0.code) \($0.severity.rawValue)\n" }.joined().utf8))
    }
}
