/// A run of text as it is gathered line by line, with its source lines.
struct TextRun: Sendable {
    /// The source lines of the text, ascending.
    private(set) var lines: [Int] = []
    /// What stands before ``tail``.
    private var head: [Inline] = []
    /// The bytes of the text at the end.
    private(set) var tail: [UInt8] = []

    /// The text, white space reduced to single spaces, and what interrupted it.
    var content: [Inline] { tail.isEmpty ? head : head + [.text(String(decoding: tail, as: UTF8.self))] }

    /// The bytes of the text without interruptions.
    var utf8: [UInt8] { Array(content.plainText.utf8) }

    /// The number of source lines that it is printed on.
    var lineCount: Int { lines.count }

    /// Whether nothing interrupts the text.
    var hasNoInterruption: Bool { head.isEmpty }

    /// Whether nothing was printed in the run.
    var isEmpty: Bool { head.isEmpty && tail.isEmpty }

    /// Adds the text of a line, white space inside reduced to single spaces.
    mutating func append(_ text: ArraySlice<UInt8>, line: Int) {
        if lines.last != line { lines.append(line) }
        for byte in text {
            let isSpace = byte.isBlank || byte == .lineFeed
            if isSpace, tail.last == .space { continue }
            tail.append(isSpace ? .space : byte)
        }
    }

    /// Adds the space that parts two lines.
    mutating func appendSpace() {
        tail.append(.space)
    }

    /// Takes away the last byte of the text, which is ASCII.
    mutating func dropLastByte() {
        tail.removeLast()
    }

    /// The run without its first bytes, which no interruption stands in.
    func dropFirst(_ count: Int) -> TextRun {
        var run = self
        if case .text(let text)? = run.head.first {
            let rest = String(decoding: text.utf8.dropFirst(count), as: UTF8.self)
            run.head.removeFirst()
            if !rest.isEmpty { run.head.insert(.text(rest), at: 0) }
        } else {
            run.tail.removeFirst(min(count, run.tail.count))
        }
        return run
    }

    /// Adds what interrupts the text.
    mutating func append(_ interruption: Interruption) {
        if !tail.isEmpty { head.append(.text(String(decoding: tail, as: UTF8.self))) }
        head.append(.interruption(interruption))
        tail = []
    }

    /// The text with each run of spaces, tabs and line ends as one space.
    static func collapsed(_ text: ArraySlice<UInt8>) -> String {
        var run = TextRun()
        run.append(text, line: 1)
        return String(decoding: run.tail, as: UTF8.self)
    }
}
