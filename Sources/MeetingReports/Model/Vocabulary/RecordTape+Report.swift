extension RecordTape {
    /// Lays a record out as its elements and texts.
    convenience init(of report: MeetingReport) {
        self.init()
        var layer = TapeLayer(tape: self)
        report.accept(&layer)
    }
}

/// Lays each element down as it is visited.
private struct TapeLayer: ReportVisitor {
    let tape: RecordTape
    private var open: [Int] = []

    init(tape: RecordTape) {
        self.tape = tape
    }

    mutating func enter(_ element: Element) -> Descent {
        open.append(tape.begin(element.name, at: -1))
        element.forEachAttribute { name, value in
            var value = value
            value.withUTF8 { tape.attribute(name, $0) }
        }
        return .into
    }

    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { tape.text($0) }
    }

    mutating func leave(_ element: Element) {
        if let index = open.popLast() { tape.end(index) }
    }
}
