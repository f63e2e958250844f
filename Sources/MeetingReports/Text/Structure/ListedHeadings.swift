/// A heading that a list of contents announces.
struct ListedHeading: Hashable, Sendable {
    /// Its place among them.
    var place: Int
    /// Its number without a stop; empty where it has none.
    var number: [UInt8]
    /// Its depth, 1 for the highest.
    var level: Int
    /// Whether it is printed in capitals.
    var isInCapitals: Bool
    /// Whether the text has had it.
    var isTaken = false
}

/// The headings that the lists of contents of a text announce, in the order in which the text must have them.
struct ListedHeadings: Sendable {
    private var byKey: [[UInt8]: [ListedHeading]] = [:]
    private var beginnings: Set<[UInt8]> = []
    private var count = 0
    /// The place of the heading that comes next.
    private var next = 0

    /// Whether there are any.
    var isEmpty: Bool { byKey.isEmpty }

    /// Adds the entries of a list of contents, those of annexes aside.
    mutating func add(_ contents: Contents) {
        for entry in contents.content.compactMap(\.element) where entry.kind == nil {
            let key = HeadingKey.of((entry.heading ?? []).plainText.utf8)
            let num = (entry.num ?? []).plainText
            guard key.count >= 3, AnnexTitle.kind(of: num) == nil else { continue }
            let heading = Array((entry.heading ?? []).plainText.utf8)
            byKey[key, default: []].append(
                ListedHeading(
                    place: count, number: Self.key(ofNumber: num), level: entry.level ?? 1,
                    isInCapitals: heading.isInCapitals))
            beginnings.insert(Array(key.prefix(3)))
            count += 1
        }
    }

    /// What two prints of one number have in common: `I.` and `I`, but not `(b)` and `B.`.
    ///
    /// A list of contents may leave out the word before a number: `ITEM 3.` and `3.` are the same.
    static func key(ofNumber printed: String) -> [UInt8] {
        var key = printed.utf8.filter { !$0.isBlank }
        if key.last == .period || key.last == .colon { key.removeLast() }
        let word = key.prefix { $0.isCapital || $0.isSmall }
        let isNamed = word.count >= 4 && key.dropFirst(word.count).first?.isDigit ?? false
        return isNamed ? Array(key.dropFirst(word.count)) : key
    }

    /// Whether a heading may begin with the key.
    func mayBegin(_ key: [UInt8]) -> Bool { key.count >= 3 && beginnings.contains(Array(key.prefix(3))) }

    /// Takes the heading of a key and a number: the next of them, or one before it that has the same number.
    ///
    /// Where no number is printed, the next one counts, or the only one if its words are many. A line that ends in a stop is
    /// an item of the agenda where the heading has been, or is printed in capitals.
    ///
    /// - Parameter line: the last line of what may be the heading.
    mutating func take(_ key: [UInt8], printed: String, line: ArraySlice<UInt8>) -> ListedHeading? {
        guard var all = byKey[key] else { return nil }
        let isStopped = line.last.map { [.period, .semicolon, .colon].contains($0) } ?? false
        let isSmall = line.contains(where: \.isSmall)
        let found = all.filter { !(isStopped && ($0.isTaken || isSmall && $0.isInCapitals)) }
        let number = Self.key(ofNumber: printed)
        let same = found.filter { $0.number == number }
        var heading = same.first { $0.place >= next } ?? (number.isEmpty ? nil : same.first)
        if heading == nil, number.isEmpty, found.count == 1, key.count >= 12, found[0].place >= next {
            heading = found[0]
        }
        guard let heading else { return nil }
        next = heading.place + 1
        for index in all.indices where all[index].place == heading.place { all[index].isTaken = true }
        byKey[key] = all
        return heading
    }
}
