/// All documents of a schema, found and read before anything is compiled.
///
/// A document may name others that stand in the folder of the schema itself or below it, in a folder that a catalog
/// names, or in one that the caller gave. Where a file really is decides: dots are taken out of a location before the
/// file system is asked, and links are followed before the file is opened. Nothing else is ever read, and no network.
struct SchemaSet: Sendable {
    /// The documents; the first is the schema itself.
    private(set) var documents: [SchemaDocument] = []

    /// How many documents a schema may have.
    private static let documentLimit = 2_000
    /// How many references the documents of a schema may have.
    private static let referenceLimit = 50_000
    /// How many bytes the documents of a schema may have.
    private static let sizeLimit = 256 << 20

    /// How many references that lead nowhere are told.
    private static let problemLimit = 100

    private let catalogs: CatalogSet
    private let folders: [SchemaFolder]
    private var numbers: [SchemaKey: Int] = [:]
    /// For each document the documents that its references are about, by the number of the reference.
    private var links: [[Int: Int]] = []

    /// A path as the key of a table, by its bytes.
    private struct SchemaKey: Hashable {
        let bytes: [UInt8]
    }

    /// Reads a schema and all that it names.
    ///
    /// - Parameters:
    ///   - path: The schema.
    ///   - catalogs: What exchanges locations for files.
    ///   - roots: Further folders whose files it may name.
    /// - Throws: every reference that leads nowhere or where it may not.
    init(_ path: String, _ catalogs: CatalogSet, roots: [String]) throws(SchemaError) {
        self.catalogs = catalogs
        let file = try SchemaFile(path: path, name: path)
        var folders: [SchemaFolder] = []
        for root in roots {
            guard SchemaFile.isFolder(root), let folder = SchemaFolder(root) else {
                throw SchemaError(
                    Finding(.schemaImport, message: "This is not a folder.", place: Place(file: root)))
            }
            folders.append(folder)
        }
        // The link's folder and the file's: a schema that is a link names its neighbours by either.
        folders += [SchemaFolder(of: path), SchemaFolder(of: file.path)].compactMap(\.self)
        self.folders = folders + catalogs.folders
        try add(file)
        try readAll()
    }

    private mutating func readAll() throws(SchemaError) {
        var problems: [Finding] = []
        var size = 0
        var references = 0
        var read = 0
        while read < documents.count {
            let document = documents[read]
            size += document.file.file.bytes.count
            references += document.references.count
            guard size <= Self.sizeLimit, documents.count <= Self.documentLimit,
                references <= Self.referenceLimit
            else {
                throw SchemaError(
                    Finding(
                        .schemaLimit,
                        message: """
                            The schema has more than \(Self.documentLimit) documents, \
                            \(Self.referenceLimit) references to them, or \(Self.sizeLimit >> 20) MiB.
                            """, place: Place(file: document.file.file.name)))
            }
            for (number, reference) in document.references.enumerated()
            where problems.count < Self.problemLimit {
                do throws(LocationError) {
                    guard let path = try locate(reference) else { continue }
                    links[read][number] = try self.number(of: path)
                } catch {
                    switch error {
                    case .notFound(let message):
                        let place = document.file.place(reference.range)
                        problems.append(Finding(.schemaImport, message: message, place: place))
                    case .unreadable(let error): throw error
                    }
                }
            }
            read += 1
        }
        if !problems.isEmpty { throw SchemaError(problems, in: documents.map(\.file.file)) }
    }

    @discardableResult
    private mutating func add(_ file: SchemaFile) throws(SchemaError) -> Int {
        documents.append(try SchemaDocument(file))
        numbers[SchemaKey(bytes: Array(file.path.utf8))] = documents.count - 1
        links.append([:])
        return documents.count - 1
    }

    /// The number of the document of that path, which is read where it has not been yet.
    private mutating func number(of path: String) throws(LocationError) -> Int {
        if let number = numbers[SchemaKey(bytes: Array(path.utf8))] { return number }
        do throws(SchemaError) {
            return try add(try SchemaFile(path: path, name: name(of: path)))
        } catch {
            throw .unreadable(error)
        }
    }

    /// The name that findings give a file: relative to the schema, as the caller named it, where it is below it.
    private func name(of path: String) -> String {
        let root = documents[0].file
        guard let folder = SchemaFolder(of: root.path), folder.contains(path) else { return path }
        let given = root.file.name
        let end = given.utf8.lastIndex(of: UInt8(ascii: "/")).map { given.utf8.index(after: $0) }
        return String(given[..<(end ?? given.startIndex)])
            + String(Substring(path.utf8.dropFirst(folder.path.utf8.count)))
    }

    // MARK: - Locations

    private enum LocationError: Error {
        /// The reference leads nowhere, or where it may not.
        case notFound(String)
        /// The document is there and cannot be used.
        case unreadable(SchemaError)
    }

    /// The real path of the file that a reference is about; nil for an import that leaves it open.
    private func locate(_ reference: SchemaReference) throws(LocationError) -> String? {
        guard let location = reference.location else {
            guard let namespace = reference.namespace, let target = catalogs.resolve(namespace) else {
                return nil
            }
            return try realPath(of: target, reference, "namespace '\(namespace)'")
        }
        let uri = URIReference(location).resolved(against: reference.base)
        let what = "'\(location)'"
        if let target = catalogs.resolve(uri.text) ?? catalogs.resolve(location) {
            return try realPath(of: target, reference, what)
        }
        if uri.filePath == nil, let namespace = reference.namespace, let target = catalogs.resolve(namespace)
        {
            return try realPath(of: target, reference, what)
        }
        return try realPath(of: uri, reference, what)
    }

    private func realPath(
        of uri: URIReference, _ reference: SchemaReference, _ what: String
    ) throws(LocationError) -> String {
        let start = "The \(reference.kind) of \(what)"
        guard let path = uri.filePath else {
            throw .notFound(
                "\(start) is not local: '\(uri.text)'. Nothing is read from the network; a catalog can name a file for it."
            )
        }
        guard isAllowed(path) else { throw .notFound(outside(start, path)) }
        guard let real = SchemaFile.realPath(of: path), SchemaFile.isRegular(real) else {
            throw .notFound("\(start) leads to no file: there is no '\(path)'.")
        }
        guard isAllowed(real) else { throw .notFound(outside(start, real)) }
        return real
    }

    private func isAllowed(_ path: String) -> Bool { folders.contains { $0.contains(path) } }

    private func outside(_ start: String, _ path: String) -> String {
        """
        \(start) leads to '\(path)', outside of the schema's folder and of those that catalogs or --schema-root name; \
        it is not read.
        """
    }

    // MARK: - For the schema compiler

    /// The documents by URIs of our own, the schema itself first: each location is that of exactly the file found.
    var sources: [(uri: String, bytes: [UInt8])] {
        documents.enumerated().map { number, document in
            (uri(number), document.bytes(locations: links[number].mapValues(uri)))
        }
    }

    /// The document of such a URI.
    func document(_ uri: String) -> SchemaDocument? {
        documents.indices.first { self.uri($0) == uri }.map { documents[$0] }
    }

    /// A text with the names of documents for their URIs.
    func naming(_ text: String) -> String {
        guard text.range(of: Self.scheme) != nil else { return text }
        return documents.indices.reduce(text) { $0.replacing(uri($1), with: documents[$1].file.file.name) }
    }

    private static let scheme = "schema:/"

    /// The slash at the end keeps one from being the beginning of another.
    private func uri(_ number: Int) -> String { "\(Self.scheme)\(number)/" }
}
