/// The cities that meetings are held in, by the table that comes with the library.
enum PlaceNames {
    private static let names: Set<[UInt8]> = {
        var names: Set<[UInt8]> = []
        for row in NameTable.rows(of: "places.tsv") where row.count >= 2 {
            names.insert(key(row[1]))
            names.insert(key(Accents.without(row[1].lowercased())))
        }
        return names
    }()

    /// Whether a text is the name of a city of the table, in whatever letters, such as `GENEVA`.
    static func isKnown(_ name: ArraySlice<UInt8>) -> Bool {
        guard name.count <= 40 else { return false }
        return names.contains(key(name.string))
    }

    /// A name in small letters, spaces and full stops left out.
    private static func key(_ name: String) -> [UInt8] {
        name.lowercased().utf8.filter { $0 != .space && $0 != .period && $0 != .comma }
    }
}
