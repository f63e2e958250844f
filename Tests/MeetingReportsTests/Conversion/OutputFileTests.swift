import MeetingReports
import TestSupport
import Testing

@Suite struct `Writing files` {
    @Test func `never puts a file in the place of a device`() throws {
        // In a folder of its own, so that a mistake harms nothing: a link to the device.
        let folder = try TemporaryFolder()
        try folder.makeLink("null", to: "/dev/null")
        #expect(try OutputFile.write([1, 2, 3], to: folder.path + "/null", ifExists: .replace))
        #expect(folder.names() == ["null"])
        #expect(try InputFile(path: folder.path + "/null").bytes == [])
    }

    @Test func `keeps a link and the mode of the file that it leads to`() throws {
        let folder = try TemporaryFolder(["target": [1]])
        try folder.makeLink("link", to: "target")
        try folder.setMode(0o640, of: "target")
        try OutputFile.write([2], to: folder.path + "/link", ifExists: .replace)
        #expect(try folder.read("target") == [2])
        #expect(folder.mode(of: "target") == 0o640)
        #expect(folder.isLink("link"))
    }

    @Test(arguments: [OutputFile.Existing.error, .skip, .replace])
    func `does with an existing file what was asked`(existing: OutputFile.Existing) throws {
        let folder = try TemporaryFolder(["file": [1]])
        let isWritten = try? OutputFile.write([2], to: folder.path + "/file", ifExists: existing)
        #expect(isWritten == [.error: nil, .skip: false, .replace: true][existing])
        #expect(try folder.read("file") == [existing == .replace ? 2 : 1])
        #expect(folder.names() == ["file"])
    }

    @Test func `refuses a folder`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: OutputError.self) {
            try OutputFile.write([1], to: folder.path, ifExists: .replace)
        }
    }
}
