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
            Self.numberElements(of: document)
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

    /// Writes its number in document order into each element, for the messages about it.
    ///
    /// The field for the caller's own use is one that neither parser nor validator touches.
    private static func numberElements(of document: xmlDocPtr) {
        var number: UInt = 0
        var node = xmlDocGetRootElement(document)
        while let here = node {
            if here.pointee.type == XML_ELEMENT_NODE {
                number += 1
                here.pointee._private = UnsafeMutableRawPointer(bitPattern: number)
            }
            node = here.pointee.type == XML_ELEMENT_NODE ? here.pointee.children : nil
            var up: xmlNodePtr? = here
            while node == nil, let last = up, last.pointee.type != XML_DOCUMENT_NODE {
                node = last.pointee.next
                up = last.pointee.parent
            }
        }
    }

    /// The number of the element that a message of the validator is about, or that has the attribute it is about.
    static func elementNumber(of node: UnsafeMutableRawPointer?) -> Int? {
        guard var node = node?.assumingMemoryBound(to: xmlNode.self) else { return nil }
        if node.pointee.type == XML_ATTRIBUTE_NODE {
            guard let owner = node.pointee.parent else { return nil }
            node = owner
        }
        let number = UInt(bitPattern: node.pointee._private)
        return number > 0 ? Int(number) - 1 : nil
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
