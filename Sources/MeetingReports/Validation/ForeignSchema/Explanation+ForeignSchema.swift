extension Explanation {
    /// The codes of schemas that a caller gives, and of the documents validated with them.
    static let foreignSchema = [
        Explanation(
            .schemaNotCompiled,
            meaning: "The schema given with --schema is not a schema that libxml2 can use.",
            reason: "Nothing can be validated with it; with the parts that can be read, too much would pass.",
            remedy:
                "Correct the schema at the place. libxml2 knows XML Schema 1.0, without the assertions of 1.1.",
            bad: .words("An element of the schema has the type \"Date\", which the schema does not declare."),
            good: .words("It has the type \"xs:date\", or the schema declares \"Date\".")),
        Explanation(
            .schemaImport,
            meaning: """
                The schema includes or imports a document that is not there, that may not be read, or that is a second one \
                of its namespace.
                """,
            reason: "Without the document a part of the schema is missing, and what it forbids would pass.",
            remedy: """
                Put the document into the schema's folder, name its folder with --schema-root, or name the file for its \
                address in a catalog given with --catalog. Import a namespace from one document, which includes the others.
                """,
            bad: .words("The schema imports \"http://www.w3.org/2001/xml.xsd\", and no catalog is given."),
            good: .words("A catalog has <uri name=\"http://www.w3.org/2001/xml.xsd\" uri=\"xml.xsd\"/>.")),
        Explanation(
            .catalogInvalid,
            meaning:
                "A file given with --catalog is no OASIS XML Catalog, or names a catalog that is not there.",
            reason: "Left out, it would make the schema another one than was meant.",
            remedy: "Correct the catalog at the place; only local files are read.",
            bad: .words("A catalog with the element <uri name=\"urn:a\"/>, which names no file."),
            good: .words("A catalog with <uri name=\"urn:a\" uri=\"a.xsd\"/>.")),
        Explanation(
            .schemaLimit,
            meaning:
                "Compiling the schema, or validating the file with it, takes more time or memory than allowed.",
            reason: "A schema of a few lines can ask for hours and terabytes. The file is not judged.",
            remedy:
                "If schema and file are to be trusted, allow more with --schema-time and --schema-memory.",
            bad: .words("Groups that hold ten groups each, seven levels deep: ten million elements."),
            good: .words("The same element with maxOccurs=\"unbounded\".")),
        Explanation(
            .schemaProcess,
            meaning:
                "The process that works with the schema could not be started, or ended without an answer.",
            reason: "Nothing was validated.",
            remedy: "Try again; see whether the system lets the tool start itself, from /proc/self/exe.",
            bad: .words("A system on which /proc is not there."), good: .words("The system with /proc.")),
        Explanation(
            .schemaMore,
            meaning: "The file has more schema errors than are listed.",
            reason: "So many errors mostly have one cause; the first ones show it.",
            remedy: "Correct the first errors and validate again.",
            bad: .words("A file of another vocabulary with 50,000 elements that the schema does not know."),
            good: .words("The file validated with its own schema.")),
    ]
}
