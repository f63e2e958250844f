internal import LibXML

/// Makes the paths of some elements of a document of any vocabulary.
///
/// Names are as the document has them, with its prefixes; those in a default namespace have none, as in the paths of
/// records. Each but the root has its number among the children of its parent with that name: `/akn:bill/akn:body[1]`.
final class ForeignPaths: XMLEventHandler {
    /// An element that was asked for.
    struct Element {
        /// The path as XPath.
        var path: String
        /// The offset of "<".
        var offset: Int
    }

    private struct Frame {
        /// The name as written, with its number.
        var step: String
        /// How many children of each name there are so far, by the bytes of the names.
        var children: [[UInt8]: Int] = [:]
    }

    /// The elements by their number in document order.
    private(set) var found: [Int: Element] = [:]

    private let wanted: Set<Int>
    private let source: XMLSource
    private var frames: [Frame] = []
    private var count = 0

    /// Prepares to find the elements of those numbers.
    init(of wanted: Set<Int>, in source: XMLSource) {
        self.wanted = wanted
        self.source = source
    }

    var wantsToStop: Bool { found.count == wanted.count }

    func startElement(_ tag: borrowing XMLStartTag) {
        let ends = Array(" \t\r\n/>".utf8)
        let name = Array(source.utf8[(tag.offset + 1)..<tag.end].prefix { !ends.contains($0) })
        var step = "/" + String(decoding: name, as: UTF8.self)
        if !frames.isEmpty {
            frames[frames.count - 1].children[name, default: 0] += 1
            step += "[\(frames[frames.count - 1].children[name, default: 0])]"
        }
        frames.append(Frame(step: step))
        if wanted.contains(count) {
            found[count] = Element(path: frames.map(\.step).joined(), offset: tag.offset)
        }
        count += 1
    }

    func endElement(at offset: Int, endingAt end: Int) { frames.removeLast() }
    func characters(_ utf8: Span<UInt8>, at offset: Int) {}
    func message(_ message: XMLMessage, at offset: Int) {}
}
