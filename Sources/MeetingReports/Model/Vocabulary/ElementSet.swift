/// A set of element names in one machine word.
struct ElementSet: OptionSet {
    let rawValue: UInt64

    init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    init(_ names: some Sequence<ElementName>) {
        rawValue = names.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
    }

    func contains(_ name: ElementName) -> Bool { rawValue & 1 << UInt64(name.rawValue) != 0 }
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

    func contains(_ name: AttributeName) -> Bool { rawValue & 1 << UInt64(name.rawValue) != 0 }
}
