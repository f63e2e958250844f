/// Validation results as JSON, for pipelines.
public enum FindingJSON {
    /// The version of the form, `major.minor`; members may be added in a minor version.
    public static let version = "1.0"

    /// One result as a line.
    public static func line(_ result: ValidationResult) -> [UInt8] {
        var output = JSONOutput(.compact)
        output.result(result)
        output.lineFeed()
        return output.bytes
    }

    /// All results as one document, with the tool that made it and counts by verdict.
    public static func document(_ results: [ValidationResult], _ tool: ToolVersion) -> [UInt8] {
        var output = JSONOutput(.indented)
        output.beginObject()
        output.member("reportVersion", version)
        output.key("tool")
        output.tool(tool)
        output.key("verdicts")
        output.beginObject()
        for verdict in Verdict.allCases {
            output.key(verdict.rawValue)
            output.number(results.count { $0.verdict == verdict })
        }
        output.endObject()
        output.key("results")
        output.beginArray()
        for result in results { output.result(result) }
        output.endArray()
        output.endObject()
        output.lineFeed()
        return output.bytes
    }
}

extension JSONOutput {
    fileprivate mutating func result(_ result: ValidationResult) {
        beginObject()
        member("file", result.file)
        member("verdict", result.verdict.rawValue)
        key("records")
        number(result.records)
        key("findings")
        beginArray()
        for finding in result.findings { self.finding(finding) }
        endArray()
        endObject()
    }

    private mutating func finding(_ finding: Finding) {
        beginObject()
        member("code", finding.code.description)
        member("severity", finding.severity.rawValue)
        member("message", finding.message)
        member("detail", ifPresent: finding.detail)
        place(finding.place)
        if !finding.related.isEmpty {
            key("related")
            beginArray()
            for related in finding.related {
                beginObject()
                member("message", related.message)
                place(related.place)
                endObject()
            }
            endArray()
        }
        endObject()
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
        key("line")
        number(position.line)
        key("column")
        number(position.column)
        key("offset")
        number(position.offset)
        endObject()
    }

    /// Writes the version of the tool and of what it stands on.
    mutating func tool(_ tool: ToolVersion) {
        beginObject()
        member("name", "rapporteur")
        member("version", tool.version)
        key("libxml2")
        beginObject()
        member("runtime", tool.libxml2)
        member("headers", tool.libxml2Headers)
        endObject()
        key("schemas")
        beginArray()
        for schema in PublishedSchema.all {
            beginObject()
            member("name", schema.fileName)
            member("sha256", schema.sha256)
            endObject()
        }
        endArray()
        endObject()
    }
}
