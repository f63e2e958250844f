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

    private let plan: BatchPlan
    private let options: Options
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
        if earlier != nil || !isSettledByExisting(index, &result) {
            do throws(InputError) {
                let file = try InputFile(path: plan.input(index), limit: options.limits.bytes)
                result.outcome.digest = InputDigest(of: file)
                if let earlier, isUnchanged(earlier, index, result.outcome.digest) {
                    result.outcome = earlier.outcome
                    result.outcome.kind = .unchanged
                } else {
                    try convert(file, index, earlier?.outcome, &result)
                }
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
        let existing = plan.outputs(index).filter { FilePath.status($0.path) != nil }
        guard let first = existing.first else { return false }
        if options.ifExists == .error {
            refuse(first.path, "The file exists already.", &result)
            return true
        }
        guard existing.count == plan.outputs(index).count else { return false }
        result.outcome.kind = .skipped
        for output in existing { say("\(output.path): exists already, left as it is.", &result) }
        return true
    }

    /// Whether an earlier run did what this one would do, and its outputs are still what they were.
    private func isUnchanged(
        _ earlier: JournalHistory.Entry, _ index: Int, _ digest: InputDigest?
    ) -> Bool {
        let outcome = earlier.outcome
        guard earlier.isComparable, outcome.kind == .converted, outcome.digest == digest else { return false }
        let wanted = plan.outputs(index).map { Array($0.path.utf8) }
        guard wanted == outcome.outputs.map({ Array($0.path.utf8) }) else { return false }
        return outcome.outputs.allSatisfy { InputDigest(ofFile: $0.path) == $0.digest }
    }

    // MARK: - Converting

    private func convert(
        _ file: InputFile, _ index: Int, _ earlier: BatchOutcome?, _ result: inout Result
    ) throws(InputError) {
        let format = options.from ?? ReportFormat.detect(file)
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
        for (output, place) in zip(conversion.outputs, outputs) {
            do throws(OutputError) {
                guard try write(output, of: conversion, to: place.path, earlier) else {
                    say("\(place.path): exists already, left as it is.", &result)
                    continue
                }
                result.outcome.kind = .converted
                result.outcome.outputs.append(
                    .init(
                        path: place.path, format: place.format.name,
                        digest: InputDigest(of: InputFile(name: place.path, bytes: output.bytes))))
            } catch {
                return refuse(error.name, error.message, &result)
            }
        }
    }

    /// Writes an output; false where a file stood there and was kept.
    private func write(
        _ output: Conversion.Output, of conversion: Conversion, to path: String, _ earlier: BatchOutcome?
    ) throws(OutputError) -> Bool {
        var existing = options.ifExists
        if history != nil, let digest = InputDigest(ofFile: path) {
            // A run that was killed between a name and its line of the journal left just this.
            if digest == InputDigest(of: InputFile(name: path, bytes: output.bytes)) { return true }
            let isOurs = earlier?.outputs.contains {
                $0.path.utf8.elementsEqual(path.utf8) && $0.digest == digest
            }
            if isOurs == true { existing = .replace }
        }
        return try OutputFile.write(output.bytes, to: path, ifExists: existing) {
            temporary throws(OutputError) in
            guard options.isVerified else { return }
            if let difference = conversion.difference(from: output, readBackFrom: temporary) {
                throw .notAsWritten(path, difference)
            }
        }
    }

    // MARK: - Messages

    private func fail(_ kind: BatchOutcome.Kind, with finding: Finding, _ result: inout Result) {
        result.outcome.kind = kind
        result.outcome.reason = finding.line
        result.messages += FindingText().text([finding])
    }

    private func refuse(_ path: String, _ message: String, _ result: inout Result) {
        result.outcome.kind = .notWritten
        result.outcome.reason = "\(PrintableText.line(path)): \(message)"
        say("\(path): \(message)", &result)
    }

    private func say(_ message: String, _ result: inout Result) {
        result.messages += "rapporteur: \(PrintableText.line(message))\n"
    }

    private static func milliseconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }
}
