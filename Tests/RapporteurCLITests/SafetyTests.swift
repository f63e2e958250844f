import TestSupport
import Testing

@Suite struct `An external entity` {
    private static let strace = "/usr/bin/strace"
    private static var canTrace: Bool {
        (try? ToolProcess(["-e", "trace=openat", "/bin/true"], program: strace).ending) == .exited(0)
    }

    @Test(
        .enabled(if: canTrace, "needs strace"),
        arguments: [
            "<!DOCTYPE a [<!ENTITY e SYSTEM 'SECRET'>]><a>&e;</a>",
            "<!DOCTYPE a SYSTEM 'SECRET'><a/>",
            "<!DOCTYPE a [<!ENTITY % p SYSTEM 'SECRET'> %p;]><a/>",
            "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='SECRET'/></a>",
            "<?xml-stylesheet href='SECRET'?><a/>",
            """
            <meetingReport xmlns='urn:rapporteur:meeting-report:1' version='1.0'
              xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'
              xsi:schemaLocation='urn:rapporteur:meeting-report:1 SECRET'><body/></meetingReport>
            """,
        ])
    func `or whatever else names a file is never opened`(document: String) throws {
        let folder = try TemporaryFolder(["secret.txt": "a secret".bytes])
        try folder.write("in.xml", document.replacing("SECRET", by: folder.path + "/secret.txt"))
        for command in [["validate"], ["validate", "--syntax"], ["convert"]] {
            let run = try ToolProcess(
                ["-f", "-e", "trace=%file,connect", ToolProcess.path] + command + ["in.xml"], in: folder.path,
                program: Self.strace)
            #expect(run.errorText.contains("\"in.xml\""), "the trace shows what is opened")
            #expect(run.errorText.count(of: "secret.txt\", O_") == 0)
            #expect(run.errorText.count(of: "connect(") == 0)
            #expect(!run.outputText.contains("a secret"))
        }
    }
}
