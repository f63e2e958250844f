extension FindingCode {
    /// A record that plain text cannot show apart from another one.
    public static let textNotExpressed = FindingCode("text-not-expressed", .warning)
    /// A control character in a record that is to be written as text.
    public static let textUnwritable = FindingCode("text-unwritable", .error)
}

extension TextWriter {
    /// Writes a record as text, reads it back, and says where the two differ first; nothing where they are equal.
    ///
    /// Source, source lines and ids of another making are left aside.
    ///
    /// - Throws: what ``write(_:)`` and ``TextReader/read(_:name:)`` throw.
    public func check(_ report: MeetingReport) throws(InputError) -> [Finding] {
        let again = try TextReader().read(try write(report), name: report.source?.name ?? "record")
        guard let difference = RecordDifference(report.withIDs(), again.report, includingSource: false) else {
            return []
        }
        return [
            Finding(
                .textNotExpressed,
                message:
                    "Plain text does not say all of the record: \(difference.first) would read back as \(difference.second).",
                place: Place(xpath: difference.path))
        ]
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
