extension FindingCode {
    /// A target names an id that no element of the record carries.
    static let missingTarget = FindingCode("missing-target", .error)
}

/// Finds targets that name no element of the record.
///
/// The marks of notes and the entries of a contents list have ids of the record as their targets. Other references may
/// also name a symbol or a number; one to a paragraph is judged, with a warning, where its target has the form of the
/// ids that this library makes.
struct MissingTarget: RecordRule {
    static let explanation = Explanation(
        .missingTarget,
        meaning: "A target names an id that no element of the record carries.",
        reason: "Whoever follows the mark, the entry or the reference arrives nowhere.",
        remedy: """
            Correct the target, or give the element that is meant this id. Where there is no such element, leave the attribute \
            out: a mark without a note is then reported as what it is.
            """,
        bad: .record(
            """
            <contents><entry target="sec_II"><num>I.</num><heading>Attendance</heading></entry></contents>
            <section id="sec_I"><num>I.</num><heading>Attendance</heading><paragraph><p>Twelve States took part.</p></paragraph></section>
            """, at: "/meetingReport/body/contents[1]/entry[1]/@target"),
        good: .record(
            """
            <contents><entry target="sec_I"><num>I.</num><heading>Attendance</heading></entry></contents>
            <section id="sec_I"><num>I.</num><heading>Attendance</heading><paragraph><p>Twelve States took part.</p></paragraph></section>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        var breaches = outline.targets.filter { outline.elements[$0.target] == nil }.map { target in
            let what = target.name == .entry ? "entry" : "note mark"
            return Breach(
                at: target.element, part: .attribute(.target),
                "The \(what) names \"\(target.text)\", and no element of the record has this id.")
        }
        for reference in outline.paragraphReferences {
            guard let target = reference.target, outline.elements[target] == nil,
                case let text = String(checked: target), Self.isID(text)
            else { continue }
            breaches.append(
                Breach(
                    at: reference.element, part: .attribute(.target),
                    "The reference names \"\(text)\", and no element of the record has this id.",
                    severity: .warning))
        }
        return breaches
    }

    /// Whether a target has the form of an id of a paragraph or section, such as `sec_II__para_3`.
    private static func isID(_ target: String) -> Bool {
        ["para_", "sec_", "att_", "annex_"].contains { target.hasPrefix($0) }
    }
}
