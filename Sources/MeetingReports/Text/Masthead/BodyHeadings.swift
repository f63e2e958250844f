/// The lines that a text begins with under its masthead.
enum BodyHeadings {
    /// Whether a line is a heading that the texts of reports begin with.
    static func contains(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= 60 else { return false }
        let text = line.drop { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "#") || $0.isBlank }
        let words = MastheadWords.words(text).filter { !$0.isEmpty }
        return headings.contains(words.joined(separator: " "))
            || text.startIndex > line.startIndex && line.first == UInt8(ascii: "=")
                && line.prefix(3).count(where: { $0 == UInt8(ascii: "=") }) >= 2
            || line.first == UInt8(ascii: "#")
    }

    /// Whether a line is the number of a decision with its title or alone: `14/105`, `43/112. Outcome of …`.
    static func isNumber(_ line: ArraySlice<UInt8>) -> Bool {
        // `I` alone, the number of a section whose heading follows
        if line.count <= 5, line.allSatisfy(\.isCapital), Ordinal.roman(line) != nil { return true }
        let number = line.prefix { $0.isDigit || $0 == .slash }
        guard let slash = number.firstIndex(of: .slash), slash > number.startIndex, number.count <= 8,
            slash + 1 < number.endIndex, !number[(slash + 1)...].contains(.slash)
        else { return false }
        let rest = line[number.endIndex...]
        return rest.isEmpty || rest.first == .period || rest.first == .tab
    }

    private static let headings: Set<String> = [
        "contents", "table of contents", "summary", "executive summary", "introduction", "background",
        "agenda",
        "provisional agenda", "participants", "list of participants", "attendance", "participation",
        "attendees",
        "opening", "opening of the meeting", "opening of the session", "abstract", "foreword", "preface",
        "acknowledgements", "overview", "annotations", "decisions", "recommendations", "conclusions",
        "abbreviations and acronyms", "abbreviations", "acronyms", "annex", "appendix", "proceedings",
        "purpose",
        "discussion", "sommaire", "table des matières", "résumé", "introducción", "índice", "indice",
        "resumen",
        "desarrollo", "contenido", "orden del día", "ordre du jour", "participantes", "antecedentes",
        "содержание",
        "введение", "резюме", "повестка дня", "part one", "part i", "chapter", "chapter i", "welcome",
        "organizational matters", "adoption of the agenda", "election of officers", "opening statements",
        "actions",
        "action items", "outcomes", "objectives", "welcome and introduction", "welcome and introductions",
        "introduction and opening", "executive summary and recommendations", "note",
    ]
}
