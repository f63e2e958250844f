import TestSupport
import Testing

@Suite struct `rapporteur on Akoma Ntoso` {
    private static let report = "\(packageFolder)/Samples/report.akn.xml"

    @Test func `takes actor and number from flags before the configuration`() throws {
        let folder = try Samples.records()
        try folder.write(
            ".rapporteur.json", #"{"akomaNtoso": {"actor": "configured", "number": "by-file"}}"#)
        let configured = try ToolProcess(["convert", "record.xml", "--to", "akn"], in: folder.path)
        let given = try ToolProcess(
            ["convert", "record.xml", "--to", "akn", "--akn-actor", "given"], in: folder.path)
        #expect(configured.outputText.contains("/configured/"))
        #expect(given.outputText.contains("/given/"))
        #expect(!given.outputText.contains("/configured/"))
    }

    @Test(arguments: [
        #"{"akomaNtoso": []}"#, #"{"akomaNtoso": {"actor": 1}}"#, #"{"akomaNtoso": {"actors": {"A": "/"}}}"#,
        #"{"akomaNtoso": {"actr": "x"}}"#,
    ])
    func `refuses a configuration that says something else`(configuration: String) throws {
        let folder = try Samples.records()
        try folder.write(".rapporteur.json", configuration)
        let run = try ToolProcess(["convert", "record.xml", "--to", "akn"], in: folder.path)
        #expect(run.ending == .exited(2))
        #expect(run.errorText.contains("[configuration-unusable]"))
    }

    @Test func `knows it by its content, and gives batches names that end in akn.xml`() throws {
        let folder = try Samples.records()
        let there = try ToolProcess(
            [
                "convert", "record.xml", "record.json", "--to", "akn", "--output-directory", "a",
                "--if-exists", "skip",
            ],
            in: folder.path)
        #expect(there.ending == .exited(2), "both would be record.akn.xml")
        let one = try ToolProcess(
            ["convert", "record.xml", "--to", "akn", "--output-directory", "a", "--quiet"], in: folder.path)
        #expect(one.ending == .exited(0))
        let back = try ToolProcess(
            ["convert", "a/record.akn.xml", "--to", "xml", "--output-directory", "b", "--quiet"],
            in: folder.path)
        #expect(back.ending == .exited(0))
        let expected = try ToolProcess(["convert", "record.json", "--to", "xml"], in: folder.path)
        #expect(try folder.read("b/record.xml") == expected.output)
    }

    @Test func `is not checked without the schema, and is where it is`() throws {
        let folder = try TemporaryFolder()
        let without = try ToolProcess(
            ["validate", Self.report],
            environment: ["RAPPORTEUR_SCHEMAS=\(folder.path)", "XDG_DATA_HOME=\(folder.path)"],
            in: folder.path)
        #expect(without.ending == .exited(4))
        #expect(without.outputText.contains("[akn-schema-missing]"))
        try folder.write("akomantoso30.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>")
        let with = try ToolProcess(
            ["validate", Self.report], environment: ["RAPPORTEUR_SCHEMAS=\(folder.path)"], in: folder.path)
        #expect(with.ending == .exited(1), "a schema without elements allows none")
        #expect(!with.outputText.contains("[akn-schema-missing]"))
        try folder.write("akomantoso30.xsd", "<no/>")
        let unusable = try ToolProcess(
            ["validate", Self.report], environment: ["RAPPORTEUR_SCHEMAS=\(folder.path)"], in: folder.path)
        #expect(unusable.ending == .exited(3))
        #expect(unusable.outputText.contains("[akn-schema-unusable]"))
    }
}
