internal import LibXML

/// Gathers a record from the elements, attributes and texts that a format's reader meets.
///
/// It takes the white space of text as the vocabulary says: a run of space, tab, CR and LF is one space, and none stands
/// at the ends of a text that is printed by itself; unrecognized text is taken as it is. Events that no record can
/// hold never stop it: the first is kept as ``mismatch``, and what it is about is left out. A copy goes on with the same
/// record.
struct RecordBuilder {
    /// What the schema let through and the model cannot hold; nil when the records hold everything.
    private(set) var mismatch: String?
    /// Where the element that is open stands.
    private(set) var tracker = ElementTracker()
    /// The record that was begun last; whole when it has ended.
    let tape = RecordTape()

    /// An element that is open.
    private struct Open {
        var name: ElementName
        /// Its index on the tape; -1 for a collection, which is not on it.
        var index: Int
        /// Whether its run holds something.
        var hasContent = false
        var attributes: AttributeSet = []
    }

    private let open = GrowingBuffer<Open>()
    /// How many elements are open that have no place in a record; what they hold is left out with them.
    private var foreignDepth = 0
    private let pending = GrowingBuffer<UInt8>()
    private let capacity = RecordCapacity.model

    /// The model of the record that has ended; nil where what was read is none.
    var report: MeetingReport? {
        guard open.values.allSatisfy({ $0.index < 0 }) else { return nil }
        return RecordAssembly(tape.view).report
    }

    /// The id and the source lines of the innermost open elements that have them.
    var origin: (id: String?, lines: SourceLines?) {
        let view = tape.view
        func nearest(_ name: AttributeName) -> String? {
            open.values.reversed().lazy.filter { $0.index >= 0 }.compactMap {
                view.string(name, of: $0.index)
            }.first
        }
        return (nearest(.id), nearest(.lines).flatMap(SourceLines.init(_:)))
    }

    /// Begins an element inside the one that is open.
    ///
    /// - Parameter offset: the byte of the input at which it begins, where that is to be known later.
    mutating func start(_ name: ElementName, at offset: Int = -1) {
        flushText(atEnd: false)
        tracker.push(name)
        guard foreignDepth == 0 else {
            foreignDepth += 1
            return
        }
        guard name != .collection else { return open.append(Open(name: name, index: -1)) }
        if open.values.allSatisfy({ $0.index < 0 }) { tape.removeAll() }
        open.append(Open(name: name, index: tape.begin(name, at: offset)))
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
        var value = value
        value.withUTF8 { attribute(name, $0) }
    }

    /// Gives the element just begun an attribute; the value is well-formed UTF-8.
    mutating func attribute(_ name: AttributeName, _ utf8: UnsafeBufferPointer<UInt8>) {
        guard foreignDepth == 0, let element = open.last, element.index >= 0 else { return }
        tape.attribute(name, utf8)
        open[open.count - 1].attributes.insert(AttributeSet(name))
        if !capacity.holds(name, utf8, in: element.name) {
            note("the attribute '\(name.text)' of '\(element.name.name)'")
        }
    }

    /// Adds UTF-8 characters to the element that is open; adjacent texts become one.
    mutating func text(_ utf8: some Sequence<UInt8>) {
        Array(utf8).withUnsafeBufferPointer { text($0) }
    }

    /// Adds UTF-8 characters to the element that is open; adjacent texts become one.
    mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard let name = open.last?.name, name != .unrecognized else {
            pending.append(utf8)
            return
        }
        let space = UInt8(ascii: " ")
        // White space between elements, most of an indented record's texts: nothing is kept of it.
        if foreignDepth == 0, !name.contentModel.isMixed, utf8.isBlank { return }
        if utf8.hasSingleSpacesOnly, pending.last != space || utf8.first != space {
            pending.append(utf8)
            return
        }
        var copied = 0
        for place in utf8.indices where utf8[place].isXMLSpace {
            // A single space between words is copied with them.
            if utf8[place] == space, place > copied, utf8[place - 1] != space { continue }
            pending.append(UnsafeBufferPointer(rebasing: utf8[copied..<place]))
            copied = place + 1
            if pending.last != space { pending.append(space) }
        }
        pending.append(UnsafeBufferPointer(rebasing: utf8[copied...]))
    }

    /// Ends the element that is open.
    mutating func end() {
        flushText(atEnd: true)
        tracker.pop()
        guard foreignDepth == 0 else {
            foreignDepth -= 1
            return
        }
        guard let element = open.popLast(), element.index >= 0 else { return }
        tape.end(element.index)
        if let required = capacity.requirement(of: element.name), !element.attributes.contains(required) {
            note("the element '\(element.name.name)'")
        }
        // A marker without characters is none.
        if element.name == .marker, !element.hasContent { tape.drop(element.index) }
        guard let parent = open.last else {
            if element.name != .meetingReport { note("the element '\(element.name.name)' in 'nothing'") }
            return
        }
        if element.name == .meetingReport, parent.index < 0 { return }
        guard capacity.holds(element.name, in: parent.name) else {
            return note("the element '\(element.name.name)' in '\(parent.name.name)'")
        }
        if !element.name.isHead { open[open.count - 1].hasContent = true }
    }

    /// Forgets everything, for a record of which nothing was read yet.
    mutating func removeAll() {
        forgetMismatch()
        tracker = ElementTracker()
        open.removeAll()
        foreignDepth = 0
        pending.removeAll()
    }

    /// Forgets what did not fit, for the record that comes next.
    mutating func forgetMismatch() {
        mismatch = nil
    }

    /// Says that something was met which no record can hold.
    mutating func note(_ what: @autoclosure () -> String) {
        mismatch = mismatch ?? what()
    }

    private mutating func flushText(atEnd: Bool) {
        guard pending.count > 0 else { return }
        let bytes = pending.values
        defer { pending.removeAll() }
        guard foreignDepth == 0, let element = open.last else { return tracker.text() }
        let space = UInt8(ascii: " ")
        var range = 0..<bytes.count
        if element.name.trimsText {
            if !element.hasContent, bytes.first == space { range = 1..<range.upperBound }
            if atEnd, !range.isEmpty, bytes.last == space {
                range = range.lowerBound..<range.upperBound - 1
            }
        }
        guard !range.isEmpty else { return }
        guard element.name.contentModel.isMixed else {
            if !bytes[range].allSatisfy(\.isXMLSpace) { note("text in '\(element.name.name)'") }
            return
        }
        tracker.text()
        open[open.count - 1].hasContent = true
        tape.text(UnsafeBufferPointer(rebasing: bytes[range]))
    }
}

extension UInt8 {
    /// Whether the byte is white space to XML and JSON: space, tab, CR or LF.
    var isXMLSpace: Bool { self <= 0x20 && (self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D) }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether all is white space; eight bytes of indentation are passed at a time.
    var isBlank: Bool {
        let raw = UnsafeRawBufferPointer(self)
        var place = 0
        while place < raw.count {
            if place + 8 <= raw.count,
                raw.loadUnaligned(fromByteOffset: place, as: UInt64.self) == 0x2020_2020_2020_2020
            {
                place += 8
            } else {
                guard raw[place].isXMLSpace else { return false }
                place += 1
            }
        }
        return true
    }

    /// Whether the only white space are spaces with something else between them, as far as a look at eight bytes at a time
    /// tells; where it may be otherwise, the answer is no.
    fileprivate var hasSingleSpacesOnly: Bool {
        let raw = UnsafeRawBufferPointer(self)
        var endsInSpace = false
        var place = 0
        while place + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            let spaces = (word ^ 0x2020_2020_2020_2020).highBitsOfBytes(below: 1)
            if word.highBitsOfBytes(below: 0x20) | (spaces & spaces >> 8) != 0 { return false }
            if endsInSpace, spaces & 0x80 != 0 { return false }
            endsInSpace = spaces >> 63 != 0
            place += 8
        }
        while place < raw.count {
            let byte = raw[place]
            if byte < 0x20 || byte == 0x20 && endsInSpace { return false }
            endsInSpace = byte == 0x20
            place += 1
        }
        return true
    }
}

extension UInt64 {
    /// The high bit of each byte that is smaller than a limit up to 0x80, and perhaps of others above one that is.
    fileprivate func highBitsOfBytes(below limit: UInt8) -> UInt64 {
        (self &- 0x0101_0101_0101_0101 &* UInt64(limit)) & ~self & 0x8080_8080_8080_8080
    }
}
