/// The head of a Markdown file: lines of names and values between two rules.
enum FrontMatter {
    /// Reads it; nil where the lines do not begin with a rule `---` that a second one answers.
    static func read(_ lines: ArraySlice<TextLine>) -> MastheadReader.Reading? {
        guard let first = lines.firstIndex(where: { $0.kind != .blank }), isRule(lines[first]),
            let last = lines[(first + 1)...].prefix(40).firstIndex(where: isRule),
            lines[(first + 1)..<last].contains(where: { $0.text.contains(.colon) })
        else { return nil }
        var reading = MastheadReader.Reading(end: last + 1)
        for line in lines[first...last] where line.kind != .blank {
            if isRule(line) {
                reading.fields.append(.interruption(.furniture(.mark(line.text, line: line.number))))
            } else if line.kind == .pageBreak || line.kind == .framed {
                return nil
            } else {
                var field = field(line.text)
                field.lines = SourceLines(line.number)
                field.content = [.text(TextRun.collapsed(line.text))]
                reading.fields.append(.element(field))
            }
        }
        return reading
    }

    private static func isRule(_ line: TextLine) -> Bool { line.text.elementsEqual("---".utf8) }

    private static func field(_ text: ArraySlice<UInt8>) -> MastheadField {
        guard let colon = text.firstIndex(of: .colon) else { return MastheadField(.note, content: []) }
        let value = text[(colon + 1)...].drop { !$0.isWordByte }
        switch text[..<colon].string {
        case "title": return MastheadField(.title, status: MastheadTitle.status(of: value), content: [])
        case "date", "expression_date":
            let date = DateScanner.match(in: value, at: value.startIndex)?.from
            return MastheadField(.issued, value: date?.description, content: [])
        default: return MastheadField(.note, content: [])
        }
    }
}
