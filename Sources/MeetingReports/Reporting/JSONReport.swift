/// Results as one JSON document, written as they come.
struct JSONReport: ReportWriter {
    private let settings: ReportSettings
    private var tally = ReportTally()
    private var output = JSONOutput(.indented)

    init(_ settings: ReportSettings) {
        self.settings = settings
    }

    mutating func begin() -> [UInt8] {
        output.beginObject()
        output.header(settings.producer)
        output.key("results")
        output.beginArray()
        return output.takeBytes()
    }

    mutating func add(_ result: ValidationResult) -> [UInt8] {
        tally.add(result)
        output.beginObject()
        output.result(result)
        output.endObject()
        return output.takeBytes()
    }

    mutating func finish(exitCode: Int?) -> [UInt8] {
        output.endArray()
        output.key("summary")
        output.beginObject()
        output.summary(tally, exitCode: exitCode)
        output.endObject()
        output.endObject()
        output.lineFeed()
        return output.takeBytes()
    }
}

/// Results as lines of JSON: a head, a line for each input, a summary.
///
/// Other forms can be made of them again.
struct JSONLinesReport: ReportWriter {
    private let settings: ReportSettings
    private var tally = ReportTally()
    private var output = JSONOutput(.compact)

    init(_ settings: ReportSettings) {
        self.settings = settings
    }

    mutating func begin() -> [UInt8] {
        line("header") { [settings] in $0.header(settings.producer) }
    }

    mutating func add(_ result: ValidationResult) -> [UInt8] {
        tally.add(result)
        return line("result") { $0.result(result) }
    }

    mutating func finish(exitCode: Int?) -> [UInt8] {
        line("summary") { [tally] in $0.summary(tally, exitCode: exitCode) }
    }

    private mutating func line(_ kind: String, _ members: (inout JSONOutput) -> Void) -> [UInt8] {
        output.beginObject()
        output.member("kind", kind)
        members(&output)
        output.endObject()
        output.lineFeed()
        return output.takeBytes()
    }
}

extension JSONOutput {
    /// The bytes written since they were last taken.
    mutating func takeBytes() -> [UInt8] {
        defer { removeBytes() }
        return bytes
    }
}
