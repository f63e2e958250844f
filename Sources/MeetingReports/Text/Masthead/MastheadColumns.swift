/// Cuts a printed line of a masthead into the fields that stand side by side on it.
enum MastheadColumns {
    /// The parts of a line: cells between bars, and columns parted by tabs or three spaces; then the fields inside one.
    static func parts(of line: TextLine) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var start = line.text.startIndex
        var index = start
        func close(at end: Int) {
            let part = line.text[start..<end].trimmingSpace()
            if !part.isEmpty { parts += fields(in: part) }
        }
        while index < line.text.endIndex {
            let byte = line.text[index]
            let spaces = line.text[index...].prefix { $0 == .space }.count
            let length = byte == .bar || byte == .tab ? 1 : spaces >= 3 ? spaces : 0
            if length > 0 {
                close(at: index)
                start = index + length
            }
            index += max(1, length)
        }
        close(at: line.text.endIndex)
        return parts
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

    /// The fields in one column: `Distr.: General 4 February 2015 Original: English` holds three.
    private static func fields(in part: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        guard part.hasPrefix(ignoringCase: "Distr") else { return [part] }
        var cuts: [Int] = []
        for index in part.indices.dropFirst() where part[index - 1] == .space && part[index] != .space {
            let rest = part[index...]
            if rest.hasPrefix(ignoringCase: "Original")
                || DateScanner.match(in: part, at: index) != nil && cuts.isEmpty
            {
                cuts.append(index)
            }
        }
        var fields: [ArraySlice<UInt8>] = []
        var start = part.startIndex
        for cut in cuts + [part.endIndex] {
            fields.append(part[start..<cut].trimmingSpace())
            start = cut
        }
        return fields
    }
}
