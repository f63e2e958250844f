extension FindingCode {
    /// A record of a version that this library does not read.
    static let recordVersion = FindingCode("record-version", .error)
}

/// Versions of the vocabulary, `major.minor`.
enum RecordVersion {
    /// Whether this library reads records of a version: `1.` and one to four digits, as the schema has it.
    static func isRead(_ version: String) -> Bool {
        let parts = version.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].elementsEqual("1".utf8) && parts[1].count <= 4
            && Int(digits: parts[1]) != nil
    }

    /// Whether a version is well formed and of another major number: a record that nobody here can judge.
    static func isOther(_ version: String) -> Bool {
        let parts = version.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let numbers = parts.map(Int.init(digits:))
        return parts.count == 2 && numbers.allSatisfy { $0 != nil } && numbers[0] != 1
    }
}

extension Finding {
    /// Says that a record is of a version that is not read; nil for versions that are, or are none.
    static func otherVersion(_ version: String, at place: @autoclosure () -> Place) -> Finding? {
        guard RecordVersion.isOther(version) else { return nil }
        return Finding(
            .recordVersion, message: "The record is of version \(version); this tool reads version 1.",
            place: place())
    }
}
