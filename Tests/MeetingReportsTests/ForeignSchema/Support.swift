import TestSupport

@testable import MeetingReports

/// A folder with schemas and documents, and what becomes of them.
struct SchemaCase {
    let folder: TemporaryFolder

    /// Makes the folder; a name with slashes gets its folders.
    init(_ files: [String: String]) throws {
        folder = try TemporaryFolder()
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            let parts = name.split(separator: "/").dropLast()
            for depth in parts.indices {
                // It may be there already.
                try? folder.makeFolder(parts[...depth].joined(separator: "/"))
            }
            try folder.write(name, text)
        }
    }

    /// The worker of the tool that was built with the tests.
    static let worker = [ToolProcess.path, "schema-worker"]

    func path(_ name: String) -> String { "\(folder.path)/\(name)" }

    func schema(
        _ name: String = "main.xsd", catalogs: [String] = [], roots: [String] = [],
        limits: SchemaLimits = SchemaLimits()
    ) throws(SchemaError) -> ForeignSchema {
        try ForeignSchema(
            path(name), sources: .init(catalogs: catalogs.map(path), roots: roots.map(path)), limits: limits,
            worker: Self.worker)
    }

    /// Why a schema cannot be used, as `code file:line`; empty where it can.
    func problems(
        _ name: String = "main.xsd", catalogs: [String] = [], roots: [String] = [],
        limits: SchemaLimits = SchemaLimits()
    ) -> [String] {
        do {
            _ = try schema(name, catalogs: catalogs, roots: roots, limits: limits)
            return []
        } catch {
            return error.findings.map { finding in
                let file = (finding.place.file ?? "").split(separator: "/").last ?? ""
                return "\(finding.code) \(file):\(finding.place.range.map { "\($0.start.line)" } ?? "")"
            }
        }
    }
}

extension ForeignSchema {
    func validate(_ text: String) -> ValidationResult {
        validate(InputFile(name: "doc.xml", bytes: Array(text.utf8)))
    }
}

extension ValidationResult {
    /// The findings as `code line:column path`.
    var places: [String] {
        findings.map { finding in
            let start = finding.place.range?.start
            return "\(finding.code) \(start?.line ?? 0):\(start?.column ?? 0) \(finding.place.xpath ?? "-")"
        }
    }
}

/// A schema document with a target namespace, whose elements are in it.
func xsd(_ body: String, namespace: String? = nil) -> String {
    let target =
        namespace.map { #"targetNamespace="\#($0)" xmlns="\#($0)" elementFormDefault="qualified""# } ?? ""
    return #"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" \#(target)>\#(body)</xs:schema>"#
}

/// A catalog with these entries.
func catalog(_ entries: String) -> String {
    #"<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">\#(entries)</catalog>"#
}
