import TestSupport
import Testing

@testable import MeetingReports

@Suite struct `The plan of a batch` {
    private func plan(
        _ inputs: [InputList.Entry], to formats: [ReportFormat] = [.xml], folder: String = "out",
        areFolded: Bool = false
    ) throws -> BatchPlan {
        try BatchPlan(inputs, to: formats, folder: folder, names: FileNames(areFolded: areFolded))
    }

    @Test func `keeps the tree of a folder, and the bare name of a file`() throws {
        let folder = try TemporaryFolder(["a.txt": []])
        try folder.makeFolder("sub")
        try folder.write("sub/b.c.txt", "x")
        let list = try InputList([folder.path, folder.path + "/sub/b.c.txt"])
        let plan = try plan(list.entries, to: [.json, .xml])
        let paths = (0..<plan.count).map { plan.outputs($0).map(\.path) }
        #expect(
            paths == [
                ["out/a.json", "out/a.xml"], ["out/sub/b.c.json", "out/sub/b.c.xml"],
                ["out/b.c.json", "out/b.c.xml"],
            ])
        #expect(plan.folders == ["out", "out/sub"])
    }

    @Test(arguments: [
        ("a.txt", "a.txt"), ("x/a.txt", "x/a.txt"), ("./x/a.txt", "x/a.txt"), ("/x/a.txt", "x/a.txt"),
        ("././/x/a.txt", "x/a.txt"), ("../a.txt", "a.txt"), ("x/../../a.txt", "a.txt"), ("x//a.txt", "a.txt"),
        ("x/./a.txt", "a.txt"), ("é/a b\n.txt", "é/a b\n.txt"),
    ])
    func `keeps the folders of a listed path, and never leaves the output folder`(path: String, name: String)
    {
        let entry = InputList.Entry(listed: path)
        #expect(entry.path == path)
        #expect(entry.name == name)
    }

    @Test func `makes JSON of XML and XML of everything else unless it is told`() throws {
        let folder = try TemporaryFolder([
            "a.txt": Array("<meetingReport/>".utf8), "b.xml": Array("{}".utf8), "c.txt": Array("Text".utf8),
        ])
        let plan = try plan(try InputList([folder.path]).entries, to: [])
        #expect((0..<3).map { plan.outputs($0)[0].path } == ["out/a.json", "out/b.xml", "out/c.xml"])
    }

    @Test func `refuses two inputs that would be written to one name`() throws {
        let inputs = ["x/a.txt", "y/a.txt"].map { InputList.Entry(file: $0) }
        #expect(throws: BatchConflict(message: "x/a.txt and y/a.txt: both would be written to out/a.xml.")) {
            try plan(inputs)
        }
    }

    @Test(arguments: [
        ("A.txt", "a.txt"), ("caf\u{E9}.txt", "cafe\u{301}.txt"), ("STRASSE.txt", "straße.txt"),
    ])
    func `refuses names that are one to the file system of the outputs, and only there`(
        first: String, second: String
    ) throws {
        let inputs = [first, second].map { InputList.Entry(file: $0) }
        #expect(try plan(inputs).count == 2)
        let conflict = try #require(throws: BatchConflict.self) { try plan(inputs, areFolded: true) }
        #expect(conflict.message.hasSuffix(", which is one name to the file system of the folder."))
        #expect(conflict.message.hasPrefix("\(first) and \(second): "))
    }

    @Test func `tells that the file system of this folder keeps upper and lower case apart`() throws {
        let folder = try TemporaryFolder()
        #expect(!FileNames(in: folder.path).areFolded)
        #expect(!FileNames(in: folder.path + "/none/none/").areFolded)
        #expect(!FileNames(in: "/").areFolded)
        #expect(!FileNames(in: "").areFolded)
    }

    @Test func `refuses an output in the place of an input, by whatever path`() throws {
        let folder = try TemporaryFolder(["a.xml": Array("<a/>".utf8)])
        try folder.makeLink("link", to: ".")
        let input = [InputList.Entry(file: folder.path + "/a.xml")]
        for target in [folder.path, folder.path + "/link", folder.path + "/./"] {
            let conflict = try #require(throws: BatchConflict.self) { try plan(input, folder: target) }
            #expect(conflict.message.hasSuffix("would be written over an input."))
        }
        #expect(try plan(input, to: [.json], folder: folder.path).count == 1)
    }
}
