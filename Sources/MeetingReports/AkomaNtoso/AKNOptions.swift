/// What a record does not say and Akoma Ntoso asks for.
public struct AKNOptions: Hashable, Sendable {
    /// The codes of issuing bodies by their printed names, `Economic Commission for Europe` to `unece`, for the IRIs.
    ///
    /// Without one the actor is the body's usual acronym where the library knows it, else its name in small letters
    /// with hyphens; `un` where the document names no body.
    public var actors: [String: String] = [:]
    /// The actor of all documents, whatever body they name.
    public var actor: String?
    /// What stands for the symbol in the IRI of a document that has none.
    ///
    /// Without it: the record's id, else its title in small letters with hyphens, else the name of its source, else
    /// `unnumbered`.
    public var number: String?

    /// Creates the options of the defaults.
    public init() {}
}
