/// The items of an agenda that is printed before the headings which repeat it: `Agenda item 1: Title`, in a row.
struct NamedAgenda {
    /// An item as it is printed.
    struct Entry {
        var num: String
        var mark: ItemMark
        var text: ArraySlice<UInt8>
    }

    /// The items, by the place of their units.
    private(set) var items: [Int: Entry] = [:]

    /// The most bytes of a text between two items of a row.
    private static let longest = 100

    init(_ units: [TextUnit], shapes: [UnitShape]) {
        var row: [(index: Int, value: Int, key: [UInt8], entry: Entry)] = []
        var rows: [[(index: Int, value: Int, key: [UInt8], entry: Entry)]] = []
        for index in units.indices {
            guard units[index].isText else { continue }
            let text = units[index].run.utf8[...]
            if case .plain = units[index].kind, units[index].listedLevel == nil, shapes[index].count <= 200,
                let named = NamedNumber(text), named.number.style == .item, named.isStopped,
                named.textStart < text.endIndex
            {
                let rest = text[named.textStart...]
                if let last = row.last, last.value + 1 != named.number.value {
                    rows.append(row)
                    row = []
                }
                let entry = Entry(
                    num: text[..<named.end].string,
                    mark: ItemMark(style: "named", number: named.number.value),
                    text: rest)
                row.append((index, named.number.value, HeadingKey.of(rest), entry))
            } else if shapes[index].count > Self.longest
                || shapes[index].isSentence && shapes[index].count > 60
            {
                rows.append(row)
                row = []
            }
        }
        rows.append(row)
        for row in rows where row.count >= 2 {
            let end = row[row.count - 1].index
            let later = Set(rows.joined().filter { $0.index > end }.map(\.key))
            guard row.contains(where: { later.contains($0.key) }) else { continue }
            for item in row { items[item.index] = item.entry }
        }
    }
}
