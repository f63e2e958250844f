/// One or more codes parted by single spaces, such as the kinds of a section or the capacities of a person.
///
/// The codes are an open list: the vocabulary documents the known ones, and an unknown one is still held.
public struct Codes: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The codes as written in a record.
    public let description: String

    /// Takes codes as written in a record, parted by single spaces.
    public init(_ description: String) {
        self.description = description
    }

    /// Takes codes as written in a record, parted by single spaces.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// The single codes.
    public var values: [Substring] { description.split(separator: " ") }

    /// Whether `code` is one of the codes.
    public func contains(_ code: String) -> Bool {
        values.contains { $0 == code }
    }
}
