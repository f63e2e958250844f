internal import Glibc

extension FindingCode {
    /// A file that should be a receipt and is none.
    static let receiptUnusable = FindingCode("receipt-unusable", .error, meansFailure: true)
}

/// A file beside an output that says what it was made from, by what, and how: enough to check it years later.
///
/// It has no clock in it, so that the same conversion gives the same receipt, unless a time is given from outside.
public struct Receipt: Hashable, Sendable {
    /// What identifies a file, and what it says whatever its layout.
    public struct File: Hashable, Sendable {
        /// The name of an output, which stands beside the receipt; of an input, its path below the folder that was given.
        public var name: String
        /// The name of its format.
        public var format: String
        /// What identifies its bytes.
        public var digest: InputDigest
        /// What identifies its canonical form; nil for a text.
        public var canonical: Canonical?
        /// The SHA-256 of its records in canonical JSON, a line each; nil where they do not all read back from the format.
        public var records: String?

        /// What identifies a canonical form.
        public struct Canonical: Hashable, Sendable {
            /// How the form is written.
            public var method: CanonicalForm.Method
            /// The SHA-256 of its bytes.
            public var sha256: String
        }
    }

    /// What is behind the name of the output in the name of its receipt.
    public static let suffix = ".receipt.json"
    /// The version of the form, `major.minor`; members may be added in a minor version.
    static let version = "1.0"
    /// The identifier of the published schema.
    static let schema = "urn:rapporteur:receipt:1:schema"

    /// What was read.
    public var input: File
    /// What was written.
    public var output: File
    /// The options that shape the output.
    public var options: [JournalHeader.Option]
    /// The time that was given from outside.
    public var timestamp: String?

    /// The receipt's bytes.
    public var json: [UInt8] {
        var json = JSONOutput(.indented)
        json.beginObject()
        json.member("$schema", Self.schema)
        json.member("receiptVersion", Self.version)
        for (name, file) in [("output", output), ("input", input)] {
            json.key(name)
            json.beginObject()
            json.file(file)
            json.endObject()
        }
        json.producer(.current)
        json.options(options)
        json.member("timestamp", ifPresent: timestamp)
        json.endObject()
        json.lineFeed()
        return json.bytes
    }
}

extension Receipt.File {
    /// Describes a file that is held in memory.
    ///
    /// - Parameter reports: the records in it, where they are known to read back from its format.
    init(_ name: String, _ file: InputFile, _ format: ReportFormat, _ reports: [MeetingReport]? = nil) {
        self.init(name: name, format: format.name, digest: InputDigest(of: file))
        canonical = (try? CanonicalForm(of: file, format)).map {
            Canonical(method: $0.method, sha256: $0.digest.sha256)
        }
        if let reports { records = Self.digest(of: reports) }
    }

    /// The SHA-256 of records in canonical JSON, a line each.
    static func digest(of reports: [MeetingReport]) -> String? {
        guard let lines = try? ReportFormat.ndjson.write(reports) else { return nil }
        return try? CanonicalForm(of: InputFile(name: "records", bytes: lines), .ndjson).digest.sha256
    }
}

extension JSONOutput {
    fileprivate mutating func file(_ file: Receipt.File) {
        member("name", file.name)
        member("format", file.format)
        digest(file.digest)
        if let canonical = file.canonical {
            key("canonical")
            beginObject()
            member("method", canonical.method.rawValue)
            member("sha256", canonical.sha256)
            endObject()
        }
        if let records = file.records {
            key("records")
            beginObject()
            member("sha256", records)
            endObject()
        }
    }
}

extension Receipt {
    /// Reads a receipt.
    ///
    /// - Throws: an error that names the place of what is no receipt.
    public init(reading file: InputFile) throws(InputError) {
        let reader = SettingsReader(file, code: .receiptUnusable)
        let root = try reader.root()
        guard root["receiptVersion"]?.string?.utf8.starts(with: "1.".utf8) == true else {
            throw reader.error(
                "A receipt of version 1 was expected: an object with \"receiptVersion\".", at: root)
        }
        guard let input = root["input"].flatMap(File.init), let output = root["output"].flatMap(File.init)
        else {
            throw reader.error(
                "The receipt lacks its \"input\" or \"output\", or a name or digest in them.", at: root)
        }
        self.input = input
        self.output = output
        options =
            (root["options"]?.members).map { members in
                members.map { .init($0.key.string ?? "", $0.value.string ?? "") }
            } ?? []
        timestamp = root["timestamp"]?.string
    }
}

extension Receipt.File {
    fileprivate init?(_ node: JSONNode) {
        guard let name = node["name"]?.string, let format = node["format"]?.string,
            let digest = InputDigest(node)
        else { return nil }
        self.init(name: name, format: format, digest: digest)
        if let form = node["canonical"], let method = form["method"]?.string,
            let sha256 = form["sha256"]?.string
        {
            guard let method = CanonicalForm.Method(rawValue: method) else { return nil }
            canonical = Canonical(method: method, sha256: sha256)
        }
        records = node["records"]?["sha256"]?.string
    }
}

extension Conversion {
    /// The receipts of the outputs, in their order.
    ///
    /// - Parameters:
    ///   - names: the names of the outputs, without folders.
    ///   - input: the name of the input.
    ///   - options: the options that shape the outputs.
    ///   - timestamp: a time that is given from outside.
    public func receipts(
        names: [String], input: String, options: [JournalHeader.Option], timestamp: String?
    ) -> [Receipt] {
        guard let source = result.source, let format = result.format.flatMap(ReportFormat.named) else {
            return []
        }
        let input = Receipt.File(input, source, format)
        return zip(names, outputs).map { name, output in
            // Other formats may hold less than the records do.
            let holdsAll = [ReportFormat.xml, .json, .ndjson].contains(output.format)
            let file = InputFile(name: name, bytes: output.bytes)
            return Receipt(
                input: input,
                output: Receipt.File(name, file, output.format, holdsAll ? reports : nil), options: options,
                timestamp: timestamp)
        }
    }
}
