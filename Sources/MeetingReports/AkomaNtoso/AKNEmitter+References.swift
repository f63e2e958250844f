// What fields and spans point at in the references.

extension AKNEmitter {
    /// Points from a span to what it names.
    mutating func refer(_ element: Element) {
        switch element {
        case .organization(let organization):
            let name = AKNText.line(organization.content)
            if organization.kind?.contains("state") == true, let code = organization.code {
                refer(.state, code, name)
            } else {
                let key = organization.code ?? organization.acronym ?? name
                let reference = references.refer(
                    to: .organization, key, showAs: name, shortForm: organization.acronym, &ids)
                out.attribute("refersTo", reference)
            }
        case .person(let person):
            let printed = AKNText.line(person.content)
            let name = String(printed.dropFirst(AKNText.honorifics(of: printed).count))
            refer(.person, name, name)
            if let role = person.as?.values.first.map(String.init) {
                out.attribute(
                    "as", references.refer(to: .role, role, showAs: AKNText.title(ofCode: role), &ids))
            }
        case .role(let role):
            refer(.role, role.code ?? AKNText.line(role.content), AKNText.line(role.content))
        case .location(let location): refer(.location, location.content)
        case .event(let event): refer(eventNamed: AKNText.line(event.content))
        case .statement(let statement):
            if statement.kind == nil { refer(.concept, "statement", "Statement") }
            writeConcepts(of: statement.kind)
        default: break
        }
    }

    /// Points from a field of a masthead to what it names, or to what it says of the document.
    mutating func refer(_ field: MastheadField) {
        let text = AKNText.line(field.content)
        switch field.name {
        case .organ:
            guard text == names.actorName else { return refer(.organization, text, text) }
            let role = references.refer(to: .role, "issuingBody", showAs: "Issuing body", &ids)
            out.attribute("refersTo", "\(role) \(authorReference())")
        case .meeting: refer(meetings.named(text) ?? AKNMeetings.Meeting(text))
        case .venue: refer(meetings[field.of] ?? AKNMeetings.Meeting(text))
        case .issued: refer(.concept, "dateOfIssuance", "Date of issuance")
        case .distribution:
            guard let value = field.value, AKNText.isCode(value) else { return }
            let concept = value.lowercased() + "Distribution"
            refer(.concept, concept, AKNText.title(ofCode: concept))
        default: break
        }
    }

    /// Points to an event: that which the masthead names so, or in a statement about the next meeting that one.
    private mutating func refer(eventNamed name: String) {
        if let nextMeeting {
            refer(AKNMeetings.Meeting(name, on: nextMeeting))
        } else {
            refer(meetings.named(name) ?? AKNMeetings.Meeting(name))
        }
    }

    private mutating func refer(_ meeting: AKNMeetings.Meeting) {
        refer(.event, meeting.key, meeting.showAs)
    }

    private mutating func refer(_ kind: AKNReferences.Kind, _ content: [Inline]) {
        let name = AKNText.line(content)
        refer(kind, name, name)
    }

    mutating func refer(_ kind: AKNReferences.Kind, _ key: String, _ name: String) {
        let key = key.isEmpty ? "unnamed" : key
        out.attribute("refersTo", references.refer(to: kind, key, showAs: name, &ids))
    }

    /// Points from an element with kinds to the concepts that they are.
    mutating func writeConcepts(of kinds: Codes?) {
        guard let kinds else { return }
        let concepts = kinds.values.map { kind in
            references.refer(to: .concept, String(kind), showAs: AKNText.title(ofCode: String(kind)), &ids)
        }
        if !concepts.isEmpty { out.attribute("refersTo", concepts.joined(separator: " ")) }
    }
}
