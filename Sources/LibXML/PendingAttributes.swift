internal import CLibXML2

/// The attributes of the next element, in the form that a SAX2 event has them.
struct PendingAttributes {
    private var names: [UnsafePointer<xmlChar>] = []
    private var numbers: [Int] = []
    private var values: [Range<Int>] = []
    private var bytes: [UInt8] = []
    private var pointers: [UnsafePointer<xmlChar>?] = []

    mutating func removeAll() {
        names.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Adds a value with "&" as "&#38;", the one thing that libxml2 hands over escaped and undoes again.
    mutating func add(_ name: UnsafePointer<xmlChar>, _ number: Int, _ value: Span<UInt8>) {
        let start = bytes.count
        value.withUnsafeBufferPointer { value in
            var rest = value[...]
            while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
                bytes.append(contentsOf: rest[..<ampersand])
                bytes.append(contentsOf: "&#38;".utf8)
                rest = rest[(ampersand + 1)...]
            }
            bytes.append(contentsOf: rest)
        }
        names.append(name)
        numbers.append(number)
        values.append(start..<bytes.count)
    }

    /// Calls `body` with five pointers an attribute, as a SAX2 event has them, and the numbers of their names.
    mutating func withPointers(
        _ body: (UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, UnsafeBufferPointer<Int>) -> Void
    ) {
        bytes.append(0)  // so that an empty value has an address too
        pointers.removeAll(keepingCapacity: true)
        bytes.withUnsafeBufferPointer { bytes in
            let base = bytes.baseAddress
            for (name, value) in zip(names, values) {
                pointers.append(name)
                pointers.append(nil)
                pointers.append(nil)
                pointers.append(base.map { $0 + value.lowerBound })
                pointers.append(base.map { $0 + value.upperBound })
            }
            pointers.withUnsafeMutableBufferPointer { pointers in
                numbers.withUnsafeBufferPointer { body(pointers.baseAddress, $0) }
            }
        }
    }
}

extension Span<UInt8> {
    var containsNUL: Bool {
        withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return false }
            return shim_find(base, 0, bytes.count) < bytes.count
        }
    }
}
