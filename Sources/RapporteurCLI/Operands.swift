internal import ArgumentParser

/// Names of files that follow each other on the command line, as one operand of a command that takes any number of them.
///
/// argument-parser looks at every argument many times, and takes time that grows with the square of their number. So names are
/// joined before it sees them, with NUL, which no argument can hold, and parted again here.
struct Operands: ExpressibleByArgument {
    let names: [String]

    init(argument: String) {
        names = argument.utf8.split(separator: Self.separator, omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
    }

    private static let separator: UInt8 = 0

    /// The arguments of a command, with the names that follow each other joined.
    ///
    /// What stands behind an option is left alone, since it may be the option's value; behind `--` all are names.
    static func joining(_ arguments: some Sequence<String>) -> [String] {
        var joined: [String] = []
        var names: [String] = []
        var mayBeValue = false
        var isBehindTerminator = false
        func end() {
            if !names.isEmpty { joined.append(names.joined(separator: String(UnicodeScalar(separator)))) }
            names = []
        }
        for argument in arguments {
            let isOption = argument.utf8.first == UInt8(ascii: "-") && !isBehindTerminator
            if isOption || mayBeValue {
                end()
                joined.append(argument)
                isBehindTerminator = isOption && argument == "--"
            } else {
                names.append(argument)
            }
            mayBeValue = isOption && !isBehindTerminator
        }
        end()
        return joined
    }
}
