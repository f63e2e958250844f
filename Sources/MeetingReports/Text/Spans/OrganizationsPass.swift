/// Finds States and organizations: by the tables of names, by an acronym in brackets after a name, and by words such
/// as `Group` that head a name.
struct OrganizationsPass {
    /// The names of States in the language of the text, where that is not English.
    private let states: NameTable?

    /// - Parameter language: the language of the text, as a BCP 47 tag.
    init(language: String? = nil) { states = NameTable.table(language: language) }

    /// The acronyms that the text has introduced so far, with what they stand for.
    private(set) var introduced: [String: Organization] = [:]
    /// The acronyms of the names, by name.
    private var acronymOfName: [String: String] = [:]
    /// The names with acronyms that have been introduced since they were taken last.
    private var news: [(name: String, acronym: String)] = []

    /// Takes the names with acronyms that the text has introduced since the last time.
    mutating func takeIntroduced() -> [(name: String, acronym: String)] {
        defer { news = [] }
        return news
    }

    /// The marks in a text; learns the acronyms that it introduces.
    mutating func marks(in text: SpanText) -> [SpanMark] {
        var marks = names(in: text)
        marks += definitions(in: text)
        marks += Self.bodies(in: text)
        marks += acronyms(in: text)
        marks = Self.withSecretariats(marks, in: text)
        return marks.map { mark in
            var mark = mark
            if var organization = mark.organization, organization.acronym == nil,
                let acronym = acronymOfName[text[mark.range]]
            {
                organization.acronym = acronym
                mark.organization = organization
            }
            return mark
        }
    }

    // MARK: Names

    private func names(in text: SpanText) -> [SpanMark] {
        var marks: [SpanMark] = []
        for (index, word) in text.words.enumerated()
        where word.isCapital || word.small == "the" || word.small == "former" {
            let start = word.range.lowerBound
            let found =
                states?.match(in: text.bytes, at: start) ?? NameTable.shared.match(in: text.bytes, at: start)
            guard let entry = found else { continue }
            let range = start..<(start + entry.name.count)
            if entry.kind == "state", NameContext.isOther(range, from: index, in: text) { continue }
            marks.append(.organization(range, kind: entry.kind, code: entry.code, acronym: nil))
        }
        return marks
    }

    /// Acronyms that the text or the table knows, but not one in brackets that only repeats the name before it.
    private func acronyms(in text: SpanText) -> [SpanMark] {
        text.words.compactMap { word in
            guard word.isCapital, word.range.count >= 2 else { return nil }
            let printed = text.printed(word)
            guard printed.utf8.dropFirst().contains(where: \.isCapital) else { return nil }
            let start = word.range.lowerBound
            let end = word.range.upperBound
            if start > 0, text.bytes[start - 1] == .open, end < text.bytes.count, text.bytes[end] == .close {
                return nil
            }
            if let organization = introduced[printed] {
                return .organization(word.range, kind: organization.kind ?? "other", acronym: printed)
            }
            return NameTable.shared.acronyms[printed].map {
                .organization(word.range, kind: $0.kind, acronym: printed)
            }
        }
    }

    // MARK: Acronyms in brackets

    private mutating func definitions(in text: SpanText) -> [SpanMark] {
        var marks: [SpanMark] = []
        var offset = 0
        while let open = text.bytes[offset...].firstIndex(of: .open) {
            offset = open + 1
            guard let close = text.bytes[offset...].prefix(16).firstIndex(of: .close),
                Self.isAcronym(text.bytes[offset..<close]), open > 0, text.bytes[open - 1] == .space
            else { continue }
            let acronym = text.bytes[offset..<close].string
            let last = text.firstWord(from: open) - 1
            guard last >= 0, text.words[last].range.upperBound == open - 1, text.words[last].isCapital else {
                continue
            }
            guard var first = Self.nameStart(in: text, endingAt: last, acronym: acronym) else { continue }
            // `the United Nations World Food Programme (WFP)`
            if first >= 2, text.isJoined(first - 1), text.isJoined(first - 2),
                text.words[first - 1].small == "nations",
                text.words[first - 2].small == "united"
            {
                first -= 2
            }
            let range = text.words[first].range.lowerBound..<text.words[last].range.upperBound
            guard let kind = OrganizationWords.kind(of: text, first...last, name: text.bytes[range]) else {
                continue
            }
            introduced[acronym] = Organization(kind: kind, acronym: acronym, content: [])
            acronymOfName[text[range]] = acronym
            news.append((text[range], acronym))
            marks.append(.organization(range, kind: kind, acronym: acronym))
        }
        return marks
    }

    /// Two to twelve characters, two of them capitals at least, none small.
    private static func isAcronym(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count >= 2 && bytes.count <= 12 && bytes.count { $0.isCapital } >= 2
            && bytes.allSatisfy {
                $0.isCapital || $0.isDigit || $0 == .hyphen || $0 == .slash || $0 == .space
            }
            && !bytes.contains(.space)
    }

    /// Where the name begins: where its initials are the acronym, or else where its chain of capitals does.
    private static func nameStart(in text: SpanText, endingAt last: Int, acronym: String) -> Int? {
        let chainStart = CapitalPhrase.start(in: text, endingAt: last)
        let letters = acronym.utf8.filter(\.isCapital).map { $0 | 0x20 }
        for first in stride(from: last, through: chainStart, by: -1) where text.words[first].isCapital {
            let words = text.words[first...last]
            let capitals = words.filter(\.isCapital).compactMap { $0.small.utf8.first }
            let all = words.compactMap { $0.small.utf8.first }
            if capitals == letters || all == letters { return first }
        }
        if let known = (chainStart...last).first(where: { first in
            let range = text.words[first].range.lowerBound..<text.words[last].range.upperBound
            return NameTable.shared.entry(named: text.bytes[range]) != nil
        }) {
            return known
        }
        // Else the letters of the acronym are in the name, the first of them at its beginning.
        return (chainStart...last).first { first in
            text.words[first].isCapital && text.words[first].small.utf8.first == letters.first
                && isSubsequence(
                    letters,
                    of: text.bytes[text.words[first].range.lowerBound..<text.words[last].range.upperBound])
        }
    }

    private static func isSubsequence(_ letters: [UInt8], of name: ArraySlice<UInt8>) -> Bool {
        var rest = letters[...]
        for byte in name where (byte.isCapital ? byte | 0x20 : byte) == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }

    // MARK: Bodies and secretariats

    private static func bodies(in text: SpanText) -> [SpanMark] {
        var marks: [SpanMark] = []
        for index in text.words.indices
        where text.words[index].isCapital && OrganizationWords.isBodyHead(text.words[index].small) {
            let first = CapitalPhrase.start(in: text, endingAt: index, connecting: false)
            guard first < index else { continue }
            let last = CapitalPhrase.end(in: text, fromHead: index)
            let range = text.words[first].range.lowerBound..<text.words[last].range.upperBound
            marks.append(.organization(range, kind: "body"))
        }
        return marks
    }

    /// `UNECE secretariat`: the secretariat, not the organization.
    private static func withSecretariats(_ marks: [SpanMark], in text: SpanText) -> [SpanMark] {
        marks.map { mark in
            let next = text.firstWord(from: mark.range.upperBound)
            guard next < text.words.count, text.words[next].small == "secretariat", next > 0,
                text.between(next - 1, next).elementsEqual([UInt8.space]), mark.organization?.kind != "state"
            else { return mark }
            return .organization(
                mark.range.lowerBound..<text.words[next].range.upperBound, kind: "secretariat")
        }
    }
}
