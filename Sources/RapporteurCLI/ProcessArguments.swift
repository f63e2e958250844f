internal import Glibc
internal import MeetingReports

/// The arguments that the process was started with.
package enum ProcessArguments {
    /// All but the tool's own name, with the bytes of names that are not UTF-8, which `CommandLine.arguments` replaces.
    package static var all: [String] {
        (1..<max(1, Int(CommandLine.argc))).compactMap { index in
            CommandLine.unsafeArgv[index].map { argument in
                FilePath.string((0..<strlen(argument)).map { UInt8(bitPattern: argument[$0]) })
            }
        }
    }
}
