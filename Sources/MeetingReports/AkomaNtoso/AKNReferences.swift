/// What a document refers to: the entries of `meta/references` that its text points at.
///
/// They are made from codes, acronyms and printed names, and never read back: the record has all of it where it is printed.
struct AKNReferences {
    /// What an entry stands for.
    enum Kind: Sendable {
        case organization, state, person, role, location, event, concept, process

        /// The element.
        var element: String {
            switch self {
            case .organization, .state: "TLCOrganization"
            case .person: "TLCPerson"
            case .role: "TLCRole"
            case .location: "TLCLocation"
            case .event: "TLCEvent"
            case .concept: "TLCConcept"
            case .process: "TLCProcess"
            }
        }

        /// Whether entries are named by the codes of the vocabulary where they have one.
        fileprivate var isNamedByCode: Bool { self == .state || self == .role || self == .concept }

        /// What its eId begins with.
        fileprivate var short: String {
            switch self {
            case .organization: "org_"
            case .state: "state_"
            case .person: "person_"
            case .role: "role_"
            case .location: "loc_"
            case .event: "event_"
            case .concept: "concept_"
            case .process: "process_"
            }
        }

        /// What its IRI begins with.
        fileprivate var path: String {
            switch self {
            case .organization: "/akn/ontology/organization/un/"
            case .state: "/akn/ontology/organization/un/memberState/"
            case .person: "/akn/ontology/person/un/"
            case .role: "/akn/ontology/role/un/"
            case .location: "/akn/ontology/location/un/"
            case .event: "/akn/ontology/event/un/"
            case .concept: "/akn/ontology/concept/un/"
            case .process: "/akn/ontology/process/un/"
            }
        }
    }

    /// One thing referred to.
    struct Entry: Sendable {
        var kind: Kind
        var eId: String
        var href: String
        var showAs: String
        var shortForm: String?
    }

    private struct Key: Hashable {
        var kind: Kind
        var key: String
    }

    private(set) var entries: [Entry] = []
    private var known: [Key: String] = [:]
    /// The entries by element and IRI.
    private var numbers: [Key: Int] = [:]

    /// The reference to something: what has the same IRI has one entry, shown as it was printed first.
    mutating func refer(
        to kind: Kind, _ key: String, showAs: @autoclosure () -> String, shortForm: String? = nil,
        _ ids: inout AKNIdentifiers
    ) -> String {
        if let known = known[Key(kind: kind, key: key)] { return known }
        // Codes keep their case in eIds, as in those of the guidelines.
        let isCode = kind.isNamedByCode && AKNText.isCode(key)
        let words = AKNSlug.words(key, parted: kind == .person ? UInt8(ascii: ".") : UInt8(ascii: "-"))
        let name = isCode && kind != .state ? key : words ?? "nn"
        let iri = Key(kind: kind, key: kind.path + name)
        if words != nil, let number = numbers[iri] {
            if entries[number].shortForm == nil { entries[number].shortForm = shortForm }
            known[Key(kind: kind, key: key)] = "#" + entries[number].eId
            return "#" + entries[number].eId
        }
        let eId = ids.claim(kind.short + (isCode ? key : name.utf8.allSatisfy { $0 < 0x80 } ? name : "nn"))
        let shown = showAs()
        numbers[iri] = entries.count
        entries.append(
            Entry(
                kind: kind, eId: eId, href: kind.path + name, showAs: shown.isEmpty ? key : shown,
                shortForm: shortForm))
        known[Key(kind: kind, key: key)] = "#" + eId
        return "#" + eId
    }

    /// The reference to this tool, which has a name of its own.
    mutating func converter(_ ids: inout AKNIdentifiers) -> String {
        let eId = ids.claim("converter")
        entries.append(
            Entry(kind: .process, eId: eId, href: Kind.process.path + "rapporteur", showAs: "Rapporteur"))
        return "#" + eId
    }

    /// Writes the entries in the order of their kinds and eIds.
    func write(to out: inout AKNOutput) {
        let sorted = entries.sorted {
            ($0.kind.element, Array($0.eId.utf8)) < ($1.kind.element, Array($1.eId.utf8))
        }
        for entry in sorted {
            out.empty(
                entry.kind.element,
                [
                    "eId": entry.eId, "href": entry.href, "showAs": entry.showAs,
                    "shortForm": entry.shortForm,
                ])
        }
    }
}

private func < (left: (String, [UInt8]), right: (String, [UInt8])) -> Bool {
    if left.0 != right.0 { return left.0 < right.0 }
    return left.1.lexicographicallyPrecedes(right.1)
}
