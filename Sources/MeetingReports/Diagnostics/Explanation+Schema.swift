extension Explanation {
    /// The codes of what the schema says of a record, and of records that are no records of this version.
    static let schema = [
        Explanation(
            .schemaElement,
            meaning:
                "An element stands where the schema does not allow it, or one that must be there is missing.",
            reason: "What the schema does not allow has no meaning, and importers refuse the record.",
            remedy: """
                Move or rename the element; the message lists what may stand there. "rapporteur schema xsd" prints the schema with a \
                description of every element.
                """,
            bad: .record(
                """
                <section><paragraph><p>Twelve States took part.</p></paragraph><heading>Attendance</heading></section>
                """, at: "/meetingReport/body/section[1]/heading"),
            good: .record(
                """
                <section><heading>Attendance</heading><paragraph><p>Twelve States took part.</p></paragraph></section>
                """)),
        Explanation(
            .schemaAttribute,
            meaning: "An element has an attribute that the schema does not give it.",
            reason: "A value that nobody looks for is lost; mostly the name is misspelt.",
            remedy: "Correct the name, or take the attribute out.",
            bad: .record(
                "<paragraph number=\"7\"><p>The Chair opened the meeting.</p></paragraph>",
                at: "/meetingReport/body/paragraph[1]/@number"),
            good: .record("<paragraph><num>7.</num><p>The Chair opened the meeting.</p></paragraph>")),
        Explanation(
            .schemaAttributeMissing,
            meaning: "An attribute is missing that the schema requires.",
            reason: "Without it the element says nothing: a link without an address leads nowhere.",
            remedy: "Add the attribute that the message names.",
            bad: .record(
                "<paragraph><p>See <link>www.unece.org</link>.</p></paragraph>",
                at: "/meetingReport/body/paragraph[1]/p[1]/link[1]"),
            good: .record(
                "<paragraph><p>See <link href=\"http://www.unece.org\">www.unece.org</link>.</p></paragraph>")
        ),
        Explanation(
            .schemaValue,
            meaning: "A value does not have the form that the schema gives it.",
            reason: "Values are there for machines: a date in words cannot be searched or put in order.",
            remedy: "Write the value in the form that the message gives. The printed words stay as they are.",
            bad: .record(
                masthead: "<issued value=\"31 October 2017\">31 October 2017</issued>", "",
                at: "/meetingReport/masthead/issued[1]/@value"),
            good: .record(masthead: "<issued value=\"2017-10-31\">31 October 2017</issued>", "")),
        Explanation(
            .schemaText,
            meaning: "Text stands where the schema allows none.",
            reason: "Text outside any paragraph belongs to nothing, and may be lost on the way.",
            remedy:
                "Put the text into a paragraph, or into an element \"unrecognized\" if nobody knows what it is.",
            bad: .record(
                "<section><heading>Attendance</heading>Twelve States took part.</section>",
                at: "/meetingReport/body/section[1]"),
            good: .record(
                """
                <section><heading>Attendance</heading><paragraph><p>Twelve States took part.</p></paragraph></section>
                """)),
        Explanation(
            .schemaRoot,
            meaning: "The outermost element is none that a record can begin with.",
            reason: "What is not a record cannot be checked as one.",
            remedy:
                "Check that this is the right file. A record begins with \"meetingReport\", several with \"collection\".",
            bad: .xml(
                "<section xmlns=\"\(XMLNamespace.record)\"><heading>Attendance</heading></section>",
                at: "/section"),
            good: .record("")),
        Explanation(
            .schemaOther,
            meaning:
                "The record breaks the schema in a way that has no code of its own, or the schema could not be used.",
            reason: "Nothing can be said of the record beyond the message.",
            remedy:
                "Read the message, and the words of the validator below it. \"rapporteur doctor\" tells whether the schema is sound.",
            bad: .words("An installation whose schema does not compile."),
            good: .words("An installation of which \"rapporteur doctor\" says that all is well.")),
        Explanation(
            .schemaUndecided,
            meaning: "The validator came to no verdict.",
            reason: "What was not judged is not valid; it counts as failed.",
            remedy:
                "Check the record alone and with more memory. If that does not help, report it with the record.",
            bad: .words("A validator that ran out of memory in the middle of a record."),
            good: .words("A record that was judged, whatever the verdict.")),
        Explanation(
            .recordVersion,
            meaning: "The record is of a version of the vocabulary that this tool does not read.",
            reason: "Nobody here can say what is right in another version.",
            remedy: "Use the tool that the record was written with, or a newer one.",
            bad: .xml(
                "<meetingReport xmlns=\"\(XMLNamespace.record)\" version=\"2.0\"><body/></meetingReport>",
                at: "/meetingReport/@version"),
            good: .record("")),
        Explanation(
            .recordNamespace,
            meaning: "The root element is not in the namespace of records.",
            reason:
                "The namespace tells the vocabulary; elements of another may have the same names and mean something else.",
            remedy: "Declare the namespace on the root element, or check that this is the right file.",
            bad: .xml("<meetingReport version=\"1.0\"><body/></meetingReport>", at: "/meetingReport"),
            good: .record("")),
        Explanation(
            .forbiddenCharacter,
            meaning: "A text or value holds a character that XML 1.0 cannot carry.",
            reason:
                "Such a record could be written as JSON and never as XML: control characters, U+FFFE and U+FFFF are refused in both.",
            remedy:
                "Take the character out where the record is made. Mostly it is dirt from a word processor.",
            bad: .json(
                """
                {"type": "meetingReport", "version": "1.0", "body": [
                  {"type": "paragraph", "content": [{"type": "p", "content": ["The meeting\\u0007was opened."]}]}
                ]}
                """, at: "/meetingReport/body/paragraph[1]/p[1]"),
            good: .json(
                """
                {"type": "meetingReport", "version": "1.0", "body": [
                  {"type": "paragraph", "content": [{"type": "p", "content": ["The meeting was opened."]}]}
                ]}
                """)),
    ]
}
