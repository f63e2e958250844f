internal import LibXML

/// A schema that somebody else wrote, to validate XML documents of any vocabulary with.
///
/// Its documents are found and read by this process, which looks at nothing in them but what they name; all else is
/// done by another one, under limits (``SchemaWorker``). That one compiles the schema once and validates document after
/// document; where it dies over one, that document has failed, and the next has a new one.
///
///     let schema = try ForeignSchema("report.xsd", worker: ["/proc/self/exe", "schema-worker"])
///     let result = schema.validate(try InputFile(path: "report.xml"))
///
/// May be used from any number of threads, one document at a time; for several at a time make several.
public final class ForeignSchema: Sendable {
    /// Where a schema may find what it names.
    public struct Sources: Hashable, Sendable {
        /// OASIS XML Catalogs, which are believed: a schema may name whatever files and folders they do.
        public var catalogs: [String]
        /// Further folders whose files a schema may name.
        public var roots: [String]

        /// Creates sources.
        public init(catalogs: [String] = [], roots: [String] = []) {
            self.catalogs = catalogs
            self.roots = roots
        }
    }

    /// What libxml2 finds strange in the schema, and compiles nevertheless.
    public let warnings: [Finding]

    /// The documents that the schema was made from, the schema itself first, each with its SHA-256.
    public var documents: [(name: String, sha256: String)] {
        parts.documents.map { ($0.file.file.name, Digest.sha256($0.file.file.bytes)) }
    }

    private let parts: SchemaSet
    private let limits: SchemaLimits
    private let command: [String]
    private let process: Monitor<WorkerProcess?>

    /// Reads and compiles a schema.
    ///
    /// - Parameters:
    ///   - path: The schema's file.
    ///   - sources: Where it may find what it names.
    ///   - limits: What it may cost.
    ///   - worker: The program that runs ``SchemaWorker/run(_:)``, and its arguments; the limits are added to them, as
    ///     `--memory` and `--time`.
    /// - Throws: why there is nothing to validate with, with places; never is a part of a schema left out.
    public init(
        _ path: String, sources: Sources = Sources(), limits: SchemaLimits = SchemaLimits(), worker: [String]
    ) throws(SchemaError) {
        let parts = try SchemaSet(path, CatalogSet(sources.catalogs), roots: sources.roots)
        self.parts = parts
        self.limits = limits
        command = worker + ["--memory", "\(limits.memory)", "--time", "\(limits.seconds)"]
        let (process, answer) = try Self.start(command, limits, parts)
        self.process = Monitor(process)
        warnings = answer.messages.map { Self.finding($0.message, in: parts) }
    }

    deinit { process.update { $0?.end() } }

    // MARK: - Compiling

    /// Starts a process and has it compile the schema.
    private static func start(
        _ command: [String], _ limits: SchemaLimits, _ parts: SchemaSet
    ) throws(SchemaError) -> (WorkerProcess, WorkerAnswer) {
        let place = Place(file: parts.documents[0].file.file.name)
        let frames = parts.sources.flatMap { [Array($0.uri.utf8), $0.bytes] } + [[]]
        var answer: WorkerAnswer
        var process: WorkerProcess
        do throws(WorkerProcess.Failure) {
            process = try WorkerProcess(command)
            do throws(WorkerProcess.Failure) {
                answer = try process.ask(frames, within: limits.patience)
            } catch {
                process.end()
                throw error
            }
        } catch {
            throw SchemaError(error.finding("The schema could not be compiled", limits, place))
        }
        guard answer.outcome != .valid else { return (process, answer) }
        process.end()
        let sources = parts.documents.map(\.file.file)
        if answer.outcome == .undecided {
            let words = answer.messages.map { parts.naming($0.message.text) }.joined(separator: "\n")
            throw SchemaError(
                Finding(
                    .schemaLimit,
                    message: """
                        libxml2 gave up on the schema: it needs more than \(limits.memory) MiB of memory \
                        (--schema-memory), or is too much for libxml2 itself.
                        """, detail: words, place: place))
        }
        throw SchemaError(answer.messages.map { finding($0.message, in: parts) }, in: sources)
    }

    /// What libxml2 says of the schema, with the name and the line of the document.
    private static func finding(_ message: XMLMessage, in parts: SchemaSet) -> Finding {
        let document = message.document.flatMap(parts.document) ?? parts.documents[0]
        let place = message.line.map(document.place(ofLine:)) ?? Place(file: document.file.file.name)
        let text = parts.naming(message.text)
        if message.isAboutSkippedSchema {
            return Finding(
                .schemaImport,
                message: """
                    The namespace is imported from two documents, of which libxml2 would leave out the second; \
                    import one that includes both.
                    """, detail: text, place: place)
        }
        let severity = message.level == .warning ? Finding.Severity.warning : .error
        return Finding(
            .schemaNotCompiled, severity: severity,
            message: severity == .warning ? text : "The schema does not compile: \(text)", detail: text,
            place: place)
    }

    // MARK: - Validating

    /// Validates a document.
    ///
    /// Its own `xsi:schemaLocation` changes nothing and loads nothing. Without a verdict of libxml2, be it for lack of
    /// time or memory, the result is `failed`.
    public func validate(_ file: InputFile) -> ValidationResult {
        let source: XMLSource
        do throws(XMLRefusal) {
            source = try XMLSource(file.bytes)
        } catch {
            return ValidationResult(foreign: file, [Finding(error, file)])
        }
        do throws(FindingError) {
            let answer = try process.update { (process) throws(FindingError) -> WorkerAnswer in
                try self.answer(for: file, from: &process)
            }
            return ValidationResult(
                foreign: file, ForeignFindings(file.name, source, limits).findings(answer))
        } catch {
            return ValidationResult(foreign: file, [error.finding])
        }
    }

    /// Why a document has no answer.
    private struct FindingError: Error {
        let finding: Finding
    }

    private func answer(
        for file: InputFile, from process: inout WorkerProcess?
    ) throws(FindingError) -> WorkerAnswer {
        let place = Place(file: file.name)
        var worker: WorkerProcess
        if let process {
            worker = process
        } else {
            do throws(SchemaError) {
                worker = try Self.start(command, limits, parts).0
            } catch {
                var finding = error.findings[0]
                finding.place = place
                throw FindingError(finding: finding)
            }
        }
        do throws(WorkerProcess.Failure) {
            let answer = try worker.ask([file.bytes], within: limits.patience)
            process = worker
            return answer
        } catch {
            worker.end()
            process = nil
            throw FindingError(finding: error.finding("The document could not be validated", limits, place))
        }
    }
}

extension WorkerProcess.Failure {
    /// The failure as a finding.
    fileprivate func finding(_ what: String, _ limits: SchemaLimits, _ place: Place) -> Finding {
        switch self {
        case .notStarted(let reason):
            Finding(
                .schemaProcess, message: "\(what): the process for it cannot be started: \(reason).",
                place: place)
        case .tooSlow, .killed(WorkerProcess.outOfTime):
            Finding(
                .schemaLimit,
                message:
                    "\(what) within \(limits.seconds) seconds, the most that is allowed (--schema-time).",
                place: place)
        case .killed(let signal):
            Finding(
                .schemaLimit,
                message: """
                    \(what): the process for it was ended by signal \(signal), most likely because it needed more than \
                    \(limits.memory) MiB of memory, the most that is allowed (--schema-memory).
                    """, place: place)
        case .ended:
            Finding(
                .schemaProcess, message: "\(what): the process for it ended without an answer.", place: place)
        }
    }
}
