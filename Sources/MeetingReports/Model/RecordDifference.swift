/// The first place where two records differ, in printed order.
public struct RecordDifference: Hashable, Sendable {
    /// The path of the element in the first record.
    public let path: String
    /// What the first record has there.
    public let first: String
    /// What the second record has there.
    public let second: String

    /// Compares two records; nil where they are equal to the byte.
    ///
    /// Without the source, what the records say of their files is left out: two texts that differ in their layout only
    /// give equal records. Without the furniture, so is what belongs to the page and not to the text.
    public init?(
        _ first: MeetingReport, _ second: MeetingReport, includingSource: Bool = true,
        includingFurniture: Bool = true
    ) {
        var left = RecordEvents(includesSource: includingSource, includesFurniture: includingFurniture)
        var right = RecordEvents(includesSource: includingSource, includesFurniture: includingFurniture)
        first.accept(&left)
        second.accept(&right)
        let common = min(left.events.count, right.events.count)
        let index =
            (0..<common).first { !left.events[$0].utf8.elementsEqual(right.events[$0].utf8) } ?? common
        guard index < max(left.events.count, right.events.count) else { return nil }
        path = index < left.paths.count ? left.paths[index] : right.paths[index]
        self.first = index < left.events.count ? left.events[index] : "the end"
        self.second = index < right.events.count ? right.events[index] : "the end"
    }
}

/// A record as a row of tags, attributes and texts, each with the path of its element.
private struct RecordEvents: ReportVisitor {
    var events: [String] = []
    var paths: [String] = []
    private let includesSource: Bool
    private let includesFurniture: Bool
    private var tracker = ElementTracker()
    /// The text being read; what furniture parted is one text where furniture is left out.
    private var openText = ""

    init(includesSource: Bool, includesFurniture: Bool) {
        self.includesSource = includesSource
        self.includesFurniture = includesFurniture
    }

    mutating func enter(_ element: Element) -> Descent {
        if !includes(element) {
            tracker.push(element.name)
            return .past
        }
        endText()
        tracker.push(element.name)
        add("<\(element.name.name)>")
        element.forEachAttribute { name, value in
            if includesSource || name != .lines { add("@\(name.text)=\"\(value)\"") }
        }
        return .into
    }

    mutating func text(_ text: String) {
        tracker.text()
        openText += text
    }

    mutating func leave(_ element: Element) {
        if includes(element) {
            endText()
            add("</\(element.name.name)>")
        }
        tracker.pop()
    }

    private func includes(_ element: Element) -> Bool {
        switch element {
        case .source: includesSource
        case .furniture: includesFurniture
        default: true
        }
    }

    private mutating func endText() {
        guard !openText.isEmpty else { return }
        add("\"\(openText)\"")
        openText = ""
    }

    private mutating func add(_ event: String) {
        events.append(event)
        paths.append(tracker.xpath)
    }
}
