internal import LibXML

/// Knows the path of the element that is open, in XML and in JSON, while elements begin and end.
///
/// Beginning and ending cost a few bytes; a path is only made when it is asked for. A copy goes on with the same path.
struct ElementTracker {
    private struct Frame: BitwiseCopyable {
        var name: UInt16
        var isHead: Bool
        /// Where in ``childCounts`` those of this element begin.
        var firstCount: Int
        /// The element's number among those of its name, counted from 1; among all for one of another namespace.
        var number: Int
        /// The element's position in its parent's run, texts counted.
        var position: Int
        /// How many texts and elements the element's own run holds so far.
        var runLength = 0
        /// How many elements it holds so far.
        var childCount = 0
    }

    /// How many children of one name an open element has so far.
    private struct ChildCount: BitwiseCopyable {
        var name: UInt16
        var count: Int
    }

    /// The number of elements that have begun, the open ones included: the place in document order.
    private(set) var count = 0

    private let frames = GrowingBuffer<Frame>()
    /// What the open elements hold so far, by name; those of the outermost first, so that the innermost can be added to.
    private let childCounts = GrowingBuffer<ChildCount>()
    /// Names outside the vocabulary; after the first hundred, others are `*`.
    private var foreignNames = ["*"]

    /// How many elements are open.
    var depth: Int { frames.count }

    /// How many children the only open element has had, by the name that a path shows, and how long its run is.
    var siblings: SiblingCounts {
        guard frames.count == 1 else { return SiblingCounts() }
        let counts = childCounts.values[frames[0].firstCount...].map { (name($0.name), $0.count) }
        return SiblingCounts(
            byName: Dictionary(counts, uniquingKeysWith: +), all: frames[0].childCount,
            run: frames[0].runLength)
    }

    /// Begins an element of the vocabulary.
    mutating func push(_ name: ElementName) {
        push(UInt16(name.rawValue), isHead: name.isHead)
    }

    /// Begins an element that the vocabulary does not have.
    mutating func push(foreign name: String) {
        var index = foreignNames.firstIndex { $0.utf8.elementsEqual(name.utf8) } ?? foreignNames.count
        if index == foreignNames.count {
            if index <= 100 { foreignNames.append(name) } else { index = 0 }
        }
        push(UInt16(ElementName.names.count + index), isHead: false)
    }

    private mutating func push(_ name: UInt16, isHead: Bool) {
        var position = 0
        var number = 1
        if frames.count > 0 {
            let parent = frames.count - 1
            number = numberOfNextChild(name, of: parent)
            if !isHead {
                position = frames[parent].runLength
                frames[parent].runLength += 1
            }
        }
        count += 1
        frames.append(
            Frame(
                name: name, isHead: isHead, firstCount: childCounts.count, number: number, position: position)
        )
    }

    /// Counts a child of an element that is the innermost.
    private mutating func numberOfNextChild(_ name: UInt16, of parent: Int) -> Int {
        frames[parent].childCount += 1
        if name == UInt16(ElementName.names.count) { return frames[parent].childCount }
        for index in frames[parent].firstCount..<childCounts.count where childCounts[index].name == name {
            childCounts[index].count += 1
            return childCounts[index].count
        }
        childCounts.append(ChildCount(name: name, count: 1))
        return 1
    }

    /// Notes a text in the run of the open element.
    mutating func text() {
        guard frames.count > 0 else { return }
        frames[frames.count - 1].runLength += 1
    }

    /// Ends the open element.
    mutating func pop() {
        guard let frame = frames.popLast() else { return }
        childCounts.truncate(to: frame.firstCount)
    }

    /// The path as XPath, `/meetingReport/body/section[4]/paragraph[1]`.
    ///
    /// An element of which its parent holds one at most has no number; one of another namespace is `*`, counted among all.
    var xpath: String {
        var path = ""
        for (depth, frame) in frames.values.enumerated() {
            path += "/" + name(frame.name)
            if depth > 0, !frame.isHead || frame.number > 1 { path += "[\(frame.number)]" }
        }
        return path
    }

    /// The path as JSON Pointer (RFC 6901), `/body/3/content/0`.
    var jsonPointer: String {
        var pointer = ""
        for (depth, frame) in frames.values.enumerated().dropFirst() {
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
