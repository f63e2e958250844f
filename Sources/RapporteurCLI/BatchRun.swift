internal import ArgumentParser
internal import MeetingReports

/// How a batch is recorded, and whether it goes on from an earlier run.
struct RecordingOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Keep the journal in this file. Default: \(Journal.defaultName) in the output folder.",
            valueName: "file"))
    var journal: String?

    @Flag(name: .long, help: "Keep no journal.")
    var noJournal = false

    @Flag(
        name: .long,
        help: "Go on from the journal: leave out what is done and unchanged, do the rest and what changed.")
    var resume = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write what became of the inputs, by the journal, as a page to this file.", valueName: "file.html"
        ))
    var summary: String?

    @Flag(name: .long, help: "Print what would be read and written, and write nothing.")
    var dryRun = false

    /// Whether one of the options is given.
    var isUsed: Bool { journal != nil || noJournal || resume || dryRun || summary != nil }

    func validate() throws {
        if noJournal, journal != nil || resume || summary != nil {
            throw ValidationError("--no-journal goes neither with --journal nor with --resume or --summary.")
        }
    }
}

/// A run of `convert` on many inputs.
struct BatchRun {
    private let command: Convert
    private let plan: BatchPlan
    private let journalPath: String?
    private let timestamp: String?

    /// Plans the run.
    ///
    /// - Throws: ``ExitStatus/usage`` after a message where outputs would get in each other's way.
    init(
        _ command: Convert, _ inputs: [InputList.Entry], _ akomaNtoso: ReportFormat, folder: String
    ) throws(ExitStatus) {
        self.command = command
        timestamp = try command.receipts.time()
        do {
            let targets = command.to.map { $0 == .akn ? akomaNtoso : $0 }
            plan = try BatchPlan(
                inputs, to: targets, from: command.input.from, folder: folder,
                hasReceipts: command.receipts.receipt, isSplit: command.split)
        } catch {
            Console.message(error.message)
            throw .usage
        }
        journalPath =
            command.recording.noJournal
            ? nil
            : command.recording.journal ?? (folder.hasSuffix("/") ? folder : folder + "/")
                + Journal.defaultName
    }

    func run() throws(ExitStatus) {
        if command.recording.dryRun { return try printPlan() }
        StopSignal.listen()
        var tally = BatchTally()
        var status = ExitStatus.success
        let journal: Journal?
        let history: JournalHistory?
        do throws(OutputError) {
            for folder in plan.folders { try OutputFile.makeFolder(folder) }
            history = try readHistory()
            journal = try journalPath.map { path throws(OutputError) in try Journal(at: path, header) }
            for folder in plan.folders { OutputFile.removeLeftovers(in: folder) }
        } catch {
            Console.message("\(error.name): \(error.message)")
            throw .inputFailed
        }
        let converter = BatchConverter(plan, options, history: history)
        var progress = Progress(total: plan.count, isQuiet: command.quiet)
        var journalError: OutputError?
        command.batch.work.run(
            count: plan.count, shouldStop: { StopSignal.current != nil }, work: converter.convert
        ) { _, result in
            do throws(OutputError) {
                // What an earlier run did stands in the journal already.
                if result.outcome.kind != .unchanged { try journal?.append(result.outcome) }
            } catch {
                journalError = error
            }
            if !result.messages.isEmpty {
                progress.clear()
                Console.report(result.messages)
            }
            tally.add(result.outcome)
            status = max(status, self.status(of: result.outcome))
            progress.update(done: tally.count, failed: tally.failureCount)
            return journalError == nil
        }
        progress.clear()
        try finish(tally, status, journal, journalError)
    }

    /// Closes the journal, says what became of the inputs, and ends with the run's status.
    private func finish(
        _ tally: BatchTally, _ status: ExitStatus, _ journal: Journal?, _ journalError: OutputError?
    ) throws(ExitStatus) {
        var status = status
        let signal = tally.count < plan.count ? StopSignal.current : nil
        if let signal { status = .interrupted(by: signal) }
        do throws(OutputError) {
            if let journalError { throw journalError }
            try journal?.end(exitCode: Int(status.rawValue), isInterrupted: signal != nil)
        } catch {
            Console.message("\(error.name): \(error.message) The run stops here.")
            status = max(status, .inputFailed)
        }
        if plan.count > 1, !command.quiet {
            Console.report(tally.text)
            if let journal { Console.report("journal: \(FilePath.shown(journal.path))\n") }
        }
        if let summary = command.recording.summary, let journal, journalError == nil {
            try Console.writeSummary(ofJournal: journal.path, to: summary)
        }
        if signal != nil {
            Console.message(
                "Stopped: \(plan.count - tally.count) inputs were not begun. --resume goes on from here.")
        }
        if status != .success { throw status }
    }

    private func readHistory() throws(OutputError) -> JournalHistory? {
        guard command.recording.resume, let journalPath, OutputFile.exists(journalPath) else { return nil }
        do throws(InputError) {
            let history = try JournalHistory(of: journalPath, for: plan, identity: header.identity)
            if history.otherCount > 0 {
                Console.message(
                    "\(history.otherCount) inputs were done with another version or other options, and are done again."
                )
            }
            return history
        } catch {
            throw OutputError(name: journalPath, message: error.finding.message)
        }
    }

    private var options: BatchConverter.Options {
        var options = BatchConverter.Options()
        options.from = command.input.from
        options.ifExists = command.ifExists
        options.limits = command.batch.limits
        options.isVerified = command.verify
        options.skipsInvalid = command.skipInvalid
        // The threads that inputs leave idle work on the records of one.
        if plan.count == 1 { options.recordWork = command.batch.work }
        options.shownSeverity = command.quiet ? .error : .info
        options.maxFindings = command.maxFindings == 0 ? nil : command.maxFindings
        options.shaping = command.shaping
        options.timestamp = timestamp
        return options
    }

    private var header: JournalHeader {
        JournalHeader(
            isResumed: command.recording.resume, workingFolder: OutputFile.workingFolder,
            options: command.shaping + (timestamp.map { [.init("timestamp", $0)] } ?? []))
    }

    private func status(of outcome: BatchOutcome) -> ExitStatus {
        guard outcome.kind.isDone else { return .inputFailed }
        return outcome.hasFinding(atLeast: command.failOn) ? .findings : .success
    }

    private func printPlan() throws(ExitStatus) {
        var text = ""
        for index in 0..<plan.count {
            for path in plan.paths(index) where !path.hasSuffix(Receipt.suffix) {
                text += "\(FilePath.shown(plan.input(index))) -> \(FilePath.shown(path))"
                if plan.isSplit { text += "/" }
                if OutputFile.exists(path) {
                    switch command.ifExists {
                    case .error: text += " (exists: error)"
                    case .skip: text += " (exists: stays)"
                    case .replace: text += " (exists: is replaced)"
                    }
                }
                text += "\n"
            }
        }
        try Console.write(text)
    }
}
