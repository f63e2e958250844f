internal import LibXML

extension FindingCode {
    /// A text or attribute holds a character that XML 1.0 cannot carry.
    static let forbiddenCharacter = FindingCode("forbidden-character", .error)
}

extension MeetingReport {
    /// Refuses characters that XML 1.0 cannot carry (its production 2): U+0000 to U+001F but tab, LF and CR, U+FFFE, U+FFFF.
    ///
    /// No format of a record holds them, so that every record can be written in each.
    func checkCharacters() throws(InputError) {
        var check = CharacterCheck()
        accept(&check)
        if let finding = check.finding { throw InputError(finding) }
    }
}

/// Looks at every text and attribute until it finds a character that XML cannot carry.
private struct CharacterCheck: ReportVisitor {
    var finding: Finding?
    private var tracker = ElementTracker()

    mutating func enter(_ element: Element) -> Descent {
        tracker.push(element.name)
        var forbidden: String?
        element.forEachAttribute { if XMLCharacters.firstForbidden(in: $1) != nil { forbidden = $1 } }
        if let forbidden { report(forbidden) }
        return finding == nil ? .into : .past
    }

    mutating func text(_ text: String) {
        tracker.text()
        if XMLCharacters.firstForbidden(in: text) != nil { report(text) }
    }

    mutating func leave(_ element: Element) {
        tracker.pop()
    }

    private mutating func report(_ text: String) {
        guard finding == nil, let offset = XMLCharacters.firstForbidden(in: text) else { return }
        finding = .forbiddenCharacter(
            in: text, at: offset, place: Place(xpath: tracker.xpath, jsonPointer: tracker.jsonPointer))
    }
}

extension Finding {
    /// Says which character of a text, at a byte of its UTF-8 form, no record can hold.
    static func forbiddenCharacter(in text: String, at offset: Int, place: Place) -> Finding {
        let utf8 = text.utf8
        let scalar = text.unicodeScalars[utf8.index(utf8.startIndex, offsetBy: offset)]
        let code = CodePoint.name(scalar.value)
        return Finding(
            .forbiddenCharacter,
            message:
                "The text holds \(code), a character that XML 1.0 cannot carry; a record must do without it.",
            place: place)
    }
}
