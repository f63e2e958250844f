extension [Inline] {
    /// The printed characters without interruptions; a line break that matters is a line feed.
    ///
    /// For every use but writing the record: names, headings, numbers, search.
    public var plainText: String {
        var collector = PlainTextCollector()
        for inline in self {
            if case .text(let text) = inline {
                collector.text(text)
            } else {
                inline.element?.accept(&collector)
            }
        }
        return collector.result
    }
}

extension Element {
    /// The printed characters of the element without interruptions; a line break that matters is a line feed.
    ///
    /// An interruption that is asked itself gives its own characters.
    public var plainText: String {
        var collector = PlainTextCollector()
        if Interruption(self) == nil { accept(&collector) } else { acceptContent(&collector) }
        return collector.result
    }
}

private struct PlainTextCollector: ReportVisitor {
    var result = ""

    mutating func enter(_ element: Element) -> Descent {
        if case .lineBreak = element { result += "\n" }
        return Interruption(element) == nil ? .into : .past
    }

    mutating func text(_ text: String) { result += text }
}
