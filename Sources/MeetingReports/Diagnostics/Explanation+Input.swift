extension Explanation {
    /// The codes of texts that cannot be read, or not without loss.
    static let text = [
        Explanation(
            .textInvalidUTF8,
            meaning: "The text is not UTF-8 at this byte.",
            reason: "Read in a wrong encoding, names would come out wrong without anybody noticing.",
            remedy: "Save the text as UTF-8, or as UTF-16 with a byte order mark.",
            bad: .words("A text saved as Windows-1252: the byte E9 for \"é\"."),
            good: .words("The same text saved as UTF-8: the bytes C3 A9 for \"é\".")),
        Explanation(
            .textInvalidUTF16,
            meaning: "The text is not UTF-16 at this byte: half a surrogate pair, or half a unit at the end.",
            reason: "Mostly the file was cut off, or bytes were lost in between.",
            remedy: "Get the whole file, or save it as UTF-8.",
            bad: .words("A UTF-16 file with an odd number of bytes."),
            good: .words("The same file with its last byte.")),
        Explanation(
            .textNUL,
            meaning: "The file holds a NUL, which no text has.",
            reason: "It is a file of another kind, or UTF-16 without a byte order mark.",
            remedy: "Save the report as plain text in UTF-8.",
            bad: .words("A report saved by a word processor in its own format."),
            good: .words("The same report saved as plain text.")),
        Explanation(
            .textEmpty,
            meaning: "The text is empty, or holds nothing but white space.",
            reason:
                "Nothing was read. Mostly the step that should have extracted the text failed, as it does with scanned pages.",
            remedy: "Look at the step before; scanned pages need character recognition.",
            bad: Example(.file(.text), "\n\n", at: "1:1"), good: .words("A report with text.")),
        Explanation(
            .textNotText,
            meaning: "The file is of another format: a PDF, a word processor's file, an image, an archive.",
            reason: "Its bytes are no printed characters; a record made of them would be nonsense.",
            remedy: "Extract the text first, for a PDF with pdftotext -layout.",
            bad: Example(.file(.text), "%PDF-1.7\n", at: "1:1"),
            good: .words("The text that was extracted from it.")),
        Explanation(
            .textControlCharacter,
            meaning:
                "The text holds characters that print nothing and that no record can carry; they were dropped.",
            reason: "Nothing printed is lost, but the text may have been damaged on the way.",
            remedy: "Look at the line in the source. The ledger counts every character that was dropped.",
            bad: Example(.file(.text), "1. The meeting\u{8} was opened.\n", at: "1:15"),
            good: Example(.file(.text), "1. The meeting was opened.\n")),
        Explanation(
            .textOtherDocument,
            meaning: "The text looks like another document than the report of a meeting.",
            reason:
                "Agendas and papers have mastheads like reports; taken for reports they would give wrong facts.",
            remedy:
                "Look at the document. The attribute \"kind\" says what it is; correct that where it is wrong.",
            bad: Example(
                .file(.text), "Provisional agenda of the session\n\n1. Adoption of the agenda.\n",
                at: "1:1"),
            good: Example(
                .file(.text), "Report of the session\n\n1. It was held on 3 May 2011.\n")),
        Explanation(
            .textUnwritable,
            meaning: "The record holds a control character that a plain text cannot hold and read back.",
            reason: "A text that reads back as another record would be a loss that nobody sees.",
            remedy: "Write the record as XML or JSON.",
            bad: .words("A record with U+0085, a line end of old mainframes, in a text."),
            good: .words("The same record without it.")),
        Explanation(
            .textNotExpressed,
            meaning:
                "Plain text cannot show something of the record apart, so that the text reads back as another record.",
            reason: "The printed characters are all there; what was known of them is not.",
            remedy: "Keep the record in XML or JSON beside the text.",
            bad: .words("A record with a table."), good: .words("A record of paragraphs and lists.")),
    ]

    /// The codes of files that could not be read.
    static let file = [
        Explanation(
            .fileUnreadable,
            meaning: "The file could not be read.",
            reason: "Nothing was checked; a file that could not be read is never valid.",
            remedy: "Check the name and the permissions; the message gives the system's reason.",
            bad: .words("rapporteur validate report.xlm"), good: .words("rapporteur validate report.xml")),
        Explanation(
            .fileIsDirectory,
            meaning: "A folder was given where a file belongs.",
            reason: "Nothing was checked.",
            remedy: "Name the files in the folder.",
            bad: .words("rapporteur convert records --to json"),
            good: .words("rapporteur convert records/report.xml --to json")),
        Explanation(
            .fileTooLarge,
            meaning: "The input is larger than is read.",
            reason: "libxml2 counts bytes in 32 bits; places behind 2 GiB would be wrong.",
            remedy: "Split the collection.",
            bad: .words("A collection of more than 2 GiB."), good: .words("Several collections of 1 GiB.")),
        Explanation(
            .timeLimit,
            meaning: "Reading, checking or writing the input took longer than the limit of --max-seconds.",
            reason: "One input must not hold up a whole batch; nothing is said of it, and it is not valid.",
            remedy: "Convert it by itself with more time, or split the collection.",
            bad: .words("A collection of 1 GiB with --max-seconds 1."),
            good: .words("The same collection by itself.")),
        Explanation(
            .findingLimit,
            meaning: "The input has more findings than the limit of --give-up-after.",
            reason: """
                Who makes the same mistake a million times must not fill the reports of a whole batch; what was found \
                until then is told, and the input is not valid.
                """,
            remedy: "Mend what is told first, or allow more.",
            bad: .words("A collection with a wrong element in each record, and --give-up-after 100."),
            good: .words("The same collection with that element put right.")),
        Explanation(
            .noCanonicalForm,
            meaning:
                "The file has no canonical form: it is a text, or an XML document that Canonical XML leaves out.",
            reason:
                "A canonical form is what tells a change from a reformatting; without it only bytes can be compared.",
            remedy: "Give JSON, or XML whose namespaces are absolute URIs.",
            bad: .words("rapporteur canonicalize --from text report.txt"),
            good: .words("rapporteur canonicalize report.xml")),
        Explanation(
            .receiptUnusable,
            meaning: "The file is no receipt, or lacks what belongs to one.",
            reason: "Nothing was verified, and nothing that was not verified is intact.",
            remedy: "Give the file that --receipt wrote beside an output, as it was written.",
            bad: .words("rapporteur verify report.xml"),
            good: .words("rapporteur verify report.xml.receipt.json")),
        Explanation(
            .journalUnusable,
            meaning: "The file is not the journal of a batch.",
            reason: "What became of the inputs of a batch stands in its journal and nowhere else.",
            remedy:
                "Give the file that convert names at its end, mostly \(Journal.defaultName) in the output folder.",
            bad: .words("rapporteur journal records/report.xml"),
            good: .words("rapporteur journal records/\(Journal.defaultName)")),
        Explanation(
            .storedReport,
            meaning: "The file does not hold stored results, or not all that belongs to them.",
            reason:
                "Results that are not understood cannot be rendered again, and leaving some out would hide findings.",
            remedy: "Give the file that --report jsonl wrote, as it was written.",
            bad: .words("rapporteur report record.xml"), good: .words("rapporteur report results.jsonl")),
    ]

    /// The codes of how many records a file holds.
    static let record = [
        Explanation(
            .noRecord,
            meaning: "The file holds no record.",
            reason: "Nothing was checked, and nothing that was not checked is valid.",
            remedy: "Look at the step that should have written the records.",
            bad: .xml("<collection xmlns=\"\(XMLNamespace.record)\" version=\"1.0\"/>", at: "/collection"),
            good: .record("")),
        Explanation(
            .tooManyRecords,
            meaning: "Several records were to be written to a format that holds one.",
            reason: "All but one would be lost.",
            remedy: "Convert to XML, JSON or newline-delimited JSON, which hold several.",
            bad: .words("rapporteur convert collection.xml --to text"),
            good: .words("rapporteur convert collection.xml --to ndjson")),
    ]
}
