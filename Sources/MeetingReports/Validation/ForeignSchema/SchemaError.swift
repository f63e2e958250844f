extension FindingCode {
    /// A schema does not compile.
    static let schemaNotCompiled = FindingCode("schema-not-compiled", .error, meansFailure: true)
    /// A schema names a document that is not there, or that may not be read.
    static let schemaImport = FindingCode("schema-import", .error, meansFailure: true)
    /// A catalog cannot be used.
    static let catalogInvalid = FindingCode("catalog-invalid", .error, meansFailure: true)
    /// Compiling a schema, or validating with it, needs more time or memory than allowed.
    static let schemaLimit = FindingCode("schema-limit", .error, meansFailure: true)
    /// The process that validates with a schema cannot be used, or has ended.
    static let schemaProcess = FindingCode("schema-process", .error, meansFailure: true)
    /// A document has more schema errors than are listed.
    static let schemaMore = FindingCode("schema-more", .error)
}

/// Why there is no schema to validate with.
public struct SchemaError: Error, Sendable {
    /// What was found, each with its place in a schema or a catalog.
    public let findings: [Finding]
    /// The files that the findings are about.
    private let sources: [InputFile]

    init(_ findings: [Finding], in sources: [InputFile] = []) {
        self.findings = findings
        self.sources = sources
    }

    init(_ finding: Finding, in sources: [InputFile] = []) {
        self.init([finding], in: sources)
    }

    /// The findings as text for people, with the lines they stand on.
    public var text: String {
        findings.map { finding in
            let name = finding.place.file ?? ""
            let source = sources.first { $0.name.utf8.elementsEqual(name.utf8) }
            return FindingText(source: source).text([finding])
        }.joined()
    }
}
