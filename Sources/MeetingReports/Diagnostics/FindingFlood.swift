/// Says which errors of a flood are listed one by one; the others are only counted, by code.
///
/// The sentence and the paths of an error cost far more than finding it, and a person reads the first hundred.
struct FindingFlood: Sendable {
    /// How many are listed; nil for all.
    private let limit: Int?
    private var listedCount = 0
    private var lastOffset = 0
    /// How many errors of each code are not listed.
    private(set) var unlisted: [FindingCode: Int] = [:]

    init(listing limit: Int?) {
        self.limit = limit
    }

    /// Whether an error is to be listed; where not, it is counted.
    ///
    /// - Parameter offset: what the error is about; one that stands before others that are listed is listed too, so that
    ///   those that are listed are the first of the input.
    mutating func lists(_ code: FindingCode, at offset: Int) -> Bool {
        guard let limit else { return true }
        guard listedCount < limit || offset < lastOffset else {
            unlisted[code, default: 0] += 1
            return false
        }
        listedCount += 1
        lastOffset = max(lastOffset, offset)
        return true
    }

    /// The errors that were not listed; what comes now is of another record.
    mutating func next() -> [FindingCode: Int] {
        defer { self = FindingFlood(listing: limit) }
        return unlisted
    }
}
