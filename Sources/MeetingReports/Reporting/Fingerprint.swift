/// Names for the findings of an input that stay the same when lines are added above them.
///
/// A name is made of the finding's code and its stable node: the id of the nearest element that has one with the names of the
/// path, else the path with its counts; else the JSON Pointer. Of several findings with the same, the later ones are numbered.
struct Fingerprint {
    private var seen: [String: Int] = [:]

    /// The name of the next finding, 32 hexadecimal digits and its number: `5d41…92c0:1`.
    mutating func next(_ finding: Finding) -> String {
        let key = "\(finding.code)\n\(Self.node(of: finding.place))"
        let number = seen[key, default: 0] + 1
        seen[key] = number
        return "\(Digest.sha256(Array(key.utf8)).prefix(32)):\(number)"
    }

    /// The stable node of a place: what it is called as long as the record stays what it is, wherever its lines are.
    static func node(of place: Place) -> String {
        guard let id = place.id else { return place.xpath ?? place.jsonPointer ?? "" }
        // Elements before this one may come and go, so that the counts in the path say nothing beside an id.
        let steps = (place.xpath ?? "").utf8.split(separator: UInt8(ascii: "/"))
        let names = steps.map { String(decoding: $0.prefix { $0 != UInt8(ascii: "[") }, as: UTF8.self) }
        return "#\(id) \(names.joined(separator: "/"))"
    }
}
