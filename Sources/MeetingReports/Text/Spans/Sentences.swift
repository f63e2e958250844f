/// Cuts a text into sentences; periods after titles, initials and abbreviations end none.
enum Sentences {
    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "no", "nos", "para", "paras", "p", "pp", "art", "arts", "vs",
        "cf", "rev", "add", "corr", "doc", "docs", "st", "messrs", "mme", "sr", "sra", "vol", "fig", "sec",
        "ch",
        "approx", "incl", "resp", "distr", "min", "amb", "hon", "sres", "gen", "col", "capt", "lic", "ing",
        "dra",
    ]

    /// The ranges of the sentences, without the space between them.
    static func ranges(in text: SpanText) -> [Range<Int>] {
        let bytes = text.bytes
        var ranges: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == .period || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") else {
                index += 1
                continue
            }
            var end = index + 1
            end += closing(bytes[end...])
            end += Superscript.length(in: bytes[end...])
            let isEnd = end == bytes.count || bytes[end] == .space && begins(bytes, at: end + 1)
            if isEnd, byte != .period || end == bytes.count || !isAbbreviation(text, before: index) {
                ranges.append(start..<end)
                start = min(end + 1, bytes.count)
            }
            index = end
        }
        if start < bytes.count { ranges.append(start..<bytes.count) }
        return ranges
    }

    /// The length of closing quotes and brackets.
    private static func closing(_ bytes: ArraySlice<UInt8>) -> Int {
        var length = 0
        while length < bytes.count {
            let (next, count) = scalar(in: bytes, at: length)
            guard
                next == "\"" || next == ")" || next == "'" || next == "\u{201D}" || next == "\u{2019}"
                    || next == "]"
            else { break }
            length += count
        }
        return length
    }

    /// Whether a sentence may begin at an offset: not with a small letter.
    private static func begins(_ bytes: [UInt8], at offset: Int) -> Bool {
        guard offset < bytes.count else { return true }
        return !scalar(in: bytes, at: offset).scalar.properties.isLowercase
    }

    private static func isAbbreviation(_ text: SpanText, before period: Int) -> Bool {
        let next = text.firstWord(from: period)
        guard next > 0 else { return false }
        let word = text.words[next - 1]
        guard word.range.upperBound == period else { return false }
        if abbreviations.contains(word.small) { return true }
        // `6 p.m.`
        if word.small == "m", next > 1, text.words[next - 2].range.upperBound + 1 == word.range.lowerBound,
            ["p", "a"].contains(text.words[next - 2].small)
        {
            return false
        }
        // An initial or the end of `e.g.`, but not `I.` and digits, which end sentences.
        return word.range.count == 1 && !text.bytes[word.range.lowerBound].isDigit && word.small != "i"
    }
}
