/// The attributes of one element, taken from it one by one as typed values.
struct RecordAttributes {
    /// The attributes as written.
    var values: [(name: AttributeName, value: String)] = []

    private var taken: AttributeSet = []
    private var malformed: AttributeName?

    /// Forgets all, for the next element.
    mutating func removeAll() {
        values.removeAll(keepingCapacity: true)
        taken = []
        malformed = nil
    }

    /// An attribute that nobody took, or whose value is not of its type; nil where all is held.
    var refused: AttributeName? {
        malformed ?? values.first { !taken.contains(AttributeSet($0.name)) }?.name
    }

    /// The value as written, or nil.
    mutating func string(_ name: AttributeName) -> String? {
        for attribute in values where attribute.name == name {
            taken.insert(AttributeSet(name))
            return attribute.value
        }
        return nil
    }

    /// The value as codes, or nil.
    mutating func codes(_ name: AttributeName) -> Codes? {
        string(name).map(Codes.init(_:))
    }

    /// The value as a number, or nil.
    mutating func count(_ name: AttributeName) -> Int? {
        read(name) { Int(digits: $0.utf8) }
    }

    /// The value as a date, or nil.
    mutating func date(_ name: AttributeName) -> PartialDate? {
        read(name, PartialDate.init(_:))
    }

    /// The lines of the source, or nil.
    mutating func lines() -> SourceLines? {
        read(.lines, SourceLines.init(_:))
    }

    /// The value as one of a closed list, or nil.
    mutating func choice<Choice: RawRepresentable<String>>(_ name: AttributeName) -> Choice? {
        read(name, Choice.init(rawValue:))
    }

    private mutating func read<Value>(_ name: AttributeName, _ convert: (String) -> Value?) -> Value? {
        guard let text = string(name) else { return nil }
        let value = convert(text)
        if value == nil { malformed = name }
        return value
    }
}

/// A set of attribute names in one machine word.
struct AttributeSet: OptionSet {
    let rawValue: UInt64

    init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    init(_ name: AttributeName) {
        rawValue = 1 << UInt64(name.rawValue)
    }
}
