/// Reads the printed fields above the text, line by line and column by column.
///
/// The masthead reaches to the last field that is recognized beyond doubt before the text begins. A text without such a
/// field has none.
struct MastheadReader {
    /// What was read, and where the text begins.
    struct Reading {
        var fields: [Interrupted<MastheadField>] = []
        /// Page furniture between the masthead and the text, and before a text without a masthead.
        var leading: [Interruption] = []
        /// The index of the first line that is not of the masthead.
        var end = 0
        /// The bars between columns that were dropped.
        var drops: [Ledger.Drop] = []
    }

    /// The most bytes of text, white space aside, that a masthead is looked for in.
    private static let longest = 3000
    /// The most bytes of a title; longer text with a sentence's end in it is prose.
    private static let longestTitle = 240

    private let lines: [TextLine]
    private let wrapping: Wrapping

    init(_ lines: [TextLine], wrapping: Wrapping) {
        self.lines = lines
        self.wrapping = wrapping
    }

    /// Reads the masthead.
    func read() -> Reading {
        var classifier = MastheadClassifier()
        var reading = Reading()
        var sound = Reading()
        var count = 0
        var isAdjacent = false
        reading: for index in lines.indices {
            let line = lines[index]
            if line.kind == .blank {
                isAdjacent = false
                continue
            }
            if let furniture = Self.furniture(line) {
                reading.fields.append(.interruption(.furniture(furniture)))
                isAdjacent = false
                continue
            }
            count += line.text.count { !$0.isBlank && $0 != .bar }
            guard count <= Self.longest, !beginsText(at: index) else { break }
            var isSound = false
            for part in MastheadColumns.parts(of: line) {
                let text = TextRun.collapsed(part)
                if isAdjacent, classifier.isTitleOpen, !classifier.isField(text),
                    reading.titleCount + text.utf8.count < Self.longestTitle
                {
                    reading.continueTitle(with: text, line: line.number)
                    isSound = true
                } else {
                    let hadTitle = classifier.hasTitle
                    let (field, isCertain) = classifier.classify(text, line: line.number)
                    // After the title only what is certain is still of the masthead.
                    guard isCertain || !hadTitle else { break reading }
                    reading.fields.append(.element(field))
                    isSound = isSound || isCertain
                }
            }
            let bars = line.text.count { $0 == .bar }
            if bars > 0 { reading.drops.append(.init(kind: .tableBar, line: line.number, count: bars)) }
            isAdjacent = true
            reading.end = index + 1
            if isSound { sound = reading }
        }
        sound.fields = MastheadMeetings.assign(sound.fields.map(Self.withSpans))
        return sound
    }

    /// The line as page furniture, if it is that.
    private static func furniture(_ line: TextLine) -> Furniture? {
        switch line.kind {
        case .pageBreak: .pageBreak(line: line.number)
        case .framed, .rule: .printed(line.text, line: line.number)
        case .blank, .columns, .marked, .plain: nil
        }
    }

    /// Whether the text begins at a line: with a numbered unit, a list, a contents list, or prose.
    private func beginsText(at index: Int) -> Bool {
        let line = lines[index]
        // A masthead ends where a line ends, since it answers for whole lines.
        let before = lines[..<index].reversed().prefix { $0.number == line.number }
        let after = lines[(index + 1)...].prefix { $0.number == line.number }
        if before.contains(where: { $0.kind != .pageBreak })
            || after.contains(where: { $0.kind != .pageBreak })
        {
            return true
        }
        switch line.kind {
        case .marked: return true
        case .columns: return MastheadColumns.hasLeader(line.text)
        case .plain: break
        case .blank, .pageBreak, .framed, .rule: return false
        }
        if line.text.elementsEqual("Contents".utf8) || line.text.elementsEqual("CONTENTS".utf8) {
            return true
        }
        // Prose: a text of several sentences, on one line or wrapped.
        var text = Array(line.text)
        for (previous, next) in zip(lines[index...], lines[(index + 1)...]) {
            guard next.kind == .plain, wrapping.wraps(previous, into: next), text.count <= 400 else { break }
            text += [.space] + next.text
        }
        text.append(.space)
        let hasSentenceEnd = zip(text, text.dropFirst()).contains { $0 == .period && $1 == .space }
        return hasSentenceEnd && text.count > Self.longestTitle
    }

    /// Marks dates and places in the fields that hold them.
    private static func withSpans(_ part: Interrupted<MastheadField>) -> Interrupted<MastheadField> {
        guard case .element(var field) = part, field.name == .venue || field.name == .title else {
            return part
        }
        field.content = MastheadSpans.mark(field.content.plainText, in: field.name)
        return .element(field)
    }
}

extension MastheadReader.Reading {
    /// The length of the title that is the last field.
    fileprivate var titleCount: Int { fields.last?.element?.content.plainText.utf8.count ?? 0 }

    /// Adds a line to the title that is the last field.
    fileprivate mutating func continueTitle(with text: String, line: Int) {
        guard case .element(var title)? = fields.last else { return }
        title.content = [.text(title.content.plainText + " " + text)]
        title.lines = SourceLines(lines: (title.lines?.numbers ?? []) + [line])
        fields[fields.count - 1] = .element(title)
    }
}
