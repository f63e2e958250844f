internal import CLibXML2

/// A namespace and the element and attribute names of it that a reader knows, numbered by their place in a list.
///
/// Parser and validator meet in these numbers: ``XMLStartTag`` gives them, ``SchemaValidation`` takes them.
package final class XMLVocabulary: Sendable {
    /// The namespace of the elements.
    package let namespace: String
    /// The known names; the index of one is its number.
    package let names: [String]

    /// Where each name begins in ``storage``; the namespace follows the last.
    private let offsets: [Int]
    // Safe: written once before the object is shared, then only read.
    nonisolated(unsafe) private let storage: UnsafeMutablePointer<UInt8>

    /// Makes a vocabulary.
    ///
    /// - Parameters:
    ///   - namespace: The namespace of the elements.
    ///   - names: The names of elements and attributes, each once, none of them with a NUL.
    package init(namespace: String, names: [String]) {
        let texts = names + [namespace]
        precondition(Set(names).count == names.count, "a name is in the list twice")
        precondition(!texts.contains { $0.utf8.contains(0) }, "a name holds U+0000")
        self.namespace = namespace
        self.names = names
        var bytes: [UInt8] = []
        var offsets: [Int] = []
        for text in texts {
            offsets.append(bytes.count)
            bytes.append(contentsOf: text.utf8)
            bytes.append(0)
        }
        self.offsets = offsets
        storage = .allocate(capacity: bytes.count)
        storage.initialize(from: bytes, count: bytes.count)
    }

    deinit { storage.deallocate() }

    /// The name of that number as a C string that lives as long as the vocabulary.
    func cString(_ index: Int) -> UnsafePointer<xmlChar> { UnsafePointer(storage + offsets[index]) }

    /// The namespace as a C string that lives as long as the vocabulary.
    var namespaceCString: UnsafePointer<xmlChar> { UnsafePointer(storage + offsets[names.count]) }
}
