internal import ArgumentParser
internal import MeetingReports

/// `rapporteur doctor`.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check that this installation works: libxml2, the schemas, a conversion there and back.",
        discussion: """
            Examples:
              rapporteur doctor
            """)

    func run() throws {
        try run { () throws(ExitStatus) in
            let examination = Examination()
            try Console.write(examination.text)
            if !examination.isSound { throw .inputFailed }
        }
    }
}
