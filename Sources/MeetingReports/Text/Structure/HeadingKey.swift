/// The letters and digits of a heading, by which a list of contents and the heading itself are the same.
enum HeadingKey {
    /// The key of a text: small letters and digits, without white space, punctuation and raised digits.
    static func of(_ text: some Sequence<UInt8>) -> [UInt8] {
        var key: [UInt8] = []
        var skip = 0
        for byte in text {
            if skip > 0 {
                skip -= 1
            } else if byte == 0xE2 {
                skip = 2
            } else if byte == 0xC2 {
                skip = 1
            } else if byte.isCapital {
                key.append(byte | 0x20)
            } else if byte.isSmall || byte.isDigit || byte >= 0x80 {
                key.append(byte)
            }
        }
        return key
    }
}
