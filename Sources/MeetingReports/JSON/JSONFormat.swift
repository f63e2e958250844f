extension ReportFormat {
    /// JSON: one record, or a collection of them.
    public static let json = ReportFormat(
        name: "json", summary: "JSON, one record or a collection", fileExtensions: ["json"],
        holdsSeveral: true,
        read: { file, use, each in JSONFileReader(file, use).read(each) },
        writer: { (reports, isCollection) throws(InputError) in
            if reports.count == 1, !isCollection { return try JSONReportWriter().write(reports[0]) }
            return try JSONReportWriter().write(collection: reports)
        },
        checkSyntax: { file in JSONFileReader(file).checkSyntax([0..<file.bytes.count]) })

    /// Newline-delimited JSON: a record a line.
    public static let ndjson = ReportFormat(
        name: "ndjson", summary: "newline-delimited JSON, a record a line",
        fileExtensions: ["ndjson", "jsonl"],
        holdsSeveral: true,
        read: { file, use, each in JSONFileReader(file, use).readLines(each) },
        writer: { (reports, _) throws(InputError) in
            var bytes: [UInt8] = []
            for report in reports { bytes += try JSONReportWriter(layout: .line).write(report) }
            return bytes
        },
        stream: StreamForm(
            head: [],
            write: { (report, output) throws(InputError) in
                output += try JSONReportWriter(layout: .line).write(report)
            },
            copy: { record in
                var emitter = JSONEmitter(layout: .line)
                record.write(to: &emitter)
                emitter.output.lineFeed()
                return emitter.output.bytes
            }, tail: []),
        checkSyntax: { file in
            let reader = JSONFileReader(file)
            return reader.checkSyntax(reader.lines)
        })
}

extension FindingCode {
    /// The code of a departure from JSON; a limit that was hit says nothing of the document.
    init(_ code: JSONSyntaxError.Code) {
        self.init(code.rawValue, .error, meansFailure: code == .depth || code == .size)
    }
}

extension Finding {
    /// Why a text is not JSON.
    init(_ error: JSONSyntaxError, _ file: InputFile, _ index: TextIndex) {
        let isLimit = error.code == .depth || error.code == .size
        self.init(
            FindingCode(error.code),
            message: (isLimit ? "The JSON is beyond a limit: " : "The JSON is not well-formed: ")
                + error.message + ".",
            // The pointer to something hundreds of levels deep helps nobody.
            place: Place(
                file: file.name, range: index.range(SourceExtent(index.utf8).token(at: error.offset)),
                jsonPointer: isLimit ? nil : error.pointer),
            related: error.firstKey.map { first in
                let range = index.range(SourceExtent(index.utf8).token(at: first))
                return [
                    Related(
                        message: "It first occurs here.",
                        place: Place(file: file.name, range: range, jsonPointer: error.pointer))
                ]
            } ?? [])
    }
}
