internal import LibXML

/// Reads the records of a JSON file: one, those of a collection, or one a line.
struct JSONFileReader {
    private let file: InputFile
    private let use: RecordUse
    private let index: TextIndex

    /// JSON opens an object and an array for each element, so that records may be as deep as in XML.
    private static let maximumDepth = 2 * 250 + 4

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - use: what the records are read for.
    ///   - index: turns offsets into places, where the bytes are a part of the file.
    init(_ file: InputFile, _ use: RecordUse = .report, _ index: TextIndex? = nil) {
        self.file = file
        self.use = use
        self.index = index ?? TextIndex(file.bytes)
    }

    /// Reads the record, or the records of the collection, and returns what is found about the file as a whole.
    func read(_ each: (RecordReading) -> Void) -> [Finding] {
        let root: JSONNode
        do {
            root = try JSONDocument(file.bytes, maximumDepth: Self.maximumDepth).root
        } catch {
            return [Finding(error, file, index)]
        }
        if root["type"]?.isString("collection") == true { return readCollection(root, each) }
        return withReader { reader in
            each(reader.read(root, use))
            return []
        }
    }

    /// Reads a record from each line that is not blank.
    func readLines(_ each: (RecordReading) -> Void) -> [Finding] {
        withReader { reader in
            for (number, line) in lines.enumerated() {
                do throws(JSONSyntaxError) {
                    let root = try JSONDocument(file.bytes, range: line, maximumDepth: Self.maximumDepth).root
                    var reading = reader.read(root, use)
                    reading.index = number
                    each(reading)
                } catch {
                    each(
                        RecordReading(
                            index: number, report: nil, findings: [Finding(error, file, index)],
                            start: line.lowerBound))
                }
            }
            return []
        }
    }

    /// Checks that parts of the file are JSON, of whatever vocabulary.
    func checkSyntax(_ parts: [Range<Int>]) -> [Finding] {
        parts.compactMap { part in
            do throws(JSONSyntaxError) {
                _ = try JSONDocument(file.bytes, range: part)
                return nil
            } catch {
                return Finding(error, file, index)
            }
        }
    }

    /// The lines that hold more than white space.
    var lines: [Range<Int>] {
        file.bytes.withUnsafeBufferPointer { bytes in
            var lines: [Range<Int>] = []
            var start = 0
            while start < bytes.count {
                let end = bytes.first(UInt8(ascii: "\n"), from: start)
                if !bytes[start..<end].allSatisfy(\.isXMLSpace) { lines.append(start..<end) }
                start = end + 1
            }
            return lines
        }
    }

    private func readCollection(_ root: JSONNode, _ each: (RecordReading) -> Void) -> [Finding] {
        withReader { reader in
            var counts: [ElementName: Int] = [:]
            for (number, node) in (root["content"]?.elements ?? root.elements).enumerated() {
                let name = node["type"]?.string.flatMap { ElementName(name: $0) }
                if let name { counts[name, default: 0] += 1 }
                let path = "/collection/\(name?.name ?? "*")[\(name.flatMap { counts[$0] } ?? number + 1)]"
                var reading = reader.read(node, use, root: (path, "/content/\(number)"))
                if name != .meetingReport {
                    reading.isSound = false
                    reading.report = nil
                    reading.findings.append(
                        Finding(
                            .schemaElement,
                            message:
                                "A collection holds records, objects of type \"meetingReport\", and nothing else.",
                            place: place(node, path)))
                }
                reading.index = number
                each(reading)
            }
            return collectionFindings(root)
        }
    }

    /// What is wrong with a collection beside its records.
    private func collectionFindings(_ root: JSONNode) -> [Finding] {
        let xpath = "/collection"
        var findings: [Finding] = []
        if root["content"]?.kind != .array {
            findings.append(
                Finding(
                    .jsonShape, message: "A collection has a member \"content\", the array of its records.",
                    place: place(root, xpath)))
        }
        if let version = root["version"] {
            if !(version.string.map(RecordVersion.isRead) ?? false) {
                findings.append(
                    Finding(
                        .schemaValue, message: "This is not a version of collections; \"1.0\" was expected.",
                        place: place(version, xpath + "/@version")))
            }
        } else {
            findings.append(
                Finding(
                    .schemaAttributeMissing,
                    message:
                        "The object \"collection\" lacks the member \"version\", which it must have. Add it.",
                    place: place(root, xpath)))
        }
        for member in root.members {
            guard !["type", "version", "content"].contains(where: { member.key.isString($0) }) else {
                continue
            }
            let name = member.key.string ?? ""
            findings.append(
                Finding(
                    .schemaAttribute,
                    message:
                        "The member \"\(name)\" is not allowed in \"collection\". Allowed in it: version.",
                    place: place(member.key, xpath + "/@\(name)")))
        }
        return findings
    }

    /// Calls `body` with a reader, unless the schema cannot be had.
    private func withReader(_ body: (inout JSONRecordReader) -> [Finding]) -> [Finding] {
        do {
            return try RecordSchema.validating { validation in
                var reader = JSONRecordReader(file: file.name, index: index, validation: validation)
                return body(&reader)
            }
        } catch {
            return [error.at(file: file.name).finding]
        }
    }

    private func place(_ node: JSONNode, _ xpath: String) -> Place {
        let range = SourceExtent(file.bytes).firstLine(node.range)
        return Place(file: file.name, range: index.range(range), xpath: xpath, jsonPointer: node.pointer)
    }
}
