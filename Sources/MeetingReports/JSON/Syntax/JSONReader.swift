/// A pull reader of JSON by RFC 8259, strict: every text outside the grammar is refused with its place.
///
/// It reads one value and the white space around it. Also refused are a key that an object has already, half of a
/// surrogate pair, text that is not UTF-8, and nesting beyond a limit. Numbers are checked, never converted. A byte
/// order mark at the very start is skipped (RFC 8259, section 8.1 allows that).
///
/// The reader keeps its own stack, so that no input makes it recurse, and allocates nothing for a token.
package struct JSONReader: ~Copyable {
    /// What `next()` has read.
    package enum Token: Equatable, Sendable {
        /// The opening bracket of an object; keys and values follow in turn.
        case beginObject
        /// The closing bracket of an object.
        case endObject
        /// The opening bracket of an array; values follow.
        case beginArray
        /// The closing bracket of an array.
        case endArray
        /// The key of a member, and the colon after it.
        case key
        /// A string that is a value.
        case string
        /// A number, checked against the grammar.
        case number
        /// The literal `true`.
        case `true`
        /// The literal `false`.
        case `false`
        /// The literal `null`.
        case null
        /// The value has been read, and nothing but white space follows it.
        case end
    }

    /// What the grammar allows next.
    enum State {
        case start
        case firstOrClose
        case key
        case value
        case commaOrClose
        case done
    }

    /// An open array or object; `count` is the number of values begun in it.
    struct Frame {
        var isObject: Bool
        var count = 0

        var closingBracket: UInt8 { UInt8(ascii: isObject ? "}" : "]") }
    }

    /// The depth that is allowed if no other is asked for.
    package static let defaultMaximumDepth = 1_000

    /// True if a byte order mark stands at the start of the buffer, and was skipped.
    package let hadBOM: Bool
    /// The bytes of the token read last, in offsets of the buffer; quotes and brackets belong to it.
    package private(set) var tokenRange = 0..<0
    /// True if the string or key read last has escapes.
    package private(set) var tokenHasEscapes = false

    let bytes: UnsafeBufferPointer<UInt8>
    let start: Int
    let end: Int
    let maximumDepth: Int
    var position: Int
    var state = State.start
    var frame = Frame(isObject: false)
    var outerFrames: [Frame] = []
    var keys: JSONKeys

    /// A reader of the value in a part of a buffer.
    /// - Parameters:
    ///   - bytes: the buffer, which must outlive the reader.
    ///   - range: the part to read; all of the buffer if nil. Offsets are those of the buffer nevertheless.
    ///   - maximumDepth: how many arrays and objects may be open at once.
    package init(
        _ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>? = nil,
        maximumDepth: Int = JSONReader.defaultMaximumDepth
    ) {
        let range = range ?? 0..<bytes.count
        precondition(
            range.lowerBound >= 0 && range.upperBound <= bytes.count, "the range lies outside the buffer")
        self.bytes = bytes
        self.maximumDepth = maximumDepth
        start = range.lowerBound
        end = range.upperBound
        hadBOM = start == 0 && bytes[range].starts(with: [0xEF, 0xBB, 0xBF])
        position = hadBOM ? 3 : start
        keys = JSONKeys(in: bytes)
    }

    /// Reads the next token.
    /// - Throws: `JSONSyntaxError` at the first departure from the grammar. The reader is of no use after that.
    package mutating func next() throws(JSONSyntaxError) -> Token {
        skipWhiteSpace()
        switch state {
        case .commaOrClose:
            guard position < end, bytes[position] == UInt8(ascii: ",") else { return try close() }
            return try readAfterComma()
        case .firstOrClose:
            if position < end, bytes[position] == frame.closingBracket { return try close() }
            return frame.isObject ? try readKey() : try readValue()
        case .start:
            try checkEncoding()
            return try readValue()
        case .key, .value:
            return try readValue()
        case .done:
            guard position == end else { throw trailingData() }
            tokenRange = end..<end
            return .end
        }
    }

    /// The text of the string or key read last, its escapes resolved; of any other token, the text as written.
    package var tokenString: String {
        let isQuoted = !tokenRange.isEmpty && bytes[tokenRange.lowerBound] == UInt8(ascii: "\"")
        let range = isQuoted ? tokenRange.lowerBound + 1..<tokenRange.upperBound - 1 : tokenRange
        return JSONText.string(
            UnsafeBufferPointer(rebasing: bytes[range]), hasEscapes: isQuoted && tokenHasEscapes)
    }

    /// The JSON Pointer (RFC 6901) of the value read last; after a key, of its member.
    package var pointer: String {
        pointer(toChild: state != .firstOrClose)
    }

    /// The pointer to the innermost open array or object, or to the child of it that was begun last.
    func pointer(toChild: Bool) -> String {
        guard !outerFrames.isEmpty else { return "" }
        var steps = outerFrames.dropFirst() + [frame]
        if !toChild { steps.removeLast() }
        var path = keys.path.makeIterator()
        var pointer = JSONPointer()
        for step in steps {
            if step.isObject {
                pointer.append(key: path.next() ?? "")
            } else {
                pointer.append(index: step.count - 1)
            }
        }
        return pointer.text
    }

    // MARK: - Structure

    @inline(__always)
    private mutating func skipWhiteSpace() {
        while position < end, bytes[position] <= 0x20, JSONReader.isWhiteSpace(bytes[position]) {
            position &+= 1
        }
    }

    /// The four characters of RFC 8259, section 2.
    static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private mutating func readAfterComma() throws(JSONSyntaxError) -> Token {
        let comma = position
        position += 1
        skipWhiteSpace()
        if position < end, bytes[position] == frame.closingBracket { throw trailingComma(at: comma) }
        return frame.isObject ? try readKey() : try readValue()
    }

    private mutating func readValue() throws(JSONSyntaxError) -> Token {
        state = .value
        if !frame.isObject { frame.count &+= 1 }
        guard position < end else { throw noValue() }
        switch bytes[position] {
        case UInt8(ascii: "\""):
            try readString()
            finishValue()
            return .string
        case UInt8(ascii: "{"):
            try open(isObject: true)
            keys.open()
            return .beginObject
        case UInt8(ascii: "["):
            try open(isObject: false)
            return .beginArray
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            try readNumber()
            finishValue()
            return .number
        case UInt8(ascii: "t"):
            return try readLiteral("true", as: .true)
        case UInt8(ascii: "f"):
            return try readLiteral("false", as: .false)
        case UInt8(ascii: "n"):
            return try readLiteral("null", as: .null)
        default:
            throw unexpected(expecting: "a value")
        }
    }

    private mutating func readKey() throws(JSONSyntaxError) -> Token {
        state = .key
        guard position < end, bytes[position] == UInt8(ascii: "\"") else {
            throw unexpected(expecting: "a key in double quotes")
        }
        try readString()
        let first = keys.insert(tokenRange, hasEscapes: tokenHasEscapes)
        state = .value
        if let first { throw duplicateKey(first: first) }
        skipWhiteSpace()
        guard position < end, bytes[position] == UInt8(ascii: ":") else {
            throw unexpected(expecting: "a colon after the key")
        }
        position += 1
        return .key
    }

    private mutating func open(isObject: Bool) throws(JSONSyntaxError) {
        guard outerFrames.count < maximumDepth else { throw tooDeep() }
        outerFrames.append(frame)
        frame = Frame(isObject: isObject)
        state = .firstOrClose
        tokenRange = position..<position + 1
        position += 1
    }

    private mutating func close() throws(JSONSyntaxError) -> Token {
        guard position < end, bytes[position] == frame.closingBracket else { throw missingComma() }
        let token = frame.isObject ? Token.endObject : Token.endArray
        if frame.isObject { keys.close() }
        if let outer = outerFrames.popLast() { frame = outer }
        tokenRange = position..<position + 1
        position += 1
        finishValue()
        return token
    }

    @inline(__always)
    private mutating func finishValue() {
        state = outerFrames.isEmpty ? .done : .commaOrClose
    }

    // MARK: - Scalars

    private mutating func readLiteral(_ literal: StaticString, as token: Token) throws(JSONSyntaxError)
        -> Token
    {
        let text = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
        let stop = position + text.count
        guard stop <= end, bytes[position..<stop].elementsEqual(text) else {
            let isCut = text.starts(with: bytes[position..<end])
            throw isCut ? endOfInput(expecting: "the rest of '\(literal)'") : unexpected(expecting: "a value")
        }
        tokenRange = position..<stop
        position = stop
        finishValue()
        return token
    }

    /// RFC 8259, section 6: `-`?, `0` or digits, then a fraction, then an exponent.
    private mutating func readNumber() throws(JSONSyntaxError) {
        let first = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        if position < end, bytes[position] == UInt8(ascii: "0") {
            position += 1
            if position < end, isDigit(bytes[position]) { throw leadingZero(from: first) }
        } else {
            try readDigits(after: "the sign")
        }
        if position < end, bytes[position] == UInt8(ascii: ".") {
            position += 1
            try readDigits(after: "the decimal point")
        }
        if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < end, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            try readDigits(after: "the exponent")
        }
        tokenRange = first..<position
    }

    private mutating func readDigits(after part: String) throws(JSONSyntaxError) {
        guard position < end, isDigit(bytes[position]) else { throw missingDigit(after: part) }
        repeat { position &+= 1 } while position < end && isDigit(bytes[position])
    }

    @inline(__always)
    private func isDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10
    }

    /// Reads the string whose opening quote is at `position`.
    private mutating func readString() throws(JSONSyntaxError) {
        let first = position
        var place = position + 1
        tokenHasEscapes = false
        while true {
            place = JSONText.firstSpecial(in: bytes, from: place, to: end, nonASCII: true)
            guard place < end else {
                throw endOfInput(expecting: "the closing quote of the string at byte \(first)")
            }
            switch bytes[place] {
            case UInt8(ascii: "\""):
                position = place + 1
                tokenRange = first..<position
                return
            case UInt8(ascii: "\\"):
                tokenHasEscapes = true
                place = try readEscape(at: place)
            case 0x80...:
                repeat {
                    let length = UTF8Sequence.length(in: bytes, at: place, to: end)
                    guard length > 0 else { throw invalidUTF8(at: place) }
                    place &+= length
                } while place < end && bytes[place] >= 0x80
            default:
                throw controlCharacter(at: place)
            }
        }
    }

    /// Checks the escape whose backslash is at `place`; a surrogate pair is one escape.
    /// - Returns: where the escape ends.
    private func readEscape(at place: Int) throws(JSONSyntaxError) -> Int {
        guard place + 1 < end else { throw endOfInput(expecting: "the rest of an escape") }
        guard bytes[place + 1] == UInt8(ascii: "u") else {
            guard JSONText.shortEscape(bytes[place + 1]) != nil else { throw unknownEscape(at: place) }
            return place + 2
        }
        let unit = try readHexadecimal(at: place)
        guard unit & 0xF800 == 0xD800 else { return place + 6 }
        let next = place + 6
        guard unit < 0xDC00, next + 1 < end, bytes[next] == UInt8(ascii: "\\"),
            bytes[next + 1] == UInt8(ascii: "u"),
            try readHexadecimal(at: next) & 0xFC00 == 0xDC00
        else { throw loneSurrogate(at: place, unit: unit) }
        return place + 12
    }

    private func readHexadecimal(at place: Int) throws(JSONSyntaxError) -> UInt32 {
        let text = UnsafeBufferPointer(rebasing: bytes[..<end])
        guard let value = JSONText.hexadecimal(in: text, at: place + 2) else {
            throw incompleteEscape(at: place)
        }
        return value
    }
}
