extension FindingCode {
    /// An acronym is used before the name that it stands for.
    static let acronymBeforeName = FindingCode("acronym-before-name", .info)
}

/// Finds organizations that the text calls by an acronym before it gives their name.
///
/// Only acronyms whose name comes later are judged: one whose name is never given is taken to be known to its readers.
/// Mastheads, headings, contents lists and notes may use acronyms as they like.
struct AcronymBeforeName: RecordRule {
    static let explanation = Explanation(
        .acronymBeforeName,
        meaning: "The text calls an organization by its acronym before it gives the name.",
        reason: "Readers meet a word that they cannot know; editors spell a name out where it comes first.",
        remedy:
            "A hint for editors of reports that are not issued yet. The record of an issued report stays as it is.",
        bad: .record(
            """
            <paragraph><p><organization acronym="JIPS">JIPS</organization> took part.</p></paragraph>
            <paragraph><p>The <organization acronym="JIPS">Joint IDP Profiling Service</organization> (JIPS) spoke.</p></paragraph>
            """, at: "/meetingReport/body/paragraph[1]/p[1]/organization[1]"),
        good: .record(
            """
            <paragraph><p>The <organization acronym="JIPS">Joint IDP Profiling Service</organization> (JIPS) took part.</p></paragraph>
            <paragraph><p><organization acronym="JIPS">JIPS</organization> spoke.</p></paragraph>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        var names: [String: RecordOutline.NamedOrganization] = [:]
        for organization in outline.organizations {
            guard let acronym = organization.acronym, names[acronym] == nil,
                organization.name.range(of: acronym) == nil
            else { continue }
            names[acronym] = organization
        }
        var isSeen: Set<String> = []
        return outline.organizations.compactMap { organization in
            guard organization.isInText, let full = names[organization.name], full.isInText,
                isSeen.insert(organization.name).inserted, organization.element < full.element
            else { return nil }
            return Breach(
                at: organization.element,
                "The acronym \"\(organization.name)\" is used before its name, \"\(full.name)\".",
                related: [Breach.Related(message: "The name.", element: full.element)])
        }
    }
}
