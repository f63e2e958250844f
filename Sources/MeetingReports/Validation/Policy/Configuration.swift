internal import Glibc

extension FindingCode {
    /// A configuration file that cannot be used.
    static let configurationUnusable = FindingCode("configuration-unusable", .error)
}

/// Settings of a project, read from `.rapporteur.json` in the working folder or the nearest folder above it.
///
///     {
///       "failOn": "warning",
///       "severity": { "duplicate-paragraph-number": "info" },
///       "baseline": "known-findings.json",
///       "akomaNtoso": { "actors": { "Economic Commission for Europe": "unece" } }
///     }
///
/// A path in it is relative to its folder. A member that is not known is an error, so that a misspelt one is not silent.
public struct Configuration: Sendable {
    /// The name of the file.
    public static let fileName = ".rapporteur.json"

    /// The file's path; nil where there is none.
    public private(set) var path: String?
    /// The severity from which on a finding fails a run.
    public private(set) var failOn: Finding.Severity?
    /// Other severities than those of the codes.
    public private(set) var severities: [String: Finding.Severity] = [:]
    /// The path of a baseline.
    public private(set) var baseline: String?
    /// What Akoma Ntoso asks for and a record does not say.
    public private(set) var akomaNtoso = AKNOptions()

    /// The settings that hold in a folder; empty where no file is found.
    ///
    /// - Throws: an error that names the place of what is wrong in the file.
    public init(foundFrom folder: String) throws(InputError) {
        if let path = Self.find(from: folder) {
            try self.init(path: path)
        } else {
            self.init()
        }
    }

    /// No settings.
    public init() {}

    /// Reads a file of settings.
    ///
    /// - Throws: an error that names the place of what is wrong in it.
    public init(path: String) throws(InputError) {
        self.path = path
        let file = try InputFile(path: path)
        let reader = SettingsReader(file, code: .configurationUnusable)
        for member in try reader.root().members {
            switch member.key.string ?? "" {
            case "failOn": failOn = try Self.severity(member.value, reader)
            case "severity":
                guard member.value.kind == .object else {
                    throw reader.error("An object of codes and severities was expected.", at: member.value)
                }
                for entry in member.value.members {
                    let code = entry.key.string ?? ""
                    guard ValidationPolicy.mayChange(code) else {
                        throw reader.error(
                            "\"\(code)\" is not a code whose severity can be changed.", at: entry.key)
                    }
                    severities[code] = try Self.severity(entry.value, reader)
                }
            case "baseline":
                guard let name = member.value.string else {
                    throw reader.error("The path of a baseline was expected.", at: member.value)
                }
                baseline = name.hasPrefix("/") ? name : Self.folder(of: path) + name
            case "akomaNtoso": akomaNtoso = try AKNOptions(member.value, reader)
            default:
                throw reader.error(
                    "\"\(member.key.string ?? "")\" is no setting; failOn, severity, baseline and akomaNtoso are.",
                    at: member.key)
            }
        }
    }

    private static func severity(
        _ node: JSONNode, _ reader: SettingsReader
    ) throws(InputError) -> Finding.Severity {
        guard let severity = node.string.flatMap(Finding.Severity.init(rawValue:)) else {
            throw reader.error("A severity was expected: error, warning or info.", at: node)
        }
        return severity
    }

    private static func folder(of path: String) -> String {
        String(path.dropLast(OutputName.baseName(path).count))
    }

    private static func find(from folder: String) -> String? {
        guard let resolved = realpath(folder, nil) else { return nil }
        defer { free(resolved) }
        var folder = String(cString: resolved)
        while true {
            let path = (folder == "/" ? "" : folder) + "/" + fileName
            if access(path, F_OK) == 0 { return path }
            guard folder != "/", let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }
}
