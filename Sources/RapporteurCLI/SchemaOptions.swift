internal import ArgumentParser
internal import MeetingReports

/// With which schema documents of other vocabularies are validated, and within which limits.
struct SchemaOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Validate XML of any vocabulary with this schema; what it names must be in its folder.",
            valueName: "file.xsd"))
    var schema: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "An OASIS XML Catalog that names files for what the schema imports, and is believed; may be given again.",
            valueName: "file"))
    var catalog: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A further folder whose files the schema may name; may be given again.", valueName: "folder"))
    var schemaRoot: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("The memory that the schema may take. Default: 1024.", valueName: "MiB"))
    var schemaMemory: Int?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The processor time that the schema may take, and then each file. Default: 10.",
            valueName: "seconds"))
    var schemaTime: Int?

    func validate() throws {
        let limits = [schemaMemory, schemaTime].compactMap(\.self)
        guard schema == nil else {
            guard limits.allSatisfy((1...1_000_000).contains) else {
                throw ValidationError("--schema-memory and --schema-time take numbers from 1 to 1000000.")
            }
            return
        }
        if !catalog.isEmpty || !schemaRoot.isEmpty || !limits.isEmpty {
            throw ValidationError("--catalog and the other options on schemas go with --schema.")
        }
    }

    /// The schema, compiled; nil where none is given.
    ///
    /// - Throws: ``ExitStatus/usage`` after a message where it cannot be used.
    func resolve() throws(ExitStatus) -> ForeignSchema? {
        guard let schema else { return nil }
        do throws(SchemaError) {
            var limits = SchemaLimits()
            if let schemaMemory { limits.memory = schemaMemory }
            if let schemaTime { limits.seconds = schemaTime }
            let resolved = try ForeignSchema(
                schema, sources: .init(catalogs: catalog, roots: schemaRoot), limits: limits,
                worker: SchemaWorkerCommand.command)
            Console.report(FindingText().text(resolved.warnings))
            return resolved
        } catch {
            Console.report(error.text)
            throw .usage
        }
    }
}

/// `rapporteur schema-worker`: not for people; the tool starts it to keep itself safe from a schema.
struct SchemaWorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema-worker", abstract: "Validate what comes on standard input.",
        shouldDisplay: false)

    /// How the tool starts itself.
    static let command = ["/proc/self/exe", "schema-worker"]

    @Option(help: "The memory in MiB that it may take.")
    var memory: Int

    @Option(help: "The seconds of processor time that the schema, and then each document, may take.")
    var time: Int

    func run() throws {
        throw ExitCode(SchemaWorker.run(SchemaLimits(memory: memory, seconds: time)))
    }
}
