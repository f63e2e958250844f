/// The ids of a record as eIds and back.
///
/// An eId is the id with the short names of Akoma Ntoso (OASIS Naming Convention 1.0, 5.4) in place of those of records:
/// `sec_III__para_7__list_1__item_a` is `sec_III__para_7__list_1__point_a`. A section below another is a title, chapter or
/// division there. An id that does not come back by itself, since it has one of these names or shares one, is written beside the eId.
enum AKNIdentifier {
    private static let names: [(model: [UInt8], akn: [UInt8])] = [
        ("item", "point"), ("annex", "att"), ("fn", "authorialNote"), ("quote", "embeddedStructure"),
        ("contents", "hcontainer"), ("un", "hcontainer"),
        ("sec", "title"), ("sec", "chp"), ("sec", "dvs"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// The eId of a note at a mark inside an element with the id `context`; ids of records say where it was printed.
    static func eId(ofNote id: String, in context: String?) -> String {
        let own = eId(of: id).text
        guard let context, id.hasPrefix("fn_") else { return own }
        return "\(eId(of: context).text)__\(own)"
    }

    /// The eId of an id, and whether the id can be made from it again.
    static func eId(of id: String) -> (text: String, isExact: Bool) {
        var isBelowSection = false
        let text = replacing(id) { name, rest in
            if name.elementsEqual("annex".utf8) { isBelowSection = false }
            guard name.elementsEqual("sec".utf8) else {
                return names.first { $0.model.elementsEqual(name) }?.akn
            }
            defer { isBelowSection = true }
            guard isBelowSection else { return nil }
            return Array(levelName(numbered: rest).utf8)
        }
        return (text, Self.id(of: text) == id)
    }

    /// The id that an eId was made from.
    static func id(of eId: String) -> String {
        replacing(eId) { name, _ in names.first { $0.akn.elementsEqual(name) }?.model }
    }

    /// The name of a section below another in eIds, by the first letter or digit of its number.
    private static func levelName(numbered number: ArraySlice<UInt8>) -> String {
        guard let first = number.first, !number.starts(with: "nn_".utf8) else { return "dvs" }
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) ? "chp" : "title"
    }

    /// Exchanges the name of each part of a path, what stands before the first `_` of it; parts are parted by `__`.
    private static func replacing(
        _ path: String, _ exchange: (_ name: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> [UInt8]?
    ) -> String {
        var rest = Array(path.utf8)[...]
        var result: [UInt8] = []
        while !rest.isEmpty {
            let end = endOfPart(rest)
            let part = rest[..<end]
            if let bar = part.firstIndex(of: underscore), bar > part.startIndex {
                result += exchange(part[..<bar], part[(bar + 1)...]) ?? Array(part[..<bar])
                result += part[bar...]
            } else {
                result += part
            }
            let next = min(end + 2, rest.endIndex)
            result += rest[end..<next]
            rest = rest[next...]
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let underscore = UInt8(ascii: "_")

    /// Where the first `__` begins, or the end.
    private static func endOfPart(_ rest: ArraySlice<UInt8>) -> Int {
        rest.indices.first { $0 + 1 < rest.endIndex && rest[$0] == underscore && rest[$0 + 1] == underscore }
            ?? rest.endIndex
    }
}

/// Names that are given once each.
struct AKNNames {
    private var used: Set<String> = []
    /// The last number that a repeated name got.
    private var numbers: [String: Int] = [:]

    /// The name, or with `_2`, `_3` … behind it where somebody has it.
    mutating func claim(_ name: String) -> String {
        var claimed = name
        while !used.insert(claimed).inserted {
            numbers[name, default: 1] += 1
            claimed = "\(name)_\(numbers[name, default: 2])"
        }
        return claimed
    }
}

/// The eIds of a document: each once.
struct AKNIdentifiers {
    /// What stands before the eIds of a document in a collection.
    let prefix: String
    private var names = AKNNames()

    init(prefix: String = "") {
        self.prefix = prefix
    }

    /// An eId made of a name that nobody else has.
    mutating func claim(_ name: String) -> String {
        names.claim(prefix + name)
    }

    /// The eId of a part of an element with that eId.
    mutating func claim(_ part: String, of eId: String) -> String {
        names.claim("\(eId)__\(part)")
    }
}
