import MeetingReports
import Testing

/// A sequence of printed numbers and what is odd about it, worked out by hand.
struct Sequence: Sendable, CustomTestStringConvertible {
    var numbers: String
    var messages: [String]
    var testDescription: String { numbers }

    init(_ numbers: String, _ messages: String...) {
        self.numbers = numbers
        self.messages = messages
    }
}

@Suite struct `Numbers of paragraphs` {
    private static let sequences = [
        Sequence("1. 2. 3. 4."),
        Sequence("(31) (32)"),
        Sequence("1.1 1.2 2.1 2.2 2.3"),
        Sequence("57. 58."),
        // Twice, in another section and in the same one.
        Sequence("6. 7.|7. 8.", "The paragraph number \"7.\" is printed twice."),
        Sequence("10. 11. (11) 12.", "The paragraph number \"(11)\" is printed twice."),
        Sequence("1. 1. 2.", "The paragraph number \"1.\" is printed twice."),
        // As a real report prints them.
        Sequence(
            "36. 37. 39. 39. 40.", "The paragraph number 38 is missing: \"37.\" is followed by \"39.\".",
            "The paragraph number \"39.\" is printed twice."),
        Sequence("9. 14. 15.", "The paragraph numbers 10 to 13 are missing: \"9.\" is followed by \"14.\"."),
        Sequence("1.1 1.4", "The paragraph numbers 1.2 to 1.3 are missing: \"1.1\" is followed by \"1.4\"."),
        // A number misread in scanning: 12 as 22.
        Sequence(
            "9. 10. 11. 22. 13. 14.", "The paragraph number \"22.\" is out of order after \"11.\".",
            "The paragraph number 12 is missing: \"11.\" is followed by \"13.\"."),
        Sequence(
            "2. 1. 3.", "The paragraph number \"2.\" is out of order before \"1.\"."),
        Sequence("1. 2. 4. 3. 5.", "The paragraph number \"4.\" is out of order after \"2.\"."),
        // An inserted number is no gap, and twice is twice.
        Sequence("9. 10. 10bis. 11."),
        Sequence("10. 10bis. 10bis. 11.", "The paragraph number \"10bis.\" is printed twice."),
        // Numbers that begin again: in a resolution, in an agenda that was read as paragraphs.
        Sequence("1. 2. 3.|1. 2.|4. 5."),
        Sequence("4. 5. 6. 1. 2. 3. 7. 8."),
        Sequence("1. 2.|1. 2.|1. 2."),
        // The recommendations of another document that a reply takes up; with one leap less it counts its own.
        Sequence("1. 3. 5. 7. 9. 11."),
        Sequence("1. 2. 9. 10. 4. 5. 20. 21. 15. 16. 30."),
        Sequence(
            "1. 3. 4. 5. 6. 8.", "The paragraph number 2 is missing: \"1.\" is followed by \"3.\".",
            "The paragraph number 7 is missing: \"6.\" is followed by \"8.\"."),
        // Times of a programme that were read as numbers.
        Sequence("15.00 15.30"),
        // Not numbered yet.
        Sequence("( ) ( ) ( )"),
    ]

    @Test(arguments: sequences)
    func `are judged as the print has them`(sequence: Sequence) {
        let messages = Records.found(Records.paragraphs(sequence.numbers)).map(\.message)
        // 4. 3.: two orders move one paragraph each, and either may be named.
        if sequence.numbers == "1. 2. 4. 3. 5." {
            #expect(messages.count == 1)
            #expect(messages.first?.contains("is out of order") == true)
        } else {
            #expect(messages == sequence.messages)
        }
    }

    @Test func `are counted anew in each annex`() {
        let body =
            Records.paragraphs("1. 2. 3.") + "<annex><num>Annex I</num>" + Records.paragraphs("2. 3.")
            + "</annex>"
            + "<annex><num>Annex II</num>" + Records.paragraphs("2. 2.") + "</annex>"
        #expect(
            Records.findings(body) == [
                "duplicate-paragraph-number at body/annex[2]/section[1]/paragraph[2]"
            ])
    }

    @Test func `leave out the mark of a note`() {
        let note = "<footnote id=\"n\"><marker>1</marker><p>Note.</p></footnote>"
        let mark = "<noteReference target=\"n\">1</noteReference>"
        let body =
            "<paragraph><num>1.\(mark)</num><p>A</p></paragraph><paragraph><num>2.</num><p>B</p></paragraph>"
            + note
        #expect(Records.findings(body).isEmpty)
    }

    @Test func `name the first of two equal ones as a place that belongs to it`() throws {
        let finding = try #require(Records.found(Records.paragraphs("7. 7.")).first)
        #expect(finding.related.map(\.place.xpath) == ["/meetingReport/body/section[1]/paragraph[1]"])
        #expect(finding.related.first?.place.range?.start.line == 1)
    }

    @Test func `are judged in time that grows as the record does`() {
        // Every number but one is out of order; comparing each with each would take minutes.
        let backwards = (1...20_000).reversed().map { "<paragraph><num>\($0)</num></paragraph>\n" }.joined()
        #expect(Records.found(backwards).count == 19_999)
    }
}

@Suite struct `Numbers of sections` {
    private static let sequences = [
        Sequence("I. II. III. IV. V. VI."),
        Sequence("A. B. C. D. E."),
        Sequence("H. I. J. K."),
        Sequence("i. ii. iii. iv."),
        Sequence("0. 1. 2."),
        Sequence("3.1 3.2 4.1"),
        Sequence("C. D."),
        Sequence("I. - I. II."),
        Sequence("1. 2. A. 1. 2. B. 1. 2."),
        Sequence("Annex Annex"),
        Sequence("I. I. II.", "The section number \"I.\" is printed twice."),
        Sequence("A. B. B.", "The section number \"B.\" is printed twice."),
        Sequence("I. II. V.", "The section numbers III to IV are missing: \"II.\" is followed by \"V.\"."),
        Sequence("A. C. D.", "The section number B is missing: \"A.\" is followed by \"C.\"."),
        Sequence("a) c)", "The section number b is missing: \"a)\" is followed by \"c)\"."),
        Sequence("1. 2. 4.", "The section number 3 is missing: \"2.\" is followed by \"4.\"."),
        Sequence("I. IX. II. III.", "The section number \"IX.\" is out of order after \"I.\"."),
    ]

    @Test(arguments: sequences)
    func `are judged among those beside them`(sequence: Sequence) {
        #expect(Records.found(Records.sections(sequence.numbers)).map(\.message) == sequence.messages)
    }

    @Test func `begin again in each section`() {
        let inner = Records.sections("A. B.")
        let body = "<section><num>I.</num>\(inner)</section><section><num>II.</num>\(inner)</section>"
        #expect(Records.findings(body).isEmpty)
    }
}
