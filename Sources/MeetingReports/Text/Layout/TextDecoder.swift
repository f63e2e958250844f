/// Reads bytes as text: UTF-8 with or without a byte order mark, UTF-16 with one.
///
/// What is not text is refused with the place; nothing is ever replaced. Characters that print nothing and that no
/// record can carry (XML 1.0, section 2.2) are dropped and listed.
struct TextDecoder {
    /// The name for findings.
    let name: String

    /// Reads the bytes.
    ///
    /// - Throws: an error of code `text-not-text`, `text-nul`, `text-empty`, `text-invalid-utf8` or
    ///   `text-invalid-utf16`.
    func decode(_ bytes: [UInt8]) throws(InputError) -> SourceText {
        if let (what, advice) = FileSignature.match(bytes) {
            throw error(
                .textNotText, "This is \(what), not a text. \(advice)", at: TextRange.beginning.start)
        }
        var encoding = "UTF-8"
        var utf8 = bytes[...]
        var drops = DropCounter()
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            encoding = bytes[0] == 0xFF ? "UTF-16LE" : "UTF-16BE"
            utf8 = try transcode(bytes, bigEndian: bytes[0] == 0xFE)[...]
            drops.add(.byteOrderMark, line: 1)
        } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            utf8 = bytes[3...]
            drops.add(.byteOrderMark, line: 1)
        }
        return try clean(utf8, encoding: encoding, from: encoding == "UTF-8" ? bytes : nil, &drops)
    }

    /// Checks the UTF-8, leaves out what is dropped, and finds the lines.
    private func clean(
        _ utf8: ArraySlice<UInt8>, encoding: String, from original: [UInt8]?, _ drops: inout DropCounter
    ) throws(InputError) -> SourceText {
        var kept: [UInt8] = []
        kept.reserveCapacity(utf8.count)
        var lines: [Range<Int>] = []
        var lineStart = 0
        var hasText = false
        var index = utf8.startIndex
        while index < utf8.endIndex {
            let byte = utf8[index]
            if byte == .lineFeed || byte == .carriageReturn {
                lines.append(lineStart..<kept.count)
                kept.append(.lineFeed)
                lineStart = kept.count
                let isPair =
                    byte == .carriageReturn && index + 1 < utf8.endIndex && utf8[index + 1] == .lineFeed
                index += isPair ? 2 : 1
                continue
            }
            if byte < 0x80 {
                if byte >= 0x20 && byte != 0x7F || byte == .tab || byte == .formFeed {
                    hasText = hasText || byte > 0x20
                    kept.append(byte)
                    if byte == .formFeed { drops.add(.formFeed, line: lines.count + 1) }
                } else if byte == 0 {
                    throw nulError(at: index, line: lines.count + 1, in: utf8)
                } else {
                    drops.add(control: UInt32(byte), line: lines.count + 1, offset: index)
                    // These part words: a vertical tab is a line break of word processors.
                    if byte == 0x0B || byte >= 0x1C && byte <= 0x1F { kept.append(.space) }
                }
                index += 1
                continue
            }
            guard let length = validLength(of: utf8, at: index) else {
                let place = TextIndex(original ?? Array(utf8)).position(at: index)
                let hex = String(byte, radix: 16, uppercase: true)
                throw error(
                    .textInvalidUTF8,
                    "Byte 0x\(hex) at offset \(index), on line \(place.line), is not UTF-8; a text has to be UTF-8, or UTF-16 with a byte order mark.",
                    at: place)
            }
            let (scalar, _) = scalar(in: utf8, at: index - utf8.startIndex)
            switch scalar.value {
            case 0x80...0x9F, 0xFFFE, 0xFFFF:
                drops.add(control: scalar.value, line: lines.count + 1, offset: index)
                if scalar.value == 0x85 { kept.append(.space) }
            case 0xAD: drops.add(.softHyphen, line: lines.count + 1)
            default:
                hasText = hasText || !scalar.isSpace
                kept.append(contentsOf: utf8[index..<index + length])
            }
            index += length
        }
        if lineStart < kept.count || lines.isEmpty { lines.append(lineStart..<kept.count) }
        guard hasText else {
            throw error(
                .textEmpty, "There is nothing to read: the text is empty or holds only white space.",
                at: TextRange.beginning.start)
        }
        return SourceText(
            utf8: kept, lines: lines, encoding: encoding, dropped: drops.drops,
            findings: drops.findings(file: name, text: original ?? Array(utf8)))
    }

    /// The number of bytes of the character at `index`, or nil where there is none (Unicode 16, table 3-7).
    private func validLength(of bytes: ArraySlice<UInt8>, at index: Int) -> Int? {
        let first = bytes[index]
        func next(_ step: Int) -> UInt8 { index + step < bytes.endIndex ? bytes[index + step] : 0 }
        func isTail(_ step: Int) -> Bool { next(step) & 0xC0 == 0x80 }
        switch first {
        case 0xC2...0xDF: return isTail(1) ? 2 : nil
        case 0xE0: return (0xA0...0xBF).contains(next(1)) && isTail(2) ? 3 : nil
        case 0xED: return (0x80...0x9F).contains(next(1)) && isTail(2) ? 3 : nil
        case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : nil
        case 0xF0: return (0x90...0xBF).contains(next(1)) && isTail(2) && isTail(3) ? 4 : nil
        case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : nil
        case 0xF4: return (0x80...0x8F).contains(next(1)) && isTail(2) && isTail(3) ? 4 : nil
        default: return nil
        }
    }

    private func transcode(_ bytes: [UInt8], bigEndian: Bool) throws(InputError) -> [UInt8] {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count)
        var line = 1
        var index = 2
        func unit(_ index: Int) -> UInt32? {
            guard index + 1 < bytes.count else { return nil }
            let (high, low) = bigEndian ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
            return UInt32(high) << 8 | UInt32(low)
        }
        while index < bytes.count {
            var value = unit(index)
            var length = 2
            if let high = value, (0xD800...0xDBFF).contains(high) {
                value = unit(index + 2).flatMap { low in
                    (0xDC00...0xDFFF).contains(low) ? 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00) : nil
                }
                length = 4
            }
            guard let value, let scalar = Unicode.Scalar(value) else {
                throw error(
                    .textInvalidUTF16,
                    "The bytes at offset \(index), on line \(line), are not UTF-16, which the byte order mark says the text is in."
                )
            }
            if value == 0x0A { line += 1 }
            utf8.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
            index += length
        }
        return utf8
    }

    private func nulError(at index: Int, line: Int, in bytes: ArraySlice<UInt8>) -> InputError {
        let nuls = bytes.prefix(64).count { $0 == 0 }
        let hint =
            nuls * 4 >= bytes.prefix(64).count
            ? " It looks like UTF-16 or UTF-32 without a byte order mark: save it as UTF-8." : ""
        return error(
            .textNUL, "A NUL at byte offset \(index), on line \(line): this is not a text.\(hint)",
            at: TextPosition(line: line, column: 1, offset: index))
    }

    private func error(_ code: FindingCode, _ message: String, at position: TextPosition? = nil) -> InputError
    {
        let range = position.map { TextRange(start: $0, end: $0) }
        return InputError(Finding(code, message: message, place: Place(file: name, range: range)))
    }
}

/// Counts what is dropped, by kind and line.
private struct DropCounter {
    private(set) var drops: [Ledger.Drop] = []
    /// Where each control character occurs first, in bytes.
    private var first: [UInt32: Int] = [:]

    mutating func add(_ kind: Ledger.Drop.Kind, line: Int) {
        var index = drops.count
        while index > 0, drops[index - 1].line == line {
            index -= 1
            if drops[index].kind == kind {
                drops[index].count += 1
                return
            }
        }
        drops.append(Ledger.Drop(kind: kind, line: line, count: 1))
    }

    mutating func add(control value: UInt32, line: Int, offset: Int) {
        if first[value] == nil { first[value] = offset }
        add(.control(value), line: line)
    }

    /// One finding for each control character that occurs, at its first place.
    func findings(file: String, text: [UInt8]) -> [Finding] {
        guard !first.isEmpty else { return [] }
        let index = TextIndex(text)
        return first.sorted { $0.key < $1.key }.map { value, offset in
            let found = drops.filter { $0.kind == .control(value) }
            let count = found.reduce(0) { $0 + $1.count }
            let place = index.position(at: offset)
            return Finding(
                .textControlCharacter,
                message:
                    "The character \(Ledger.Drop.Kind.control(value)) occurs \(count == 1 ? "once" : "\(count) times"), first on line \(place.line); it prints nothing and no record can carry it, so it was dropped.",
                place: Place(
                    file: file, range: TextRange(start: place, end: place),
                    sourceLines: SourceLines(lines: found.map(\.line))))
        }
    }
}
