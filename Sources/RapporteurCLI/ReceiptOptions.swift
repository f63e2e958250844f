internal import ArgumentParser
internal import Glibc
internal import MeetingReports

/// Whether receipts are written, and with which time.
struct ReceiptOptions: ParsableArguments {
    @Flag(
        name: .long, help: "Write a receipt beside each output: NAME\(Receipt.suffix), for rapporteur verify."
    )
    var receipt = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Put this time into the receipts. Default: that of SOURCE_DATE_EPOCH, else none.",
            valueName: "time"))
    var timestamp: String?

    func validate() throws {
        if timestamp != nil, !receipt { throw ValidationError("--timestamp goes with --receipt.") }
        if timestamp == "" { throw ValidationError("The time of --timestamp is empty.") }
    }

    /// The time for the receipts: never that of the clock, so that the same conversion gives the same receipt.
    ///
    /// - Throws: ``ExitStatus/usage`` after a message where SOURCE_DATE_EPOCH is no number of seconds.
    func time() throws(ExitStatus) -> String? {
        guard receipt, timestamp == nil, let variable = getenv("SOURCE_DATE_EPOCH") else { return timestamp }
        let text = String(cString: variable)
        guard var seconds = Int(text), (0...253_402_300_799).contains(seconds) else {
            Console.message("SOURCE_DATE_EPOCH is \"\(text)\"; seconds since 1970 were expected.")
            throw .usage
        }
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var buffer = [CChar](repeating: 0, count: 32)
        strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
