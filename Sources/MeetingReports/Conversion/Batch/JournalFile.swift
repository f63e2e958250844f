/// A journal that is read: what the last run, with those that it went on from, made of each input.
public struct JournalFile: Sendable {
    /// The file's path.
    public let path: String
    /// The header of the last run.
    public private(set) var header: JournalHeader?
    /// How the last run ended; nil where it was killed, or still runs.
    public private(set) var exitCode: Int?
    /// How many runs belong together: the last one, and those before it that it resumed.
    public private(set) var runs = 0
    /// How many lines are damaged or torn.
    public private(set) var damagedLines = 0
    /// For each input the byte of its last line.
    private var offsets: [[UInt8]: Int] = [:]

    /// Reads which lines hold.
    ///
    /// - Throws: an error where the file cannot be read or is no journal.
    public init(path: String) throws(InputError) {
        self.path = path
        var reader = try LineReader(path: path)
        while let line = try reader.next() {
            switch line.isEnded ? JournalLine(line.bytes) : nil {
            case .header(let header):
                if !header.isResumed {
                    offsets = [:]
                    runs = 0
                }
                runs += 1
                self.header = header
                exitCode = nil
            case .input(let outcome): offsets[Array(outcome.input.utf8)] = line.offset
            case .end(let code, _): exitCode = code
            case nil: damagedLines += 1
            }
        }
        guard header != nil else {
            throw InputError(
                Finding(
                    .journalUnusable, message: "The file is no journal: no line of it begins a run.",
                    place: Place(file: path)))
        }
    }

    /// Goes through the outcomes that hold, in the order of the file.
    ///
    /// - Throws: an error where the file cannot be read any more.
    public func forEach(_ body: (BatchOutcome) -> Void) throws(InputError) {
        var reader = try LineReader(path: path)
        while let line = try reader.next() {
            guard case .input(let outcome) = JournalLine(line.bytes),
                offsets[Array(outcome.input.utf8)] == line.offset
            else { continue }
            body(outcome)
        }
    }

    /// The outcomes that hold, counted.
    ///
    /// - Parameter failures: how many failures are kept by name.
    public func tally(failures limit: Int) throws(InputError) -> BatchTally {
        var tally = BatchTally(failures: limit)
        try forEach { tally.add($0) }
        return tally
    }

    /// How the run ended, in a line for people.
    public var ending: String {
        var text =
            switch exitCode {
            case nil: "The run did not end: --resume goes on from here."
            case 130, 143: "The run was stopped: --resume goes on from here."
            case let code?: "The run ended with exit code \(code)."
            }
        if runs > 1 { text += " It went on from \(ReportTally.counted(runs - 1, "earlier run"))." }
        if damagedLines > 0 {
            text += " \(ReportTally.counted(damagedLines, "damaged line")) were passed over."
        }
        return text + "\n"
    }

    /// Checks every output, and every input that was read, against its digest.
    ///
    /// - Parameter body: takes a path, and how it stands.
    public func verify(_ body: (_ path: String, _ status: ReceiptCheck.Status) -> Void) throws(InputError) {
        try forEach { outcome in
            if let digest = outcome.digest { body(outcome.input, status(outcome.input, digest)) }
            for output in outcome.outputs { body(output.path, status(output.path, output.digest)) }
        }
    }

    private func status(_ path: String, _ expected: InputDigest) -> ReceiptCheck.Status {
        let isAbsolute = path.utf8.first == UInt8(ascii: "/")
        guard
            let digest = InputDigest(ofFile: isAbsolute ? path : (header?.workingFolder ?? ".") + "/" + path)
        else { return .missing }
        return digest == expected ? .intact : .changed
    }
}

extension FindingCode {
    /// A file that should be a journal and is none.
    static let journalUnusable = FindingCode("journal-unusable", .error, meansFailure: true)
}
