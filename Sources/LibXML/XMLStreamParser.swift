internal import CLibXML2

/// A parser that tells a handler what it meets, and validates in the same pass if asked to.
///
/// It builds no tree: the memory it needs does not grow with the document. Any number of threads may share one; what
/// libxml2 needs to parse is kept from one document to the next.
package struct XMLStreamParser: Sendable {
    /// What is validated as one document.
    package enum ValidationScope: Sendable {
        /// The whole document.
        case document
        /// Each child of the root for itself, as if it were the root; the root is not validated.
        ///
        /// After an unexpected child libxml2 does not look at its siblings any more, so that in a collection one
        /// strange record would hide the faults of those behind it.
        ///
        /// Where a name is given, by its number, a root of another name is validated with the whole document.
        case childrenOfRoot(named: Int?)
    }

    private let vocabulary: XMLVocabulary
    private let pool = XMLParserPool()

    /// Makes a parser that numbers names by their place in a vocabulary.
    package init(vocabulary: XMLVocabulary) {
        self.vocabulary = vocabulary
    }

    /// Parses a document.
    ///
    /// - Parameters:
    ///   - source: The document.
    ///   - validation: What to validate with, if at all; it is begun and finished here.
    ///   - scope: What is validated as one document.
    ///   - handler: What is told.
    /// - Returns: How it ended.
    package func parse(
        _ source: XMLSource,
        validating validation: SchemaValidation? = nil,
        scope: ValidationScope = .document,
        handler: any XMLEventHandler
    ) -> XMLParseResult {
        LibXML.bootstrap
        return source.utf8.withUnsafeBufferPointer { bytes in
            let stream = XMLEventStream(
                bytes: bytes, contentStart: source.contentStart, vocabulary: vocabulary,
                validation: validation, scope: scope, handler: handler)
            return withExtendedLifetime((stream, validation)) { stream.parse(pool) }
        }
    }
}

/// How the parsing of a document ended.
package struct XMLParseResult: Hashable, Sendable {
    /// How far the parser came.
    package enum Ending: Hashable, Sendable {
        /// To the end, and the document is well-formed, namespaces included.
        case complete
        /// To an error: what was told before it is right, but not the whole document.
        case malformed
        /// To where the handler asked to stop.
        case stopped
        /// To a DOCTYPE, or nowhere for lack of memory.
        case refused
    }

    package var ending: Ending
    /// The verdict of the schema on all that was validated, or nil if no validation was asked for.
    package var schema: SchemaOutcome?
    /// How many messages there were, warnings among them, and those of the parser that were not told any more
    /// after the first hundred.
    package var messageCount: Int

    /// Whether the whole document was read, is well-formed, and is valid if it was to be validated.
    package var isGood: Bool { ending == .complete && (schema == nil || schema == .valid) }
}
