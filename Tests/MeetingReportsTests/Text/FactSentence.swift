import MeetingReports

/// The facts of a sentence as a person may write them down: `FRA:participant`, `Mr. Roe=chair`,
/// `next session|from|to|place`, `decision`.
enum FactSentence {
    /// The facts that the reader finds in a report with a title and one sentence, sorted.
    static func facts(_ sentence: String, title: String = "Report of the meeting") throws -> [String] {
        // A second paragraph tells the language.
        let report = try reading("\(title)\n\n1. \(sentence)\n\n2. \(filler(for: sentence))").report
        let facts = Facts(of: report)
        let officers = report.persons.compactMap { person in
            person.as.map { "\(person.content.plainText)=\($0)" }
        }
        let meetings =
            facts.meetings.map { "meet \(shown($0))" } + facts.nextMeetings.map { "next \(shown($0))" }
        let kinds = facts.clauses.map(\.kind).filter { !["office", "opening", "closing"].contains($0) }
        return
            (facts.attendance.map { "\($0.party.code ?? $0.party.name):\($0.capacity)" } + officers + meetings
            + kinds)
            .sorted()
    }

    private static func shown(_ meeting: Facts.Meeting) -> String {
        let dates = [meeting.from, meeting.to].map { $0?.description ?? "" }
        return ([meeting.name ?? ""] + dates + [meeting.places.first ?? ""]).joined(separator: "|")
    }

    private static func filler(for sentence: String) -> String {
        if ["Sra.", "Sr. ", "reunión", "fue ", "sesiones", "Comisión"].contains(where: sentence.contains) {
            return
                "El texto de los que la reunión por una y con el fin del año para que los que se dijo en la sala."
        }
        if [" été ", " réunion des", "prochaine", "séance", "Le Comité"].contains(where: sentence.contains) {
            return
                "Le texte de la réunion est dans les actes et pour les pays qui ont dit que cela est une bonne chose."
        }
        return "So it was."
    }
}
