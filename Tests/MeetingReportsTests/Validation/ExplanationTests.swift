import Glibc
import MeetingReports
import TestSupport
import Testing

/// Every code is explained, and the examples of the explanations show what they say.
@Suite struct `Explanations` {
    @Test func `exist for every code that the sources create`() throws {
        let explained = Set(Explanation.all.map(\.code.description))
        #expect(explained.count == Explanation.all.count, "a code is explained twice")
        let created = try SourceCodes.all()
        #expect(created.count > 50)
        #expect(created.subtracting(explained).sorted() == [], "codes without an explanation")
        #expect(explained.subtracting(created).sorted() == [], "explanations of codes that do not exist")
    }

    @Test(arguments: Explanation.all)
    func `say in whole sentences what the code means`(explanation: Explanation) {
        for text in [explanation.meaning, explanation.reason, explanation.remedy] {
            #expect(text.utf8.count > 10)
            #expect(!text.contains("\n"))
        }
        #expect(explanation.meaning.hasSuffix("."))
        #expect(explanation.reason.hasSuffix("."))
        #expect(explanation.bad != explanation.good)
    }

    @Test(arguments: Explanation.all)
    func `give a bad example with exactly that code at the place it names`(explanation: Explanation) {
        guard case .file(let format) = explanation.bad.form else { return }
        // What breaks a rule of Akoma Ntoso is mostly also something that a record has no place for.
        let code = explanation.code.description
        let findings = findings(explanation.bad.text, format).filter {
            $0.code.description == code || $0.code.description != "akn-no-home"
        }
        #expect(findings.map(\.code.description) == [code])
        guard let found = findings.first else { return }
        #expect(found.severity == explanation.code.severity)
        #expect(Self.place(found) == explanation.bad.place)
    }

    @Test(arguments: Explanation.all)
    func `give a good example in which nothing is found`(explanation: Explanation) {
        guard case .file(let format) = explanation.good.form else { return }
        #expect(findings(explanation.good.text, format).isEmpty)
    }

    @Test func `of rules name the same codes at the same places in JSON as in XML`() throws {
        var compared = 0
        for explanation in Explanation.all {
            guard explanation.bad.form == .file(.xml) else { continue }
            let xml = FileReading(
                InputFile(name: "example", bytes: Array(explanation.bad.text.utf8)), .xml)
            guard let report = xml.records.first?.report else { continue }
            let json = FileReading(
                InputFile(name: "example", bytes: try ReportFormat.json.write([report])), .json)
            guard !isOfXML(explanation) else { continue }
            #expect(json.findings.map(\.code) == xml.findings.map(\.code))
            #expect(json.findings.map(\.place.xpath) == xml.findings.map(\.place.xpath))
            #expect(json.findings.map(\.place.jsonPointer) == xml.findings.map(\.place.jsonPointer))
            #expect(json.findings.map(\.message) == xml.findings.map(\.message))
            compared += 1
        }
        #expect(compared >= 23)
    }

    @Test func `of rules are found in each record of a collection, under its own path`() throws {
        for explanation in Explanation.all where explanation.bad.form == .file(.xml) {
            let alone = FileReading(
                InputFile(name: "example", bytes: Array(explanation.bad.text.utf8)), .xml)
            guard let report = alone.records.first?.report, let place = explanation.bad.place,
                !isOfXML(explanation)
            else { continue }
            for format in [ReportFormat.xml, .json] {
                let bytes = try format.write([report, report], isCollection: true)
                let reading = FileReading(InputFile(name: "example", bytes: bytes), format)
                let rest = place.dropFirst("/meetingReport".count)
                #expect(
                    reading.findings.map(\.place.xpath)
                        == ["/collection/meetingReport[1]\(rest)", "/collection/meetingReport[2]\(rest)"])
            }
        }
    }

    /// Whether a code is about what XML has and JSON has not: comments, and names of namespaces.
    private func isOfXML(_ explanation: Explanation) -> Bool {
        ["xml-not-kept", "xml-doubtful"].contains(explanation.code.description)
    }

    @Test func `are found by their code, and near ones by their spelling`() {
        #expect(Explanation.of("duplicate-id")?.code.description == "duplicate-id")
        #expect(Explanation.of("duplicate-ids") == nil)
        #expect(Explanation.codes(near: "duplicate-ids").first == "duplicate-id")
        #expect(Explanation.codes(near: "Missing-Target").first == "missing-target")
        #expect(Explanation.codes(near: "qqqqqqqqqqqqqqqqqqqq").isEmpty)
        #expect(Explanation.codes(near: "").isEmpty)
    }

    @Test func `are listed one a line in the order of the codes`() {
        let lines = Explanation.list.split(separator: "\n")
        let codes = lines.map { $0.prefix { $0 != " " } }
        #expect(lines.count == Explanation.all.count)
        #expect(codes == codes.sorted())
        #expect(lines.contains { $0.hasPrefix("duplicate-id ") && $0.contains(" error ") })
    }

    @Test func `are printed in lines of 80 columns, examples aside`() {
        for explanation in Explanation.all {
            let text = explanation.description.split(separator: "Found in\n")[0]
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        }
    }

    private func findings(_ text: String, _ format: ReportFormat) -> [Finding] {
        let file = InputFile(name: "example", bytes: Array(text.utf8))
        return ValidationResult(of: file, format).findings
    }

    /// The place as the examples give it.
    private static func place(_ finding: Finding) -> String? {
        if let path = finding.place.xpath ?? finding.place.jsonPointer { return path }
        return finding.place.range.map { "\($0.start.line):\($0.start.column)" }
    }
}

/// The codes that the sources create, found in the sources themselves, so that none can be forgotten.
private enum SourceCodes {
    static func all() throws -> Set<String> {
        var codes: Set<String> = []
        for file in swiftFiles(in: packageFolder + "/Sources") {
            let text = String(decoding: try InputFile(path: file).bytes, as: UTF8.self)
            let creations = [
                /FindingCode\(\s*"([a-z0-9-]+)"/,
                // The codes of LibXML and of the JSON reader become finding codes as they are.
                /Code\(rawValue: "([a-z0-9-]+)"\)/,
                /case [a-zA-Z0-9]+ = "(json-[a-z0-9-]+)"/,
            ]
            for creation in creations {
                for match in text.matches(of: creation) { codes.insert(String(match.1)) }
            }
        }
        return codes
    }

    private static func swiftFiles(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var files: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if entry.pointee.d_type == UInt8(DT_DIR), !name.hasPrefix(".") {
                files += swiftFiles(in: "\(folder)/\(name)")
            } else if name.hasSuffix(".swift") {
                files.append("\(folder)/\(name)")
            }
        }
        return files
    }
}
