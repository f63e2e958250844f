/// The catalogs that a caller gave, with those that they name.
struct CatalogSet: Sendable {
    /// The folders that the entries name: those of single files, and those that prefixes stand for.
    private(set) var folders: [SchemaFolder] = []

    /// How many catalogs there may be.
    private static let limit = 1_000

    private var catalogs: [XMLCatalog] = []
    /// The numbers of the catalogs given, in order.
    private var given: [Int] = []
    /// The numbers of all catalogs by their normalized URIs.
    private var numbers: [String: Int] = [:]

    /// Reads catalogs, and all that they name.
    ///
    /// - Throws: what is wrong with one, or why one cannot be read; a catalog that is not there is never passed over.
    init(_ paths: [String]) throws(SchemaError) {
        for path in paths { given.append(try load(path, name: path)) }
        var read = 0
        while read < catalogs.count {
            for (uri, place) in catalogs[read].next + catalogs[read].delegates {
                try load(uri, place, in: catalogs[read])
            }
            folders += Self.folders(of: catalogs[read])
            read += 1
        }
    }

    /// What the catalogs exchange a URI for, or nil where none knows it.
    ///
    /// Entries on URIs come before those on system identifiers.
    func resolve(_ uri: String) -> URIReference? {
        let uri = URIReference.normalized(uri)
        for subject in [CatalogEntry.Subject.uri, .system] {
            var asked: Set<Int> = []
            if let target = resolve(uri, subject, in: given, &asked) { return target }
        }
        return nil
    }

    /// Asks catalogs in order; in each the whole name, then prefixes, then suffixes, each the longest first, then the
    /// catalogs that it delegates to, then the next ones (OASIS XML Catalogs 1.1, section 7.2.2).
    private func resolve(
        _ uri: String, _ subject: CatalogEntry.Subject, in list: [Int], _ asked: inout Set<Int>
    ) -> URIReference? {
        for number in list where asked.insert(number).inserted {
            let catalog = catalogs[number]
            let matches = catalog.entries.filter { $0.subject == subject && $0.matches(uri) }
            for form in [CatalogEntry.Form.whole, .rewrite, .suffix] {
                if let entry = Self.longest(matches.filter { $0.form == form }).first {
                    return entry.target(of: uri)
                }
            }
            let delegates = Self.longest(matches.filter { $0.form == .delegate })
            if !delegates.isEmpty {
                return resolve(
                    uri, subject, in: delegates.compactMap { numbers[Self.key($0.target)] }, &asked)
            }
            let next = catalog.next.compactMap { numbers[Self.key($0.uri)] }
            if let target = resolve(uri, subject, in: next, &asked) { return target }
        }
        return nil
    }

    /// The entries with the longest text first; of equal ones in the order of the file.
    private static func longest(_ entries: [CatalogEntry]) -> [CatalogEntry] {
        entries.enumerated().sorted {
            ($1.element.text.utf8.count, $0.offset) < ($0.element.text.utf8.count, $1.offset)
        }.map(\.element)
    }

    private static func key(_ uri: URIReference) -> String { URIReference.normalized(uri.text) }

    private static func folders(of catalog: XMLCatalog) -> [SchemaFolder] {
        catalog.entries.compactMap { entry in
            guard entry.form != .delegate, let path = entry.target.filePath else { return nil }
            guard entry.form == .rewrite else {
                return SchemaFile.realPath(of: path).flatMap(SchemaFolder.init(of:))
            }
            return SchemaFile.isFolder(path) ? SchemaFolder(path) : SchemaFolder(of: path)
        }
    }

    // MARK: - Loading

    private mutating func load(
        _ uri: URIReference, _ place: Place, in catalog: XMLCatalog
    ) throws(SchemaError) {
        guard numbers[Self.key(uri)] == nil else { return }
        guard let path = uri.filePath, SchemaFile.isRegular(path) else {
            throw SchemaError(
                Finding(
                    .catalogInvalid,
                    message: "The catalog '\(uri.text)' is not there; only local files are read.",
                    place: place),
                in: [catalog.file.file])
        }
        numbers[Self.key(uri)] = try load(path, name: path)
    }

    @discardableResult
    private mutating func load(_ path: String, name: String) throws(SchemaError) -> Int {
        let file = try SchemaFile(path: path, name: name)
        if let number = numbers[Self.key(file.uri)] { return number }
        guard catalogs.count < Self.limit else {
            throw SchemaError(
                Finding(
                    .catalogInvalid, message: "There are more than \(Self.limit) catalogs.",
                    place: Place(file: name)))
        }
        catalogs.append(try XMLCatalog(file))
        numbers[Self.key(file.uri)] = catalogs.count - 1
        return catalogs.count - 1
    }
}
