internal import CLibXML2

/// A parser of libxml2 with the names of a vocabulary looked up in its dictionary, ready for one document after another.
///
/// Making one costs as much as parsing several kilobytes.
struct XMLEventParser {
    let parser: xmlParserCtxtPtr
    var names: XMLNameTable
    let expectedNamespace: UnsafePointer<xmlChar>?

    /// Makes a parser; nil for lack of memory.
    init?(_ vocabulary: XMLVocabulary) {
        var events = XMLEventStream.events
        guard let parser = shim_newEventParser(&events) else { return nil }
        self.parser = parser
        names = XMLNameTable(vocabulary.names.compactMap { shim_intern(parser, $0) })
        expectedNamespace = shim_intern(parser, vocabulary.namespace)
    }
}

/// The parsers of a vocabulary that are idle; each is used by one thread at a time.
final class XMLParserPool: Sendable {
    /// Safe: a parser is either in the pool or in the hands of the one call that took it out.
    private struct Idle: @unchecked Sendable {
        var parser: XMLEventParser
    }

    private let idle = Monitor<[Idle]>([])

    /// How many parsers are kept; each has some kilobytes.
    private static let capacity = 8
    /// How many names a dictionary may hold to be kept, so that documents with ever new names do not fill the memory.
    private static let nameLimit: CInt = 1_000

    deinit { idle.update { $0.forEach { xmlFreeParserCtxt($0.parser.parser) } } }

    /// Takes an idle parser, or makes one.
    func take(_ vocabulary: XMLVocabulary) -> XMLEventParser? {
        idle.update { $0.popLast() }?.parser ?? XMLEventParser(vocabulary)
    }

    /// Gives a parser back; one that did not come to the end of its document is not used again.
    func give(_ parser: XMLEventParser, isUsable: Bool) {
        let isKept =
            isUsable && shim_nameCount(parser.parser) <= Self.nameLimit
            && idle.update { idle in
                guard idle.count < Self.capacity else { return false }
                idle.append(Idle(parser: parser))
                return true
            }
        if !isKept { xmlFreeParserCtxt(parser.parser) }
    }
}
