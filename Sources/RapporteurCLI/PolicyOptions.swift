internal import ArgumentParser
internal import MeetingReports

/// What is made of findings: by flags, else by the configuration file, else by the defaults.
struct PolicyOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Fail on findings of this severity or graver: error, warning, info. Default: error.",
            valueName: "severity"))
    var failOn: Finding.Severity?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Give a rule's findings another severity: CODE=error, =warning or =info.",
            valueName: "code=severity"), transform: SeverityChange.init(parsing:))
    var severity: [SeverityChange] = []

    @Option(name: .long, help: ArgumentHelp("Known findings, which fail nothing.", valueName: "file"))
    var baseline: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Settings; else \(Configuration.fileName) in the working folder or the nearest above it.",
            valueName: "file"))
    var config: String?

    /// The settings that hold, and where each came from.
    ///
    /// - Throws: ``ExitStatus/usage`` after a message where the configuration or the baseline cannot be used.
    func resolve() throws(ExitStatus) -> ResolvedPolicy {
        do {
            return try resolved()
        } catch {
            Console.report(FindingText().text([error.finding]))
            throw .usage
        }
    }

    private func resolved() throws(InputError) -> ResolvedPolicy {
        let configuration: Configuration
        if let config {
            configuration = try Configuration(path: config)
        } else {
            configuration = try Configuration(foundFrom: ".")
        }
        let file = configuration.path ?? ""
        var result = ResolvedPolicy()
        result.set("failOn", failOn, configuration.failOn, file) { $0.failOn = $1 }
        for (code, level) in configuration.severities.sorted(by: { $0.key < $1.key }) {
            result.policy.severities[code] = level
            result.settings.append(("severity \(code)", level.rawValue, file))
        }
        for change in severity {
            result.policy.severities[change.code] = change.severity
            result.settings.removeAll { $0.name == "severity \(change.code)" }
            result.settings.append(("severity \(change.code)", change.severity.rawValue, "--severity"))
        }
        let path = baseline ?? configuration.baseline
        if let path { result.policy.baseline = try Baseline(reading: InputFile(path: path)) }
        result.settings.append(
            ("baseline", path ?? "none", baseline != nil ? "--baseline" : path != nil ? file : "default"))
        for (name, value) in configuration.akomaNtoso.settings {
            result.settings.append(("akomaNtoso \(name)", value, file))
        }
        return result
    }
}

/// A policy, and where each of its settings came from.
struct ResolvedPolicy {
    var policy = ValidationPolicy()
    var settings: [(name: String, value: String, origin: String)] = []

    fileprivate mutating func set(
        _ name: String, _ flag: Finding.Severity?, _ configured: Finding.Severity?, _ file: String,
        _ apply: (inout ValidationPolicy, Finding.Severity) -> Void
    ) {
        if let value = flag ?? configured { apply(&policy, value) }
        let origin = flag != nil ? "--fail-on" : configured != nil ? file : "default"
        settings.append((name, policy.failOn.rawValue, origin))
    }
}

/// A rule's code and the severity that its findings get.
struct SeverityChange {
    let code: String
    let severity: Finding.Severity

    /// Reads `CODE=level`.
    ///
    /// - Throws: an error of usage that says what is wrong with it.
    init(parsing argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let severity = Finding.Severity(rawValue: parts[1]) else {
            throw ValidationError("A code and a severity were expected, as empty-section=info.")
        }
        guard ValidationPolicy.mayChange(parts[0]) else {
            if Explanation.of(parts[0]) != nil {
                throw ValidationError(
                    "What \(parts[0]) says breaks the syntax or the schema, and stays an error.")
            }
            let near = Explanation.codes(near: parts[0])
            throw ValidationError(
                "There is no code '\(parts[0])'."
                    + (near.isEmpty ? "" : " Near it: \(near.joined(separator: ", ")).")
            )
        }
        code = parts[0]
        self.severity = severity
    }
}
