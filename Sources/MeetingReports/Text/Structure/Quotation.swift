/// The marks around a quotation.
enum Quotation {
    /// The most texts of a quotation.
    static let longest = 12

    /// Whether a text begins with a mark that opens a quotation.
    static func begins(_ text: [UInt8]) -> Bool {
        guard !text.isEmpty else { return false }
        return ["\"", "\u{201C}", "\u{AB}", "\u{201E}"].contains(scalar(in: text, at: 0).scalar)
    }

    /// Whether a text ends with a mark that closes one, a stop after it aside.
    static func ends(_ text: [UInt8]) -> Bool {
        let last = String(decoding: text, as: UTF8.self).unicodeScalars.last {
            $0 != "." && $0 != ";" && $0 != ","
        }
        return last.map { ["\"", "\u{201D}", "\u{BB}"].contains($0) } ?? false
    }
}
