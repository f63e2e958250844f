internal import Glibc
internal import LibXML

extension FindingCode {
    /// The schema of Akoma Ntoso is not there.
    static let aknSchemaMissing = FindingCode("akn-schema-missing", .info)
    /// The schema of Akoma Ntoso is there and cannot be used.
    static let aknSchemaUnusable = FindingCode("akn-schema-unusable", .error, meansFailure: true)
}

/// The OASIS schema of Akoma Ntoso 3.0, which is not this project's to give: found where the user keeps it, compiled
/// once, when the first document asks for it.
///
/// It is looked for as `akomantoso30.xsd` in the folder that the environment variable `RAPPORTEUR_SCHEMAS` names, then in
/// `rapporteur/schemas` of `XDG_DATA_HOME`, by default `~/.local/share`.
public final class AKNSchema: Sendable {
    private let worker: [String]
    private let compiled = Monitor<Compiled>(.notAsked)

    private enum Compiled {
        case notAsked
        case missing
        case schema(ForeignSchema)
        case unusable(String)
    }

    /// The name of the schema's file.
    public static let fileName = "akomantoso30.xsd"

    /// Prepares to look for the schema.
    ///
    /// - Parameter worker: As for ``ForeignSchema``.
    public init(worker: [String]) {
        self.worker = worker
    }

    /// The folders in which the schema is looked for.
    static var folders: [String] {
        func variable(_ name: String) -> String? {
            getenv(name).flatMap { $0.pointee == 0 ? nil : String(cString: $0) }
        }
        let data = variable("XDG_DATA_HOME") ?? variable("HOME").map { $0 + "/.local/share" }
        return [variable("RAPPORTEUR_SCHEMAS"), data.map { $0 + "/rapporteur/schemas" }].compactMap(\.self)
    }

    /// Validates a document by the schema and by the rules that the schema does not say.
    public func validate(_ file: InputFile, _ limits: InputLimits = InputLimits()) -> ValidationResult {
        let state = compiled.update { state in
            if case .notAsked = state { state = Self.compile(worker) }
            return state
        }
        switch state {
        case .schema(let schema): return ValidationResult(akomaNtoso: file, schema: schema, limits)
        case .unusable(let message):
            return ValidationResult(
                unreadable: file.name,
                InputError(Finding(.aknSchemaUnusable, message: message, place: Place(file: file.name))))
        case .notAsked, .missing: return ValidationResult(akomaNtoso: file, schema: nil, limits)
        }
    }

    private static func compile(_ worker: [String]) -> Compiled {
        guard let path = folders.map({ $0 + "/" + fileName }).first(where: { access($0, F_OK) == 0 }) else {
            return .missing
        }
        do throws(SchemaError) {
            return .schema(try ForeignSchema(path, worker: worker))
        } catch {
            return .unusable("The schema \(path) cannot be used: \(error.findings.first?.message ?? "")")
        }
    }
}

extension ValidationResult {
    /// Checks a document of Akoma Ntoso by its schema and by the rules that the schema does not say.
    ///
    /// Without the schema it is not checked, whatever else is found, unless that is an error.
    public init(akomaNtoso file: InputFile, schema: ForeignSchema?, _ limits: InputLimits = InputLimits()) {
        self.init(of: file, .akn, limits)
        guard let schema else {
            guard verdict == .notChecked else { return }
            findings.append(
                Finding(
                    .aknSchemaMissing,
                    message: """
                        The schema of Akoma Ntoso was not asked: give it with --schema, or put \(AKNSchema.fileName) into \
                        the folder that RAPPORTEUR_SCHEMAS names.
                        """, place: Place(file: file.name)))
            return
        }
        let judged = schema.validate(file)
        let isSyntaxBroken = verdict == .failed || recordCount == 0 && verdict == .invalid
        findings =
            isSyntaxBroken
            ? judged.findings + findings.filter { !judged.findings.contains($0) } : findings + judged.findings
        if records.isEmpty { findings = findings.inOrderOfInput }
        let schemaChecks = judged.checks.filter { $0.kind == .schema }
        checks = checks.filter { $0.kind != .schema } + schemaChecks
        verdict = judged.verdict == .failed ? .failed : Verdict(checked: findings)
    }
}
