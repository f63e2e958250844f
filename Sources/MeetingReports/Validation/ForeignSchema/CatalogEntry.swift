/// One entry of a catalog (OASIS XML Catalogs 1.1): what a URI is exchanged for.
struct CatalogEntry: Sendable {
    /// How the entry's text is held against a URI.
    enum Form: Sendable {
        /// The URI is the text.
        case whole
        /// The URI begins with the text; what follows is kept.
        case rewrite
        /// The URI ends in the text.
        case suffix
        /// The URI begins with the text; other catalogs know more.
        case delegate
    }

    /// Which kind of name the entry is about.
    enum Subject: Sendable {
        /// Names of namespaces and other resources.
        case uri
        /// System identifiers, as which `schemaLocation` counts for many tools.
        case system
    }

    let form: Form
    let subject: Subject
    /// What URIs are held against.
    let text: String
    /// What they are exchanged for; for `delegate` the catalog to ask.
    let target: URIReference

    /// An element of a catalog that is an entry.
    private struct Element: Sendable {
        let name: String
        let form: Form
        let subject: Subject
        let text: String
        let target: String
    }

    private static let elements = [
        Element(name: "uri", form: .whole, subject: .uri, text: "name", target: "uri"),
        Element(
            name: "rewriteURI", form: .rewrite, subject: .uri, text: "uriStartString", target: "rewritePrefix"
        ),
        Element(name: "uriSuffix", form: .suffix, subject: .uri, text: "uriSuffix", target: "uri"),
        Element(
            name: "delegateURI", form: .delegate, subject: .uri, text: "uriStartString", target: "catalog"),
        Element(name: "system", form: .whole, subject: .system, text: "systemId", target: "uri"),
        Element(
            name: "rewriteSystem", form: .rewrite, subject: .system, text: "systemIdStartString",
            target: "rewritePrefix"),
        Element(name: "systemSuffix", form: .suffix, subject: .system, text: "systemIdSuffix", target: "uri"),
        Element(
            name: "delegateSystem", form: .delegate, subject: .system, text: "systemIdStartString",
            target: "catalog"),
    ]

    /// The attributes that an element of a catalog must have to be an entry, or nil where it is none.
    static func attributes(of element: String) -> (text: String, target: String)? {
        elements.first { $0.name == element }.map { ($0.text, $0.target) }
    }

    /// The entry that an element of a catalog is, or nil.
    init?(element: String, text: String, target: URIReference) {
        guard let known = Self.elements.first(where: { $0.name == element }) else { return nil }
        form = known.form
        subject = known.subject
        self.text = URIReference.normalized(text)
        self.target = target
    }

    /// Whether the entry is about a URI.
    func matches(_ uri: String) -> Bool {
        switch form {
        case .whole: uri.utf8.elementsEqual(text.utf8)
        case .rewrite, .delegate: uri.utf8.starts(with: text.utf8)
        case .suffix: uri.utf8.reversed().starts(with: text.utf8.reversed())
        }
    }

    /// What a URI that the entry is about is exchanged for.
    func target(of uri: String) -> URIReference {
        guard form == .rewrite else { return target }
        let rest = uri.utf8.dropFirst(text.utf8.count)
        return URIReference(target.text + String(Substring(rest)))
    }
}
