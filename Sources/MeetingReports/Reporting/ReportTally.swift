/// Counts over the results of a run.
struct ReportTally: Sendable {
    private(set) var inputs = 0
    private(set) var records = 0
    private(set) var verdicts: [Verdict: Int] = [:]
    private(set) var severities: [Finding.Severity: Int] = [:]
    /// Findings that a baseline knows, which are counted by severity as well.
    private(set) var known = 0
    /// How often each code was found, and in how many inputs.
    private(set) var codes: [String: (findings: Int, inputs: Int)] = [:]

    /// Counts a result.
    mutating func add(_ result: ValidationResult) {
        inputs += 1
        records += result.recordCount
        verdicts[result.verdict, default: 0] += 1
        for finding in result.findings {
            severities[finding.severity, default: 0] += 1
            if finding.isKnown { known += 1 }
            codes[finding.code.description, default: (0, 0)].findings += 1
        }
        for (code, count) in result.unlisted {
            severities[code.severity, default: 0] += count
            codes[code.description, default: (0, 0)].findings += count
        }
        let found = result.findings.map(\.code.description) + result.unlisted.keys.map(\.description)
        for code in Set(found) { codes[code]?.inputs += 1 }
    }

    /// How often each code was found, a line each, the most frequent first.
    var statistics: String {
        let sorted = codes.sorted { ($1.value.findings, $0.key) < ($0.value.findings, $1.key) }
        let width = sorted.first.map { Self.grouped($0.value.findings).utf8.count } ?? 0
        return sorted.map { code, count in
            let number = Self.grouped(count.findings)
            let margin = String(repeating: " ", count: width - number.utf8.count)
            return "\(margin)\(number) \(code) in \(Self.counted(count.inputs, "input"))\n"
        }.joined()
    }

    /// The counts in a sentence or two.
    ///
    /// `12 inputs: 10 valid, 2 invalid. 3 findings: 2 errors, 1 warning.`
    var text: String {
        let verdicts = Verdict.allCases.compactMap { verdict in
            self.verdicts[verdict].map { "\(Self.grouped($0)) \(verdict.rawValue)" }
        }
        let total = severities.values.reduce(0, +)
        var text = Self.counted(inputs, "input") + ": " + verdicts.joined(separator: ", ") + "."
        if total > 0 {
            text += " \(Self.counted(total, "finding")): \(Self.text(severities))"
            text += known > 0 ? "; \(Self.grouped(known)) known." : "."
        }
        return text
    }

    /// Counts by severity, the gravest first: `2 errors, 1 warning`; what does not occur is left out.
    static func text(_ severities: [Finding.Severity: Int]) -> String {
        Finding.Severity.allCases.reversed().compactMap { severity in
            severities[severity].map {
                severity == .info ? "\(grouped($0)) info" : counted($0, "\(severity)")
            }
        }.joined(separator: ", ")
    }

    /// Counts of some findings by severity.
    static func severities(of findings: some Sequence<Finding>) -> [Finding.Severity: Int] {
        findings.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
    }

    /// A number of things: `1 finding`, `3,117 findings`.
    static func counted(_ count: Int, _ thing: String) -> String {
        "\(grouped(count)) \(thing)\(count == 1 ? "" : "s")"
    }

    /// A number with commas between thousands.
    static func grouped(_ number: Int) -> String {
        var digits = Array(String(number).utf8)
        var place = digits.count - 3
        while place > 0 {
            digits.insert(UInt8(ascii: ","), at: place)
            place -= 3
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
