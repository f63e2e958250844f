import MeetingReports

/// Records written in a line, and what the rules find in them.
enum Records {
    /// What is found in a record with this body and masthead: each finding as `code at path`.
    static func findings(masthead: String = "", kind: String = "report", _ body: String) -> [String] {
        found(masthead: masthead, kind: kind, body).map { "\($0.code) at \(shortened($0.place.xpath))" }
    }

    /// The findings themselves.
    static func found(masthead: String = "", kind: String = "report", _ body: String) -> [Finding] {
        let head = masthead.isEmpty ? "" : "<masthead>\(masthead)</masthead>"
        let xml = """
            <meetingReport xmlns="urn:rapporteur:meeting-report:1" version="1.0" kind="\(kind)">\(head)<body>\(body)</body></meetingReport>
            """
        return ValidationResult(of: InputFile(name: "r.xml", bytes: Array(xml.utf8)), .xml).findings
    }

    /// Paragraphs with these numbers; a bar begins another section.
    static func paragraphs(_ numbers: String) -> String {
        numbers.split(separator: "|").map { section in
            let paragraphs = section.split(separator: " ").map {
                "<paragraph><num>\($0)</num><p>Text.</p></paragraph>"
            }
            return "<section><heading>Heading</heading>\(paragraphs.joined())</section>"
        }.joined()
    }

    /// Sections with these numbers, side by side; `-` is one without a number.
    static func sections(_ numbers: String) -> String {
        numbers.split(separator: " ").map { number in
            let num = number == "-" ? "" : "<num>\(number)</num>"
            return "<section>\(num)<heading>Heading</heading><paragraph><p>Text.</p></paragraph></section>"
        }.joined()
    }

    private static func shortened(_ path: String?) -> String {
        path?.replacingPrefix("/meetingReport/", with: "") ?? "nowhere"
    }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}
