internal import LibXML

/// A record as its elements and texts in document order, flat: what readers gather and the rules look through.
///
/// It takes no allocation for an element or a text, and its memory serves one record after another. Where a model is wanted,
/// ``RecordAssembly`` makes it of this. All text is UTF-8 that was checked before.
final class RecordTape {
    /// An element, or a text between two tags.
    struct Node: BitwiseCopyable {
        /// What the element is; nil for a text.
        var name: ElementName?
        /// How many elements come before it: an element's number in document order.
        var number: UInt32
        /// The index behind the last node that it holds.
        var end: UInt32
        /// Of an element the first of its attributes, of a text the first of its bytes.
        var first: UInt32
        /// How many attributes or bytes there are.
        var count: UInt32
        /// The byte of the input at which it begins; -1 where the input has no such place.
        var offset: Int
    }

    /// An attribute, and where its value stands among the values.
    struct Attribute: BitwiseCopyable {
        var name: AttributeName
        var first: UInt32
        var count: UInt32
    }

    private let nodes = GrowingBuffer<Node>(capacity: 512)
    private let attributes = GrowingBuffer<Attribute>(capacity: 256)
    private let texts = GrowingBuffer<UInt8>(capacity: 1 << 14)
    private let values = GrowingBuffer<UInt8>(capacity: 1 << 12)
    /// How many elements there are.
    @exclusivity(unchecked) private var elementCount = 0

    /// What the outermost element is.
    var root: ElementName? { nodes.values.first?.name }

    /// The byte at which the outermost element begins, if the input has such a place.
    var start: Int? { nodes.values.first.flatMap { $0.offset < 0 ? nil : $0.offset } }

    /// The bytes at which the elements begin, in document order; empty where the input has no such places.
    var offsets: [Int] {
        nodes.values.compactMap { $0.name != nil && $0.offset >= 0 ? $0.offset : nil }
    }

    /// The record, for a look that ends before the next change.
    var view: RecordView {
        RecordView(
            nodes: nodes.values, attributes: attributes.values, texts: texts.values, values: values.values,
            elementCount: elementCount)
    }

    /// Forgets everything, for the record that comes next.
    func removeAll() {
        nodes.removeAll()
        attributes.removeAll()
        texts.removeAll()
        values.removeAll()
        elementCount = 0
    }

    /// Begins an element, and returns its index.
    func begin(_ name: ElementName, at offset: Int) -> Int {
        nodes.append(
            Node(
                name: name, number: UInt32(elementCount), end: 0, first: UInt32(attributes.count), count: 0,
                offset: offset))
        elementCount += 1
        return nodes.count - 1
    }

    /// Gives an attribute to the element that began last, of which nothing was added yet.
    func attribute(_ name: AttributeName, _ utf8: UnsafeBufferPointer<UInt8>) {
        assert(nodes.last?.name != nil, "attributes come before what an element holds")
        attributes.append(
            Attribute(name: name, first: UInt32(values.count), count: UInt32(utf8.count)))
        values.append(utf8)
        nodes[nodes.count - 1].count += 1
    }

    /// Adds a text.
    func text(_ utf8: UnsafeBufferPointer<UInt8>) {
        nodes.append(
            Node(
                name: nil, number: UInt32(elementCount), end: UInt32(nodes.count + 1),
                first: UInt32(texts.count), count: UInt32(utf8.count), offset: -1))
        texts.append(utf8)
    }

    /// Ends the element of that index.
    func end(_ index: Int) {
        nodes[index].end = UInt32(nodes.count)
    }

    /// Takes the element back that began last, with what it holds.
    func drop(_ index: Int) {
        attributes.truncate(to: Int(nodes[index].first))
        elementCount = Int(nodes[index].number)
        nodes.truncate(to: index)
    }
}

/// A record on a tape, lent out for a look: pointers, so that looking counts no references.
struct RecordView {
    let nodes: UnsafeBufferPointer<RecordTape.Node>
    fileprivate let attributes: UnsafeBufferPointer<RecordTape.Attribute>
    fileprivate let texts: UnsafeBufferPointer<UInt8>
    fileprivate let values: UnsafeBufferPointer<UInt8>
    let elementCount: Int

    /// The children of an element: elements and texts.
    func children(of index: Int) -> Children {
        Children(nodes: nodes, place: index + 1, end: Int(nodes[index].end))
    }

    /// The indices of the nodes that an element holds directly.
    struct Children: Sequence, IteratorProtocol {
        fileprivate let nodes: UnsafeBufferPointer<RecordTape.Node>
        fileprivate var place: Int
        fileprivate let end: Int

        mutating func next() -> Int? {
            guard place < end else { return nil }
            defer { place = Int(nodes[place].end) }
            return place
        }
    }

    /// The element's number in document order.
    func number(of index: Int) -> Int { Int(nodes[index].number) }

    /// The number of the first element behind an element and what it holds.
    func numberBehind(_ index: Int) -> Int {
        let end = Int(nodes[index].end)
        return end < nodes.count ? number(of: end) : elementCount
    }

    // MARK: - Attributes

    /// The value of an attribute as bytes, or nil.
    func utf8(_ name: AttributeName, of index: Int) -> UnsafeBufferPointer<UInt8>? {
        attributes(of: index).first { $0.name == name }.map { utf8($0) }
    }

    /// The value of an attribute, or nil.
    func string(_ name: AttributeName, of index: Int) -> String? {
        utf8(name, of: index).map { String(checked: $0) }
    }

    /// The attributes of an element, as they came.
    func attributes(of index: Int) -> UnsafeBufferPointer<RecordTape.Attribute> {
        let first = Int(nodes[index].first)
        return UnsafeBufferPointer(rebasing: attributes[first..<first + Int(nodes[index].count)])
    }

    /// The value of an attribute as bytes.
    func utf8(_ attribute: RecordTape.Attribute) -> UnsafeBufferPointer<UInt8> {
        let first = Int(attribute.first)
        return UnsafeBufferPointer(rebasing: values[first..<first + Int(attribute.count)])
    }

    /// The value of an attribute as codes, or nil.
    func codes(_ name: AttributeName, of index: Int) -> Codes? {
        string(name, of: index).map(Codes.init(_:))
    }

    /// The value of an attribute as a number, or nil.
    func count(_ name: AttributeName, of index: Int) -> Int? {
        utf8(name, of: index).flatMap { Int(digits: $0) }
    }

    /// The value of an attribute as a date, or nil.
    func date(_ name: AttributeName, of index: Int) -> PartialDate? {
        utf8(name, of: index).flatMap { PartialDate(utf8: $0) }
    }

    /// The lines of the source, or nil.
    func lines(of index: Int) -> SourceLines? {
        utf8(.lines, of: index).flatMap { SourceLines(utf8: $0) }
    }

    /// The value of an attribute as one of a closed list, or nil.
    func choice<Choice: RawRepresentable<String>>(_ name: AttributeName, of index: Int) -> Choice? {
        string(name, of: index).flatMap(Choice.init(rawValue:))
    }

    /// Whether an attribute is there that holds codes, and the code is one of them.
    func hasCode(_ code: StaticString, in name: AttributeName, of index: Int) -> Bool {
        guard let codes = utf8(name, of: index) else { return false }
        return code.withUTF8Buffer { code in
            codes.split(separator: UInt8(ascii: " ")).contains { $0.elementsEqual(code) }
        }
    }

    // MARK: - Texts

    /// The characters of a text.
    func text(_ index: Int) -> String { String(checked: utf8(ofText: index)) }

    /// The characters of a text as bytes.
    func utf8(ofText index: Int) -> UnsafeBufferPointer<UInt8> {
        let first = Int(nodes[index].first)
        return UnsafeBufferPointer(rebasing: texts[first..<first + Int(nodes[index].count)])
    }

    /// The printed characters of an element without interruptions; a line break that matters is a line feed.
    func plainText(of index: Int) -> String {
        plainText(of: index, withoutMarks: false)
    }

    /// The printed number or heading without the marks of notes on it.
    func withoutMarks(_ index: Int) -> String {
        plainText(of: index, withoutMarks: true)
    }

    private func plainText(of index: Int, withoutMarks: Bool) -> String {
        let end = Int(nodes[index].end)
        // Most elements hold one text and nothing else.
        if index + 2 == end, nodes[index + 1].name == nil { return text(index + 1) }
        var result = ""
        for child in children(of: index) where !withoutMarks || nodes[child].name != .noteReference {
            appendPlainText(of: child, to: &result)
        }
        return result
    }

    private func appendPlainText(of index: Int, to result: inout String) {
        var place = index
        let end = Int(nodes[index].end)
        while place < end {
            switch nodes[place].name {
            case nil: result += text(place)
            case .lineBreak: result += "\n"
            case .furniture, .footnote, .unrecognized:
                place = Int(nodes[place].end)
                continue
            default: break
            }
            place += 1
        }
    }
}

extension String {
    /// Takes UTF-8 that was checked before.
    init(checked utf8: UnsafeBufferPointer<UInt8>) {
        self.init(copying: UTF8Span(unchecked: utf8.span, isKnownASCII: utf8.isASCII))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether all bytes are ASCII, seen eight at a time.
    fileprivate var isASCII: Bool {
        let raw = UnsafeRawBufferPointer(self)
        var place = 0
        var all: UInt64 = 0
        while place + 8 <= raw.count {
            all |= raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            place += 8
        }
        while place < raw.count {
            all |= UInt64(raw[place])
            place += 1
        }
        return all & 0x8080_8080_8080_8080 == 0
    }
}
