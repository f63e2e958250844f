/// Names of code points, as the Unicode Standard writes them.
enum CodePoint {
    /// `U+` and at least four hexadecimal digits, such as `U+0007`.
    static func name(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}
