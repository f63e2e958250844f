/// Builds records from the elements, attributes and texts that a format's reader meets.
///
/// It takes the white space of text as the vocabulary says: a run of space, tab, CR and LF is one space, and none stands
/// at the ends of a text that is printed by itself; unrecognized text is taken as it is. Events that no record can
/// hold never stop it: the first is kept as ``mismatch``, and what it is about is left out.
struct RecordBuilder {
    /// What the schema let through and the model cannot hold; nil when the records hold everything.
    private(set) var mismatch: String?
    /// Where the element that is open stands.
    private(set) var tracker = ElementTracker()
    /// What the rules need of the record that is being built; whole when it has ended.
    private(set) var gatherer = OutlineGatherer()

    /// How many elements are open that have no place in a record; what they hold is left out with them.
    private var foreignDepth = 0
    /// The elements that are open, and behind them frames to be used again.
    private var frames: [RecordFrame] = []
    private var openCount = 0
    private var pending: [UInt8] = []

    /// The innermost element that is open.
    private var top: Int { openCount - 1 }

    /// The id and the source lines of the innermost open elements that have them.
    var origin: (id: String?, lines: SourceLines?) {
        func nearest(_ name: AttributeName) -> String? {
            for frame in frames[..<openCount].reversed() {
                if let found = frame.attributes.values.first(where: { $0.name == name }) {
                    return found.value
                }
            }
            return nil
        }
        return (nearest(.id), nearest(.lines).flatMap(SourceLines.init(_:)))
    }

    /// Begins an element inside the one that is open.
    mutating func start(_ name: ElementName) {
        flushText(atEnd: false)
        tracker.push(name)
        if foreignDepth > 0 {
            foreignDepth += 1
        } else {
            if name == .meetingReport { gatherer.removeAll() }
            gatherer.begin(name)
            if openCount == frames.count { frames.append(RecordFrame()) }
            frames[openCount].begin(name)
            openCount += 1
        }
    }

    /// Begins an element that the vocabulary does not have.
    mutating func start(foreign name: String) {
        flushText(atEnd: false)
        tracker.push(foreign: name)
        foreignDepth += 1
        note("the element '\(name)'")
    }

    /// Gives the element just begun an attribute.
    mutating func attribute(_ name: AttributeName, _ value: String) {
        guard foreignDepth == 0, openCount > 0 else { return }
        frames[top].attributes.values.append((name, value))
    }

    /// Adds UTF-8 characters to the element that is open; adjacent texts become one.
    mutating func text(_ utf8: some Sequence<UInt8>) {
        if utf8.withContiguousStorageIfAvailable({ take($0) }) == nil {
            Array(utf8).withUnsafeBufferPointer { take($0) }
        }
    }

    private mutating func take(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard openCount > 0, frames[top].name != .unrecognized else {
            pending.append(contentsOf: utf8)
            return
        }
        let name = frames[top].name
        let space = UInt8(ascii: " ")
        // White space between elements, most of an indented record's texts: nothing is kept of it.
        if foreignDepth == 0, !name.contentModel.isMixed, utf8.allSatisfy(\.isXMLSpace) { return }
        var copied = 0
        for place in utf8.indices where utf8[place].isXMLSpace {
            // A single space between words is copied with them.
            if utf8[place] == space, place > copied, utf8[place - 1] != space { continue }
            pending.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied..<place]))
            copied = place + 1
            if pending.last != space { pending.append(space) }
        }
        pending.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied...]))
    }

    /// Ends the element that is open; the record where that was one.
    mutating func end() -> MeetingReport? {
        flushText(atEnd: true)
        tracker.pop()
        guard foreignDepth == 0 else {
            foreignDepth -= 1
            return nil
        }
        guard openCount > 0 else { return nil }
        openCount -= 1
        let name = frames[openCount].name
        let element = frames[openCount].end()
        guard name != .collection else { return nil }
        if let refused = frames[openCount].attributes.refused {
            note("the attribute '\(refused.text)' of '\(name.name)'")
        }
        guard let element else {
            gatherer.drop(name)
            note("the element '\(name.name)'")
            return nil
        }
        // A marker without characters is none.
        if case .marker(let marker) = element, marker.isEmpty {
            gatherer.drop(name)
        } else {
            gatherer.end(element)
        }
        if case .meetingReport(let report) = element { return report }
        guard openCount > 0, frames[top].attach(element) else {
            note("the element '\(name.name)' in '\(openCount > 0 ? frames[top].name.name : "nothing")'")
            return nil
        }
        return nil
    }

    /// Forgets what did not fit, for the record that comes next.
    mutating func forgetMismatch() {
        mismatch = nil
    }

    /// Says that something was met which no record can hold.
    mutating func note(_ what: String) {
        mismatch = mismatch ?? what
    }

    private mutating func flushText(atEnd: Bool) {
        guard !pending.isEmpty else { return }
        defer { pending.removeAll(keepingCapacity: true) }
        guard foreignDepth == 0, openCount > 0 else { return tracker.text() }
        let name = frames[top].name
        var text = pending[...]
        if name.trimsText {
            if frames[top].inlines.isEmpty, text.first == UInt8(ascii: " ") { text.removeFirst() }
            if atEnd, text.last == UInt8(ascii: " ") { text.removeLast() }
        }
        guard !text.isEmpty else { return }
        guard name.contentModel.isMixed else {
            if !text.allSatisfy(\.isXMLSpace) { note("text in '\(name.name)'") }
            return
        }
        tracker.text()
        frames[top].inlines.append(.text(String(decoding: text, as: UTF8.self)))
    }
}

extension UInt8 {
    /// Whether the byte is white space to XML and JSON: space, tab, CR or LF.
    var isXMLSpace: Bool { self <= 0x20 && (self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D) }
}
