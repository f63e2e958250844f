extension ReportFormat {
    /// Plain text: one report.
    public static let text = ReportFormat(
        name: "text", summary: "plain text, one report", fileExtensions: ["txt"], holdsSeveral: false,
        read: { file, _, each in
            do throws(InputError) {
                each(try TextFormat.read(file))
                return []
            } catch {
                return [error.at(file: file.name).finding]
            }
        },
        writer: { (reports, _) throws(InputError) in
            guard reports.count == 1, let report = reports.first else {
                throw InputError(
                    Finding(
                        .tooManyRecords, message: "A text holds one record, and \(reports.count) were given.")
                )
            }
            try report.checkCharacters()
            return try TextWriter().write(report)
        },
        notExpressed: { (reports) throws(InputError) in
            // A text holds one record.
            try reports.first.map { report throws(InputError) in try TextWriter().check(report) } ?? []
        },
        checkSyntax: { file in
            do throws(InputError) {
                return try TextDecoder(name: file.name).decode(file.bytes).findings
            } catch {
                return [error.at(file: file.name).finding]
            }
        })
}

/// Reads a text and checks the record made of it, findings with the places of the text.
private enum TextFormat {
    static func read(_ file: InputFile) throws(InputError) -> RecordReading {
        let reading: TextReading
        do throws(InputError) {
            reading = try TextReader().read(file.bytes, name: OutputName.baseName(file.name))
        } catch {
            // The record names its source without the folder; a finding is to be found again.
            var finding = error.finding
            finding.place.file = file.name
            throw InputError(finding)
        }
        let places = RecordPlaces(file: file.name, index: { TextIndex(file.bytes) })
        let found = reading.findings.map { finding in
            var finding = finding
            finding.place.file = file.name
            return finding
        }
        return RecordReading(
            report: reading.report, findings: found + reading.report.check(places), ledger: reading.ledger)
    }
}
