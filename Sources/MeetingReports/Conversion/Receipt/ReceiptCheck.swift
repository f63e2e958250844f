/// What became of a file since its receipt was written.
public struct ReceiptCheck: Hashable, Sendable {
    /// How it stands with a file.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        /// It has the same bytes.
        case intact
        /// It has other bytes that say the same: its canonical form, or its records, are what they were.
        case reformatted
        /// It says something else.
        case changed
        /// It is not there, or cannot be read.
        case missing
    }

    /// The file's path.
    public let path: String
    /// How it stands.
    public let status: Status
    /// Why a file is missing or in what it changed; nil for the others.
    public let detail: String?

    /// Checks the file at a path against what a receipt says of it.
    public init(_ path: String, _ expected: Receipt.File) {
        self.path = path
        let file: InputFile
        do {
            file = try InputFile(path: path)
        } catch {
            status = .missing
            detail = error.finding.message
            return
        }
        if InputDigest(of: file) == expected.digest {
            status = .intact
            detail = nil
        } else if Self.saysTheSame(file, expected) {
            status = .reformatted
            detail = nil
        } else {
            status = .changed
            let isAsLong = file.bytes.count == expected.digest.size
            detail =
                isAsLong
                ? "as long, but other" : "\(file.bytes.count) bytes, \(expected.digest.size) were expected"
        }
    }

    /// The check in a line for people.
    public var text: String {
        let detail = detail.map { " (\($0))" } ?? ""
        return
            "\(PrintableText.line(FilePath.shown(path))): \(status.rawValue)\(PrintableText.line(detail))\n"
    }

    private static func saysTheSame(_ file: InputFile, _ expected: Receipt.File) -> Bool {
        guard let format = ReportFormat.named(expected.format) else { return false }
        if let canonical = expected.canonical,
            let form = try? CanonicalForm(of: file, format, xml: canonical.method),
            form.method == canonical.method, form.digest.sha256 == canonical.sha256
        {
            return true
        }
        guard let records = expected.records, let reports = FileReading(file, format).reports else {
            return false
        }
        return Receipt.File.digest(of: reports) == records
    }

    /// Checks what a receipt speaks of: the output beside it, and the input where a folder of inputs is given.
    ///
    /// - Throws: an error where the receipt cannot be read.
    public static func check(receipt path: String, inputs: String? = nil) throws(InputError) -> [ReceiptCheck]
    {
        let receipt = try Receipt(reading: try InputFile(path: path))
        var checks = [ReceiptCheck(OutputName.sibling(of: path, named: receipt.output.name), receipt.output)]
        if let inputs {
            let folder = inputs.utf8.last == UInt8(ascii: "/") ? inputs : inputs + "/"
            checks.append(ReceiptCheck(folder + receipt.input.name, receipt.input))
        }
        return checks
    }
}
