/// A form that the schema gives to values, explained by example where the schema has a pattern.
struct ValueForm {
    /// What a value of another form is not.
    let name: String
    /// How it is written.
    let advice: String

    /// The form that a pattern of the record's schema describes, or nil.
    static func described(by pattern: String) -> ValueForm? {
        forms.first { $0.pattern.utf8.elementsEqual(pattern.utf8) }?.form
    }

    private static let forms: [(pattern: String, form: ValueForm)] = [
        (
            "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?",
            ValueForm(name: "a date", advice: "Write a date as 2017-10-31, 2017-10 or 2017.")
        ),
        (
            "[A-Za-z_][A-Za-z0-9_.\\-]*",
            ValueForm(
                name: "an identifier",
                advice:
                    "Write letters A to Z, digits, \"_\", \".\" and \"-\", a letter or \"_\" first, as sec_I__para_7."
            )
        ),
        (
            "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*",
            ValueForm(name: "a language", advice: "Write the language as en, fr or zh-Hans.")
        ),
        (
            "[1-9][0-9]{0,8}(-[1-9][0-9]{0,8})?( [1-9][0-9]{0,8}(-[1-9][0-9]{0,8})?)*",
            ValueForm(
                name: "a list of lines",
                advice: "Write lines as 12 or 12-15, several with one space between, counted from 1.")
        ),
        (
            "0|[1-9][0-9]{0,8}",
            ValueForm(
                name: "a count", advice: "Write up to nine digits 0 to 9, without a sign or a leading zero.")
        ),
        (
            "0|[1-9][0-9]{0,14}",
            ValueForm(
                name: "a size", advice: "Write up to 15 digits 0 to 9, without a sign or a leading zero.")
        ),
        (
            "[A-Za-z][A-Za-z0-9\\-]*",
            ValueForm(
                name: "a code", advice: "Write letters A to Z, digits and \"-\", a letter first, as DEU.")
        ),
        (
            "[A-Za-z][A-Za-z0-9\\-]*( [A-Za-z][A-Za-z0-9\\-]*)*",
            ValueForm(
                name: "a list of codes",
                advice: "Write each code with letters A to Z, digits and \"-\", and one space between two.")
        ),
        (
            "[!-~]+",
            ValueForm(
                name: "an address",
                advice: "Write a space as %20, and what is not ASCII as its bytes in UTF-8, as %C3%A9.")
        ),
        (
            "[0-9a-f]{64}",
            ValueForm(name: "a SHA-256", advice: "Write 64 digits 0 to 9 and a to f.")
        ),
        (
            "1\\.[0-9]{1,4}",
            ValueForm(name: "a version that is known", advice: "Write 1.0.")
        ),
    ]

    /// An example of a built-in type of XML Schema, by its name without prefix; nil where none would help.
    static func example(ofType type: String) -> String? {
        examples.first { $0.type == type }?.example
    }

    private static let examples: [(type: String, example: String)] = [
        ("date", "2017-10-31"), ("dateTime", "2017-10-31T09:30:00Z"), ("time", "09:30:00"),
        ("gYear", "2017"), ("gYearMonth", "2017-10"), ("duration", "P1DT2H"), ("boolean", "true or false"),
        ("integer", "12 or -3"), ("nonNegativeInteger", "0 or 12"), ("positiveInteger", "12"),
        ("int", "12 or -3"), ("long", "12 or -3"), ("decimal", "12.50"), ("double", "1.5e3"),
        ("language", "en or zh-Hans"), ("NCName", "a_name"), ("ID", "a_name"), ("IDREF", "a_name"),
        ("QName", "prefix:name"), ("hexBinary", "0FB7"), ("anyURI", "https://example.org/"),
    ]
}
