import TestSupport
import Testing

@testable import MeetingReports

/// What is said of the metadata, and by the schema of OASIS.
@Suite struct `Validation of Akoma Ntoso` {
    private static let iri = "/akn/un/debateReport/report/unece/2017-10-31/1"

    private static func meta(
        work: String = iri, expression: String = iri + "/eng@2017-10-31", language: String = "eng",
        date: String = "2017-10-31", this: String? = nil, number: String = "1"
    ) -> String {
        """
        <identification source="#c"><FRBRWork><FRBRthis value="\(this ?? work + "/!main")"/><FRBRuri value="\(work)"/>\
        <FRBRdate date="\(date)" name="d"/><FRBRauthor href="#c"/><FRBRcountry value="un"/><FRBRsubtype value="report"/>\
        <FRBRnumber value="\(number)"/></FRBRWork><FRBRExpression><FRBRthis value="\(expression)/!main"/>\
        <FRBRuri value="\(expression)"/><FRBRdate date="2017-10-31" name="d"/><FRBRauthor href="#c"/>\
        <FRBRlanguage language="\(language)"/></FRBRExpression></identification>\
        <references source="#c"><TLCOrganization eId="c" href="/akn/ontology/organization/un/unece" showAs="UNECE"/></references>
        """
    }

    private func codes(_ meta: String) -> [String] {
        AKN.read("<p>Text.</p>", meta: meta, root: "debateReport name=\"meetingReport\"").findings
            .map(\.code.description).filter { $0 != "akn-no-home" }
    }

    @Test func `finds nothing in metadata that agree`() {
        #expect(codes(Self.meta()) == [])
    }

    @Test(arguments: [
        (meta(work: iri + "/", this: iri + "/!main"), "akn-iri-form"),
        (meta(work: "", this: iri + "/!main"), "akn-iri-form"),
        (meta(this: iri), "akn-iri-form"),
        (meta(date: "2017-10-30"), "akn-iri-mismatch"),
        (meta(number: "2"), "akn-iri-mismatch"),
        (meta(language: "fra"), "akn-iri-mismatch"),
        (meta(this: "/akn/un/debateReport/report/unece/2017-10-31/2/!main"), "akn-iri-mismatch"),
        (
            meta(
                work: "/akn/un/statement/report/unece/2017-10-31/1",
                expression: "/akn/un/statement/report/unece/2017-10-31/1/eng@2017-10-31"), "akn-iri-mismatch"
        ),
        (
            meta(
                work: "/akn/un/debateReport/report/who/2017-10-31/1",
                expression: "/akn/un/debateReport/report/who/2017-10-31/1/eng@2017-10-31"), "akn-iri-mismatch"
        ),
    ])
    func `finds what disagrees`(meta: String, code: String) {
        #expect(codes(meta) == [code])
    }

    @Test(arguments: ["english", "EN", ""]) func `finds a language without a code`(language: String) {
        #expect(codes(Self.meta(language: language)).contains("akn-language"))
    }

    @Test func `says where what it finds stands`() {
        let reading = AKN.read(
            """

            <p><docTitle>T</docTitle></p>
            <p>In <location refersTo="#x">G</location> or <location refersTo="">H</location></p>
            <paragraph eId="a"><content><p>1</p></content></paragraph>
              <paragraph eId="a"><content><p>2 <ins>3</ins></p></content></paragraph>

            """)
        let found = reading.findings.map { finding in
            let start = finding.place.range?.start
            return "\(finding.code) \(start?.line ?? 0):\(start?.column ?? 0) \(finding.place.xpath ?? "")"
        }
        let body = "/akomaNtoso/statement[1]/mainBody[1]"
        #expect(
            found.filter { !$0.hasPrefix("akn-no-home") } == [
                "akn-misplaced-title 2:4 \(body)/p[1]/docTitle[1]",
                "akn-dangling-reference 3:7 \(body)/p[2]/location[1]",
                "akn-dangling-reference 3:47 \(body)/p[2]/location[2]",
                "akn-duplicate-eid 5:3 \(body)/paragraph[2]",
            ])
        #expect(found.contains("akn-no-home 5:36 \(body)/paragraph[2]/content[1]/p[1]/ins[1]"))
    }

    @Test func `without the schema never calls a document valid`() throws {
        let file = try InputFile(path: "\(packageFolder)/Samples/report.akn.xml")
        #expect(ReportFormat.detect(file) == .akn)
        #expect(ValidationResult(of: file, .akn).verdict == .notChecked)
        let result = ValidationResult(akomaNtoso: file, schema: nil)
        #expect(result.verdict == .notChecked)
        #expect(
            result.findings.map(\.code.description) == ["duplicate-paragraph-number", "akn-schema-missing"])
        #expect(result.checks.first { $0.kind == .schema }?.performed == 0)
    }

    @Test(.enabled(if: AKN.schemaFolder != nil, "the schema of OASIS is not there"))
    func `with the schema judges a document and its mutants as xmllint does`() throws {
        let schema = try AKN.schema()
        let text = String(
            decoding: try InputFile(path: "\(packageFolder)/Samples/report.akn.xml").bytes, as: UTF8.self)
        let changes: [(String, String)] = [
            ("", ""), ("<FRBRcountry value=\"un\"/>", ""), (" source=\"#converter\"", ""),
            ("date=\"2017-10-31\"", "date=\"2017\""), ("eId=\"sec_II\"", "eId=\"sec_I\""),
            (" refersTo=\"#state_ALB\"", ""), ("<content>", ""), ("<mainBody>", "<mainBody xml:lang=\"en\">"),
            ("<num>I.</num>", "text<num>I.</num>"), ("debateReport name", "debateReport eId=\"a\" name"),
            ("<intro>", "<intro>text"), ("#state_ALB", "#nobody"),
            ("language=\"eng\"", "language=\"english\""),
            ("<preface>", "<preface/><preface>"), ("placement=\"bottom\"", "placement=\"under\""),
            ("dictionary=\"#concept_topics\"", ""), ("</meta>", "</meta><coverPage/>"),
            ("http://www", "a b http://www"),
        ]
        let folder = try TemporaryFolder()
        var verdicts: [String: Verdict] = [:]
        for (number, change) in changes.enumerated() {
            var mutant = text
            if let range = change.0.isEmpty ? nil : mutant.firstRange(of: change.0) {
                mutant.replaceSubrange(range, with: change.1)
                #expect(mutant != text)
            }
            let name = "m\(number).akn.xml"
            try folder.write(name, mutant)
            verdicts[name] =
                ValidationResult(akomaNtoso: InputFile(name: name, bytes: Array(mutant.utf8)), schema: schema)
                .verdict
        }
        let path = try #require(AKN.schemaFolder) + "/akomantoso30.xsd"
        let run = try ToolProcess(
            ["--noout", "--schema", path] + verdicts.keys.sorted(), in: folder.path,
            program: "/usr/bin/xmllint")
        let valid = Set(
            run.errorText.split(separator: "\n").filter { $0.hasSuffix(" validates") }.map {
                String($0.dropLast(" validates".count))
            })
        for (name, verdict) in verdicts {
            #expect((verdict == .needsReview) == valid.contains(name), "\(name): \(verdict)")
            #expect(verdict == .needsReview || verdict == .invalid)
        }
        #expect((3...8).contains(valid.count))
    }

    @Test(
        .enabled(if: AKN.schemaFolder != nil, "the schema of OASIS is not there"),
        arguments: SharedFolder.files(in: "akn-samples/un", ending: ".xml").map { "un/" + $0 }
            + SharedFolder.files(in: "akn-samples/un/invalid", ending: ".xml").map { "un/invalid/" + $0 })
    func `gives the files of the United Nations the verdict of xmllint`(name: String) throws {
        let path = SharedFolder.path + "/akn-samples/" + name
        let result = ValidationResult(akomaNtoso: try InputFile(path: path), schema: try AKN.schema())
        let run = try ToolProcess(
            ["--noout", "--schema", #require(AKN.schemaFolder) + "/akomantoso30.xsd", path],
            program: "/usr/bin/xmllint")
        #expect(
            (result.verdict == .needsReview || result.verdict == .valid) == (run.exitCode == 0),
            "\(result.verdict)")
    }
}
