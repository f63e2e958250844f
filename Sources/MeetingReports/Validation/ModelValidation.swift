internal import LibXML

extension MeetingReport {
    /// Checks the record against the schema, as it would be written, and by the rules.
    ///
    /// For records that were not read from XML or JSON: those are checked while they are read.
    func check(_ places: RecordPlaces) -> [Finding] {
        do {
            let findings = try RecordSchema.validating { validation in
                var visitor = ValidatingVisitor(validation: validation, cursor: RecordCursor(places))
                validation.begin()
                accept(&visitor)
                if validation.finish() == .undecided, visitor.findings.isEmpty {
                    visitor.findings.append(
                        .undecided(at: Place(file: places.file, xpath: "/meetingReport")))
                }
                return visitor.findings
            }
            return findings + RecordRules.check(RecordTape(of: self), places)
        } catch {
            return [error.finding]
        }
    }
}

/// Gives each element of a record to the schema validator, as XML would.
private struct ValidatingVisitor: ReportVisitor {
    let validation: SchemaValidation
    var cursor: RecordCursor
    var findings: [Finding] = []

    mutating func enter(_ element: Element) -> Descent {
        cursor.enter(element)
        element.forEachAttribute { validation.addAttribute(RecordVocabulary.number(of: $0), value: $1) }
        validation.startElement(RecordVocabulary.number(of: element.name))
        drain()
        return .into
    }

    mutating func text(_ text: String) {
        cursor.text()
        validation.characters(text)
        validation.endText()
        drain()
    }

    mutating func leave(_ element: Element) {
        validation.endElement()
        drain()
        cursor.leave()
    }

    private mutating func drain() {
        guard validation.hasMessages else { return }
        var previous: XMLMessage?
        for message in validation.takeMessages() {
            if !Finding.repeatsFacet(message, after: previous) {
                findings.append(Finding(schema: message, place: cursor.place))
            }
            previous = message
        }
    }
}
