internal import CLibXML2

// MARK: The callbacks given to libxml2, which cannot capture: the stream comes as their context

extension XMLEventStream {
    static let events: shim_Events = {
        var events = shim_Events()
        events.startDocument = { XMLEventStream.with($0) { $0.startDocument() } }
        events.doctype = { context, _, _, _ in XMLEventStream.with(context) { $0.refuseDoctype() } }
        events.startElement = {
            context, name, prefix, uri, namespaceCount, namespaces, attributeCount, _, attributes in
            guard let name else { return }
            XMLEventStream.with(context) {
                $0.startElement(
                    name, prefix, uri, namespaces: namespaces, namespaceCount, attributes: attributes,
                    attributeCount)
            }
        }
        events.endElement = { context, name, prefix, uri in
            guard let name else { return }
            XMLEventStream.with(context) { $0.endElement(name, prefix, uri) }
        }
        events.characters = { context, bytes, count in
            XMLEventStream.with(context) {
                $0.characters(UnsafeBufferPointer(start: bytes, count: Int(count)))
            }
        }
        events.cdata = { context, bytes, count in
            XMLEventStream.with(context) { $0.cdata(UnsafeBufferPointer(start: bytes, count: Int(count))) }
        }
        events.comment = { context, _ in XMLEventStream.with(context) { $0.comment() } }
        events.processingInstruction = { context, _, _ in
            XMLEventStream.with(context) { $0.processingInstruction() }
        }
        events.error = { context, error in
            guard let error else { return }
            XMLEventStream.with(context) { $0.error(XMLMessage(copying: error)) }
        }
        return events
    }()

    @inline(__always)
    private static func with(_ context: UnsafeMutableRawPointer?, _ body: (XMLEventStream) -> Void) {
        guard let context else { return }
        Unmanaged<XMLEventStream>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
    }
}
