/// Versions of the vocabulary, `major.minor`.
enum RecordVersion {
    /// Whether this library reads records of a version: `1.` and one to four digits, as the schema has it.
    static func isRead(_ version: String) -> Bool {
        let parts = version.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].elementsEqual("1".utf8) && parts[1].count <= 4
            && Int(digits: parts[1]) != nil
    }
}
