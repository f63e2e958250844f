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

    /// What is set, by the names that a configuration has for it.
    public var settings: [(name: String, value: String)] {
        [("actor", actor), ("number", number)].compactMap { name, value in value.map { (name, $0) } }
            + actors.sorted { $0.key < $1.key }.map { ("actors, \($0.key)", $0.value) }
    }
}

extension AKNOptions {
    /// Reads the setting `akomaNtoso`: an object with `actor`, `number` and `actors`, the last an object of names and codes.
    ///
    /// - Throws: an error that names the place of what is wrong in it.
    init(_ node: JSONNode, _ reader: SettingsReader) throws(InputError) {
        self.init()
        guard node.kind == .object else {
            throw reader.error("An object with actor, number or actors was expected.", at: node)
        }
        for member in node.members {
            switch member.key.string ?? "" {
            case "actor": actor = try Self.text(member.value, reader)
            case "number": number = try Self.text(member.value, reader)
            case "actors":
                guard member.value.kind == .object else {
                    throw reader.error("An object of names and codes was expected.", at: member.value)
                }
                for entry in member.value.members {
                    actors[entry.key.string ?? ""] = try Self.text(entry.value, reader)
                }
            default:
                throw reader.error(
                    "\"\(member.key.string ?? "")\" is no setting of akomaNtoso; actor, number and actors are.",
                    at: member.key)
            }
        }
    }

    private static func text(_ node: JSONNode, _ reader: SettingsReader) throws(InputError) -> String {
        guard let text = node.string, AKNSlug.symbol(text) != nil else {
            throw reader.error("A code of letters and digits was expected.", at: node)
        }
        return text
    }
}
