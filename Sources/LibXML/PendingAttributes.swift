internal import CLibXML2

/// The attributes of the next element, in the form that a SAX2 event has them.
struct PendingAttributes {
    private struct Attribute: BitwiseCopyable {
        var name: UnsafePointer<xmlChar>
        /// Where the value stands among the bytes.
        var start: Int
        var end: Int
    }

    private let attributes = GrowingBuffer<Attribute>()
    private let numbers = GrowingBuffer<Int>()
    private let bytes = GrowingBuffer<UInt8>(capacity: 1 << 10)
    private let pointers = GrowingBuffer<UnsafePointer<xmlChar>?>()

    func removeAll() {
        attributes.removeAll()
        numbers.removeAll()
        bytes.removeAll()
    }

    /// Adds a value with "&" as "&#38;", the one thing that libxml2 hands over escaped and undoes again.
    func add(_ name: UnsafePointer<xmlChar>, _ number: Int, _ value: Span<UInt8>) {
        let start = bytes.count
        value.withUnsafeBufferPointer { value in
            let escaped: StaticString = "&#38;"
            var place = 0
            while true {
                let ampersand = value.first(UInt8(ascii: "&"), from: place)
                bytes.append(UnsafeBufferPointer(rebasing: value[place..<ampersand]))
                guard ampersand < value.count else { break }
                escaped.withUTF8Buffer { bytes.append($0) }
                place = ampersand + 1
            }
        }
        attributes.append(Attribute(name: name, start: start, end: bytes.count))
        numbers.append(number)
    }

    /// Calls `body` with five pointers an attribute, as a SAX2 event has them, and the numbers of their names.
    func withPointers(
        _ body: (UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, UnsafeBufferPointer<Int>) -> Void
    ) {
        bytes.append(0)  // so that an empty value has an address too
        pointers.removeAll()
        let base = bytes.values.baseAddress
        for attribute in attributes.values {
            pointers.append(attribute.name)
            pointers.append(nil)
            pointers.append(nil)
            pointers.append(base.map { $0 + attribute.start })
            pointers.append(base.map { $0 + attribute.end })
        }
        body(pointers.base, numbers.values)
    }
}

extension Span<UInt8> {
    var containsNUL: Bool {
        withUnsafeBufferPointer { $0.first(0, from: 0) < $0.count }
    }
}
