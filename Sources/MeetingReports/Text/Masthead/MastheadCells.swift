/// A part of a printed line of a masthead, with the columns that it takes.
struct MastheadCell {
    /// Its bytes, trimmed.
    var text: ArraySlice<UInt8>
    /// The number of its source line.
    var line: Int
    /// The columns from its first character to the one after its last.
    var columns: Range<Int>

    /// The column of its middle, doubled.
    var middle: Int { columns.lowerBound + columns.upperBound }
}

/// Cuts a printed line of a masthead into the fields that stand side by side on it.
enum MastheadCells {
    /// The parts of a line: cells between bars, and columns parted by tabs or three spaces; then the fields inside one.
    static func cells(of line: TextLine) -> [MastheadCell] {
        if isLetterSpaced(line.text) || MastheadWords.isJobNumber(line.text) {
            return [cell(line.text, of: line)]
        }
        var cells: [MastheadCell] = []
        var start = line.text.startIndex
        var index = start
        func close(at end: Int) {
            let part = line.text[start..<end].trimmingSpace()
            if !part.isEmpty { cells += fields(in: part).map { cell($0, of: line) } }
        }
        while index < line.text.endIndex {
            let byte = line.text[index]
            let spaces = byte == .space ? line.text[index...].prefix { $0 == .space }.count : 0
            let length = byte == .bar || byte == .tab ? 1 : spaces >= 3 ? spaces : 0
            if length > 0, !isAfterLabel(line.text[start..<index]) {
                close(at: index)
                start = index + length
            }
            index += max(1, length, spaces)
        }
        close(at: line.text.endIndex)
        return cells
    }

    /// Whether a line has a dot leader, as contents lists do.
    static func hasLeader(_ text: ArraySlice<UInt8>) -> Bool {
        var dots = 0
        for byte in text {
            dots = byte == .period ? dots + 1 : 0
            if dots == 5 { return true }
        }
        return false
    }

    /// Whether a text before a gap is a label, whose value follows the gap: `Chair:     Jane Roe`.
    private static func isAfterLabel(_ text: ArraySlice<UInt8>) -> Bool {
        text.last == .colon && text.count <= 24 && !text.hasPrefix(ignoringCase: "Distr")
    }

    /// Whether the letters of the words are printed apart: `F I N A L   R E P O R T`.
    private static func isLetterSpaced(_ text: ArraySlice<UInt8>) -> Bool {
        let words = text.split { $0.isBlank }
        return words.count > 5 && words.count { $0.count == 1 } * 4 > words.count * 3
    }

    private static func cell(_ text: ArraySlice<UInt8>, of line: TextLine) -> MastheadCell {
        var column = 0
        var start = 0
        for index in line.whole.startIndex..<text.endIndex where line.whole[index] & 0xC0 != 0x80 {
            if index == text.startIndex { start = column }
            column = line.whole[index] == .tab ? (column / 8 + 1) * 8 : column + 1
        }
        return MastheadCell(text: text, line: line.number, columns: start..<max(start, column))
    }

    /// The fields in one column: `Distr.: General 4 February 2015 Original: English` holds three,
    /// `United Nations A/HRC/28/15` two, `Twenty-sixth session, Geneva, 4-5 May 2020` two.
    private static func fields(in part: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        guard part.count <= 200 else { return [part] }
        var cuts: [Int] = []
        let isDistribution = part.hasPrefix(ignoringCase: "Distr")
        var hasDistribution =
            isDistribution && MastheadWords.words(part).first.map { $0.utf8.count <= 12 } ?? false
        var hasDate = false
        for index in part.indices.dropFirst() where part[index - 1] == .space && part[index] != .space {
            let rest = part[index...]
            if rest.hasPrefix(ignoringCase: "Distr.") {
                cuts.append(index)
                hasDistribution = true
            } else if hasDistribution {
                if rest.hasPrefix(ignoringCase: "Original") || beginsSymbol(rest) || beginsLanguage(rest) {
                    cuts.append(index)
                } else if !hasDate, DateScanner.match(in: part, at: index) != nil {
                    cuts.append(index)
                    hasDate = true
                }
            }
        }
        if cuts.isEmpty, let start = MastheadSymbol.startAtEnd(of: part),
            MastheadWords.isBody(MastheadWords.words(part[..<start]))
        {
            cuts = [start]
        }
        if cuts.isEmpty, let end = sessionEnd(in: part) { cuts = [end] }
        var fields: [ArraySlice<UInt8>] = []
        var start = part.startIndex
        for cut in cuts + [part.endIndex] {
            fields.append(part[start..<cut].trimmingSpace())
            start = cut
        }
        return fields
    }

    /// Whether a text begins with the symbol of a document.
    private static func beginsSymbol(_ text: ArraySlice<UInt8>) -> Bool {
        let word = text.prefix { $0 != .space }
        return word.count(where: { $0 == .slash }) >= 2 && MastheadSymbol.isSymbol(word)
    }

    /// Whether a text begins with the language of a document, before the one that it was written in.
    private static func beginsLanguage(_ text: ArraySlice<UInt8>) -> Bool {
        let word = text.prefix { $0 != .space }
        return text.dropFirst(word.count + 1).hasPrefix(ignoringCase: "Original")
            && MastheadWords.documentLanguages(word) != nil
    }

    /// Where the venue begins after a session on one line.
    private static func sessionEnd(in part: ArraySlice<UInt8>) -> Int? {
        for index in part.indices where part[index] == .comma || part[index] == .open {
            let cut = part[index] == .comma ? index + 1 : index
            guard MastheadSession(part[..<index]) != nil, MastheadVenue(part[cut...].trimmingSpace()) != nil
            else {
                continue
            }
            return cut
        }
        return nil
    }
}
