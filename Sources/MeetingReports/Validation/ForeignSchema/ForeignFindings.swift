internal import LibXML

extension ValidationResult {
    /// What was found when a file of another vocabulary was validated.
    init(foreign file: InputFile, _ findings: [Finding]) {
        self.init(file, .xml, findings: findings)
        checks = [
            PerformedCheck(.syntax, performed: 1),
            PerformedCheck(.schema, performed: PerformedCheck.isJudged(findings) ? 1 : 0),
        ]
    }
}

/// Makes findings of what the process that validates answered.
struct ForeignFindings {
    private let file: String
    private let source: XMLSource
    private let limits: SchemaLimits

    /// Prepares for the answer about a file.
    init(_ file: String, _ source: XMLSource, _ limits: SchemaLimits) {
        self.file = file
        self.source = source
        self.limits = limits
    }

    /// The findings; at least one error unless the verdict is `valid`.
    func findings(_ answer: WorkerAnswer) -> [Finding] {
        guard answer.outcome != .valid || !answer.messages.isEmpty || !answer.isWellFormed else { return [] }
        let index = TextIndex(source.utf8)
        var findings = answer.messages.map { finding($0, answer.namespace, index) }
        if !answer.isWellFormed {
            if !findings.contains(where: { $0.severity == .error }) {
                findings.append(
                    Finding(
                        .xmlNotWellFormed, message: "The document could not be read to its end.",
                        place: Place(file: file)))
            }
            return findings
        }
        let listed = answer.messages.count { $0.message.level >= .error }
        if answer.errorCount > listed {
            findings.append(
                Finding(
                    .schemaMore,
                    message: """
                        The document has \(answer.errorCount) schema errors, of which the first \(listed) are listed; \
                        more than these are only counted.
                        """, place: Place(file: file)))
        }
        switch answer.outcome {
        case .undecided:
            findings.append(
                Finding(
                    .schemaUndecided,
                    message: """
                        libxml2 came to no verdict on this document: it gave up, perhaps for want of more than \
                        \(limits.memory) MiB of memory (--schema-memory).
                        """, place: Place(file: file)))
        case .invalid where !findings.contains(where: { $0.severity == .error }):
            findings.append(
                Finding(
                    .schemaOther, message: "libxml2 calls the document invalid and does not say why.",
                    place: Place(file: file)))
        default: break
        }
        return findings
    }

    private func finding(_ placed: PlacedMessage, _ namespace: String?, _ index: TextIndex) -> Finding {
        let place = Place(file: file, range: placed.range.map(index.range))
        let message = placed.message
        guard message.domain != .parser, message.domain != .namespace else {
            var finding = Finding(parser: message, place: place)
            finding.place.xpath = placed.xpath
            return finding
        }
        // Names in the namespace of the root are told as they are mostly written.
        var finding = Finding(
            schema: message, place: Place(file: file, range: place.range, xpath: placed.xpath),
            .otherXML(namespace: namespace))
        finding.place.xpath = placed.xpath
        if message.level == .warning { finding.severity = .warning }
        return finding
    }
}
