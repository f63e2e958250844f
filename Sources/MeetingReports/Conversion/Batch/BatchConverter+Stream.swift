/// Inputs that are read record by record, with the memory of a few of them.
extension BatchConverter {
    /// Converts a stream to files that only get their names where every record is valid, or only the others are wanted.
    func convert(
        _ stream: RecordStream, _ index: Int, _ earlier: BatchOutcome?, _ result: inout Result
    ) {
        let outputs = plan.outputs(index)
        do throws(OutputError) {
            let files = try outputs.map { output throws(OutputError) -> PendingOutput? in
                let isKept = options.ifExists == .skip && !isResumed && OutputFile.exists(output.path)
                return isKept ? nil : try PendingOutput(output.path)
            }
            var messages = ""
            stream.beginDigest()
            let summary = try stream.convert(
                to: outputs.map(\.format), options.recordWork, streamOptions, report: { messages += $0 }
            ) { number, bytes throws(OutputError) in
                try files[number]?.write(bytes)
            }
            result.messages += messages
            note(summary, stream.format, stream.digest, &result)
            let isWanted =
                options.skipsInvalid && summary.isWhole && summary.leftOutCount < summary.recordCount
            guard summary.isGood || isWanted else { return }
            result.outcome.kind = .skipped
            for (output, file) in zip(outputs, files) {
                try finish(file, output, earlier, &result)
            }
            if !summary.isGood { result.outcome.kind = .incomplete }
        } catch {
            refuse(error.name, error.message, &result)
        }
    }

    private func finish(
        _ file: PendingOutput?, _ output: BatchPlan.Output, _ earlier: BatchOutcome?, _ result: inout Result
    ) throws(OutputError) {
        guard let file else {
            return say("\(FilePath.shown(output.path)): exists already, left as it is.", &result)
        }
        let digest = file.digest
        if let existing = existing(at: output.path, digest, earlier) {
            try file.finish(replacing: existing == .replace)
        }
        note(output.path, output.format.name, digest, &result)
    }

    /// Writes each record of a stream to a file of its own.
    func split(_ stream: RecordStream, _ index: Int, _ earlier: BatchOutcome?, _ result: inout Result) {
        let formats = plan.formats(index)
        splitRecords(index, earlier, &result) { write throws(OutputError) in
            var messages = ""
            stream.beginDigest()
            let summary = try stream.split(
                to: formats, options.recordWork, streamOptions, report: { messages += $0 }, write: write)
            return (summary, messages, stream.format, stream.digest)
        }
    }

    /// Writes each record of a file that is read whole to a file of its own.
    func split(
        _ file: InputFile, _ format: ReportFormat, _ index: Int, _ earlier: BatchOutcome?,
        _ result: inout Result
    ) {
        let formats = plan.formats(index)
        splitRecords(index, earlier, &result) { write throws(OutputError) in
            var valid = ValidRecords(of: file, format, streamOptions)
            for (number, report) in valid.reports {
                let record: SeparateRecord
                do throws(InputError) {
                    record = try SeparateRecord(report, formats)
                } catch {
                    valid.refuse(error.at(file: file.name))
                    continue
                }
                try write(number, record)
            }
            return (valid.summary, valid.text, format, InputDigest(of: file))
        }
    }

    private typealias SplitWriter = (Int, SeparateRecord) throws(OutputError) -> Void
    private typealias SplitResult = (RecordStream.Summary, String, ReportFormat, InputDigest?)

    private func splitRecords(
        _ index: Int, _ earlier: BatchOutcome?, _ result: inout Result,
        _ read: (SplitWriter) throws(OutputError) -> SplitResult
    ) {
        let folder = plan.recordFolder(index)
        do throws(OutputError) {
            if OutputFile.exists(folder) { OutputFile.removeLeftovers(in: folder) }
            var written = result
            let (summary, messages, format, digest) = try read { number, record throws(OutputError) in
                try OutputFile.makeFolder(folder)
                for output in record.outputs {
                    let path = folder + "/" + OutputName.name(ofRecord: number, as: output.format)
                    _ = try write(output.bytes, to: path, output.format.name, earlier, &written) {
                        temporary in
                        options.isVerified
                            ? Conversion.difference([record.report], from: output, readBackFrom: temporary)
                            : nil
                    }
                }
            }
            let kind = written.outcome.outputs.isEmpty ? BatchOutcome.Kind.skipped : .converted
            result = written
            result.messages += messages
            note(summary, format, digest, &result)
            if summary.leftOutCount < summary.recordCount {
                result.outcome.kind = summary.isGood ? kind : .incomplete
            }
            if summary.isGood { removeSurplus(earlier, folder, result.outcome) }
        } catch {
            refuse(error.name, error.message, &result)
        }
    }

    /// Removes the files of records that an earlier run wrote, and that the input does not hold any more.
    private func removeSurplus(_ earlier: BatchOutcome?, _ folder: String, _ outcome: BatchOutcome) {
        guard let earlier else { return }
        let kept = Set(outcome.outputs.map(\.path))
        for output in earlier.outputs
        where !kept.contains(output.path) && output.path.utf8.starts(with: (folder + "/").utf8) {
            if InputDigest(ofFile: output.path) == output.digest { OutputFile.remove(output.path) }
        }
    }

    /// Notes what was found in an input; nothing of it is written so far.
    private func note(
        _ summary: RecordStream.Summary, _ format: ReportFormat, _ digest: InputDigest?,
        _ result: inout Result
    ) {
        result.outcome.digest = digest
        result.outcome.format = format.name
        result.outcome.findings = summary.findings
        result.outcome.reason = summary.isGood ? nil : summary.firstError?.line
        result.outcome.kind = summary.hasFailed ? .failed : .invalid
    }

    private var streamOptions: RecordStream.ConversionOptions {
        .init(
            shownSeverity: options.shownSeverity, maxFindings: options.maxFindings, limits: options.limits)
    }
}
