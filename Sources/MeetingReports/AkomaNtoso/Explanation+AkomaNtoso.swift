extension Explanation.Example {
    /// A document of Akoma Ntoso with this in its text, and with this metadata where some is given.
    fileprivate static func akn(
        meta: String = "", preface: String = "", _ text: String, namespace: String = AKNNamespace.final,
        at place: String? = nil
    ) -> Self {
        let parts = [
            meta.isEmpty ? "" : "<meta>\(meta)</meta>",
            preface.isEmpty ? "" : "<preface>\(preface)</preface>",
        ]
        return Self(
            .file(.akn),
            """
            <akomaNtoso xmlns="\(namespace)">
            <debateReport name="meetingReport">\(parts.joined())<mainBody>\(text)</mainBody></debateReport>
            </akomaNtoso>

            """, at: place)
    }
}

extension Explanation {
    /// The text of a document in which nothing is found.
    private static let plain = "<paragraph><num>1.</num><content><p>Text.</p></content></paragraph>"
    private static let body = "/akomaNtoso/debateReport[1]/mainBody[1]"

    /// The codes of Akoma Ntoso.
    static let akomaNtoso = aknReading + aknRules

    private static let aknReading = [
        Explanation(
            .aknTooDeep,
            meaning: "Written as Akoma Ntoso, the record would be nested deeper than readers take.",
            reason: "Tools on libxml2 refuse more than 256 levels, and the file could not be read again.",
            remedy: "Look for lists that were nested by mistake; no report has a hundred levels.",
            bad: .words("A hundred lists inside one another, with a quotation at each level."),
            good: .words("Ten of them.")),
        Explanation(
            .aknNoDocument,
            meaning: "The file is no Akoma Ntoso, or holds no document that can be read as a record.",
            reason: "Nothing was read.",
            remedy: "Check the root element and its namespace; for other XML say --from xml.",
            bad: .words("A file with the root element \"html\", given with --from akn."),
            good: .words("A file with the root element \"akomaNtoso\" in the namespace of the standard.")),
        Explanation(
            .aknNamespace,
            meaning: "The namespace is that of a draft of Akoma Ntoso 3.0, or of an earlier version.",
            reason: "The file is read as if it were of the standard; no schema of the standard will take it.",
            remedy: "Write the file again, or exchange the namespace.",
            bad: .akn(plain, namespace: AKNNamespace.final + "/WD17", at: "/akomaNtoso"), good: .akn(plain)),
        Explanation(
            .aknNoHome,
            meaning: "The document has markup that a record has no place for.",
            reason: """
                The text is kept. What the markup said of it is kept only where the same run writes Akoma Ntoso again: with its \
                path, in meta/proprietary.
                """,
            remedy: "Nothing, if it says nothing that has to last. Else keep the document beside the record.",
            bad: .akn(
                "<p>It was <ins>duly</ins> adopted.</p>", at: body + "/p[1]/ins[1]"),
            good: .akn("<p>It was duly adopted.</p>")),
        Explanation(
            .aknFlattened,
            meaning: "The document nests what a record does not, such as a section in a paragraph.",
            reason: "The text is kept in its place, numbers and headings as texts of their own.",
            remedy: "Nothing, or nest it as reports do: sections, paragraphs, lists.",
            bad: .akn(
                "<paragraph><num>1.</num><section><heading>Aims</heading><content><p>Text.</p></content></section></paragraph>",
                at: body + "/paragraph[1]/section[1]"),
            good: .akn(plain)),
        Explanation(
            .aknSubheading,
            meaning: "A \"subheading\" stands where no \"heading\" does, as in files of the United Nations.",
            reason: "It is read as the heading, which it is to a reader.",
            remedy: "Nothing; or write \"heading\".",
            bad: .akn(
                "<section><subheading>Aims</subheading>\(plain)</section>",
                at: body + "/section[1]/subheading[1]"),
            good: .akn("<section><heading>Aims</heading>\(plain)</section>")),
        Explanation(
            .aknMisplacedText,
            meaning: "Text stands where Akoma Ntoso has blocks only.",
            reason: "It is read as a paragraph; the schema does not allow it.",
            remedy: "Put it into a \"p\".",
            bad: .akn("<section><heading>Aims</heading>Text.</section>", at: body + "/section[1]/text()[1]"),
            good: .akn(
                "<section><heading>Aims</heading><paragraph><content><p>Text.</p></content></paragraph></section>"
            )),
        Explanation(
            .aknSchemaMissing,
            meaning: "A document of Akoma Ntoso was validated without the schema of Akoma Ntoso.",
            reason:
                "Only the rules beyond the schema were asked; that is no reason to call the document valid.",
            remedy: """
                Take akomantoso30.xsd and xml.xsd from OASIS. Give it with --schema, or put both into a folder that \
                the environment variable RAPPORTEUR_SCHEMAS names, or into ~/.local/share/rapporteur/schemas.
                """,
            bad: .words("rapporteur validate report.akn.xml"),
            good: .words("RAPPORTEUR_SCHEMAS=schemas rapporteur validate report.akn.xml")),
        Explanation(
            .aknSchemaUnusable,
            meaning: "The schema of Akoma Ntoso is where it is looked for, and cannot be used.",
            reason: "Nothing was validated with it.",
            remedy: "See that akomantoso30.xsd and the xml.xsd that it imports are whole and in one folder.",
            bad: .words("A folder with akomantoso30.xsd alone."), good: .words("A folder with both files.")),
    ]

    private static let aknRules = [
        Explanation(
            .aknDanglingReference,
            meaning: "A reference inside the document names an eId that no element has.",
            reason: "What it was to say, whose name this is or who wrote it, nobody can look up.",
            remedy: "Add the entry to \"references\", or correct the reference.",
            bad: .akn(
                "<p>The body met in <location refersTo=\"#geneva\">Geneva</location>.</p>",
                at: body + "/p[1]/location[1]"),
            good: .akn("<p>The body met in Geneva.</p>")),
        Explanation(
            .aknReferenceForm,
            meaning: "A reference inside the document lacks the \"#\" before the eId.",
            reason: "It is read as if it had one; others take it for an address.",
            remedy: "Write the \"#\".",
            bad: .akn(
                "<section eId=\"sec_1\"><heading>Aims</heading><paragraph refersTo=\"sec_1\"><content><p>Text.</p></content></paragraph></section>",
                at: body + "/section[1]/paragraph[1]"),
            good: .akn(
                "<section><heading>Aims</heading><paragraph><content><p>Text.</p></content></paragraph></section>"
            )),
        Explanation(
            .aknDuplicateID,
            meaning: "Two elements have the same eId.",
            reason: "A link to it leads to either; the record gives the second an id of its own.",
            remedy: "Number them apart, by the naming convention with the eId of the section before it.",
            bad: .akn(
                "<paragraph eId=\"para_7\"><content><p>One.</p></content></paragraph><paragraph eId=\"para_7\"><content><p>Two.</p></content></paragraph>",
                at: body + "/paragraph[2]"),
            good: .akn(
                "<paragraph eId=\"para_7\"><content><p>One.</p></content></paragraph><paragraph eId=\"para_7_2\"><content><p>Two.</p></content></paragraph>"
            )),
        Explanation(
            .aknIRIForm,
            meaning: "An IRI of the document does not follow the naming convention of Akoma Ntoso.",
            reason: "Other systems take the IRI apart to find body, date and number.",
            remedy: "Write /akn/un/debateReport/report/BODY/DATE/NUMBER, without a slash at the end.",
            bad: .words("<FRBRuri value=\"/akn/un/statement/deliberation/unga/2023-10-11/78-1/\"/>"),
            good: .words("<FRBRuri value=\"/akn/un/statement/deliberation/unga/2023-10-11/78-1\"/>")),
        Explanation(
            .aknIRIMismatch,
            meaning: "A part of an IRI and the metadata beside it say different things.",
            reason: "One of them is wrong, and nobody can tell which.",
            remedy: "Correct the one that is.",
            bad: .words("An IRI with the date 2017-10-31 and <FRBRdate date=\"2017-10-30\"/>."),
            good: .words("The same date in both.")),
        Explanation(
            .aknLanguage,
            meaning: "The language is not given by a code of ISO 639-2/T.",
            reason:
                "Akoma Ntoso takes three small letters: \"eng\", not \"en\" or \"english\"; \"fra\", not \"fre\".",
            remedy: "Write the code; \"und\" where the language is not known.",
            bad: .words("<FRBRlanguage language=\"english\"/>"),
            good: .words("<FRBRlanguage language=\"eng\"/>")),
        Explanation(
            .aknUnknownDate,
            meaning: "A date is the first day of the year 1, which stands for none.",
            reason: "The schema wants a date where none is known.",
            remedy: "Nothing, or give the date of the document where it is known.",
            bad: .words("<FRBRdate date=\"0001-01-01\" name=\"issuance\"/>"),
            good: .words("<FRBRdate date=\"2017-10-31\" name=\"issuance\"/>")),
        Explanation(
            .aknMisplacedTitle,
            meaning: "The document's title stands in its text.",
            reason: "Catalogues look for it in the preface or on the cover page.",
            remedy: "Move it there.",
            bad: .akn("<p><docTitle>Report</docTitle></p>", at: body + "/p[1]/docTitle[1]"),
            good: .akn(preface: "<p><docTitle>Report</docTitle></p>", plain)),
    ]
}
