/// A printed text of a masthead, which may take several lines of a column.
struct MastheadPiece {
    /// The text, white space reduced to single spaces.
    var text: String
    /// The source lines.
    var lines: [Int]
    /// Its last line.
    var last: MastheadCell

    /// The text as bytes.
    var bytes: ArraySlice<UInt8> { Array(text.utf8)[...] }

    /// Adds a line below; a hyphen that breaks a word stays.
    mutating func append(_ cell: MastheadCell) {
        let isInWord =
            text.utf8.last == .hyphen && cell.text.first.map { $0.isSmall || $0.isCapital } ?? false
        text += (isInWord ? "" : " ") + TextRun.collapsed(cell.text)
        lines.append(cell.line)
        last = cell
    }
}

/// Decides which lines of a masthead are one printed text.
///
/// Only lines without a blank line between them are joined, so that a masthead written with one field a block reads back
/// as it is.
enum MastheadLayout {
    private static let longest = 400
    private static let longestNote = 2000

    /// Whether a text is a note at the foot of a cover: asterisks, then a space or the line's end.
    static func beginsNote(_ text: ArraySlice<UInt8>) -> Bool {
        let mark = text.prefix { $0 == UInt8(ascii: "*") }
        return (1...3).contains(mark.count) && (text.dropFirst(mark.count).first?.isBlank ?? true)
    }

    /// Whether a line goes on with the text above it in the same column.
    static func goesOn(_ piece: MastheadPiece, with cell: MastheadCell, wrapping: Wrapping) -> Bool {
        let above = piece.bytes
        let below = cell.text
        guard isBelow(cell, piece.last) else { return false }
        if beginsNote(above) {
            let isOther =
                MastheadClassifier.certainField(below) != nil
                || MastheadWords.isBody(MastheadWords.words(below))
            return above.count + below.count <= longestNote && !(above.last == .period && isOther)
        }
        guard above.count + below.count <= longest else { return false }
        if MastheadWords.words(above) == ["distr"] { return MastheadWords.isDistribution(below) }
        if MastheadSymbol.isContinuation(below) { return MastheadSymbol.isSymbol(above) }
        if goesOnAsVenue(above, below) { return true }
        let aboveWords = MastheadWords.words(above)
        let isTitle = MastheadTitle.isTitle(above)
        // `… on its` / `fourteenth session`
        let isSmall = below.first?.isSmall ?? false
        let isHeld =
            MastheadVenue.isAnnouncement(below) && above.last != .comma && isUpper(above) != isUpper(below)
        if isTitle, !isHeld, isSmall || above.last != .comma && waits(above, aboveWords) { return true }
        if isTitle, isUpper(above) == isUpper(below), isOccasion(below) { return true }
        guard MastheadClassifier.certainField(below) == nil else { return false }
        if isUnitedNations(above, below) { return true }
        let belowWords = MastheadWords.words(below)
        let certain = MastheadClassifier.certainField(above)?.name
        guard
            certain == nil || isTitle || certain == .note || certain == .title
                || certain == .author && isSmall
        else { return false }
        if waits(above, aboveWords) || goesOnFromAbove(below, belowWords) { return !isHeld }
        guard isUpper(above) == isUpper(below) else { return false }
        if certain == nil, !isTitle, isName(of: above, aboveWords, endedBy: below, belowWords) { return true }
        // `ARRANGEMENTS FOR INTERGOVERNMENTAL` / `MEETINGS`
        if certain == nil, belowWords.count <= 2, aboveWords.count >= 3, isUpper(above),
            ![aboveWords, belowWords].contains(where: {
                MastheadWords.isBody($0) || MastheadWords.isMeeting($0)
            }),
            !MastheadVenue.isState(below)
        {
            return true
        }
        guard wrapping.isWrapped else { return false }
        if isTitle {
            // A title that ends with `Report` is whole.
            return MastheadTitle.kind(of: aboveWords) != nil && piece.last.text.count >= 16
                && belowWords.count <= 16
        }
        // A body under a body, or its numbered meeting, is a field of its own.
        let isOwnMeeting =
            belowWords.count <= 3 && MastheadWords.isMeeting(belowWords)
            && Ordinal.match(in: belowWords[...]) != nil
        if MastheadWords.isBody(aboveWords), MastheadWords.isBody(belowWords) || isOwnMeeting { return false }
        // The first word below would not have fitted above.
        let word = below.prefix { !$0.isBlank }.count
        let isLeft = max(piece.last.columns.lowerBound, cell.columns.lowerBound) <= 8
        if certain == nil, isLeft, (piece.last.columns.upperBound + word + 1) * 20 > wrapping.width * 17 {
            return true
        }
        // `XXIV Antarctic Treaty` waits for its `Consultative Meeting`.
        return !MastheadWords.isMeeting(aboveWords) && Ordinal.match(in: aboveWords[...]) != nil
            && belowWords.last.map(MastheadWords.isMeetingHead) ?? false
    }

    /// Whether a text says at which session the report above it was made: `ON ITS FORTY-FIRST SESSION`.
    private static func isOccasion(_ text: ArraySlice<UInt8>) -> Bool {
        ["on its ", "of its ", "at its ", "on the work of its "].contains { text.hasPrefix(ignoringCase: $0) }
    }

    /// Whether two lines are the halves of `UNITED` / `NATIONS`.
    private static func isUnitedNations(_ above: ArraySlice<UInt8>, _ below: ArraySlice<UInt8>) -> Bool {
        [("united", "nations"), ("nations", "unies"), ("naciones", "unidas")].contains {
            above.string.lowercased() == $0.0 && below.string.lowercased() == $0.1
        }
    }

    /// Whether a text is the end of the name of a body or meeting above it: `Economic and Social` / `Council`,
    /// `Commission on International` / `Trade Law`.
    private static func isName(
        of above: ArraySlice<UInt8>, _ aboveWords: [String], endedBy below: ArraySlice<UInt8>,
        _ belowWords: [String]
    ) -> Bool {
        let isBodyAbove = MastheadWords.isBody(aboveWords)
        let isWhole =
            MastheadWords.isMeeting(aboveWords) || MastheadVenue.isState(above)
            || MastheadWords.isKnownBody(above) && aboveWords.count == 1
        guard !isWhole, above.contains(where: \.isSmall) || aboveWords.count > 1 else { return false }
        if let last = belowWords.last, belowWords.count <= 3 {
            let head = Int(last) == nil ? last : belowWords.dropLast().last ?? ""
            if belowWords.count == 1, ["programme", "fund"].contains(head) { return true }
            let isHead = MastheadWords.isBodyHead(head) || MastheadWords.isMeetingHead(head)
            if isHead, !isBodyAbove { return aboveWords.allSatisfy { $0.utf8.count > 1 } }
        }
        if belowWords.count > 2, belowWords[1] == "and", belowWords[2] == "of" { return isBodyAbove }
        // Words that are no field by themselves.
        return isBodyAbove && belowWords.count <= 3 && !MastheadWords.isBody(belowWords)
            && !MastheadWords.isMeeting(belowWords) && !MastheadVenue.isState(below)
            && !MastheadWords.isKnownBody(below)
            && below.allSatisfy { $0.isCapital || $0.isSmall || $0 >= 0x80 || $0 == .space || $0 == .hyphen }
            && belowWords.allSatisfy { $0.utf8.count >= 3 }
    }

    /// Whether a cell stands in the column of another.
    private static func isBelow(_ cell: MastheadCell, _ above: MastheadCell) -> Bool {
        abs(cell.columns.lowerBound - above.columns.lowerBound) <= 8 || abs(cell.middle - above.middle) <= 12
            || cell.columns.overlaps(above.columns)
    }

    /// Whether a place or date goes on with a date or place above: `KYOTO` / `11-22 April 1994`.
    private static func goesOnAsVenue(_ above: ArraySlice<UInt8>, _ below: ArraySlice<UInt8>) -> Bool {
        if MastheadVenue.isAnnouncement(above) { return below.first.map { $0.isSmall } ?? false }
        let joined = Array(above) + [.space] + below
        let words = MastheadWords.words(above)
        if above.contains(where: \.isDigit), words.last.map(connectors.contains) ?? false, words.count <= 16 {
            // `23 de junio al` / `7 de julio de 1981`
            let venues = MastheadVenue.all(in: joined[...])
            return venues.count > 1 || venues.first?.date?.to != nil
        }
        guard let venue = MastheadVenue(above), MastheadLabels.field(above) == nil, !above.contains(.colon)
        else {
            return false
        }
        let next = MastheadVenue(below)
        if venue.date == nil, below.count <= 40, MastheadVenue.isState(below) { return true }
        if venue.date == nil {
            let isDate =
                next.map { $0.date != nil && $0.place == nil } ?? (MastheadWords.wholeDate(below) != nil)
            let opensDate = next == nil && below.first?.isDigit ?? false && below.count <= 20
            return (isDate && !below.contains(.colon) || opensDate) && MastheadSymbol.isSymbol(below) == false
        }
        return venue.place == nil && next.map { $0.date == nil && $0.place != nil } ?? false
    }

    /// Whether a text waits for more: it ends with a word or sign that never ends one.
    private static func waits(_ text: ArraySlice<UInt8>, _ words: [String]) -> Bool {
        guard let last = text.last, words.count > 1 || last == .comma else { return false }
        return last == .comma || last == .hyphen || last == .colon && words.count > 1 && !isLabel(text)
            || connectors.contains(words.last ?? "") && last.isWordByte
    }

    private static func isLabel(_ text: ArraySlice<UInt8>) -> Bool { text.count < 16 }

    /// Whether a text goes on with one before it: it begins small, or with a word that never begins one.
    private static func goesOnFromAbove(_ text: ArraySlice<UInt8>, _ words: [String]) -> Bool {
        guard let first = text.first, let word = words.first else { return false }
        if first.isSmall { return true }
        return connectors.contains(word) && !["the", "la", "le", "el", "les", "los", "las"].contains(word)
    }

    private static let connectors: Set<String> = [
        "of", "the", "on", "in", "for", "and", "to", "by", "with", "from", "at", "its", "or", "de", "du",
        "des",
        "la", "le", "les", "sur", "del", "el", "los", "las", "y", "et", "en", "al", "au", "aux", "pour",
        "para",
        "по", "о", "об", "и",
    ]

    /// Whether all letters of a text are capitals.
    private static func isUpper(_ text: ArraySlice<UInt8>) -> Bool {
        text.count(where: \.isSmall) * 5 < text.count(where: \.isCapital)
    }
}
