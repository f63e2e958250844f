internal import LibXML

/// A stretch of an input that holds whole records, in a form in which it is read by itself.
struct RecordChunk: Sendable {
    /// What comes behind the stretch.
    enum Ending: Sendable {
        /// Further records, or nothing.
        case open
        /// Bytes that cannot be told apart into records, since what stands before them is at fault.
        case fault
        /// Something that stands in the way of reading on.
        case failure(Finding)
    }

    /// The bytes to read: of XML the stretch with the start tag of the root before it and its end tag behind it.
    var document: [UInt8]
    /// Where the stretch stands in ``document``.
    var content = 0..<0
    /// Where the stretch begins in the input.
    var base: TextPosition
    /// Where records of XML end in ``document``.
    var recordEnds: [Int] = []
    /// The end tag that the root needs where the document is cut behind a record.
    var rootEnd: [UInt8] = []
    var isFirst: Bool
    var isLast = false
    var ending = Ending.open
    /// Why a record was not read, which is too large; it stands for that record.
    var skipped: Finding?

    /// How many bytes of the input stand before the end of the stretch.
    var end: Int { base.offset + content.count }

    /// Turns offsets in ``document`` into places of the input.
    var index: TextIndex { TextIndex(document, from: content.lowerBound, at: base) }

    /// The lines around findings of the chunk, as many as are shown at most.
    func excerpt(around findings: [Finding], in file: String, limit: Int?) -> SourceExcerpt {
        let shown = limit.map { findings.prefix($0) } ?? findings[...]
        guard !shown.isEmpty else { return SourceExcerpt() }
        let stretch = InputFile(name: file, bytes: Array(document[content]))
        return SourceExcerpt(around: shown.map { $0.within(base) }, in: stretch).moved(by: base)
    }

    /// The part of the chunk up to the last record that ends before an offset of its document; nil where there is none.
    func part(before offset: Int) -> RecordChunk? {
        guard let end = recordEnds.last(where: { $0 <= offset }) else { return nil }
        var part = self
        part.document = document[..<end] + rootEnd
        return part
    }
}

/// How much of a stream is held in memory.
struct StreamLimits: Sendable {
    /// How many bytes are gathered before records are given out; a record that is larger comes by itself.
    var chunkSize = 1 << 18
    /// How many bytes a record has at most.
    var recordSize = 1 << 26
}

/// Cuts an input into stretches of whole records.
struct RecordSplitter {
    private let input: ByteStream
    private let limits: StreamLimits
    /// The scanner of a collection in XML, which stands behind the root's start tag; nil where each line is a record.
    private var scanner: XMLRecordScanner?
    private var rootStart: [UInt8] = []
    private var rootEnd: [UInt8] = []
    private var position = TextPosition(line: 1, column: 1, offset: 0)
    private var isFirst = true
    private var isDone = false

    /// Makes a splitter for newline-delimited JSON.
    init(lines input: ByteStream, _ limits: StreamLimits) {
        self.input = input
        self.limits = limits
    }

    /// Makes a splitter for a collection in XML of which a scanner has found the root.
    init(collection input: ByteStream, _ scanner: XMLRecordScanner, _ limits: StreamLimits) {
        self.input = input
        self.limits = limits
        self.scanner = scanner
        rootStart = Array(input.window[scanner.rootStart..<scanner.position])
        rootEnd = Array("</".utf8) + scanner.rootName + Array(">".utf8)
    }

    /// The next stretch; nil behind the last.
    mutating func next() -> RecordChunk? {
        guard !isDone else { return nil }
        return scanner == nil ? nextLines() : nextOfCollection()
    }

    /// Takes bytes from the input as a chunk.
    private mutating func cut(_ count: Int, ends: [Int] = [], isClosed: Bool = false) -> RecordChunk {
        let stretch = input.take(count)
        scanner?.drop(count)
        let before = isFirst ? [] : rootStart
        var chunk = RecordChunk(document: [], base: position, isFirst: isFirst)
        chunk.content = before.count..<(before.count + count)
        chunk.recordEnds = ends.map { $0 + before.count }
        chunk.rootEnd = rootEnd
        chunk.document = before
        chunk.document.append(contentsOf: stretch)
        if isClosed { chunk.document.append(contentsOf: rootEnd) }
        position.advance(over: stretch)
        isFirst = false
        return chunk
    }

    // MARK: - Collections in XML

    private mutating func nextOfCollection() -> RecordChunk? {
        var ends: [Int] = []
        while true {
            switch input.window.withUnsafeBufferPointer({ scanner?.next($0) }) ?? .fault {
            case .root: break
            case .child:
                let end = scanner?.position ?? 0
                ends.append(end)
                if end >= limits.chunkSize { return cut(end, ends: ends, isClosed: true) }
            case .end: return rest(ends)
            case .fault:
                isDone = true
                var chunk = cut(scanner?.position ?? 0, ends: ends)
                chunk.ending = .fault
                chunk.isLast = true
                return chunk
            case .more:
                if input.isAtEnd { return rest(ends) }
                if let stop = fill(ends) { return stop }
            }
        }
    }

    /// The last chunk: what there is up to the end of the input.
    private mutating func rest(_ ends: [Int]) -> RecordChunk? {
        while !input.isAtEnd {
            if let stop = fill(ends) { return stop }
        }
        isDone = true
        var chunk = cut(input.window.count, ends: ends)
        chunk.isLast = true
        return chunk
    }

    /// Reads on; where that is not possible, or too much is held already, a chunk to give out instead.
    private mutating func fill(_ ends: [Int]) -> RecordChunk? {
        let end = ends.last ?? 0
        if input.window.count - end > limits.recordSize {
            if end > 0 { return cut(end, ends: ends, isClosed: true) }
            return stop(ends, tooLarge)
        }
        do {
            try input.fill()
            return nil
        } catch {
            return stop(ends, error.finding)
        }
    }

    /// Gives out the records that were read before something stands in the way.
    private mutating func stop(_ ends: [Int], _ finding: Finding) -> RecordChunk {
        isDone = true
        var chunk = cut(ends.last ?? 0, ends: ends, isClosed: !ends.isEmpty)
        chunk.ending = .failure(finding)
        chunk.isLast = true
        return chunk
    }

    private var tooLarge: Finding {
        Finding(
            .fileTooLarge,
            message:
                "A record has more than \(limits.recordSize) bytes, the most that is read of one in a stream.",
            place: Place(file: input.name, range: TextRange(start: position, end: position)))
    }

    // MARK: - Lines

    private mutating func nextLines() -> RecordChunk? {
        var searched = max(0, limits.chunkSize - 1)
        while true {
            let lineEnd = input.window.first("\n", from: searched)
            if let lineEnd {
                return lines(upTo: lineEnd + 1)
            }
            searched = max(searched, input.window.count)
            if input.isAtEnd { return lines(upTo: input.window.count) }
            if input.window.count > limits.recordSize {
                guard let first = input.window.first("\n", from: 0) else { return skipLine() }
                return lines(upTo: first + 1)
            }
            do {
                try input.fill()
            } catch {
                isDone = true
                let whole = input.window.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
                var chunk = cut(whole)
                chunk.ending = .failure(error.finding)
                chunk.isLast = true
                return chunk
            }
        }
    }

    /// A chunk of lines, with the blank ones behind them, so that the last chunk is known to be the last.
    private mutating func lines(upTo end: Int) -> RecordChunk {
        var end = end
        while true {
            while end < input.window.count, input.window[end].isXMLSpace { end += 1 }
            if end < input.window.count || input.isAtEnd || end > limits.recordSize { break }
            // What cannot be read is met again, and told, by the next chunk.
            do { try input.fill() } catch { break }
        }
        isDone = input.isAtEnd && end == input.window.count
        var chunk = cut(end)
        chunk.isLast = isDone
        return chunk
    }

    /// Passes a line that is too long to be read.
    private mutating func skipLine() -> RecordChunk {
        let finding = tooLarge
        var chunk = cut(0)
        chunk.skipped = finding
        while true {
            if let end = input.window.first("\n", from: 0) {
                position.advance(over: input.take(end + 1))
                return chunk
            }
            position.advance(over: input.take(input.window.count))
            guard !input.isAtEnd else { break }
            do { try input.fill() } catch { break }
        }
        isDone = input.isAtEnd
        chunk.isLast = isDone
        return chunk
    }
}

extension [UInt8] {
    /// Where the first such byte from an index on stands, or nil.
    fileprivate func first(_ byte: Unicode.Scalar, from start: Int) -> Int? {
        let place = withUnsafeBufferPointer { $0.first(UInt8(ascii: byte), from: start) }
        return place < count ? place : nil
    }
}

extension TextPosition {
    /// Moves behind bytes that begin here and end neither between CR and LF nor within a character.
    mutating func advance(over bytes: [UInt8]) {
        var lastLine = 0
        var index = 0
        func next(_ byte: Unicode.Scalar) -> Int { bytes.first(byte, from: index) ?? bytes.count }
        var (nextCR, nextLF) = (next("\r"), next("\n"))
        while min(nextCR, nextLF) < bytes.count {
            let isCRLF = nextLF < bytes.count && nextCR + 1 == nextLF
            index = min(nextCR, nextLF) + (isCRLF ? 2 : 1)
            if nextCR < index { nextCR = next("\r") }
            if nextLF < index { nextLF = next("\n") }
            line += 1
            column = 1
            lastLine = index
        }
        column += bytes[lastLine...].count { $0 & 0xC0 != 0x80 }
        offset += bytes.count
    }
}

extension Finding {
    /// The finding with the places that it has in a text which begins at a position of the input.
    fileprivate func within(_ base: TextPosition) -> Finding {
        func moved(_ position: TextPosition) -> TextPosition {
            TextPosition(
                line: max(1, position.line - base.line + 1),
                column: position.line == base.line ? position.column - base.column + 1 : position.column,
                offset: position.offset - base.offset)
        }
        func moved(_ place: Place) -> Place {
            var place = place
            place.range = place.range.map { TextRange(start: moved($0.start), end: moved($0.end)) }
            return place
        }
        var finding = self
        finding.place = moved(place)
        for index in related.indices { finding.related[index].place = moved(related[index].place) }
        return finding
    }
}
