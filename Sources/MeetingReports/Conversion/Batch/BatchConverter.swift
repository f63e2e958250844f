internal import Glibc

/// Converts the inputs of a plan one by one, on whatever thread, and says what became of each.
public struct BatchConverter: Sendable {
    /// How inputs are converted.
    public struct Options: Sendable {
        /// The format of all inputs; nil where it is detected.
        public var from: ReportFormat?
        /// What becomes of files that stand under the names of outputs.
        public var ifExists = OutputFile.Existing.error
        /// What an input may ask for.
        public var limits = InputLimits()
        /// Whether each output is read back and compared before it gets its name.
        public var isVerified = false
        /// The least grave findings that are shown.
        public var shownSeverity = Finding.Severity.info
        /// How many findings of an input are shown; nil for all.
        public var maxFindings: Int?
        /// Whether the valid records of a stream are written though others are not valid.
        public var skipsInvalid = false
        /// The threads that work on the records of an input, which is worth it where it is the only one.
        public var recordWork = OrderedWork(jobs: 1)
        /// The options that shape the outputs, for receipts.
        public var shaping: [JournalHeader.Option] = []
        /// A time that is given from outside, for receipts.
        public var timestamp: String?

        /// The defaults.
        public init() {}
    }

    /// What became of an input, and what is to be said about it.
    public struct Result: Sendable {
        /// What became of it.
        public var outcome: BatchOutcome
        /// Messages for people; empty, or lines.
        public var messages = ""
    }

    let plan: BatchPlan
    let options: Options
    private let history: JournalHistory?

    /// Creates a converter.
    ///
    /// - Parameter history: what earlier runs did, where this run goes on from there.
    public init(_ plan: BatchPlan, _ options: Options, history: JournalHistory? = nil) {
        self.plan = plan
        self.options = options
        self.history = history
    }

    /// Converts an input.
    public func convert(_ index: Int) -> Result {
        let start = Self.milliseconds()
        var result = Result(outcome: BatchOutcome(input: plan.input(index), kind: .failed))
        let earlier = history?.entry(index)
        if let earlier, isUnchanged(earlier, index) {
            result.outcome = earlier.outcome
            result.outcome.kind = .unchanged
        } else if earlier != nil || !isSettledByExisting(index, &result) {
            do throws(InputError) {
                try convert(index, earlier?.outcome, &result)
            } catch {
                result.outcome.findings = BatchOutcome.Count.counts(of: [error.finding])
                fail(.failed, with: error.finding, &result)
            }
        }
        result.outcome.milliseconds = Self.milliseconds() - start
        return result
    }

    // MARK: - What is there already

    /// Whether nothing is to be done since outputs stand there that must not be replaced.
    private func isSettledByExisting(_ index: Int, _ result: inout Result) -> Bool {
        guard options.ifExists != .replace, history == nil else { return false }
        let paths = plan.paths(index)
        let existing = paths.filter(OutputFile.exists)
        guard let first = existing.first else { return false }
        if options.ifExists == .error {
            let kind = plan.isSplit ? "folder" : "file"
            refuse(FilePath.shown(first), "The \(kind) exists already.", &result)
            return true
        }
        // Of a folder each file is looked at.
        guard existing.count == paths.count, !plan.isSplit else { return false }
        result.outcome.kind = .skipped
        for path in existing { say("\(FilePath.shown(path)): exists already, left as it is.", &result) }
        return true
    }

    /// Whether an earlier run did what this one would do, and its input and outputs are still what they were.
    private func isUnchanged(_ earlier: JournalHistory.Entry, _ index: Int) -> Bool {
        let outcome = earlier.outcome
        guard earlier.isComparable, outcome.kind == .converted, hasPaths(index, of: outcome),
            (outcome.digest?.size ?? 0) <= options.limits.bytes,
            // What is read from a named pipe is gone for the one who converts it.
            FilePath.status(outcome.input).map({ $0.st_mode & S_IFMT }) == S_IFREG
        else { return false }
        return InputDigest(ofFile: outcome.input) == outcome.digest
            && outcome.outputs.allSatisfy { InputDigest(ofFile: $0.path) == $0.digest }
    }

    /// Whether an earlier run wrote to where this one would write.
    private func hasPaths(_ index: Int, of outcome: BatchOutcome) -> Bool {
        if plan.isSplit {
            let folder = plan.recordFolder(index) + "/"
            return !outcome.outputs.isEmpty
                && outcome.outputs.allSatisfy { $0.path.utf8.starts(with: folder.utf8) }
        }
        let wanted = plan.paths(index).map { Array($0.utf8) }
        return wanted == outcome.outputs.map { Array($0.path.utf8) }
    }

    // MARK: - Converting

    private func convert(
        _ index: Int, _ earlier: BatchOutcome?, _ result: inout Result
    ) throws(InputError) {
        let targets = plan.formats(index)
        switch try RecordStream.open(plan.input(index), as: options.from, options.limits) {
        case .stream(let stream) where plan.isSplit: split(stream, index, earlier, &result)
        // A receipt, and a comparison, need the whole.
        case .stream(let stream)
        where targets.allSatisfy(\.isWrittenAsStream) && !plan.hasReceipts && !options.isVerified:
            convert(stream, index, earlier, &result)
        case .stream(let stream):
            try convert(try stream.whole(options.limits), stream.format, index, earlier, &result)
        case .file(let file, let format) where plan.isSplit: split(file, format, index, earlier, &result)
        case .file(let file, let format): try convert(file, format, index, earlier, &result)
        }
    }

    private func convert(
        _ file: InputFile, _ format: ReportFormat, _ index: Int, _ earlier: BatchOutcome?,
        _ result: inout Result
    ) throws(InputError) {
        result.outcome.digest = InputDigest(of: file)
        result.outcome.format = format.name
        let outputs = plan.outputs(index)
        let conversion = try Conversion(of: file, from: format, to: outputs.map(\.format), options.limits)
        let findings = conversion.result.findings
        result.outcome.findings = BatchOutcome.Count.counts(of: findings)
        result.messages += FindingText.text(
            conversion.result, atLeast: options.shownSeverity, limit: options.maxFindings)
        guard !conversion.outputs.isEmpty else {
            result.outcome.kind = conversion.result.verdict == .failed ? .failed : .invalid
            result.outcome.reason = findings.first { $0.severity == .error }.map(\.line)
            return
        }
        result.outcome.kind = .skipped
        do throws(OutputError) {
            let receipts = plan.hasReceipts ? receipts(of: conversion, index, outputs) : []
            for (number, output) in conversion.outputs.enumerated() {
                let path = outputs[number].path
                let isWritten = try write(output.bytes, to: path, output.format.name, earlier, &result) {
                    temporary in
                    options.isVerified ? conversion.difference(from: output, readBackFrom: temporary) : nil
                }
                guard isWritten, number < receipts.count else { continue }
                _ = try write(
                    receipts[number].json, to: path + Receipt.suffix, "receipt", earlier, &result)
            }
        } catch {
            refuse(error.name, error.message, &result)
        }
    }

    private func receipts(
        of conversion: Conversion, _ index: Int, _ outputs: [BatchPlan.Output]
    ) -> [Receipt] {
        conversion.receipts(
            names: outputs.map { OutputName.baseName($0.path) }, input: plan.name(index),
            options: options.shaping, timestamp: options.timestamp)
    }

    // MARK: - Writing

    /// Writes a file and notes it; false where a file stood there and was kept.
    func write(
        _ bytes: [UInt8], to path: String, _ format: String, _ earlier: BatchOutcome?, _ result: inout Result,
        difference: (_ temporary: String) -> String? = { _ in nil }
    ) throws(OutputError) -> Bool {
        let digest = InputDigest(of: InputFile(name: path, bytes: bytes))
        if let existing = existing(at: path, digest, earlier) {
            let isWritten = try OutputFile.write(bytes, to: path, ifExists: existing) {
                temporary throws(OutputError) in
                if let difference = difference(temporary) { throw .notAsWritten(path, difference) }
            }
            guard isWritten else {
                say("\(FilePath.shown(path)): exists already, left as it is.", &result)
                return false
            }
        }
        note(path, format, digest, &result)
        return true
    }

    /// Notes a file that stands under its name.
    func note(_ path: String, _ format: String, _ digest: InputDigest, _ result: inout Result) {
        result.outcome.kind = .converted
        result.outcome.outputs.append(.init(path: path, format: format, digest: digest))
    }

    /// What becomes of a file that stands under a name; nil where it is the very one that would be written.
    func existing(
        at path: String, _ digest: InputDigest, _ earlier: BatchOutcome?
    ) -> OutputFile.Existing? {
        guard isResumed, let found = InputDigest(ofFile: path) else { return options.ifExists }
        // A run that was killed between a name and its line of the journal left just this.
        if found == digest { return nil }
        return isOurs(path, found, earlier) ? .replace : options.ifExists
    }

    /// Whether this run goes on from an earlier one.
    var isResumed: Bool { history != nil }

    /// Whether an earlier run wrote a file, as it is now.
    func isOurs(_ path: String, _ found: InputDigest, _ earlier: BatchOutcome?) -> Bool {
        earlier?.outputs.contains { $0.path.utf8.elementsEqual(path.utf8) && $0.digest == found } == true
    }

    // MARK: - Messages

    private func fail(_ kind: BatchOutcome.Kind, with finding: Finding, _ result: inout Result) {
        result.outcome.kind = kind
        result.outcome.reason = finding.line
        result.messages += FindingText().text([finding])
    }

    func refuse(_ path: String, _ message: String, _ result: inout Result) {
        result.outcome.kind = .notWritten
        result.outcome.reason = "\(PrintableText.line(path)): \(message)"
        say("\(path): \(message)", &result)
    }

    func say(_ message: String, _ result: inout Result) {
        result.messages += "rapporteur: \(PrintableText.line(message))\n"
    }

    private static func milliseconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }
}
