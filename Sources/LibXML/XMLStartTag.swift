internal import CLibXML2

/// The start tag of an element, as long as its event lasts.
package struct XMLStartTag: ~Copyable {
    /// The number of the local name: its place in the ``XMLVocabulary``, or the next free number if it is not in it.
    package let name: Int
    /// The offset of "<".
    package let offset: Int
    /// The offset behind ">".
    package let end: Int
    /// The number of attributes, namespace declarations not among them.
    package let attributeCount: Int
    /// Whether the element is in the namespace of the vocabulary.
    package let isInExpectedNamespace: Bool

    private let rawName: UnsafePointer<xmlChar>
    private let rawNamespace: UnsafePointer<xmlChar>?
    private let rawAttributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    /// The numbers of the attributes' names.
    private let attributeNumbers: UnsafeBufferPointer<Int>
    /// It lives as long as the event; no reference to it is counted.
    private let stream: Unmanaged<XMLEventStream>

    init(
        rawName: UnsafePointer<xmlChar>, rawNamespace: UnsafePointer<xmlChar>?,
        rawAttributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
        attributeNumbers: UnsafeBufferPointer<Int>, range: Range<Int>, stream: XMLEventStream
    ) {
        self.rawName = rawName
        self.rawNamespace = rawNamespace
        self.rawAttributes = rawAttributes
        self.attributeNumbers = attributeNumbers
        self.stream = .passUnretained(stream)
        attributeCount = attributeNumbers.count
        isInExpectedNamespace = stream.isExpected(rawNamespace)
        name = stream.number(of: rawName)
        offset = range.lowerBound
        end = range.upperBound
    }

    /// The name without prefix.
    package var localName: String { String(cString: rawName) }

    /// The namespace of the element, or nil if it has none.
    package var namespace: String? { rawNamespace.map { String(cString: $0) } }

    // MARK: Attributes, by their position in the tag

    /// The number of an attribute's local name, from the same table as those of elements.
    package func attributeName(at index: Int) -> Int {
        precondition(index >= 0 && index < attributeCount, "there is no such attribute")
        return attributeNumbers[index]
    }

    /// An attribute's name without prefix.
    package func attributeLocalName(at index: Int) -> String {
        attribute(index, 0).map { String(cString: $0) } ?? ""
    }

    /// The namespace of an attribute, or nil if it has none.
    package func attributeNamespace(at index: Int) -> String? {
        attribute(index, 2).map { String(cString: $0) }
    }

    /// Whether an attribute is in a namespace.
    package func attribute(at index: Int, isIn namespace: String) -> Bool {
        guard let found = attribute(index, 2) else { return false }
        return namespace.withCString { wanted in
            wanted.withMemoryRebound(to: xmlChar.self, capacity: 1) { xmlStrEqual(found, $0) == 1 }
        }
    }

    /// Whether an attribute has no namespace, as all attributes of the vocabulary do.
    package func attributeHasNoNamespace(at index: Int) -> Bool { attribute(index, 2) == nil }

    /// The value of an attribute, with references replaced.
    package func attributeValue(at index: Int) -> String {
        String(decoding: attributeUTF8(at: index), as: UTF8.self)
    }

    /// The value of an attribute in UTF-8, with references replaced; gone when the next one is asked for.
    package func attributeUTF8(at index: Int) -> UnsafeBufferPointer<UInt8> {
        guard let start = attribute(index, 3), let end = attribute(index, 4) else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        let raw = UnsafeBufferPointer(start: start, count: end - start)
        guard raw.first(UInt8(ascii: "&"), from: 0) < raw.count else { return raw }
        return stream._withUnsafeGuaranteedRef { $0.unescaped(raw) }
    }

    /// The value of the attribute without namespace that has the number given, or nil if there is none.
    package func value(ofAttribute name: Int) -> String? {
        for index in 0..<attributeCount
        where attributeHasNoNamespace(at: index) && attributeName(at: index) == name {
            return attributeValue(at: index)
        }
        return nil
    }

    /// The offset of an attribute's name, found by reading the tag again.
    package func attributeOffset(at index: Int) -> Int {
        let name = attributeLocalName(at: index)
        let isPrefixed = attribute(index, 1) != nil
        return stream._withUnsafeGuaranteedRef {
            $0.offset(ofAttribute: name, isPrefixed: isPrefixed, inTagAt: offset) ?? offset
        }
    }

    /// One of the five pointers that SAX2 gives for an attribute: name, prefix, namespace, begin and end of the value.
    private func attribute(_ index: Int, _ part: Int) -> UnsafePointer<xmlChar>? {
        precondition(index >= 0 && index < attributeCount, "there is no such attribute")
        return rawAttributes?[index * 5 + part]
    }
}
