extension FindingCode {
    /// A reference names paragraphs of this document that it does not have.
    static let danglingParagraphReference = FindingCode("dangling-paragraph-reference", .warning)
}

/// Finds references to paragraphs, such as "paragraphs 199-203 above", whose numbers are printed nowhere in the record.
///
/// A reference is judged where its target gives numbers, or where it has no target and its words say "above" or "below";
/// any other may mean the paragraphs of another document. A record without paragraph numbers is not judged.
struct DanglingParagraphReference: RecordRule {
    static let explanation = Explanation(
        .danglingParagraphReference,
        meaning: "A reference names paragraphs of this document that are printed nowhere in it.",
        reason:
            "A reader cannot find them; mostly the paragraphs were renumbered after the reference was written.",
        remedy: """
            If the report is printed so, leave it. If paragraphs were lost before the record was made, get a complete text. If \
            the reference means another document, leave its target out or let it name that document.
            """,
        bad: .record(
            """
            <paragraph><num>1.</num><p>The Group met in Geneva.</p></paragraph>
            <paragraph><num>2.</num><p>As said in <reference kind="paragraph">paragraph 12 above</reference>, it agreed.</p></paragraph>
            """, at: "/meetingReport/body/paragraph[2]/p[1]/reference[1]"),
        good: .record(
            """
            <paragraph><num>1.</num><p>The Group met in Geneva.</p></paragraph>
            <paragraph><num>2.</num><p>As said in <reference kind="paragraph">paragraph 1 above</reference>, it agreed.</p></paragraph>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        guard !outline.paragraphReferences.isEmpty else { return [] }
        let numbers = outline.paragraphs.compactMap { SerialNumber(arabic: PrintedNumber.core(of: $0.num)) }
            .filter(\.prefix.isEmpty).map(\.value)
        let printed = Set(numbers)
        guard !printed.isEmpty else { return [] }
        return outline.paragraphReferences.compactMap { reference in
            let missing = Self.numbers(of: reference).filter { !printed.contains($0) }
            guard !missing.isEmpty else { return nil }
            let list = missing.map(String.init).joined(separator: ", ")
            return Breach(
                at: reference.element,
                "The reference names the paragraph\(missing.count == 1 ? "" : "s") \(list), which the record does not have."
            )
        }
    }

    /// The first and last numbers that a reference names of this document.
    private static func numbers(of reference: RecordOutline.ParagraphReference) -> [Int] {
        if let target = reference.target {
            let isNumeric = target.allSatisfy { byte in
                " ,-".utf8.contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
            return isNumeric ? numbers(in: target) : []
        }
        let words = reference.text.lowercased()
        guard ["above", "below", "supra", "infra"].contains(where: { words.range(of: $0) != nil }) else {
            return []
        }
        return numbers(in: words.utf8)
    }

    /// The numbers in a text, those in brackets aside: `5 (a) and 7 (2)` names 5 and 7.
    private static func numbers(in text: some Sequence<UInt8>) -> [Int] {
        var numbers: [Int] = []
        var digits: [UInt8] = []
        var brackets = 0
        for byte in Array(text) + [UInt8(ascii: " ")] {
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                if brackets == 0 { digits.append(byte) }
                continue
            }
            if let number = Int(digits: digits) { numbers.append(number) }
            digits = []
            if byte == UInt8(ascii: "(") { brackets += 1 }
            if byte == UInt8(ascii: ")") { brackets = max(0, brackets - 1) }
        }
        return numbers
    }
}
