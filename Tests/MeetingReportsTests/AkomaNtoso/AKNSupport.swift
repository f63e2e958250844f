import TestSupport
import Testing

@testable import MeetingReports

/// Documents of Akoma Ntoso as tests write them.
enum AKN {
    /// A document with this text, read.
    static func read(
        _ text: String, meta: String = "", front: String = "", back: String = "",
        root: String = "statement name=\"x\"",
        namespace: String = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    ) -> FileReading {
        let element = root.prefix { $0 != " " }
        let document = """
            <akomaNtoso xmlns="\(namespace)"><\(root)>\(meta.isEmpty ? "" : "<meta>\(meta)</meta>")\(front)\
            <mainBody>\(text)</mainBody>\(back)</\(element)></akomaNtoso>
            """
        return FileReading(InputFile(name: "doc.xml", bytes: Array(document.utf8)), .akn)
    }

    /// What a record is in native XML, without declaration, root and indentation.
    static func body(_ reading: FileReading) -> String {
        guard let report = reading.records.first?.report, let bytes = try? ReportFormat.xml.write([report])
        else {
            return "no record: \(reading.findings.map(\.message))"
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let start = text.firstRange(of: "<body>"), let end = text.firstRange(of: "</body>") else {
            return text
        }
        return text[start.upperBound..<end.lowerBound].split(separator: "\n").map { line in
            String(line.drop { $0 == " " })
        }.joined()
    }

    /// The fields of the masthead as `name: text`.
    static func masthead(_ reading: FileReading) -> [String] {
        (reading.records.first?.report?.masthead ?? []).compactMap(\.element).map { field in
            "\(field.name): \(field.content.plainText)"
        }
    }

    /// The folder with the schema of OASIS, or nil.
    static var schemaFolder: String? {
        let folder = SharedFolder.path + "/schemas/akn30-os"
        return (try? InputFile(path: folder + "/akomantoso30.xsd")) == nil ? nil : folder
    }

    /// The schema, compiled.
    static func schema() throws -> ForeignSchema {
        try ForeignSchema(
            #require(schemaFolder) + "/akomantoso30.xsd", worker: [ToolProcess.path, "schema-worker"])
    }
}
