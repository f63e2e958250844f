/// The names of persons as chains of words: with a title or without one.
enum PersonName {
    /// The titles before names, in small letters.
    static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "drs", "prof", "professor", "sir", "dame", "ambassador", "messrs",
        "amb",
        "monsieur", "madame", "mme", "mlle", "sr", "sra", "srta", "dra", "lord", "lady", "baroness", "judge",
        "hon",
        "embajador", "embajadora", "ambassadeur", "mssrs", "mesdames", "capt", "captain", "col", "colonel",
        "ing", "lic", "don", "doña", "minister", "min", "sres", "mm",
    ]
    /// The words that may stand inside names without a capital.
    static let particles: Set<String> = [
        "de", "da", "di", "do", "dos", "das", "du", "del", "della", "dell", "van", "von", "der", "den", "ter",
        "la",
        "le", "el", "al", "bin", "ibn", "af", "y", "zu", "e", "bint", "ben", "ould", "av", "ten", "op",
    ]

    /// The last word of the name that begins at a word: two to six words with capitals, particles between them; nil
    /// where none begins there.
    static func end(in text: SpanText, from first: Int, atLeast count: Int = 2) -> Int? {
        guard first < text.words.count, isNamePart(text, first) || titles.contains(text.words[first].small)
        else {
            return nil
        }
        var last: Int?
        var names = 0
        var index = first
        while index < text.words.count, index < first + 8 {
            let word = text.words[index]
            if index > first {
                let gap = text.between(index - 1, index)
                let before = text.words[index - 1]
                let isAfterPeriod =
                    gap.first == .period && (gap.count == 1 || SpanText.isSpace(gap.dropFirst()))
                let isInitial = before.range.count <= 2 || titles.contains(before.small)
                guard SpanText.isSpace(gap) || isAfterPeriod && isInitial else { break }
            }
            if word.isCapital, titles.contains(word.small) || index == first && isMonsieur(text, index) {
                // A title after a word with a capital begins another name: `Elects Mr. Roe`.
                if names > 0 { break }
                index += 1
                continue
            }
            if isNamePart(text, index) {
                guard RoleWords.role(in: text, at: index) == nil else { break }
                names += 1
                last = index
            } else if !particles.contains(word.small) || last == nil && word.small == "e" {
                break
            }
            index += 1
        }
        // Letters alone are no name: `H E` at the end of a line.
        let isSpelt = last.map { (first...$0).contains { text.words[$0].range.count > 1 } } ?? false
        return names >= count && isSpelt ? last : nil
    }

    /// The length in words of what is said of an excellency before a name or title, `H.E.`, `H E`, `S. E.`, `His Excellency`,
    /// `the Honourable`; 0 where nothing is.
    static func excellency(in text: SpanText, at index: Int) -> Int {
        let words = text.words
        guard index + 1 < words.count, words[index].isCapital else { return 0 }
        let count: Int
        if ["h", "s"].contains(words[index].small), index + 2 < words.count, words[index + 1].small == "e",
            words[index].small == "h" || isTitle(index + 2, in: text),
            text.between(index, index + 1).count <= 2, text.between(index + 1, index + 2).count <= 2,
            words[index + 1].isCapital
        {
            count = 2
        } else if pronouns.contains(words[index].small),
            ["excellency", "excellence", "excelencia", "honour"].contains(words[index + 1].small)
        {
            count = 2
        } else if ["honourable", "hon", "excmo", "excma"].contains(words[index].small) {
            count = 1
        } else {
            return 0
        }
        guard index + count < words.count, words[index + count].isCapital else { return 0 }
        return count
    }

    /// Whether a word is a title before a name.
    static func isTitle(_ index: Int, in text: SpanText) -> Bool {
        text.words[index].isCapital
            && (titles.contains(text.words[index].small) || isMonsieur(text, index))
    }

    private static let pronouns: Set<String> = ["his", "her", "their", "son", "su"]

    /// Whether a word is the French `M.` before a name, and no initial.
    static func isMonsieur(_ text: SpanText, _ index: Int) -> Bool {
        guard text.words[index].small == "m", index + 1 < text.words.count,
            text.words[index + 1].range.count > 1,
            text.between(index, index + 1).first == .period, text.between(index, index + 1).count > 1
        else { return false }
        return index == 0 || text.words[index - 1].range.count > 1
    }

    /// Whether a word may be part of a name: it begins with a capital, has no digit and heads no organization.
    private static func isNamePart(_ text: SpanText, _ index: Int) -> Bool {
        let word = text.words[index]
        return word.isCapital && !OrganizationWords.isHead(word.small)
            && !OrganizationWords.isBodyHead(word.small)
            && (word.range.count == 1 || !noNames.contains(word.small))
            && !text.bytes[word.range].contains(where: \.isDigit)
    }

    private static let noNames: Set<String> = [
        "the", "a", "an", "at", "in", "on", "of", "for", "party", "parties", "paper", "document", "island",
        "islands",
        "region", "state", "states", "government", "delegation", "annex", "agenda", "item", "session",
        "meeting",
        "workshop", "article", "chapter", "convention", "protocol", "treaty", "resolution", "decision",
        "working",
        "advisory", "expert", "special", "permanent", "representative", "deputy", "director",
        "head",
        "member", "members", "station", "base", "cape", "mount", "bay", "sea", "ocean", "north", "south",
        "east",
        "west", "river", "lake", "city", "january", "february", "march", "april", "may", "june", "july",
        "august",
        "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday",
        "friday",
        "saturday", "sunday", "this", "these", "that", "he", "she", "it", "they", "we", "its", "his", "her",
        "their",
        "all", "some", "several", "no", "after", "before", "during", "following", "under", "as", "by", "with",
        "from",
        "to", "and", "or", "national", "international", "european", "united", "nations", "general",
        "statistics",
        "parliamentary", "vice", "under", "assistant", "counsellor", "chief", "acting", "former",
        "plenipotentiary",
        "directorate", "unit", "branch", "section", "disability", "health", "justice", "affairs", "human",
        "foreign",
        "alternate", "temporary", "diplomatic", "corps", "ministry", "environment", "see", "doc", "list",
        "report", "conference", "plenary", "ad", "hoc", "el", "la", "los", "las", "le", "les",
    ]
}
