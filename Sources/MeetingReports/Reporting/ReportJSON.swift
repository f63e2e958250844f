/// The parts of our JSON reports; the published schema `validation-report.schema.json` describes them.
enum ReportJSON {
    /// The version of the form, `major.minor`; members may be added in a minor version.
    static let version = "1.0"
    /// The identifier of the published schema.
    static let schema = "urn:rapporteur:validation-report:1:schema"
}

extension JSONOutput {
    /// Writes the members that say what made the results into the object that is open.
    mutating func header(_ producer: ReportProducer) {
        member("$schema", ReportJSON.schema)
        member("reportVersion", ReportJSON.version)
        key("tool")
        tool(producer)
        key("rules")
        beginObject()
        member("sha256", producer.rulesSHA256)
        array("codes", producer.rules) { output, rule in
            output.member("code", rule.code)
            output.member("severity", rule.severity.rawValue)
        }
        endObject()
    }

    /// Writes the members of a result into the object that is open.
    mutating func result(_ result: ValidationResult) {
        member("file", result.file)
        member("format", ifPresent: result.format)
        if let digest = result.digest {
            member("sha256", digest.sha256)
            member("size", digest.size)
        }
        member("verdict", result.verdict.rawValue)
        member("records", result.recordCount)
        if !result.records.isEmpty {
            array("recordVerdicts", result.records) { output, record in
                output.member("index", record.index)
                output.member("id", ifPresent: record.id)
                output.member("verdict", record.verdict.rawValue)
            }
        }
        array("checks", result.checks) { output, check in
            output.member("check", check.kind.rawValue)
            output.member("code", ifPresent: check.code)
            output.member("performed", check.performed)
            output.member("findings", check.count(in: result.findings))
        }
        findings(of: result)
        if !result.excerpt.fragments.isEmpty {
            array("excerpt", result.excerpt.fragments) { output, fragment in
                output.member("line", fragment.line)
                output.member("column", fragment.column)
                output.member("text", fragment.text)
                if fragment.isCut { output.member("isCut", true) }
            }
        }
    }

    /// Writes the members that close a run into the object that is open.
    mutating func summary(_ tally: ReportTally, exitCode: Int?) {
        member("inputs", tally.inputs)
        member("records", tally.records)
        key("verdicts")
        beginObject()
        for verdict in Verdict.allCases { member(verdict.rawValue, tally.verdicts[verdict] ?? 0) }
        endObject()
        key("severities")
        beginObject()
        for severity in Finding.Severity.allCases.reversed() {
            member(severity.rawValue, tally.severities[severity] ?? 0)
        }
        endObject()
        member("known", tally.known)
        if let exitCode { member("exitCode", exitCode) }
    }

    /// Writes what the tool is and stands on.
    mutating func tool(_ producer: ReportProducer) {
        beginObject()
        member("name", "rapporteur")
        member("version", producer.version)
        key("libxml2")
        beginObject()
        member("runtime", producer.libxml2)
        member("headers", producer.libxml2Headers)
        endObject()
        array("schemas", producer.schemas) { output, schema in
            output.member("name", schema.name)
            output.member("sha256", schema.sha256)
        }
        endObject()
    }

    /// Writes what the running tool is and stands on.
    mutating func tool(_ tool: ToolVersion) {
        self.tool(ReportProducer.current)
    }

    /// Writes a member whose value is an integer.
    mutating func member(_ name: String, _ value: Int) {
        key(name)
        number(value)
    }

    /// Writes a member whose value is true or false.
    mutating func member(_ name: String, _ value: Bool) {
        key(name)
        bool(value)
    }

    /// Writes a member whose value is an array of objects; `members` writes the members of each.
    mutating func array<Element>(
        _ name: String, _ elements: some Sequence<Element>,
        _ members: (inout JSONOutput, Element) -> Void
    ) {
        key(name)
        beginArray()
        for element in elements {
            beginObject()
            members(&self, element)
            endObject()
        }
        endArray()
    }
}

// MARK: - Findings

extension JSONOutput {
    private mutating func findings(of result: ValidationResult) {
        array("findings", result.findings.enumerated()) { output, numbered in
            output.finding(numbered.element)
            if let owner = result.owner(of: numbered.offset) {
                output.member("record", result.records[owner].index)
            }
        }
    }

    private mutating func finding(_ finding: Finding) {
        member("code", finding.code.description)
        member("severity", finding.severity.rawValue)
        if finding.severity != finding.code.severity {
            member("defaultSeverity", finding.code.severity.rawValue)
        }
        if finding.code.meansFailure { member("meansFailure", true) }
        if finding.isKnown { member("known", true) }
        member("message", finding.message)
        member("detail", ifPresent: finding.detail)
        place(finding.place)
        guard !finding.related.isEmpty else { return }
        array("related", finding.related) { output, related in
            output.member("message", related.message)
            output.place(related.place)
        }
    }

    /// Writes the members of a place into the object that is open.
    private mutating func place(_ place: Place) {
        member("file", ifPresent: place.file)
        if let range = place.range {
            key("start")
            position(range.start)
            key("end")
            position(range.end)
        }
        member("xpath", ifPresent: place.xpath)
        member("jsonPointer", ifPresent: place.jsonPointer)
        member("id", ifPresent: place.id)
        member("sourceLines", ifPresent: place.sourceLines?.description)
    }

    private mutating func position(_ position: TextPosition) {
        beginObject()
        member("line", position.line)
        member("column", position.column)
        member("offset", position.offset)
        endObject()
    }
}
