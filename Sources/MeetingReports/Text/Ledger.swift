/// What became of every line of a text, and of every character that was dropped.
public struct Ledger: Hashable, Sendable {
    /// What became of a line.
    public enum Fate: Hashable, Sendable {
        /// It is text of these elements of the record; more than one where a line holds several fields.
        case kept([Holder])
        /// It held only white space.
        case blank
        /// It is in no element. A reader that keeps its word never says so.
        case lost
    }

    /// An element that holds text of a line.
    public struct Holder: Hashable, Sendable {
        /// The element's name.
        public var element: String
        /// Its id, or that of the element it is in.
        public var id: String?
    }

    /// A character that was dropped from a line.
    public struct Drop: Hashable, Sendable {
        /// Why a character may be dropped: a closed list.
        public enum Kind: Hashable, Sendable {
            /// A byte order mark at the beginning.
            case byteOrderMark
            /// A form feed; the page break is in the record.
            case formFeed
            /// A control character or another that no record can carry.
            case control(UInt32)
            /// A soft hyphen.
            case softHyphen
            /// A hyphen that only broke a line.
            case lineEndHyphen
            /// A bar between the cells of a table, or a character of a rule between its rows.
            case tableBar
            /// A dot of a leader in a list of contents.
            case dotLeader
        }

        /// Which character it was.
        public var kind: Kind
        /// The line.
        public var line: Int
        /// How many of them.
        public var count: Int

        /// Creates an entry.
        public init(kind: Kind, line: Int, count: Int) {
            self.kind = kind
            self.line = line
            self.count = count
        }
    }

    /// A part of the record whose order is not that of the source.
    public struct Region: Hashable, Sendable {
        /// The element's name: `masthead` or `table`.
        public var element: String
        /// The source lines that it carries.
        public var lines: SourceLines
    }

    /// The fate of each line; the first is that of line 1.
    public var lines: [Fate]
    /// What was dropped, by line.
    public var drops: [Drop]
    /// Where the order differs.
    public var regions: [Region]

    /// The number of lines that are text of the record.
    public var keptCount: Int { lines.count { if case .kept = $0 { true } else { false } } }
    /// The number of lines of white space.
    public var blankCount: Int { lines.count { $0 == .blank } }
    /// The number of lines that are in no element.
    public var lostCount: Int { lines.count { $0 == .lost } }
}

extension Ledger.Drop.Kind: CustomStringConvertible {
    /// A name for people: `form feed`, `U+0007`.
    public var description: String {
        switch self {
        case .byteOrderMark: "byte order mark"
        case .formFeed: "form feed"
        case .softHyphen: "soft hyphen"
        case .lineEndHyphen: "hyphen at a line end"
        case .tableBar: "bar of a table"
        case .dotLeader: "dot of a leader"
        case .control(let value):
            CodePoint.name(value)
        }
    }
}

extension Ledger: CustomStringConvertible {
    /// The ledger as lines of text: the sums, each run of lines with one fate, what was dropped, what was moved.
    public var description: String {
        var text =
            "\(lines.count) lines: \(keptCount) kept, \(blankCount) blank, \(lostCount) lost\n"
        var first = 0
        for index in lines.indices where index + 1 == lines.count || lines[index + 1] != lines[index] {
            let range = first == index ? "\(first + 1)" : "\(first + 1)-\(index + 1)"
            text += "\(range): \(Self.words(for: lines[index]))\n"
            first = index + 1
        }
        for drop in drops { text += "dropped on line \(drop.line): \(drop.kind) \(drop.count)\n" }
        for region in regions { text += "order differs: \(region.element) \(region.lines)\n" }
        return text
    }

    private static func words(for fate: Fate) -> String {
        switch fate {
        case .blank: "blank"
        case .lost: "lost"
        case .kept(let holders):
            holders.map { $0.element + ($0.id.map { " " + $0 } ?? "") }.joined(separator: ", ")
        }
    }
}
