import MeetingReports

/// A record's text with its spans shown in it, for people to read in a test:
/// `«election: P[Ms. Roe|chair] (S[Peru|PER]) was elected R[Chair]»`.
enum MarkedText {
    /// The paragraphs and items of a record, a line each.
    static func of(_ report: MeetingReport) -> String {
        elements(report) { element -> String? in
            guard case .p(let p) = element else { return nil }
            return show(p.content)
        }.joined(separator: "\n")
    }

    /// A run with its spans.
    static func show(_ run: [Inline]) -> String { run.map(show).joined() }

    private static func show(_ inline: Inline) -> String {
        switch inline {
        case .text(let text): text
        case .organization(let found):
            found.kind == "state"
                ? "S[\(show(found.content))\(bar(found.code))\(bar(found.as?.description))]"
                : "O[\(show(found.content))\(bar(found.acronym))\(bar(found.as?.description))]"
        case .person(let person): "P[\(show(person.content))\(bar(person.as?.description))]"
        case .role(let role): "R[\(show(role.content))]"
        case .location(let place): "L[\(show(place.content))]"
        case .date(let date):
            "D[\(show(date.content))\(bar(date.from?.description))\(bar(date.to?.description))]"
        case .event(let event): "E[\(show(event.content))]"
        case .statement(let statement):
            "«\(statement.kind?.description ?? "")\(bar(statement.label)): \(show(statement.content))»"
        case .reference(let reference): "#[\(show(reference.content))]"
        case .link(let link): "@[\(show(link.content))]"
        default: ""
        }
    }

    private static func bar(_ value: String?) -> String { value.map { "|\($0)" } ?? "" }
}
