extension RecordTape {
    /// Lays a record out as its elements and texts.
    convenience init(of report: MeetingReport) {
        self.init()
        var layer = TapeLayer(tape: self)
        report.accept(&layer)
    }
}

/// Lays each element down as it is visited.
private struct TapeLayer: RecordEmitter {
    let tape: RecordTape
    private var open: [Int] = []

    init(tape: RecordTape) {
        self.tape = tape
    }

    mutating func begin(_ name: ElementName) {
        open.append(tape.begin(name, at: -1))
    }

    mutating func attribute(_ name: AttributeName, _ utf8: UnsafeBufferPointer<UInt8>) {
        tape.attribute(name, utf8)
    }

    mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
        tape.text(utf8)
    }

    mutating func end(_ name: ElementName) {
        if let index = open.popLast() { tape.end(index) }
    }
}
