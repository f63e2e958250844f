internal import CLibXML2

/// The documents that libxml2 may load by name, and a record of those it asked for in vain.
///
/// libxml2 has one entity loader a process. Ours serves what was handed in for the call that runs on the asking
/// thread, and refuses the rest: files and network alike.
package enum ExternalDocuments {
    private struct Service: Sendable {
        var documents: [String: [UInt8]]
        var refused: [String] = []
    }

    /// The services that are open now, by the thread that opened them; nested ones behind each other.
    private static let services = Monitor<[UInt: [Service]]>([:])

    /// Runs `body` with the documents given to be had under their URIs.
    ///
    /// - Parameters:
    ///   - documents: UTF-8 documents by absolute URI, or by URI relative to the document that names them.
    ///   - body: What to run; only what libxml2 asks for on this thread is served.
    /// - Returns: What `body` returned, and the URIs that were asked for and refused, in order.
    package static func serving<R>(
        _ documents: [String: [UInt8]],
        _ body: () -> R
    ) -> (result: R, refused: [String]) {
        let thread = UInt(shim_threadID())
        services.update { $0[thread, default: []].append(Service(documents: documents)) }
        let result = body()
        let refused = services.update { services in
            let refused = services[thread]?.popLast()?.refused ?? []
            if services[thread]?.isEmpty == true { services[thread] = nil }
            return refused
        }
        return (result, refused)
    }

    /// The document of that URI, if it was handed in for a call on this thread; the request is recorded if not.
    fileprivate static func find(_ uri: String) -> [UInt8]? {
        let thread = UInt(shim_threadID())
        return services.update { services in
            guard let last = services[thread]?.indices.last else { return nil }
            if let document = services[thread]?[last].documents[uri] { return document }
            services[thread]?[last].refused.append(uri)
            return nil
        }
    }
}

/// The entity loader given to libxml2.
func loadExternalEntity(
    url: UnsafePointer<CChar>?,
    id: UnsafePointer<CChar>?,
    parser: xmlParserCtxtPtr?
) -> xmlParserInputPtr? {
    guard let url, let document = ExternalDocuments.find(String(cString: url)),
        let count = CInt(exactly: document.count)
    else { return nil }
    return document.withUnsafeBytes { shim_newInput(parser, url, $0.baseAddress, count) }
}
