/// The namespaces of Akoma Ntoso.
enum AKNNamespace {
    /// Akoma Ntoso 3.0, OASIS Standard of 29 August 2018.
    static let final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    /// What the drafts of 3.0 begin with, such as `…/akn/3.0/CSD13` and `…/WD17`.
    static let draftPrefix = final + "/"
    /// The namespaces of Akoma Ntoso before OASIS took it over.
    static let earlier = ["http://www.akomantoso.org/1.0", "http://www.akomantoso.org/2.0"]
    /// The prefix of this project's own attributes, which are in ``XMLNamespace/record``.
    static let ownPrefix = "rr"
    /// The namespace of `xml:lang`.
    static let xml = "http://www.w3.org/XML/1998/namespace"

    /// Whether a namespace is one of Akoma Ntoso that is read, with a finding where it is not the final one.
    static func isKnown(_ namespace: String?) -> Bool {
        guard let namespace else { return false }
        return namespace == final || namespace.hasPrefix(draftPrefix) || earlier.contains(namespace)
    }
}
