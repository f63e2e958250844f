/// Says what some texts of a masthead are that their own words leave open, by the fields beside them.
enum MastheadContext {
    /// The fields with that said.
    static func assign(_ fields: [Interrupted<MastheadField>]) -> [Interrupted<MastheadField>] {
        let elements = fields.compactMap(\.element)
        let series = series(of: elements)
        // Documents of the United Nations have the letter of an organ there, `E` for the Economic and Social Council.
        let isOfUnitedNations = elements.contains {
            $0.name == .organ
                && ["united nations", "nations unies", "naciones unidas"].contains(
                    $0.content.plainText.lowercased())
        }
        let distribution = fields.lastIndex {
            $0.element.map { $0.name == .distribution && $0.value == nil } ?? false
        }
        return fields.enumerated().map { position, part in
            guard case .element(var field) = part, field.name == .note || field.name == .organ else {
                return part
            }
            let text = Array(field.content.plainText.utf8)[...]
            if let distribution, position > distribution, position <= distribution + 3,
                MastheadWords.isDistribution(text)
            {
                // `GENERAL` in the column beside `Distr.`
                field.name = .distribution
                field.value = MastheadWords.distribution(Array("Distr. ".utf8) + text)
            } else if (2...8).contains(text.count), series.contains(text.string) {
                field.name = .organ
            } else if !isOfUnitedNations, let language = letters[text.string] {
                field.name = .language
                field.value = language
            }
            return .element(field)
        }
    }

    /// The letters that begin the symbols, which are printed large beside the emblem: `TD` for `TD/B/43/12`.
    private static func series(of fields: [MastheadField]) -> Set<String> {
        Set(
            fields.compactMap { field in
                guard field.name == .symbol, let value = field.value, value.contains("/") else { return nil }
                return value.split(separator: "/").first.map { $0.uppercased() }
            })
    }

    /// The letters that say in which language a document is.
    private static let letters = ["E": "en", "F": "fr", "S": "es", "R": "ru", "A": "ar", "C": "zh"]
}
