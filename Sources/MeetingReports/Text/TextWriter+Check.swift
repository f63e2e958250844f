extension FindingCode {
    /// A record that plain text cannot show apart from another one.
    public static let textNotExpressed = FindingCode("text-not-expressed", .warning)
    /// A control character in a record that is to be written as text.
    public static let textUnwritable = FindingCode("text-unwritable", .error)
}

extension TextWriter {
    /// Writes a record as text, reads it back, and says where the two differ first; nothing where they are equal.
    ///
    /// Source, source lines and the names of ids are left aside.
    ///
    /// - Throws: what ``write(_:)`` and ``TextReader/read(_:name:)`` throw.
    public func check(_ report: MeetingReport) throws(InputError) -> [Finding] {
        let again = try TextReader().read(try write(report), name: report.source?.name ?? "record")
        guard
            let (place, first, second) = RecordTrace(report.withIDs()).difference(
                from: RecordTrace(again.report))
        else { return [] }
        return [
            Finding(
                .textNotExpressed,
                message: "Plain text does not say all of the record: \(first) would read back as \(second).",
                place: Place(id: place))
        ]
    }
}

/// A record as the row of its elements, attributes and texts, source and source lines aside.
struct RecordTrace: ReportVisitor, Equatable {
    /// A step, and the id of the element that it is in.
    struct Step: Equatable {
        var words: String
        var id: String?
    }

    private(set) var steps: [Step] = []
    private var ids: [String?] = []

    init(_ report: MeetingReport) {
        report.accept(&self)
        ids = []
    }

    mutating func enter(_ element: Element) -> Descent {
        if case .source = element {
            ids.append(nil)
            return .past
        }
        var words = element.name.name
        var id = ids.last ?? nil
        element.forEachAttribute { name, value in
            if name == .id { id = value }
            if name != .lines { words += " \(name.text)=“\(value)”" }
        }
        ids.append(id)
        steps.append(Step(words: words, id: id))
        return .into
    }

    mutating func text(_ text: String) { steps.append(Step(words: "“\(text)”", id: ids.last ?? nil)) }

    mutating func leave(_ element: Element) { ids.removeLast() }

    /// The first step in which two records differ: the id near it, and both in words.
    func difference(from other: RecordTrace) -> (id: String?, first: String, second: String)? {
        for (first, second) in zip(steps, other.steps)
        where !first.words.utf8.elementsEqual(second.words.utf8) {
            return (first.id, first.words, second.words)
        }
        if steps.count == other.steps.count { return nil }
        let first = other.steps.count < steps.count ? steps[other.steps.count] : nil
        let second = steps.count < other.steps.count ? other.steps[steps.count] : nil
        return (first?.id ?? second?.id, first?.words ?? "nothing", second?.words ?? "nothing")
    }
}

/// Looks for control characters in the texts of a record.
struct ControlCharacterFinder: ReportVisitor {
    private(set) var finding: Finding?
    private var ids: [String] = []

    mutating func enter(_ element: Element) -> Descent {
        element.forEachAttribute { name, value in
            if name == .id { ids.append(value) }
        }
        return finding == nil ? .into : .past
    }

    mutating func text(_ text: String) {
        let control = text.unicodeScalars.first {
            $0.value < 0x20 && $0 != "\t" || (0x7F...0x9F).contains($0.value) || $0.value == 0xFFFE
                || $0.value == 0xFFFF
        }
        guard finding == nil, let control else { return }
        finding = Finding(
            .textUnwritable,
            message:
                "The character \(Ledger.Drop.Kind.control(control.value)) in the record cannot be written as text.",
            place: Place(id: ids.last))
    }
}
