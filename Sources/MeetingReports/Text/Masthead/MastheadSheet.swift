/// The fields of a masthead as they are gathered, and how far they are beyond doubt.
struct MastheadSheet {
    /// The most texts after the title of which nothing is known.
    private static let mostUnknown = 4

    private var classifier = MastheadClassifier()
    private var fields: [Interrupted<MastheadField>] = []
    /// Texts after the title of which nothing is known.
    private var unknown = 0
    /// Whether the last text is beyond doubt, and a field.
    private(set) var isSound = false
    /// Whether there was such a text.
    private var wasSound = false
    /// Whether every text is likely to be the field it is taken for.
    private(set) var isLikely = true
    /// What the texts were taken for, by their words.
    private var names: [[String]: MastheadField.Name] = [:]

    /// Whether a text has been added.
    private(set) var hasFields = false

    /// Whether a page that ends here is a cover: it has a title and fields beyond doubt, and nothing else that is text.
    var isCover: Bool { wasSound && classifier.hasTitle }

    /// Adds page furniture.
    mutating func add(_ furniture: Furniture) { fields.append(.interruption(.furniture(furniture))) }

    /// Adds a text; false where it is no field of a masthead.
    mutating func add(_ piece: MastheadPiece) -> Bool {
        if let note = footnote(piece) {
            fields.append(.interruption(.footnote(note)))
            return true
        }
        let hadTitle = classifier.hasTitle
        var (field, certainty) = classifier.classify(piece.text)
        // The title is printed again over the text, on the next page or the same.
        let name = MastheadWords.words(piece.bytes).filter { !$0.isEmpty }
        if certainty != .certain, let earlier = repeated(name) {
            field = MastheadField(earlier, status: field.status, content: field.content)
            certainty = .certain
        }
        names[name] = field.name
        isLikely = isLikely && certainty != .none
        if hadTitle, certainty == .none {
            unknown += 1
            let bytes = piece.bytes
            let isOpen = bytes.last.map { ",;:.".utf8.contains($0) } ?? false
            guard unknown <= Self.mostUnknown, !isOpen,
                !MastheadTitle.isSentence(MastheadWords.words(bytes), bytes)
            else {
                return false
            }
        }
        field.lines = SourceLines(lines: piece.lines)
        fields.append(.element(field))
        hasFields = true
        isSound = certainty == .certain
        wasSound = wasSound || isSound
        return true
    }

    /// The title or meeting whose name has the same words, but for a few perhaps.
    private func repeated(_ name: [String]) -> MastheadField.Name? {
        if let same = names[name], same == .title || same == .meeting { return same }
        let words = Set(name)
        guard words.count >= 5 else { return nil }
        return names.first { earlier, field in
            field == .title && words.intersection(earlier).count * 5 >= words.union(earlier).count * 3
        }?.value
    }

    /// How many fields and interruptions have been read.
    var extent: Int { fields.count }

    /// The fields of an extent.
    func fields(in extent: Int) -> [Interrupted<MastheadField>] { Array(fields.prefix(extent)) }

    /// The note at the foot of a cover that a mark in a field calls: `* Previously issued …`.
    private func footnote(_ piece: MastheadPiece) -> Footnote? {
        let bytes = piece.bytes
        let mark = bytes.prefix { $0 == UInt8(ascii: "*") }
        let text = bytes.dropFirst(mark.count).trimmingSpace()
        guard !mark.isEmpty, !text.isEmpty,
            fields.contains(where: { $0.element?.content.plainText.hasSuffix(mark.string) ?? false })
        else { return nil }
        return Footnote(
            lines: SourceLines(lines: piece.lines), marker: mark.string,
            content: [.p(P(content: [.text(text.string)]))])
    }
}
