internal import LibXML

/// A writer of JSON: bytes in UTF-8, members in the caller's order, the fewest escapes that RFC 8259 allows.
///
/// Escaped are `"`, `\` and U+0000 to U+001F only: `\b \t \n \f \r`, the others as `\u00xx`. The writer puts commas, colons
/// and indentation; the caller balances what it begins and ends, and writes each value of an object after its key.
/// Several values may follow one another at the top, which is what newline-delimited JSON needs.
///
/// A copy goes on with the same output.
package struct JSONOutput {
    /// Where white space is written.
    package enum Layout: Sendable {
        /// Nowhere.
        case compact
        /// Each member and element on a line of its own, indented by two spaces a level; a space after a colon.
        case indented
    }

    private let output = GrowingBuffer<UInt8>(capacity: 1 << 14)
    private let layout: Layout
    private var depth = 0
    private var needsComma = false
    private var followsKey = false

    /// An empty output.
    package init(_ layout: Layout = .compact) {
        self.layout = layout
    }

    /// What was written so far and not yet removed.
    package var bytes: [UInt8] { Array(output.values) }

    /// Forgets the bytes written so far, once they were taken elsewhere.
    ///
    /// Open objects and arrays stay open.
    package mutating func removeBytes() {
        output.removeAll()
    }

    /// Begins an object; `key` and a value follow in turn.
    package mutating func beginObject() {
        begin(UInt8(ascii: "{"))
    }

    /// Ends the object begun last.
    package mutating func endObject() {
        end(UInt8(ascii: "}"))
    }

    /// Begins an array.
    package mutating func beginArray() {
        begin(UInt8(ascii: "["))
    }

    /// Ends the array begun last.
    package mutating func endArray() {
        end(UInt8(ascii: "]"))
    }

    /// Writes the key of a member, whose value must follow.
    package mutating func key(_ name: String) {
        startValue()
        quote(name)
        endKey()
    }

    /// Writes the key of a member, given as UTF-8 of which nothing needs an escape.
    package mutating func key(plain name: UnsafeBufferPointer<UInt8>) {
        startValue()
        output.append(UInt8(ascii: "\""))
        output.append(name)
        output.append(UInt8(ascii: "\""))
        endKey()
    }

    private mutating func endKey() {
        output.append(UInt8(ascii: ":"))
        if layout == .indented { output.append(UInt8(ascii: " ")) }
        followsKey = true
    }

    /// Writes a string.
    package mutating func string(_ value: String) {
        startValue()
        quote(value)
        needsComma = true
    }

    /// Writes a string given as UTF-8, which must be well-formed.
    package mutating func string(utf8 value: UnsafeBufferPointer<UInt8>) {
        startValue()
        quote(value)
        needsComma = true
    }

    /// Writes a number as its text has it, which must be a number by RFC 8259, section 6.
    package mutating func number(_ text: String) {
        writeRaw(text)
    }

    /// Writes an integer.
    package mutating func number(_ value: Int) {
        writeRaw(String(value))
    }

    /// Writes `true` or `false`.
    package mutating func bool(_ value: Bool) {
        writeRaw(value ? "true" : "false")
    }

    /// Writes `null`.
    package mutating func null() {
        writeRaw("null")
    }

    /// Ends a line with LF: after the last value of a file, and after each value of newline-delimited JSON.
    package mutating func lineFeed() {
        output.append(UInt8(ascii: "\n"))
    }

    // MARK: - Structure

    private mutating func begin(_ bracket: UInt8) {
        startValue()
        output.append(bracket)
        depth += 1
        needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        assert(depth > 0 && !followsKey, "an object or array is ended that was not begun, or after a key")
        depth -= 1
        if needsComma { breakLine() }
        output.append(bracket)
        needsComma = true
    }

    private mutating func writeRaw(_ text: String) {
        startValue()
        var text = text
        text.withUTF8 { output.append($0) }
        needsComma = true
    }

    /// Writes what stands between the value or bracket before and a value or key: a comma, a line break, or nothing.
    @inline(__always)
    private mutating func startValue() {
        if followsKey {
            followsKey = false
        } else if depth > 0 {
            if needsComma { output.append(UInt8(ascii: ",")) }
            breakLine()
        }
    }

    @inline(__always)
    private mutating func breakLine() {
        guard layout == .indented else { return }
        output.append(UInt8(ascii: "\n"))
        for _ in 0..<2 * depth { output.append(UInt8(ascii: " ")) }
    }

    // MARK: - Strings

    private mutating func quote(_ value: String) {
        var value = value
        value.withUTF8 { quote($0) }
    }

    private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
        output.append(UInt8(ascii: "\""))
        var written = 0
        while true {
            let stop = JSONText.firstSpecial(in: text, from: written, to: text.count, nonASCII: false)
            output.append(UnsafeBufferPointer(rebasing: text[written..<stop]))
            guard stop < text.count else { break }
            escape(text[stop])
            written = stop + 1
        }
        output.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        output.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: output.append(UInt8(ascii: "b"))
        case 0x09: output.append(UInt8(ascii: "t"))
        case 0x0A: output.append(UInt8(ascii: "n"))
        case 0x0C: output.append(UInt8(ascii: "f"))
        case 0x0D: output.append(UInt8(ascii: "r"))
        case ..<0x20:
            for digit in ((byte < 0x10 ? "u000" : "u00") + String(byte, radix: 16)).utf8 {
                output.append(digit)
            }
        default: output.append(byte)
        }
    }
}
