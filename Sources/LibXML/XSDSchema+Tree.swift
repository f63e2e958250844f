internal import CLibXML2

/// What the validation of a whole document found, message by message.
package struct TreeValidation: Hashable, Sendable {
    /// Whether the document is well-formed; if it is not, there is no verdict.
    package var isWellFormed: Bool
    package var outcome: SchemaOutcome
    /// What parser and validator said, each message with its line.
    package var messages: [XMLMessage]
}

extension XSDSchema {
    /// Validates a document as a tree.
    ///
    /// Finds what ``SchemaValidation`` finds, and duplicate values of type `xs:ID` and a few violations of identity
    /// constraints beyond it; needs the memory of the whole tree, and before libxml2 2.13 a time that grows with the
    /// square of the number of invalid siblings. For a schema of unknown origin, not for one that is known to say
    /// the same to both.
    package func validateTree(_ source: XMLSource) -> TreeValidation {
        LibXML.bootstrap
        let ((document, status), messages) = XMLMessageCollector.collecting { context in
            guard let document = Self.readTree(source, context) else { return (false, CInt(-1)) }
            defer { xmlFreeDoc(document) }
            return (true, validate(document, context))
        }
        let outcome: SchemaOutcome =
            if !document || status < 0 || messages.contains(where: \.isInternalError) {
                .undecided
            } else if status > 0 || messages.contains(where: { $0.level >= .error }) {
                .invalid
            } else {
                .valid
            }
        return TreeValidation(isWellFormed: document, outcome: outcome, messages: messages)
    }

    private static func readTree(_ source: XMLSource, _ context: UnsafeMutableRawPointer) -> xmlDocPtr? {
        source.utf8.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return nil }
            return shim_readTree(
                base + source.contentStart, bytes.count - source.contentStart, collectMessage, context)
        }
    }

    private func validate(_ document: xmlDocPtr, _ context: UnsafeMutableRawPointer) -> CInt {
        guard let validator = newValidationContext() else { return -1 }
        defer { xmlSchemaFreeValidCtxt(validator) }
        shim_setSchemaValidErrors(validator, collectMessage, context)
        return xmlSchemaValidateDoc(validator, document)
    }
}
