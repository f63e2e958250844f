internal import ArgumentParser
internal import MeetingReports

/// How a command works on many inputs.
struct BatchOptions: ParsableArguments {
    @Option(
        name: [.customShort("j", allowingJoined: true), .long],
        help: ArgumentHelp("Work on so many inputs at a time. Default: the processors.", valueName: "count"))
    var jobs: Int?

    @Option(
        name: .long,
        help: ArgumentHelp("Refuse inputs with more bytes than this.", valueName: "bytes"))
    var maxBytes: Int?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Give up an input that takes longer; looked at between its steps and its records.",
            valueName: "seconds"))
    var maxSeconds: Int?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Give up an input with more findings than this; looked at between its records.",
            valueName: "findings"))
    var giveUpAfter: Int?

    @Flag(name: .long, help: "Print the inputs, one a line, and do nothing.")
    var list = false

    func validate() throws {
        guard (1...1024).contains(jobs ?? 1) else {
            throw ValidationError("--jobs is a number from 1 to 1024.")
        }
        guard (maxBytes ?? 0) >= 0 else { throw ValidationError("--max-bytes is 0 or more.") }
        guard (giveUpAfter ?? 0) >= 0 else { throw ValidationError("--give-up-after is 0 or more.") }
        guard (0...1_000_000).contains(maxSeconds ?? 0) else {
            throw ValidationError("--max-seconds is a number from 0 to 1000000.")
        }
    }

    /// The threads to work with.
    var work: OrderedWork { OrderedWork(jobs: jobs ?? OrderedWork.processorCount) }

    /// What one input may ask for.
    var limits: InputLimits {
        var limits = InputLimits()
        if let maxBytes { limits.bytes = min(maxBytes, limits.bytes) }
        limits.seconds = maxSeconds
        limits.findings = giveUpAfter
        return limits
    }

    /// Prints the inputs.
    static func print(_ inputs: [InputList.Entry]) throws(ExitStatus) {
        try Console.write(inputs.map { "\(FilePath.shown($0.path))\n" }.joined())
    }
}
