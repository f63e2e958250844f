/// Where the elements of a record stand in the input that it was read from.
struct RecordPlaces {
    /// The input's name.
    var file: String?
    /// The byte at which each element begins, in document order; empty where the input has no elements.
    var offsets: [Int] = []
    /// The record's own place where it is one of several in its file; nil where it is the document.
    var root: (xpath: String, pointer: String)?
    /// The JSON Pointer of the value at a byte; counting what the model holds gives another where it has joined texts, or
    /// left out white space.
    var pointer: ((Int) -> String?)?
    /// Turns offsets, or else the lines of a text, into places; asked only for what is found.
    var index: (() -> TextIndex)?
}

/// The element that a walk has reached, and where it is.
struct RecordCursor {
    private(set) var tracker = ElementTracker()
    private let places: RecordPlaces
    /// The ids and source lines that the open elements carry or stand in, the outermost first.
    private var origins: [(id: String?, lines: SourceLines?)] = []

    init(_ places: RecordPlaces) {
        self.places = places
    }

    /// Steps into an element.
    mutating func enter(_ element: Element) {
        let own = element.origin
        enter(element.name, id: own?.id, lines: own?.lines)
    }

    /// Steps into an element that carries such an id and source lines.
    mutating func enter(_ name: ElementName, id: String?, lines: SourceLines?) {
        tracker.push(name)
        let outer = origins.last
        origins.append((id ?? outer?.id, lines ?? outer?.lines))
    }

    /// Passes a text.
    mutating func text() {
        tracker.text()
    }

    /// Steps out of the element.
    mutating func leave() {
        tracker.pop()
        origins.removeLast()
    }

    /// The id of the nearest open element that has one.
    var id: String? { origins.last?.id }
    /// The source lines of the nearest open element that has them.
    var lines: SourceLines? { origins.last?.lines }

    /// The element's number in document order, counted from 0.
    var ordinal: Int { tracker.count - 1 }

    /// The element's place; made only for what is found.
    var place: Place {
        let xpath = tracker.xpath
        var place = Place(
            file: places.file, xpath: xpath, jsonPointer: tracker.jsonPointer, sourceLines: lines, id: id)
        if let root = places.root {
            place.xpath = root.xpath + xpath.dropFirst("/meetingReport".count)
            place.jsonPointer = root.pointer + tracker.jsonPointer
        }
        if let index = places.index?() {
            if places.offsets.indices.contains(ordinal) {
                let offset = places.offsets[ordinal]
                let start = index.position(at: offset)
                place.range = TextRange(start: start, end: start)
                if let pointer = places.pointer?(offset) { place.jsonPointer = pointer }
            } else if places.offsets.isEmpty, let lines {
                place.range = index.range(ofLines: lines)
            }
        }
        return place
    }
}

extension RecordTape {
    /// The places of the elements with these numbers in document order.
    func places(of numbers: Set<Int>, _ places: RecordPlaces) -> [Int: Place] {
        var found: [Int: Place] = [:]
        let view = view
        var cursor = RecordCursor(places)
        var ends: [UInt32] = []
        for (index, node) in view.nodes.enumerated() {
            while let end = ends.last, end <= index {
                cursor.leave()
                ends.removeLast()
            }
            guard let name = node.name else {
                cursor.text()
                continue
            }
            // What the record and its source say of themselves is not where an element comes from.
            let hasOrigin = name != .meetingReport && name != .source
            cursor.enter(
                name, id: hasOrigin ? view.string(.id, of: index) : nil,
                lines: hasOrigin ? view.lines(of: index) : nil)
            ends.append(node.end)
            if numbers.contains(cursor.ordinal) { found[cursor.ordinal] = cursor.place }
        }
        return found
    }
}
