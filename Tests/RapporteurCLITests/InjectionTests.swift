import TestSupport
import Testing

@testable import MeetingReports

/// What a command leaves when the system refuses it one call: the first, the second, up to the last that it makes.
@Suite struct `A call that fails` {
    private static let canTrace =
        (try? ToolProcess(["-e", "trace=openat", "/bin/true"], program: "/usr/bin/strace").ending)
        == .exited(0)
    /// Calls on files; what opens and reads libraries, before the tool runs, is among them.
    static let calls = [
        "openat", "read", "write", "close", "fsync", "fdatasync", "link", "rename", "unlink", "fchmod",
        "mkdir",
        "flock", "ftruncate", "dup", "getdents64", "newfstatat",
    ]
    static let batch = "convert in --jobs 1 --receipt --output-directory out"
    static let commands = [
        batch, "convert in --jobs 1 --verify --split --to json --output-directory out",
        "convert in --jobs 1 --gather -o out/all.ndjson", "convert in/all.xml --to ndjson -o out/a.json",
        "convert in/a.xml --receipt -o out/a.json",
        "validate in --jobs 1 --report json:out/a.json --report html:out/b.html",
    ]

    /// A folder with inputs, and what the command makes of them.
    fileprivate struct Scene {
        let folder: TemporaryFolder
        let command: String
        let whole: [String: [UInt8]]
        let old = "old\n".bytes

        init(_ command: String) throws {
            folder = try TemporaryFolder()
            self.command = command
            try folder.makeFolder("in")
            for name in ["a", "b"] { try folder.write("in/\(name).xml", Samples.bytes("base.xml")) }
            try folder.write("in/all.xml", readFile(packageFolder + "/Samples/collection.xml"))
            try folder.makeFolder("out")
            let run = try ToolProcess(command.split(separator: " ").map(String.init), in: folder.path)
            try #require(run.ending == .exited(0), "\(command): \(run.errorText)")
            whole = try BatchFolder.tree(folder, "out")
        }

        /// Runs the command with `options` of strace before it; `isNew` where nothing stood there.
        func run(_ options: String, _ more: String, isNew: Bool) throws -> ToolProcess {
            let old = isNew ? "" : "echo old > out/a.json;"
            return try ToolProcess(
                [
                    "-c",
                    "rm -rf out; mkdir out; \(old) strace -f -o trace \(options) \(ToolProcess.path) \(command) \(more)",
                ],
                environment: ["PATH=/usr/bin:/bin"], in: folder.path, program: "/bin/sh")
        }

        /// Whether the reports that a run left are new, and tell of an input that failed.
        func isReported(_ left: [String: [UInt8]]) -> Bool {
            let reports = ["a.json", "b.html"].compactMap { left[$0] }
            return reports.contains { $0 != old && String(decoding: $0, as: UTF8.self).contains("failed") }
        }

        /// How often the command makes a call.
        func count(of call: String) throws -> Int {
            _ = try run("-e trace=\(call)", "", isNew: true)
            return try String(decoding: folder.read("trace"), as: UTF8.self).count(of: " \(call)(")
        }
    }

    /// Lets the command fail in each of its calls, or some.
    private func inject(_ call: String, _ scene: Scene, step: (Int) -> Int) throws {
        let total = try scene.count(of: call)
        let isConvert = scene.command.hasPrefix("convert")
        for number in stride(from: 1, through: total, by: step(total)) {
            for isNew in isFullRun ? [true, false] : [number % 2 == 0] {
                let more = !isNew && isConvert ? "--if-exists replace" : ""
                let run = try scene.run(
                    "-e trace=\(call) -e inject=\(call):error=EIO:when=\(number)", more, isNew: isNew)
                let place = "\(call) \(number) of \(total): \(run.ending) \(run.errorText)"
                let left = try BatchFolder.tree(scene.folder, "out")
                for (name, bytes) in left where !name.contains(".rapporteur-") {
                    // A batch whose inputs failed says so in its report, which is whole nevertheless.
                    let isReport = !isConvert && run.ending != .exited(0) && bytes.last == scene.old.last
                    let isWhole = bytes == scene.whole[name] || isReport || !isNew && bytes == scene.old
                    #expect(isWhole, "\(name) is half-written: \(place)")
                }
                if !isNew { #expect(left["a.json"] != nil, "an old output is lost: \(place)") }
                if run.ending == .exited(0) {
                    #expect(
                        scene.whole.allSatisfy { left[$0.key] == $0.value }, "something is missing: \(place)")
                } else {
                    // 2 where a configuration could not be looked for, 127 where the system could not start the tool.
                    #expect([.exited(2), .exited(3), .exited(127)].contains(run.ending), "\(place)")
                    #expect(
                        run.errorText + run.outputText != "" || scene.isReported(left),
                        "nothing said: \(place)")
                }
                guard scene.command == Self.batch else { continue }
                let again = try scene.resumed()
                #expect(again.ending == .exited(0), "\(place): \(again.errorText)")
                #expect(try BatchFolder.tree(scene.folder, "out") == scene.whole, "\(place)")
            }
        }
    }

    @Test(.enabled(if: canTrace, "needs strace"), arguments: calls)
    func `never leaves half a file, nor an exit code of 0 with a file missing`(call: String) throws {
        try inject(call, Scene(Self.batch)) { isFullRun ? 1 : max(1, $0 / 4) }
    }

    @Test(
        .enabled(if: canTrace && isFullRun, "runs with Scripts/test --full"), arguments: commands.dropFirst(),
        calls)
    func `is none of a command that ends well`(command: String, call: String) throws {
        try inject(call, Scene(command)) { _ in 1 }
    }
}

extension `A call that fails`.Scene {
    fileprivate func resumed() throws -> ToolProcess {
        try ToolProcess(
            `A call that fails`.batch.split(separator: " ").map(String.init)
                + ["--resume", "--if-exists", "replace"], in: folder.path)
    }
}
