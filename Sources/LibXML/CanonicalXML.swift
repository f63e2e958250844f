internal import CLibXML2

/// Canonical XML, inclusive, with comments: the one way to write a document.
package enum CanonicalXML {
    /// A version of the recommendation.
    ///
    /// For whole documents they differ in nothing but what they are called.
    package enum Version: Sendable {
        /// Canonical XML 1.0.
        case v1_0
        /// Canonical XML 1.1.
        case v1_1

        fileprivate var mode: CInt {
            switch self {
            case .v1_0: CInt(XML_C14N_1_0.rawValue)
            case .v1_1: CInt(XML_C14N_1_1.rawValue)
            }
        }
    }

    /// What libxml2 says where it writes no canonical form.
    package struct Refusal: Error, Hashable, Sendable {
        /// The first message.
        package let message: String

        /// Creates a refusal.
        package init(message: String) {
            self.message = message
        }
    }

    /// The canonical form of a document, in UTF-8.
    ///
    /// - Throws: ``Refusal`` where the document is not well-formed, or names a namespace by a relative reference.
    package static func bytes(of source: XMLSource, _ version: Version) throws(Refusal) -> [UInt8] {
        LibXML.bootstrap
        let utf8 = source.utf8WithoutForeignDeclaration
        let (result, messages) = XMLMessageCollector.collecting { collector -> [UInt8]? in
            utf8.withUnsafeBytes { bytes in
                guard
                    let document = shim_readTree(bytes.baseAddress, bytes.count, collectMessage, collector)
                else { return nil }
                defer { xmlFreeDoc(document) }
                var count: CInt = 0
                guard
                    let text = shim_canonical(document, version.mode, &count, collectMessage, collector)
                else { return nil }
                defer { shim_free(text) }
                return Array(UnsafeBufferPointer(start: text, count: Int(count)))
            }
        }
        guard let result, !messages.contains(where: { $0.level >= .error }) else {
            let error = messages.first { $0.level >= .error }
            throw Refusal(message: error?.text ?? "libxml2 gives no canonical form and no reason.")
        }
        return result
    }
}
