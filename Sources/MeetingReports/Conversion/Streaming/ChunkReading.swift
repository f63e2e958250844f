/// The records of a chunk, and what was found in it, with places in the whole input.
struct ChunkReading: Sendable {
    /// The input's name.
    let file: String
    /// The records, with their places among those of the chunk.
    var records: [RecordReading] = []
    /// What was found about the chunk itself.
    var about: [Finding] = []
    /// How many children of the root there are of each name.
    var siblings = SiblingCounts()
    /// Whether the input cannot be read any further.
    var isFatal = false

    /// Reads a chunk of an input.
    init(_ chunk: RecordChunk, of file: String, isXML: Bool, for use: RecordUse) {
        self.file = file
        if let skipped = chunk.skipped {
            records = [RecordReading(index: 0, report: nil, findings: [skipped])]
        } else if isXML {
            readXML(chunk, file, use)
        } else {
            let reader = JSONFileReader(InputFile(name: file, bytes: chunk.document), use, chunk.index)
            var records: [RecordReading] = []
            about = reader.readLines { records.append($0) }
            self.records = records
        }
        if case .failure(let finding) = chunk.ending {
            about.append(finding)
            isFatal = true
        }
        if case .fault = chunk.ending { isFatal = true }
        guard isFatal, !chunk.isLast || chunk.ending.isFault else { return }
        if let last = about.lastIndex(where: { $0.severity == .error }) {
            about[last].message += " What follows is not read."
        }
    }

    private mutating func readXML(_ chunk: RecordChunk, _ file: String, _ use: RecordUse) {
        var records: [RecordReading] = []
        let answer = XMLRecordReader.read(chunk, of: file, use) { records.append($0) }
        self.records = records
        about = answer.findings
        siblings = answer.siblings
        isFatal = !answer.isWhole
    }

    /// What was found, in the order of the input, each finding with the record that it is about; nil for the chunk itself.
    var findingsWithOwners: [(Finding, Int?)] {
        let found =
            about.map { ($0, nil) }
            + records.enumerated().flatMap { number, record in record.findings.map { ($0, number as Int?) } }
        return found.map(\.0).orderOfInput.map { found[$0] }
    }

    /// What was found, in the order of the input.
    var findings: [Finding] { findingsWithOwners.map(\.0) }

    /// The reading with the numbers that records have behind those of earlier chunks.
    func numbered(behind count: Int, _ siblings: SiblingCounts) -> ChunkReading {
        guard count > 0 || !siblings.isEmpty else { return self }
        var reading = self
        for record in records.indices {
            reading.records[record].index? += count
            for finding in records[record].findings.indices {
                siblings.renumber(&reading.records[record].findings[finding])
            }
        }
        for finding in about.indices { siblings.renumber(&reading.about[finding]) }
        return reading
    }
}

extension RecordChunk.Ending {
    fileprivate var isFault: Bool { if case .fault = self { true } else { false } }
}

/// How many children a collection has had, so that those of a later chunk get the numbers that they have in the whole.
struct SiblingCounts: Sendable, Hashable {
    /// By the name that a path shows.
    var byName: [String: Int] = [:]
    /// All of them; what a path shows as `*` is counted among all.
    var all = 0
    /// How many parts the run of the collection has, in JSON.
    var run = 0

    var isEmpty: Bool { all == 0 }

    mutating func add(_ others: SiblingCounts) {
        byName.merge(others.byName, uniquingKeysWith: +)
        all += others.all
        run += others.run
    }

    /// Corrects the paths of a finding.
    func renumber(_ finding: inout Finding) {
        renumber(&finding.place)
        for index in finding.related.indices { renumber(&finding.related[index].place) }
    }

    private func renumber(_ place: inout Place) {
        if let path = place.xpath { place.xpath = renumbered(path) }
        let content = "/content/"
        if let pointer = place.jsonPointer, pointer.hasPrefix(content) {
            let digits = pointer.utf8.dropFirst(content.utf8.count).prefix { $0 != UInt8(ascii: "/") }
            if let position = Int(digits: digits) {
                place.jsonPointer =
                    content + String(position + run)
                    + String(pointer.dropFirst(content.utf8.count + digits.count))
            }
        }
    }

    /// The path with the number that its child of the collection has in the whole.
    private func renumbered(_ path: String) -> String {
        let root = "/collection/"
        guard path.hasPrefix(root) else { return path }
        let step = path.dropFirst(root.utf8.count).prefix { $0 != "/" }
        let name = step.prefix { $0 != "[" }
        let digits = step.dropFirst(name.count).utf8.filter {
            $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
        }
        let number = (Int(digits: digits) ?? 1) + (name == "*" ? all : byName[String(name)] ?? 0)
        let isNumbered = step.count > name.count || number > 1
        return root + name + (isNumbered ? "[\(number)]" : "") + path.dropFirst(root.count + step.count)
    }
}
