/// A format that records are read from and written to: an entry in the table of formats.
public struct ReportFormat: Sendable {
    /// The name by which it is asked for, such as `xml`.
    public let name: String
    /// What it is, for help texts.
    public let summary: String
    /// The endings of file names that speak for it, without the dot; the first is used for outputs.
    public let fileExtensions: [String]
    /// Whether a file of this format can hold several records.
    public let holdsSeveral: Bool

    /// Reads the records of a file one after another, and returns what is found about the file as a whole.
    let read: @Sendable (_ file: InputFile, _ use: RecordUse, _ each: (RecordReading) -> Void) -> [Finding]
    /// Writes records into one file.
    let writer: @Sendable (_ reports: [MeetingReport], _ isCollection: Bool) throws(InputError) -> [UInt8]
    /// Writes records with what their documents, of the same format, had beside them; nil where that is nothing.
    var keepingWriter:
        (
            @Sendable (_ reports: [MeetingReport], _ kept: [[KeptMarkup]], _ isCollection: Bool)
                throws(InputError) -> [UInt8]
        )?
    /// What the format cannot show of records, so that they would read back as others; most formats show everything.
    var notExpressed: @Sendable (_ reports: [MeetingReport]) throws(InputError) -> [Finding] = {
        (_) throws(InputError) in []
    }
    /// How records are written one after another; nil where a file is only written whole.
    var stream: StreamForm?
    /// Checks that a file follows the format's own grammar, of any vocabulary, and returns what is found.
    let checkSyntax: @Sendable (_ file: InputFile) -> [Finding]

    /// Writes records into one file; several, or `isCollection`, give the form that holds several.
    ///
    /// - Throws: an error that names the place of what the format cannot carry.
    public func write(_ reports: [MeetingReport], isCollection: Bool = false) throws(InputError) -> [UInt8] {
        try writer(reports, isCollection)
    }

    /// Writes the records of a file, with what it had beside them where it was of this format.
    func write(_ reading: FileReading, from source: ReportFormat) throws(InputError) -> [UInt8] {
        let reports = reading.records.compactMap(\.report)
        if source == self, let keepingWriter {
            return try keepingWriter(reports, reading.records.map { $0.kept?() ?? [] }, reading.isCollection)
        }
        return try writer(reports, reading.isCollection)
    }

    /// Whether records can be written one after another, before the last is known.
    public var isWrittenAsStream: Bool { stream != nil }

    /// The formats, in the order in which help texts list them.
    public static let all: [ReportFormat] = [.text, .xml, .json, .ndjson, .akn]

    /// The format of that name, or nil.
    public static func named(_ name: String) -> ReportFormat? {
        all.first { $0.name == name }
    }

    /// The format that a file name's ending speaks for, or nil.
    public static func forFile(named name: String) -> ReportFormat? {
        ending(of: name).map { all[$0.format] }
    }

    /// The ending of a file name that speaks for a format, with its dot, and the format's place among all.
    static func ending(of name: String) -> (text: String, format: Int)? {
        endings.first { ending in
            name.utf8.suffix(ending.text.utf8.count).elementsEqual(ending.text.utf8) { byte, expected in
                byte == expected || byte | 0x20 == expected && expected >= UInt8(ascii: "a")
            }
        }
    }

    /// The endings of all formats, the longest first, so that `.akn.xml` goes before `.xml`.
    private static let endings = all.enumerated()
        .flatMap { place, format in format.fileExtensions.map { (text: "." + $0, format: place) } }
        .sorted { $0.text.utf8.count > $1.text.utf8.count }
}

extension ReportFormat: Hashable {
    /// Formats are equal when their names are.
    public static func == (left: Self, right: Self) -> Bool { left.name == right.name }

    /// Feeds the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Markup that a record has no place for, carried from a document to what is written in the same format in the same run.
struct KeptMarkup: Hashable, Sendable {
    /// Where it stood.
    var path: String
    /// As it was written: a start tag, the value of an attribute, or a whole part of the metadata.
    var markup: String
}

/// How a format holds records that are written one after another.
struct StreamForm: Sendable {
    /// What stands before the first record.
    let head: [UInt8]
    /// Adds a record.
    let write: @Sendable (_ report: MeetingReport, _ output: inout [UInt8]) throws(InputError) -> Void
    /// Gives a sound record as it was read: the same bytes, without a report being made.
    let copy: @Sendable (_ record: RecordView) -> [UInt8]
    /// What stands behind the last record.
    let tail: [UInt8]
}

/// What records are read for.
enum RecordUse: Sendable {
    /// To know what is found in them; a reader may spare itself the making of reports.
    ///
    /// Of a record at most `listing` errors against the schema need be told one by one, and the others counted; nil for all.
    case verdict(listing: Int?)
    /// To have them.
    case report
    /// To write those that are sound in forms that hold records one after another.
    case output([StreamForm])

    /// Which errors are told one by one.
    var flood: FindingFlood {
        if case .verdict(let listing) = self {
            FindingFlood(listing: listing)
        } else {
            FindingFlood(listing: nil)
        }
    }

    /// Keeps of a sound record what it was read for.
    func keep(_ builder: RecordBuilder, in reading: inout RecordReading) {
        switch self {
        case .verdict: break
        case .report:
            reading.report = builder.report
            reading.isSound = reading.report != nil
        case .output(let forms):
            let record = builder.tape.view
            reading.outputs = forms.map { $0.copy(record) }
        }
    }
}

/// A record as it was read: the report where one could be made, and what was found.
public struct RecordReading: Sendable {
    /// Its place among the records of its file, counted from 0; nil where the file is one record.
    public var index: Int?
    /// Whether the input gives a sound report.
    var isSound: Bool
    /// The report; nil where the input does not give a sound one, or it was not asked for.
    public var report: MeetingReport?
    /// The record written in the forms that were asked for, where it is sound.
    var outputs: [[UInt8]] = []
    /// What was found: errors of syntax and schema, and what the rules say.
    public var findings: [Finding]
    /// Errors that are only counted.
    var unlisted: [FindingCode: Int] = [:]
    /// How much was found, listed or not.
    var findingCount: Int { unlisted.values.reduce(findings.count, +) }
    /// What became of every line of a text; nil for other formats.
    public var ledger: Ledger?
    /// Where the record begins in the input, if it has a place there.
    var start: Int?
    /// What its document has and a record has no place for; asked for where it is written in the same format again.
    var kept: (@Sendable () -> [KeptMarkup])?
    /// The record's own identifier, where it has one, sound or not.
    var id: String?
    /// The identifier of a sound record.
    var soundID: String? { isSound ? report?.id ?? id : nil }

    init(
        index: Int? = nil, isSound: Bool? = nil, report: MeetingReport?, findings: [Finding],
        ledger: Ledger? = nil, start: Int? = nil, id: String? = nil
    ) {
        self.index = index
        self.isSound = isSound ?? (report != nil)
        self.report = report
        self.findings = findings
        self.ledger = ledger
        self.start = start
        self.id = id
    }
}
