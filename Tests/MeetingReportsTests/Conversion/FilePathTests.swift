import Glibc
import TestSupport
import Testing

@testable import MeetingReports

@Suite struct `A path of any bytes` {
    @Test(
        arguments: [
            ([0x61, 0x2E, 0x78], "a.x"), ([0x63, 0x61, 0x66, 0xC3, 0xA9], "caf\u{E9}"),
            ([0x63, 0x61, 0x66, 0xE9], #"caf\xE9"#), ([0x61, 0x5C, 0x78], #"a\\x"#),
            ([0x61, 0x5C, 0x62], #"a\b"#),
            ([0xFF, 0x5C, 0x62], #"\xFF\\b"#), ([0xF4, 0x8F, 0xBF, 0xA9], #"\xF4\x8F\xBF\xA9"#),
            ([0xC3], #"\xC3"#),
            ([0xED, 0xA0, 0x80], #"\xED\xA0\x80"#), ([0x80, 0x0A], "\\x80\n"),
        ] as [([UInt8], String)])
    func `is a string, and shown with escapes`(bytes: [UInt8], shown: String) {
        let path = FilePath.string(bytes)
        #expect(FilePath.bytes(path) == bytes)
        #expect(FilePath.shown(path).utf8.elementsEqual(shown.utf8))
        #expect(FilePath.bytes(shown: shown) == bytes)
    }

    @Test func `comes back whole, whatever the bytes are`() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                // The bytes that are special more often than by chance.
                let byte = UInt8.random(in: 1...255, using: &random)
                return [0x5C, 0x78, 0xF4, 0x8F, 0xBF, 0xBE, byte, byte].randomElement(using: &random) ?? byte
            }
            let path = FilePath.string(bytes)
            #expect(FilePath.bytes(path) == bytes)
            #expect(FilePath.bytes(shown: FilePath.shown(path)) == bytes)
        }
    }

    @Test func `is opened as it is, and named as it is shown`() throws {
        let folder = try TemporaryFolder()
        let name: [UInt8] = Array(folder.path.utf8) + [0x2F, 0xE9, 0x2E, 0x78, 0x6D, 0x6C]
        let made = FilePath.withSystemPath(FilePath.string(name)) { creat($0, 0o600) }
        #expect(made >= 0)
        close(made)
        let file = try InputFile(path: FilePath.string(name))
        #expect(file.name == folder.path + #"/\xE9.xml"#)
        #expect(try InputList([folder.path]).paths == [FilePath.string(name)])
        #expect(SARIFReport.uri(file.name).hasSuffix("/%E9.xml"))
    }
}

@Suite struct `The identity of a file` {
    @Test func `is one for all ways of writing its path`() throws {
        let folder = try TemporaryFolder(["a": [1], "b": [1]])
        try folder.makeFolder("inner")
        try folder.makeLink("soft", to: "a")
        try folder.makeLink("folder", to: "inner")
        #expect(link(folder.path + "/a", folder.path + "/hard") == 0)
        let identity = FileIdentity(folder.path + "/a")
        for way in ["soft", "hard", "inner/../a", "./a", "folder/../a"] {
            #expect(FileIdentity("\(folder.path)/\(way)") == identity, "\(way)")
        }
        #expect(FileIdentity(folder.path + "/b") != identity)
        #expect(FileIdentity(folder.path + "/inner/new") == FileIdentity(folder.path + "/folder/new"))
        #expect(FileIdentity(folder.path + "/inner/new") != FileIdentity(folder.path + "/new"))
        #expect(FileIdentity(folder.path + "/none/new") == nil)
        #expect(FileIdentity("/dev/null") == nil)
    }
}
