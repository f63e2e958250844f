/// A year, a month or a day of the Gregorian calendar, as ISO 8601 writes it: `2017`, `2017-10`, `2017-10-31`.
///
/// The parts are as the schema allows them (month 1 to 12, day 1 to 31); whether the calendar has such a day is
/// ``isInCalendar``, since a misprinted `31 April` has to be held as printed.
public struct PartialDate: Hashable, Sendable {
    /// 0 to 9999.
    public let year: Int
    /// 1 to 12, or nil where only the year is known.
    public let month: Int?
    /// 1 to 31, or nil where no day is known.
    public let day: Int?

    /// Creates a year, month or day; nil where a part is out of its range, or a day has no month.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (0...9999).contains(year), month.map((1...12).contains) ?? true,
            day.map((1...31).contains) ?? true, month != nil || day == nil
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Whether the day exists: 29 February only in a leap year, no 31 April.
    public var isInCalendar: Bool {
        guard let month, let day else { return true }
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= days[month - 1]
    }
}

extension PartialDate: LosslessStringConvertible {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for anything else.
    public init?(_ description: String) {
        var description = description
        guard let date = description.withUTF8({ PartialDate(utf8: $0) }) else { return nil }
        self = date
    }

    /// Reads the same from UTF-8.
    init?(utf8: UnsafeBufferPointer<UInt8>) {
        let hyphen = UInt8(ascii: "-")
        guard [4, 7, 10].contains(utf8.count), utf8.count < 7 || utf8[4] == hyphen,
            utf8.count < 10 || utf8[7] == hyphen, let year = Int(digits: utf8[..<4])
        else { return nil }
        let month = utf8.count < 7 ? nil : Int(digits: utf8[5..<7])
        let day = utf8.count < 10 ? nil : Int(digits: utf8[8...])
        guard (month != nil) == (utf8.count >= 7), (day != nil) == (utf8.count == 10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The ISO 8601 form.
    public var description: String {
        var text = Self.padded(year, to: 4)
        if let month { text += "-" + Self.padded(month, to: 2) }
        if let day { text += "-" + Self.padded(day, to: 2) }
        return text
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

extension PartialDate: Comparable {
    /// Orders by year, month and day; of two dates with one beginning, the less exact one comes first.
    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
    }
}

extension Int {
    /// A number of ASCII digits only, at most 15 of them: no sign, no other script's digits.
    init?(digits: some Collection<UInt8>) {
        guard (1...15).contains(digits.count) else { return nil }
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        self = value
    }
}
