// The sentences of JSONReader. None of these is inlined, so that reading stays small and fast.
extension JSONReader {
    @inline(never)
    func trailingData() -> JSONSyntaxError {
        if let error = invalidUTF8IfAny() { return error }
        return failure(
            .trailingData, at: position,
            "\(found(at: position)) after the value; expected nothing but white space")
    }

    @inline(never)
    func trailingComma(at comma: Int) -> JSONSyntaxError {
        failure(
            .trailingComma, at: comma,
            frame.isObject
                ? "a comma before '}'; expected another member or no comma"
                : "a comma before ']'; expected another element or no comma")
    }

    @inline(never)
    func missingComma() -> JSONSyntaxError {
        unexpected(expecting: frame.isObject ? "a comma or '}'" : "a comma or ']'")
    }

    @inline(never)
    func unexpected(expecting expected: String) -> JSONSyntaxError {
        if position == end { return endOfInput(expecting: expected) }
        if let error = invalidUTF8IfAny() { return error }
        return failure(.unexpected, at: position, "\(found(at: position)); expected \(expected)")
    }

    @inline(never)
    func noValue() -> JSONSyntaxError {
        guard outerFrames.isEmpty else { return endOfInput(expecting: "a value") }
        return failure(.end, at: end, "an input without a value; expected one")
    }

    @inline(never)
    func endOfInput(expecting expected: String) -> JSONSyntaxError {
        failure(.end, at: end, "the end of the input; expected \(expected)")
    }

    @inline(never)
    func tooDeep() -> JSONSyntaxError {
        failure(
            .depth, at: position,
            "an array or object at depth \(maximumDepth + 1); expected no more than \(maximumDepth) levels")
    }

    @inline(never)
    func tooLong() -> JSONSyntaxError {
        failure(.size, at: tokenRange.lowerBound, "a text of 4 GiB or more in one document; expected less")
    }

    @inline(never)
    func duplicateKey(first: Int) -> JSONSyntaxError {
        var error = failure(
            .duplicateKey, at: tokenRange.lowerBound,
            "the key \(quoted(tokenString)) occurs twice in this object; expected once")
        error.firstKey = first
        return error
    }

    @inline(never)
    func leadingZero(from first: Int) -> JSONSyntaxError {
        failure(
            .number, at: first,
            "a number that begins with 0; expected no further digit before the decimal point")
    }

    @inline(never)
    func missingDigit(after part: String) -> JSONSyntaxError {
        if position == end { return endOfInput(expecting: "a digit after \(part)") }
        return failure(
            .number, at: position, "\(found(at: position)) in a number; expected a digit after \(part)")
    }

    @inline(never)
    func controlCharacter(at place: Int) -> JSONSyntaxError {
        let byte = bytes[place]
        return failure(
            .controlCharacter, at: place,
            "the control character \(CodePoint.name(UInt32(byte))) in a string; expected its escape \(escape(UInt32(byte)))"
        )
    }

    @inline(never)
    func invalidUTF8(at place: Int) -> JSONSyntaxError {
        failure(.invalidUTF8, at: place, UTF8Sequence.fault(in: bytes, at: place, to: end))
    }

    @inline(never)
    func unknownEscape(at place: Int) -> JSONSyntaxError {
        if bytes[place + 1] >= 0x80, UTF8Sequence.length(in: bytes, at: place + 1, to: end) == 0 {
            return invalidUTF8(at: place + 1)
        }
        return failure(
            .escape, at: place,
            "a backslash before \(found(at: place + 1)); expected one of \" \\ / b f n r t u")
    }

    @inline(never)
    func incompleteEscape(at place: Int) -> JSONSyntaxError {
        let digits = bytes[place + 2..<min(place + 6, end)]
        let isCut = place + 6 > end && digits.allSatisfy { isHexadecimal($0) }
        if isCut { return endOfInput(expecting: "four hexadecimal digits after \\u") }
        return failure(.escape, at: place, "\\u without four hexadecimal digits after it")
    }

    @inline(never)
    func loneSurrogate(at place: Int, unit: UInt32) -> JSONSyntaxError {
        let rest = bytes[place + 6..<end]
        if unit < 0xDC00, rest.isEmpty || rest.elementsEqual([UInt8(ascii: "\\")]) {
            return endOfInput(expecting: "the second half of a surrogate pair")
        }
        return failure(
            .loneSurrogate, at: place,
            unit < 0xDC00
                ? "the escape \(escape(unit)) is the first half of a surrogate pair; expected \\udc00 to \\udfff after it"
                : "the escape \(escape(unit)) is the second half of a surrogate pair without the first")
    }

    /// Refuses UTF-16 and UTF-32, known by a byte order mark or by zeros, as JSON begins with an ASCII character.
    func checkEncoding() throws(JSONSyntaxError) {
        guard start == 0, !hadBOM, let name = foreignEncoding() else { return }
        throw failure(
            .encoding, at: 0, "the input looks like \(name); expected UTF-8 (RFC 8259, section 8.1)")
    }

    private func foreignEncoding() -> String? {
        let head = Array(bytes[start..<min(end, start + 4)])
        if head == [0, 0, 0xFE, 0xFF] || head == [0xFF, 0xFE, 0, 0] { return "UTF-32" }
        if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE]) { return "UTF-16" }
        guard head.count >= 2, end % 2 == 0 else { return nil }
        let zeros = head.map { $0 == 0 }
        if end % 4 == 0, zeros == [true, true, true, false] || zeros == [false, true, true, true] {
            return "UTF-32"
        }
        return zeros[0] != zeros[1] ? "UTF-16" : nil
    }

    // MARK: - Parts of sentences

    private func failure(
        _ code: JSONSyntaxError.Code, at offset: Int, _ message: String
    ) -> JSONSyntaxError {
        JSONSyntaxError(
            code: code, offset: offset, pointer: pointer(toChild: state == .value), message: message)
    }

    private func invalidUTF8IfAny() -> JSONSyntaxError? {
        guard bytes[position] >= 0x80, UTF8Sequence.length(in: bytes, at: position, to: end) == 0 else {
            return nil
        }
        return invalidUTF8(at: position)
    }

    /// What stands at `place`: a word, a printable character, or its code point.
    private func found(at place: Int) -> String {
        let letters = bytes[place..<end].prefix(20).prefix { isLetter($0) }
        if letters.count > 1 { return "'\(String(decoding: letters, as: UTF8.self))'" }
        let byte = bytes[place]
        if (0x21...0x7E).contains(byte) { return "'\(Character(Unicode.Scalar(byte)))'" }
        let length = byte < 0x80 ? 1 : UTF8Sequence.length(in: bytes, at: place, to: end)
        let scalar = String(decoding: bytes[place..<place + length], as: UTF8.self).unicodeScalars.first
        if scalar == "\u{FEFF}" { return "a byte order mark (U+FEFF) that is not at the very start" }
        return "the character \(CodePoint.name(scalar?.value ?? 0))"
    }

    /// A key as messages show it: escaped, and cut after 60 characters.
    private func quoted(_ key: String) -> String {
        let scalars = key.unicodeScalars
        var shown = String(String.UnicodeScalarView(scalars.prefix(60)))
        if scalars.count > 60 { shown += "…" }
        var output = JSONOutput()
        output.string(shown)
        return String(decoding: output.bytes, as: UTF8.self)
    }

    private func escape(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private func isHexadecimal(_ byte: UInt8) -> Bool {
        isLetter(byte)
            ? byte | 0x20 <= UInt8(ascii: "f") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
