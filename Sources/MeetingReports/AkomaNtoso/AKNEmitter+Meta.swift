// The metadata of a document.

extension AKNEmitter {
    /// Writes `meta`; comes after the text, which says what has to be in it.
    mutating func writeMeta(
        of report: MeetingReport, to document: inout AKNOutput
    ) {
        let author = authorReference()
        let roles = (author: role("author"), editor: role("editor"))
        document.begin("meta")
        names.writeIdentification(
            source: converter, author: author, roles: roles, to: &document)
        document.empty(
            "publication",
            [
                "date": names.date, "name": names.actorName, "showAs": names.title ?? names.number,
                "number": names.symbol,
            ])
        writeTopics(to: &document)
        let original = ids.claim("original")
        document.begin("lifecycle")
        document.attribute("source", converter)
        document.empty(
            "eventRef",
            [
                "eId": ids.claim("eref_1"), "date": names.date, "source": "#" + original,
                "type": "generation",
            ])
        document.end()
        document.begin("references")
        document.attribute("source", converter)
        document.empty(
            "original",
            ["eId": original, "href": names.expression, "showAs": names.title ?? names.number])
        for (component, shown) in attachments {
            document.empty("hasAttachment", ["href": "\(names.work)/!\(component)", "showAs": shown])
        }
        references.write(to: &document)
        document.end()
        document.begin("proprietary")
        document.attribute("source", converter)
        writeOwn(.meetingReport(report), "record", to: &document)
        if let source = report.source { writeOwn(.source(source), "source", to: &document) }
        for part in kept {
            document.begin("\(AKNNamespace.ownPrefix):kept", isText: true)
            document.attribute("path", part.path)
            document.text(part.markup)
            document.end()
        }
        document.end()
        document.end()
    }

    private func writeOwn(_ element: Element, _ name: String, to document: inout AKNOutput) {
        document.begin("\(AKNNamespace.ownPrefix):\(name)")
        element.forEachAttribute { document.attribute($0.text, $1) }
        document.end()
    }

    private mutating func writeTopics(to document: inout AKNOutput) {
        guard !topics.isEmpty else { return }
        let dictionary = references.refer(to: .concept, "topics", showAs: "Topics", &ids)
        document.begin("classification")
        document.attribute("source", converter)
        for (index, topic) in topics.enumerated() {
            document.empty(
                "keyword",
                [
                    "eId": ids.claim("keyword_\(index + 1)"), "value": topic, "showAs": topic,
                    "dictionary": dictionary,
                ])
        }
        document.end()
    }

    /// Writes the identification of an annex.
    mutating func writeIdentification(component: String) {
        names.writeIdentification(
            component: component, source: converter, author: authorReference(),
            roles: (author: role("author"), editor: role("editor")), to: &out)
    }

    /// The entry of the issuing body: the last part of its IRI is the actor in the IRIs of the document.
    mutating func authorReference() -> String {
        references.refer(to: .organization, names.actor, showAs: names.actorName, &ids)
    }

    private mutating func role(_ name: String) -> String {
        references.refer(to: .role, name, showAs: AKNText.title(ofCode: name), &ids)
    }
}
