/// Knows the path of the element that is open, in XML and in JSON, while elements begin and end.
///
/// Beginning and ending cost a few bytes; a path is only made when it is asked for.
struct ElementTracker {
    private struct Frame {
        var name: UInt16
        var isHead: Bool
        /// Where in ``siblings`` the children of this element begin.
        var firstChild: Int
        /// The element's position in its parent's run, texts counted.
        var position: Int
        /// How many texts and elements the element's own run holds so far.
        var runLength = 0
    }

    /// The number of elements that have begun, the open ones included: the place in document order.
    private(set) var count = 0

    private var frames: [Frame] = []
    /// The names of the children of the open elements so far, those of the outermost first.
    private var siblings: [UInt16] = []
    private var foreignNames: [String] = []

    /// How many elements are open.
    var depth: Int { frames.count }

    /// Begins an element of the vocabulary.
    mutating func push(_ name: ElementName) {
        push(UInt16(name.rawValue), isHead: name.isHead)
    }

    /// Begins an element that the vocabulary does not have.
    mutating func push(foreign name: String) {
        let index = foreignNames.firstIndex { $0.utf8.elementsEqual(name.utf8) } ?? foreignNames.count
        if index == foreignNames.count { foreignNames.append(name) }
        push(UInt16(truncatingIfNeeded: ElementName.names.count + index), isHead: false)
    }

    private mutating func push(_ name: UInt16, isHead: Bool) {
        var position = 0
        if !frames.isEmpty {
            siblings.append(name)
            if !isHead {
                position = frames[frames.count - 1].runLength
                frames[frames.count - 1].runLength += 1
            }
        }
        count += 1
        frames.append(Frame(name: name, isHead: isHead, firstChild: siblings.count, position: position))
    }

    /// Notes a text in the run of the open element.
    mutating func text() {
        guard !frames.isEmpty else { return }
        frames[frames.count - 1].runLength += 1
    }

    /// Ends the open element.
    mutating func pop() {
        guard let frame = frames.popLast() else { return }
        siblings.removeSubrange(frame.firstChild...)
    }

    /// The path as XPath, `/meetingReport/body/section[4]/paragraph[1]`.
    ///
    /// An element of which its parent holds one at most has no number; one of another namespace is `*`, counted among all.
    var xpath: String {
        var path = ""
        for (depth, frame) in frames.enumerated() {
            let name = name(frame.name)
            path += "/" + name
            guard depth > 0 else { continue }
            let earlier = siblings[frames[depth - 1].firstChild..<frame.firstChild]
            let number = name == "*" ? earlier.count : earlier.count { $0 == frame.name }
            if !frame.isHead || number > 1 { path += "[\(number)]" }
        }
        return path
    }

    /// The path as JSON Pointer (RFC 6901), `/body/3/content/0`.
    var jsonPointer: String {
        var pointer = ""
        for (depth, frame) in frames.enumerated().dropFirst() {
            if frame.isHead {
                pointer += "/" + name(frame.name)
            } else {
                pointer += (isArray(frames[depth - 1]) ? "/" : "/content/") + String(frame.position)
            }
        }
        return pointer
    }

    /// Whether the element's JSON form is the array of what it holds, without an object around it.
    private func isArray(_ frame: Frame) -> Bool {
        frame.isHead && frame.name != UInt16(ElementName.agendaReference.rawValue)
    }

    private func name(_ name: UInt16) -> String {
        let index = Int(name)
        return index < ElementName.names.count
            ? ElementName.names[index] : foreignNames[index - ElementName.names.count]
    }
}
