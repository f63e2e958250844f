import TestSupport
import Testing

@testable import MeetingReports

/// Our verdicts against those of xmllint, the same libxml2 used directly.
@Suite("Verdicts of xmllint")
struct SameVerdictTests {
    static let xmllint = "/usr/bin/xmllint"

    /// What xmllint says of files, by name: true for valid, false for invalid; nothing where it gives up.
    private func verdicts(_ schema: String, _ names: [String], in folder: String) throws -> [String: Bool] {
        let run = try ToolProcess(
            ["--noout", "--schema", schema] + names, in: folder, program: Self.xmllint)
        var verdicts: [String: Bool] = [:]
        for line in run.errorText.split(separator: "\n") {
            for name in names {
                if line == "\(name) validates" { verdicts[name] = true }
                if line == "\(name) fails to validate" || line.hasPrefix("\(name):"),
                    line.contains("parser error") || line.hasSuffix("fails to validate")
                {
                    verdicts[name] = false
                }
            }
        }
        return verdicts
    }

    /// A document with a few bytes changed, mostly so that it stays well-formed.
    private func mutant(_ document: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = document
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let tags = bytes.indices.filter {
                bytes[$0] == UInt8(ascii: "<") && bytes[$0 + 1] != UInt8(ascii: "/")
            }
            guard let tag = tags.randomElement(using: &random),
                let end = bytes[tag...].firstIndex(of: UInt8(ascii: ">"))
            else { return bytes }
            switch Int.random(in: 0..<7, using: &random) {
            case 0: bytes.insert(contentsOf: "<b>x</b>".utf8, at: end + 1)
            case 1: bytes.insert(contentsOf: "text".utf8, at: end + 1)
            case 2: bytes.insert(contentsOf: "<p/>".utf8, at: tag)
            case 3:
                bytes.insert(
                    contentsOf: " id=\"a\"".utf8, at: bytes[end - 1] == UInt8(ascii: "/") ? end - 1 : end)
            case 4:
                // Removes an attribute, or breaks one.
                guard let blank = bytes[tag..<end].lastIndex(of: UInt8(ascii: " ")) else { continue }
                bytes.removeSubrange(blank..<(bytes[end - 1] == UInt8(ascii: "/") ? end - 1 : end))
            case 5:
                // Swaps a letter of a value or a text.
                let place = Int.random(in: tag..<bytes.count, using: &random)
                if (0x61...0x7A).contains(bytes[place]) {
                    bytes[place] = UInt8.random(in: 0x61...0x7A, using: &random)
                }
            default:
                // Repeats what stands between this tag and the next.
                guard let next = tags.first(where: { $0 > tag }) else { continue }
                bytes.insert(contentsOf: bytes[tag..<next], at: tag)
            }
        }
        return bytes
    }

    private func compare(
        _ schema: String, _ documents: [[UInt8]], _ catalogs: [String] = []
    ) throws -> (valid: Int, invalid: Int) {
        var files: [String: [UInt8]] = [:]
        for (number, document) in documents.enumerated() { files["\(number).xml"] = document }
        let folder = try TemporaryFolder(files)
        let names = documents.indices.map { "\($0).xml" }
        let expected = try verdicts(schema, names, in: folder.path)
        let foreign = try ForeignSchema(schema, worker: SchemaCase.worker)
        var counts = (valid: 0, invalid: 0)
        for (name, document) in zip(names, documents) {
            let result = foreign.validate(InputFile(name: name, bytes: document))
            let verdict: Bool? = result.verdict == .valid ? true : result.verdict == .invalid ? false : nil
            #expect(
                verdict == expected[name],
                "\(String(decoding: document.prefix(2_000), as: UTF8.self)) \(result.findings.map(\.message))"
            )
            if verdict == true { counts.valid += 1 } else { counts.invalid += 1 }
        }
        return counts
    }

    @Test(
        "500 changed documents of a small vocabulary",
        .enabled(if: isThere(xmllint), "xmllint is not installed"))
    func small() throws {
        let test = try SchemaCase([
            "main.xsd": xsd(
                """
                <xs:element name="r"><xs:complexType><xs:sequence>
                <xs:element name="p" minOccurs="0" maxOccurs="unbounded"><xs:complexType mixed="true"><xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element name="b" type="xs:string"/></xs:choice><xs:attribute name="id" type="xs:ID"/><xs:attribute name="ref" type="xs:IDREF"/></xs:complexType></xs:element>
                <xs:element name="n" maxOccurs="3"><xs:complexType><xs:simpleContent><xs:extension base="xs:date"><xs:attribute name="k" use="required" type="xs:NMTOKEN"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
                <xs:any namespace="##other" processContents="lax" minOccurs="0"/>
                </xs:sequence></xs:complexType>
                <xs:key name="k"><xs:selector xpath="n"/><xs:field xpath="@k"/></xs:key></xs:element>
                """)
        ])
        let document = Array(
            "<r><p>one <b>two</b></p><p id=\"a1\" ref=\"a1\">é</p><p/><n k=\"x\">2020-01-01</n><n k=\"y\">2020-01-02</n><o:z xmlns:o=\"urn:o\"/></r>"
                .utf8)
        var random = SeededGenerator(seed: 3)
        let counts = try compare(test.path("main.xsd"), (0..<500).map { _ in mutant(document, &random) })
        #expect(counts.valid > 50)
        #expect(counts.invalid > 200)
    }

    static let akomaNtoso = SharedFolder.path + "/schemas/akn30-os/akomantoso30.xsd"

    @Test(
        "Real documents of Akoma Ntoso, and 120 changed ones",
        .enabled(
            if: isThere(xmllint) && isThere(akomaNtoso), "xmllint or the schema of Akoma Ntoso is missing"))
    func real() throws {
        let folders = ["akn-samples/un", "akn-samples/un/invalid", "akn-samples"]
        let documents = try folders.flatMap { folder in
            try SharedFolder.files(in: folder, ending: ".xml").map {
                try readFile("\(SharedFolder.path)/\(folder)/\($0)")
            }
        }
        try #require(documents.count > 15)
        var random = SeededGenerator(seed: 4)
        let changed = documents.flatMap { document in (0..<6).map { _ in mutant(document, &random) } }
        let counts = try compare(Self.akomaNtoso, documents + changed)
        #expect(counts.valid > 15)
        #expect(counts.invalid > 50)
    }
}

/// Whether a file is there.
private func isThere(_ path: String) -> Bool { SchemaFile.isRegular(path) }
