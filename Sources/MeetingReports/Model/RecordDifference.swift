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
    /// give equal records.
    public init?(_ first: MeetingReport, _ second: MeetingReport, includingSource: Bool = true) {
        var left = RecordEvents(includesSource: includingSource)
        var right = RecordEvents(includesSource: includingSource)
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
    private var tracker = ElementTracker()

    init(includesSource: Bool) {
        self.includesSource = includesSource
    }

    mutating func enter(_ element: Element) -> Descent {
        tracker.push(element.name)
        if case .source = element, !includesSource { return .past }
        add("<\(element.name.name)>")
        element.forEachAttribute { name, value in
            if includesSource || name != .lines { add("@\(name.text)=\"\(value)\"") }
        }
        return .into
    }

    mutating func text(_ text: String) {
        tracker.text()
        add("\"\(text)\"")
    }

    mutating func leave(_ element: Element) {
        if includesSource || element.name != .source { add("</\(element.name.name)>") }
        tracker.pop()
    }

    private mutating func add(_ event: String) {
        events.append(event)
        paths.append(tracker.xpath)
    }
}
