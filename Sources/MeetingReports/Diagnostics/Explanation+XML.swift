internal import LibXML

extension Explanation {
    /// The codes of XML that cannot be read, or that cannot be kept.
    static let xml =
        [
            Explanation(
                .xmlNotWellFormed,
                meaning: "The file breaks the grammar of XML 1.0.",
                reason: "No XML reader may go on after it, so that nothing behind it was seen.",
                remedy:
                    "Correct the character at the place; look for what began before it and was not ended.",
                bad: .record(
                    "<paragraph><p>Trade & transport were discussed.</p></paragraph>",
                    at: "/meetingReport/body/paragraph[1]/p[1]"),
                good: .record("<paragraph><p>Trade &amp; transport were discussed.</p></paragraph>")),
            Explanation(
                .xmlLimit,
                meaning:
                    "A comment, a CDATA section or a processing instruction is larger than libxml2 reads.",
                reason: "Nothing behind it was seen, so that nothing can be said of the file.",
                remedy: "Split it, or check that this is the right file.",
                bad: .words("A comment of more than 10,000,000 bytes."),
                good: .words("A comment of some lines.")),
            Explanation(
                .xmlDoubtful,
                meaning: """
                    The XML is well-formed, and has something in it that standards advise against: a namespace whose name is relative or \
                    no URI, a language tag that is none, an instruction whose name begins with "xml".
                    """,
                reason: "Every reader reads it, but not all take it for the same.",
                remedy: "Write what the sentence says. Nothing fails if it stays.",
                bad: .record(
                    "<paragraph xmlns:o=\"an office\"><p>Trade was discussed.</p></paragraph>",
                    at: "/meetingReport/body"),
                good: .record("<paragraph><p>Trade was discussed.</p></paragraph>")),
            Explanation(
                .xmlNotKept,
                meaning:
                    "The file has a comment or a processing instruction, which is no part of the record.",
                reason: "The record is read without it; written again it will be gone.",
                remedy:
                    "Nothing, if it says nothing that has to last. What has to last belongs into the record.",
                bad: .record("<!-- to be checked -->", at: "/meetingReport/body"),
                good: .record("")),
        ] + refused

    /// The codes of files that no parser gets to see.
    private static let refused = [
        Explanation(
            refusal: .doctype,
            meaning: "The file has a document type declaration.",
            reason: """
                Such a declaration can make a parser read other files, ask the network, or grow a few bytes into gigabytes. No record \
                needs one.
                """,
            remedy: "Take the declaration out. Write the characters that its entities stood for.",
            bad: .xml("<!DOCTYPE meetingReport>\n<meetingReport/>", at: "1:1"), good: .record("")),
        Explanation(
            refusal: .version,
            meaning: "The XML declaration gives a version other than 1.0.",
            reason: "XML 1.1 allows names and characters that hardly any tool reads.",
            remedy: "Write version=\"1.0\" into the declaration.",
            bad: .xml("<?xml version=\"1.1\"?>\n<meetingReport/>", at: "1:16"), good: .record("")),
        Explanation(
            refusal: .encoding,
            meaning: "The encoding is unknown, or the bytes are not in it.",
            reason: "Read in the wrong encoding, letters become others without anybody noticing.",
            remedy: "Save the file as UTF-8, and say so in the declaration or leave the encoding out.",
            bad: .xml("<?xml version=\"1.0\" encoding=\"x-unknown\"?>\n<meetingReport/>", at: "1:31"),
            good: .record("")),
        Explanation(
            refusal: .invalidUTF8,
            meaning: "The file is not UTF-8 at this byte.",
            reason: "Mostly the file was saved in an older encoding, or cut in the middle of a character.",
            remedy: "Save the file as UTF-8, or name its encoding in the XML declaration.",
            bad: .words("A file saved as Windows-1252 without a declaration: the byte E9 for \"é\"."),
            good: .words("The same file saved as UTF-8: the bytes C3 A9 for \"é\".")),
        Explanation(
            refusal: .nul,
            meaning: "The file holds the character U+0000.",
            reason: "No XML has it; readers in other languages end the text there.",
            remedy: "Check that this is the right file, and that it was written to its end.",
            bad: .words("A file whose last block was filled up with zeros."),
            good: .words("The same file without them.")),
        Explanation(
            refusal: .compressed,
            meaning: "The file is compressed.",
            reason: "What is in it would be read without a limit on its size.",
            remedy: "Uncompress it first: gunzip -c records.xml.gz | rapporteur validate -",
            bad: .words("A file records.xml.gz."), good: .words("The file records.xml that was in it.")),
        Explanation(
            refusal: .tagTooLong,
            meaning: "A tag has more bytes than are read.",
            reason: "No record needs such a tag, and parsers run out of memory over them.",
            remedy:
                "Look for a quotation mark that was not closed, or for text that was put into an attribute.",
            bad: .words("A start tag of more than 65,536 bytes."),
            good: .words("A start tag of some hundred bytes.")),
        Explanation(
            refusal: .tooManyAttributes,
            meaning: "A tag has more attributes than are read.",
            reason: "No element of a record has more than eight.",
            remedy: "Check that this is the right file.",
            bad: .words("A start tag with more than 1,000 attributes."),
            good: .words("A start tag with a few.")),
        Explanation(
            refusal: .tooDeep,
            meaning: "Elements are nested deeper than is read.",
            reason: "Each open element takes room; without a limit a small file takes a process down.",
            remedy: "Look for elements that were never closed. No report has 250 levels.",
            bad: .words("251 elements inside one another."),
            good: .words("A section in a section in a section.")),
        Explanation(
            refusal: .tooLarge,
            meaning: "The file is larger than libxml2 can count.",
            reason: "Places behind the limit would be wrong.",
            remedy: "Split the collection, or use newline-delimited JSON.",
            bad: .words("A collection of more than 2 GiB."), good: .words("Several collections of 1 GiB.")),
        Explanation(
            refusal: .empty,
            meaning: "The file is empty, or holds nothing but white space.",
            reason: "Nothing was checked. Mostly the step that should have written the file failed.",
            remedy: "Look at the step before.",
            bad: .xml("", at: "1:1"), good: .record("")),
    ]

    private init(
        refusal: XMLRefusal.Code, meaning: String, reason: String, remedy: String, bad: Example, good: Example
    ) {
        self.init(
            FindingCode(refusal), meaning: meaning, reason: reason, remedy: remedy, bad: bad, good: good)
    }
}
