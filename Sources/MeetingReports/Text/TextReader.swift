/// Reads a meeting report from plain text.
///
/// Every printed character comes into the record, in the order of the text but for mastheads and tables; what no rule
/// recognizes stays in its place. What was dropped is on a short closed list, and the ledger counts it.
public struct TextReader: Sendable {
    /// Creates a reader.
    public init() {}

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - bytes: the file's bytes: UTF-8 with or without a byte order mark, or UTF-16 with one.
    ///   - name: the file's name without its folder, for the record and for findings.
    /// - Throws: an error of code `text-not-text`, `text-nul`, `text-empty`, `text-invalid-utf8` or
    ///   `text-invalid-utf16` where the bytes are not a text.
    public func read(_ bytes: [UInt8], name: String) throws(InputError) -> TextReading {
        let source = try TextDecoder(name: name).decode(bytes)
        let printed = LineLexer(source: source).lines()
        var isBlank = [Bool](repeating: false, count: source.lines.count)
        for line in printed where line.kind == .blank { isBlank[line.number - 1] = true }
        let outline =
            OutlineLayoutReader.read(source, lines: printed)
            ?? Self.outline(of: printed, in: source, isBlank: isBlank)

        let document = DocumentKind(masthead: outline.masthead, lines: printed)

        var report = MeetingReport(
            lang: RecordWords.language(of: source.utf8), kind: document.kind,
            source: Source(
                name: name, sha256: Digest.sha256(bytes), size: bytes.count,
                encoding: source.encoding, lines: SourceLines(1...source.lines.count)),
            masthead: outline.masthead, body: outline.body)
        report.body = KindsPass.mark(report.body)
        report = report.withIDs()
        var spans = SpansPass(report)
        spans.mark(masthead: &report.masthead)
        spans.mark(&report.body)
        var ledger = Ledger(report, isBlank: isBlank, drops: source.dropped + outline.drops)
        if SourceComparison.orderDiffers(in: report, from: bytes), let lines = report.mastheadLines {
            ledger.regions = [.init(element: ElementName.masthead.name, lines: lines)]
        }
        return TextReading(
            report: report, findings: source.findings + document.findings(lines: printed), ledger: ledger)
    }

    /// Reads a text whose layout is not ours, by what it says.
    private static func outline(of printed: [TextLine], in source: SourceText, isBlank: [Bool])
        -> OutlineLayoutReader.Reading
    {
        var furniture = PageFurniture(printed)
        var notes = PageNotes(furniture.marked())
        let lines = notes.marked()
        let wrapping = Wrapping(lines)
        let masthead = MastheadReader(lines, wrapping: wrapping).read()
        return DocumentReader(lines: lines[...], masthead: masthead, wrapping: wrapping, isBlank: isBlank)
            .read(source)
    }
}

/// What a reader made of a text.
public struct TextReading: Hashable, Sendable {
    /// The record.
    public var report: MeetingReport
    /// What somebody should know of the text.
    public var findings: [Finding]
    /// What became of each line.
    public var ledger: Ledger
}
