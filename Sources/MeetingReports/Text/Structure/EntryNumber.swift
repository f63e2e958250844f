/// The number that an entry begins with.
struct EntryNumber {
    /// The number as printed.
    var printed: String
    /// Where the heading begins.
    var textStart: Int

    init?(_ text: ArraySlice<UInt8>) {
        var start = 0
        var prefix = ""
        var rest = text
        let leading = rest.prefix { $0 == .bar || $0.isBlank }
        start += leading.count
        rest = rest.dropFirst(leading.count)
        if rest.first == UInt8(ascii: "*"), rest.dropFirst().first == .space {
            let gap = rest.dropFirst().prefix(while: \.isBlank).count + 1
            prefix = "* "
            start += gap
            rest = rest.dropFirst(gap)
        }
        if let mark = Mark(inBody: rest), mark.textStart < rest.count, mark.form != .note {
            printed = prefix + mark.printed
            textStart = start + mark.textStart
            return
        }
        if let annex = Self.annexEnd(rest) {
            printed = prefix + rest[..<annex].string
            textStart = start + (annex - rest.startIndex) + rest[annex...].prefix(while: \.isBlank).count
            return
        }
        if let named = NamedNumber(rest), named.isStopped || named.end == text.endIndex {
            printed = prefix + text[rest.startIndex..<named.end].string
            textStart = named.textStart - text.startIndex
            return
        }
        if let end = Self.decisionEnd(rest) {
            printed = prefix + rest[..<end].string
            textStart = start + (end - rest.startIndex) + rest[end...].prefix(while: \.isBlank).count
            return
        }
        // A letter or roman numeral before a tab.
        let capitals = rest.prefix(while: \.isCapital)
        if capitals.endIndex < rest.endIndex, rest[capitals.endIndex] == .tab,
            capitals.count == 1 || Roman.value(of: capitals) != nil
        {
            printed = prefix + capitals.string
            textStart = start + capitals.count + rest[capitals.endIndex...].prefix(while: \.isBlank).count
            return
        }
        // A numeral that is all of the line.
        if capitals.count == rest.count, !capitals.isEmpty, Roman.value(of: capitals) != nil {
            printed = prefix + capitals.string
            textStart = start + capitals.count
            return
        }
        // A bare number before a gap.
        let digits = rest.prefix { $0.isDigit || $0 == .period }
        let gap = rest.dropFirst(digits.count).prefix(while: \.isBlank)
        guard !digits.isEmpty, digits.count <= 8, digits.first?.isDigit ?? false, !gap.isEmpty,
            digits.count + gap.count < rest.count, digits.prefix(while: \.isDigit).count <= 2
        else { return nil }
        printed = prefix + digits.string
        textStart = start + digits.count + gap.count
    }
}

extension EntryNumber {
    /// Where the number of an annex ends, `ANNEX 2`, `Appendix IV:` or `Annex A –`, with a gap, a stop or a dash and a
    /// heading after it; without a number only a colon parts the two.
    static func annexEnd(_ text: ArraySlice<UInt8>) -> Int? {
        var cursor = ByteCursor(text, at: text.startIndex)
        guard AnnexTitle.skipWord(&cursor) != nil else { return nil }
        let isNumbered = AnnexTitle.skipNumber(&cursor)
        var dashed = cursor
        let isDashed =
            isNumbered && dashed.skipSpace()
            && (dashed.skip(.hyphen) || dashed.skip("\u{2013}") || dashed.skip("\u{2014}"))
            && dashed.next?.isBlank ?? false
        if isDashed { cursor = dashed }
        let isStopped = isDashed || cursor.skip(.colon) || isNumbered && cursor.skip(.period)
        guard isNumbered || isStopped else { return nil }
        let gap = cursor.rest.prefix(while: \.isBlank)
        guard isStopped || gap.count >= 2 || gap.contains(.tab), gap.endIndex < text.endIndex else {
            return nil
        }
        return cursor.index
    }

    /// Where the number of a decision ends, `14/6.` or `1/CMA.2`, with white space or nothing after it.
    fileprivate static func decisionEnd(_ text: ArraySlice<UInt8>) -> Int? {
        let token = text.prefix { !$0.isBlank }
        let parts = token.split(separator: .slash, omittingEmptySubsequences: false)
        guard parts.count == 2, (1...3).contains(parts[0].count), parts[0].allSatisfy(\.isDigit),
            (1...8).contains(parts[1].count), parts[1].contains(where: \.isDigit),
            parts[1].allSatisfy({ $0.isDigit || $0.isCapital || $0 == .period })
        else { return nil }
        return token.endIndex
    }
}
