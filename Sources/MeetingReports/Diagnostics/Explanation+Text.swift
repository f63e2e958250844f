extension Explanation: CustomStringConvertible {
    /// The explanation as text for people, 80 columns wide but for the examples.
    public var description: String {
        """
        \(code) (\(code.severity))
        \(Self.wrapped(meaning))
        Why it matters
        \(Self.wrapped(reason))
        What to do
        \(Self.wrapped(remedy))
        Found in
        \(bad.indented)\(bad.place.map { "  at \($0.isEmpty ? "the document" : $0)\n" } ?? "")
        Not found in
        \(good.indented)
        """
    }

    /// All codes, one a line with its severity and meaning.
    public static var list: String {
        let width = all.map(\.code.description.utf8.count).max() ?? 0
        return all.map { explanation in
            let code = explanation.code.description
            let severity = explanation.code.severity.rawValue
            return code + padding(width - code.utf8.count)
                + "  \(severity)\(padding(7 - severity.utf8.count))  "
                + explanation.meaning + "\n"
        }.joined()
    }

    private static func padding(_ width: Int) -> String { String(repeating: " ", count: width) }

    /// A paragraph broken into lines of 80 columns at most, two of them indent.
    private static func wrapped(_ text: String) -> String {
        var lines: [String] = []
        var line = " "
        for word in text.split(separator: " ") {
            if line.count + 1 + word.count > 80 {
                lines.append(line)
                line = " "
            }
            line += " " + word
        }
        return (lines + [line]).joined(separator: "\n") + "\n"
    }
}

extension Explanation.Example {
    /// The example, each line after two spaces.
    fileprivate var indented: String {
        text.split(separator: "\n").map { "  \($0)\n" }.joined()
    }
}
