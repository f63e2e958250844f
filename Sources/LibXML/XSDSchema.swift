internal import CLibXML2

/// A compiled XML Schema that any number of threads may validate with at once.
package final class XSDSchema: Sendable {
    // Safe: written once before the object is shared, and libxml2 only reads a compiled schema while validating,
    // since all state of a validation lives in its xmlSchemaValidCtxt. Test: "Many tasks validate with one schema".
    nonisolated(unsafe) private let schema: xmlSchemaPtr

    /// What libxml2 warned of, where that was accepted.
    package let warnings: [XMLMessage]

    /// Compiles a schema.
    ///
    /// Whatever libxml2 has to say about the schema is an error, its warnings too, unless they are accepted. Never
    /// accepted are those about documents that it leaves out: an import that failed, or a second one of a namespace.
    ///
    /// - Parameters:
    ///   - bytes: The schema document.
    ///   - uri: Its URI, the base of relative `schemaLocation`s.
    ///   - documents: Further schema documents by URI, for `xs:include` and `xs:import`; nothing else is loaded.
    ///   - acceptsWarnings: Whether a schema may have parts that libxml2 finds pointless.
    /// - Throws: ``XSDSchemaError`` if a document is refused or the schema does not compile.
    package init(
        compiling bytes: [UInt8],
        at uri: String = "schema.xsd",
        documents: [String: [UInt8]] = [:],
        acceptsWarnings: Bool = false
    ) throws(XSDSchemaError) {
        LibXML.bootstrap
        var checked: [String: [UInt8]] = [:]
        // In the order of the URIs, so that of two bad documents the same is named every time.
        for (name, document) in documents.sorted(by: { $0.key < $1.key }) + [(uri, bytes)] {
            do throws(XMLRefusal) {
                checked[name] = try XMLSource(document).utf8WithoutForeignDeclaration
            } catch {
                throw XSDSchemaError(document: name, refusal: error)
            }
        }
        let ((schema, messages), refused) = ExternalDocuments.serving(checked) {
            XMLMessageCollector.collecting { context in Self.compile(uri, context) }
        }
        guard let schema else { throw XSDSchemaError(messages: messages, missingDocuments: refused) }
        guard refused.isEmpty, messages.allSatisfy({ acceptsWarnings && $0.isHarmlessWarning }) else {
            xmlSchemaFree(schema)
            throw XSDSchemaError(messages: messages, missingDocuments: refused)
        }
        self.schema = schema
        warnings = messages
    }

    deinit { xmlSchemaFree(schema) }

    private static func compile(_ uri: String, _ context: UnsafeMutableRawPointer) -> xmlSchemaPtr? {
        // Errors in a pattern are reported outside the schema parser's context.
        let before = shim_catchThreadErrors(collectMessage, context)
        defer { shim_restoreThreadErrors(before) }
        guard let parser = xmlSchemaNewParserCtxt(uri) else { return nil }
        defer { xmlSchemaFreeParserCtxt(parser) }
        shim_setSchemaParserErrors(parser, collectMessage, context)
        return xmlSchemaParse(parser)
    }

    /// A new validation context, to be freed by the caller before the schema goes.
    func newValidationContext() -> xmlSchemaValidCtxtPtr? { xmlSchemaNewValidCtxt(schema) }
}

/// Why a schema was not compiled.
package struct XSDSchemaError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The document that was refused before libxml2 saw it, if that was the reason.
    package var document: String?
    /// Why that document was refused.
    package var refusal: XMLRefusal?
    /// What libxml2 said.
    package var messages: [XMLMessage] = []
    /// The URIs of documents that the schema asked for and that were not handed in.
    package var missingDocuments: [String] = []

    package var description: String {
        var lines = messages.map(\.description)
        if let document, let refusal { lines.append("\(document): \(refusal.message)") }
        lines += missingDocuments.map { "The schema asks for '\($0)', which was not handed in." }
        return lines.isEmpty
            ? "libxml2 did not compile the schema and did not say why." : lines.joined(separator: "\n")
    }
}

extension XMLMessage {
    /// Whether libxml2 skipped a schema document that was asked for, because it has one for the namespace already.
    package var isAboutSkippedSchema: Bool { code == Int(XML_SCHEMAP_WARN_SKIP_SCHEMA.rawValue) }

    /// Whether this is a warning that says nothing of documents left out of the schema.
    fileprivate var isHarmlessWarning: Bool {
        level == .warning && !isAboutSkippedSchema
            && code != Int(XML_SCHEMAP_WARN_UNLOCATED_SCHEMA.rawValue)
    }
}
