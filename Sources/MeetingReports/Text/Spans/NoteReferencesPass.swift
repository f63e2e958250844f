/// Finds the marks of footnotes, where the record has a note with that mark: raised digits after a word, digits or
/// asterisks glued to one, as texts taken out of pages have them (`library1`), `1/` and `[1]`.
///
/// Of several notes with one mark the next in the text is meant, as on a page, or else the last before.
struct NoteReferencesPass {
    /// The notes of each mark, as their places among all notes, and their ids.
    private let notes: [NoteMark: [(place: Int, id: String)]]
    private let places: [String: Int]
    /// Numbers that are called beyond doubt: any other figure with such a number is one of the text.
    private let called: Set<NoteMark>
    /// How many notes after a figure that may be one of the text are looked at for its own: those of a page.
    private static let nearest = 6
    /// How many notes stand before the text that is marked next.
    private var passed = 0

    init(_ report: MeetingReport) {
        var collector = NoteCollector()
        report.accept(&collector)
        notes = collector.notes
        places = collector.places
        called = collector.called
    }

    /// Goes past a note.
    mutating func pass(_ note: Footnote) {
        if let place = note.id.flatMap({ places[$0] }) { passed = place + 1 }
    }

    /// The calls in a text.
    ///
    /// - Parameter inside: where in the text notes stand, which have been passed.
    func marks(in text: SpanText, notesAt inside: [Int] = []) -> [SpanMark] {
        guard !notes.isEmpty else { return [] }
        return NoteCall.all(in: text.bytes[...]).compactMap { call in
            let first = passed - inside.count + inside.count { $0 < call.range.lowerBound }
            guard let id = note(for: call, from: first) else { return nil }
            return SpanMark(range: call.range, span: .noteReference(NoteReference(target: id, content: [])))
        }
    }

    private func note(for call: NoteCall, from place: Int) -> String? {
        guard let found = notes[call.mark] else { return nil }
        let next = found.first { $0.place >= place }
        if call.isDoubtful {
            guard !called.contains(call.mark), let next, next.place < place + Self.nearest else { return nil }
            return next.id
        }
        return (next ?? found.last)?.id
    }

    /// The run of a masthead's field with its calls; spans in it stay as they are.
    func linked(_ run: [Inline]) -> [Inline] {
        guard !notes.isEmpty else { return run }
        var linked: [Inline] = []
        for inline in run {
            guard case .text(let text) = inline else {
                linked.append(inline)
                continue
            }
            // What stands before the text says whether a mark at its beginning is glued to a word.
            let before = linked.last.map { $0.element?.plainText ?? "" } ?? ""
            let length = before.utf8.count
            let marks = marks(in: SpanText(before + text)).filter { $0.range.lowerBound >= length }.map {
                SpanMark(
                    range: ($0.range.lowerBound - length)..<($0.range.upperBound - length), span: $0.span)
            }
            var weaver = SpanWeaver([inline], marks: marks)
            linked += weaver.woven()
        }
        return linked
    }
}

/// The notes of each mark, and the marks that words call.
private struct NoteCollector: ReportVisitor {
    private(set) var notes: [NoteMark: [(place: Int, id: String)]] = [:]
    private(set) var places: [String: Int] = [:]
    private(set) var called: Set<NoteMark> = []

    mutating func enter(_ element: Element) -> Descent {
        if case .footnote(let note) = element, let marker = note.marker, let id = note.id {
            notes[NoteMark(marker: marker), default: []].append((places.count, id))
            places[id] = places.count
        }
        return .into
    }

    mutating func text(_ text: String) {
        for call in NoteCall.all(in: Array(text.utf8)[...]) where !call.isDoubtful {
            called.insert(call.mark)
        }
    }
}
