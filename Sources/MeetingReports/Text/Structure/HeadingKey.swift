/// The letters and digits of a heading, by which a list of contents and the heading itself are the same.
enum HeadingKey {
    /// The key of a text: small letters and digits, without white space, punctuation and raised digits.
    static func of(_ text: some Sequence<UInt8>) -> [UInt8] {
        var key: [UInt8] = []
        var skip = 0
        for byte in text {
            if skip > 0 {
                skip -= 1
            } else if byte == 0xE2 {
                skip = 2
            } else if byte == 0xC2 {
                skip = 1
            } else if byte.isCapital {
                key.append(byte | 0x20)
            } else if byte.isSmall || byte.isDigit || byte >= 0x80 {
                key.append(byte)
            }
        }
        return key
    }
}

/// A heading that a list of contents announces.
struct ListedHeading: Hashable, Sendable {
    /// Its key.
    var key: [UInt8]
    /// The key of its number; empty where it has none.
    var number: [UInt8]
    /// Its depth, 1 for the highest.
    var level: Int
}

/// The headings that the lists of contents of a text announce.
struct ListedHeadings: Sendable {
    private var byKey: [[UInt8]: [ListedHeading]] = [:]
    private var beginnings: Set<[UInt8]> = []

    /// Whether there are any.
    var isEmpty: Bool { byKey.isEmpty }

    /// Adds the entries of a list of contents.
    mutating func add(_ contents: Contents) {
        for entry in contents.content.compactMap(\.element) where entry.kind == nil {
            let key = HeadingKey.of((entry.heading ?? []).plainText.utf8)
            guard key.count >= 3 else { continue }
            let number = HeadingKey.of((entry.num ?? []).plainText.utf8)
            byKey[key, default: []].append(
                ListedHeading(key: key, number: number, level: entry.level ?? 1))
            beginnings.insert(Array(key.prefix(3)))
        }
    }

    /// Whether a heading may begin with the key.
    func mayBegin(_ key: [UInt8]) -> Bool { key.count >= 3 && beginnings.contains(Array(key.prefix(3))) }

    /// The heading of a key; of several the one with the number, or the only one without any where none is printed.
    func heading(_ key: [UInt8], number: [UInt8]) -> ListedHeading? {
        guard let found = byKey[key] else { return nil }
        if let same = found.first(where: { $0.number == number }) { return same }
        return number.isEmpty && found.count == 1 && key.count >= 12 ? found[0] : nil
    }
}
