extension Explanation {
    /// The codes of JSON that cannot be read, or that is no record.
    static let json =
        [
            Explanation(
                .jsonNumberTooLarge,
                meaning: "The number is beyond what an IEEE 754 double can hold.",
                reason: "RFC 8785 writes numbers as ECMAScript does, and to that this one is infinite.",
                remedy: "Write it as a string.",
                bad: .words("rapporteur canonicalize of {\"a\": 1e400}"),
                good: .words("rapporteur canonicalize of {\"a\": \"1e400\"}")),
            Explanation(
                .jsonShape,
                meaning: "The JSON does not have the shape of a record.",
                reason: "JSON mirrors the XML by fixed rules; what has no place in them has no meaning.",
                remedy: """
                    Attributes are strings; what an element holds in a run is the array "content"; an object in a run has a member \
                    "type" that names its element. "rapporteur schema json" prints the schema.
                    """,
                bad: .json(
                    "{\"type\": \"meetingReport\", \"version\": \"1.0\", \"body\": {}}",
                    at: "/meetingReport/body"),
                good: emptyRecord),
        ] + JSONSyntaxError.Code.allCases.map(explanation)

    private static let emptyRecord = Example.json(
        "{\"type\": \"meetingReport\", \"version\": \"1.0\", \"body\": []}")

    private static func explanation(of code: JSONSyntaxError.Code) -> Explanation {
        let words = words(of: code)
        return Explanation(
            FindingCode(code), meaning: words.meaning, reason: words.reason, remedy: words.remedy,
            bad: words.bad, good: words.good ?? emptyRecord)
    }

    private typealias Words = (meaning: String, reason: String, remedy: String, bad: Example, good: Example?)

    private static func words(of code: JSONSyntaxError.Code) -> Words {
        switch code {
        case .end:
            (
                "The file ends before its value does, or holds none.",
                "Mostly the file was cut off; what is missing was not checked.",
                "Get the whole file, or look at the step that should have written it.",
                .json("{\"type\": \"meetingReport\", \"version\":", at: "/version"), nil
            )
        case .unexpected:
            (
                "A character stands where the grammar of JSON has another one.",
                "No reader may guess what was meant.",
                "Correct the character. JSON has double quotation marks only, and no comments.",
                .json("{'type': 'meetingReport'}", at: ""), nil
            )
        case .trailingComma:
            (
                "A comma stands before the bracket that closes.",
                "Some readers take it and others do not, so that a file works here and fails there.",
                "Take the comma out.",
                .json("{\"type\": \"meetingReport\", \"version\": \"1.0\", \"body\": [],}", at: ""), nil
            )
        case .trailingData:
            (
                "Something follows the value.",
                "A second value would not be read, and nobody would notice.",
                "Put several records into a collection, or one on each line of a file named .ndjson.",
                .json("{\"type\": \"meetingReport\", \"version\": \"1.0\", \"body\": []} []", at: ""), nil
            )
        case .duplicateKey:
            (
                "A member stands twice in one object.",
                "One reader takes the first, another the last: the same file would be two records.",
                "Take one of the two out.",
                .json(
                    "{\"type\": \"meetingReport\", \"version\": \"1.0\", \"version\": \"1.1\"}",
                    at: "/version"), nil
            )
        case .number:
            (
                "A number does not follow the grammar of JSON.",
                "Numbers with leading zeros, or with a point and no digit, are read differently.",
                "Records have no numbers: write the value as a string.",
                .json("{\"type\": \"meetingReport\", \"version\": 01.0}", at: "/version"), nil
            )
        case .escape:
            (
                "A backslash begins none of the escapes of JSON.",
                "No reader may guess which character was meant.",
                "Write a backslash as \\\\, and any character as itself or as \\u and four digits.",
                .json("{\"type\": \"meeting\\Report\"}", at: "/type"), nil
            )
        case .loneSurrogate:
            (
                "An escape gives one half of a surrogate pair without the other.",
                "Half a pair is no character; what it was cannot be known.",
                "Write the character itself, or both halves.",
                .json("{\"type\": \"meetingReport\", \"id\": \"\\ud83d\"}", at: "/id"), nil
            )
        case .controlCharacter:
            (
                "A control character, such as a line end, stands in a string.",
                "Strings of JSON are on one line; mostly a quotation mark is missing.",
                "Close the string, or write the character as an escape: \\n, \\t.",
                .json("{\"type\": \"meeting\nReport\"}", at: "/type"), nil
            )
        case .invalidUTF8:
            (
                "The file is not UTF-8 at this byte.",
                "Mostly the file was saved in an older encoding, or cut in the middle of a character.",
                "Save the file as UTF-8.",
                .words("A file saved as Windows-1252: the byte E9 for \"é\"."),
                .words("The same file saved as UTF-8: the bytes C3 A9 for \"é\".")
            )
        case .encoding:
            (
                "The file is in UTF-16 or UTF-32.",
                "JSON that is exchanged is UTF-8 (RFC 8259, section 8.1).",
                "Save the file as UTF-8.",
                .words("A file that begins with the bytes FF FE 7B 00."),
                .words("The same file saved as UTF-8.")
            )
        case .depth:
            (
                "Arrays and objects are nested deeper than is read.",
                "Each open one takes room; without a limit a small file takes a process down.",
                "Look for brackets that were never closed. No report has 250 levels.",
                .words("505 arrays inside one another."), .words("A section in a section in a section.")
            )
        case .size:
            (
                "The file is longer than can be read.",
                "Places behind the limit would be wrong.",
                "Split the file.",
                .words("A JSON document of more than 4 GiB."), .words("Several of 1 GiB.")
            )
        }
    }
}
