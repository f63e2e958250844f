internal import LibXML

extension FindingCode {
    /// A namespace of a draft of Akoma Ntoso 3.0, or of an earlier version.
    static let aknNamespace = FindingCode("akn-namespace", .info)
    /// An XML document that is no Akoma Ntoso.
    static let aknNoDocument = FindingCode("akn-no-document", .error)
}

extension ReportFormat {
    /// Akoma Ntoso 3.0 in the profile of the United Nations, with the defaults for what a record does not say.
    public static let akn = akomaNtoso()

    /// Akoma Ntoso 3.0 in the profile of the United Nations.
    public static func akomaNtoso(_ options: AKNOptions = AKNOptions()) -> ReportFormat {
        ReportFormat(
            name: "akn", summary: "Akoma Ntoso 3.0 (AKN4UN), one document or a collection",
            fileExtensions: ["akn.xml", "akn"], holdsSeveral: true,
            read: { file, _, each in AKNFileReader(file).read(each) },
            writer: { (reports, isCollection) throws(InputError) in
                let writer = AKNReportWriter(options: options)
                if reports.count == 1, !isCollection { return try writer.write(reports[0]) }
                return try writer.write(collection: reports)
            },
            keepingWriter: { (reports, kept, isCollection) throws(InputError) in
                let writer = AKNReportWriter(options: options)
                if reports.count == 1, !isCollection { return try writer.write(reports[0], keeping: kept[0]) }
                return try writer.write(collection: reports, keeping: kept)
            },
            checkSyntax: { XMLSyntaxCheck.check($0) })
    }
}

/// Reads the documents of a file.
struct AKNFileReader {
    private let file: InputFile

    init(_ file: InputFile) {
        self.file = file
    }

    /// Reads the records of a file one after another, and returns what is found about the file as a whole.
    func read(_ each: (RecordReading) -> Void) -> [Finding] {
        let source: XMLSource
        do {
            source = try XMLSource(file.bytes)
        } catch {
            return [Finding(error, file)]
        }
        let builder = AKNTreeBuilder()
        let result = XMLStreamParser(vocabulary: AKNName.vocabulary).parse(source, handler: builder)
        let lazyIndex = LazyIndex(source)
        var findings = builder.messages.map { message, offset in
            Finding(
                parser: message,
                place: Place(file: file.name, range: lazyIndex.value.range(offset..<offset)))
        }
        guard result.ending == .complete, !findings.contains(where: { $0.severity == .error }) else {
            if !findings.contains(where: { $0.severity == .error }) {
                findings.append(
                    Finding(
                        .xmlNotWellFormed, message: "The document could not be read to its end.",
                        place: Place(file: file.name)))
            }
            return findings
        }
        guard let root = builder.root, AKNNamespace.isKnown(root.namespace),
            root.name == AKNName.akomaNtoso.text
        else {
            return findings + [notAKN(builder.root, lazyIndex)]
        }
        let tree = builder.tree
        if tree.namespace != AKNNamespace.final {
            findings.append(
                Finding(
                    .aknNamespace,
                    message: """
                        The namespace is '\(tree.namespace)', not that of the standard, '\(AKNNamespace.final)'; \
                        the document is read as if it were.
                        """, place: place(0, tree, lazyIndex)))
        }
        findings += builder.notKept.map { what, offset in
            Finding(
                .xmlNotKept,
                message:
                    "\(what) is not part of the record; it is not kept when the record is written again.",
                place: Place(file: file.name, range: lazyIndex.value.range(offset..<offset)))
        }
        readDocuments(in: tree, source, lazyIndex, &findings, each)
        return findings
    }

    private func readDocuments(
        in tree: AKNTree, _ source: XMLSource, _ index: LazyIndex, _ findings: inout [Finding],
        _ each: (RecordReading) -> Void
    ) {
        let finder = AKNDocumentFinder(tree)
        findings += finder.withoutDocument.map { noDocument($0, tree, index) }
        let rules = AKNRules(tree, file.name) { index.value }
        let isCollection = finder.documents.contains { $0.isInCollection }
        for (number, document) in finder.documents.enumerated() {
            each(reading(of: document, isCollection ? number : nil, tree, source, rules, index))
        }
    }

    private func reading(
        of document: AKNDocument, _ number: Int?, _ tree: AKNTree, _ source: XMLSource, _ rules: AKNRules,
        _ index: LazyIndex
    ) -> RecordReading {
        let eId = number == nil ? nil : tree.value(.eId, of: tree[document.node].parent)
        var reader = AKNReader(tree, document, prefix: eId.map { $0 + "__" } ?? "", file: file.name)
        let report = reader.read()
        var findings = reader.losses.findings(tree, file.name) { index.value }
        if let mismatch = reader.builder.mismatch {
            findings.append(.mismatch(mismatch, at: place(document.node, tree, index)))
        }
        let places = RecordPlaces(
            file: file.name, offsets: reader.offsets,
            root: number.map { ("/collection/meetingReport[\($0 + 1)]", "/content/\($0)") },
            index: { index.value })
        // What a record does not say it need not be told of.
        findings += rules.check(document.node).filter { !reader.isOwn || $0.code != .aknUnknownDate }
        if let report {
            // What others wrote for another schema is not wrong for what a record would not have.
            findings += report.check(places).map { finding in
                var finding = finding
                if !reader.isOwn, RecordRules.codes.contains(finding.code) {
                    finding.severity = min(finding.severity, .warning)
                }
                return finding
            }
        }
        let isSound = findings.allSatisfy { $0.severity != .error || !Self.isAboutStructure($0) }
        var reading = RecordReading(
            index: number, report: isSound ? report : nil, findings: findings, start: reader.offsets.first)
        let (losses, isOwn) = (reader.losses, reader.isOwn)
        reading.kept = {
            isOwn ? AKNMeta.kept(of: document.node, in: tree) : losses.kept(tree, source.utf8)
        }
        return reading
    }

    /// Whether an error says that no sound record was made, not only that a rule is broken.
    private static func isAboutStructure(_ finding: Finding) -> Bool {
        !RecordRules.codes.contains(finding.code)
    }

    private func notAKN(_ root: (namespace: String?, name: String, offset: Int)?, _ index: LazyIndex)
        -> Finding
    {
        let name = root.map { "'\($0.name)'" } ?? "none"
        let namespace = root?.namespace.map { "the namespace '\($0)'" } ?? "no namespace"
        let offset = root?.offset ?? 0
        return Finding(
            .aknNoDocument,
            message:
                "The root element is \(name) in \(namespace); 'akomaNtoso' in '\(AKNNamespace.final)' was expected.",
            place: Place(file: file.name, range: index.value.range(offset..<offset)))
    }

    private func noDocument(_ node: Int32, _ tree: AKNTree, _ index: LazyIndex) -> Finding {
        Finding(
            .aknNoDocument,
            message: "'\(tree.name(of: node))' holds no document that can be read as a record.",
            place: place(node, tree, index))
    }

    private func place(_ node: Int32, _ tree: AKNTree, _ index: LazyIndex) -> Place {
        let offset = tree[node].offset
        return Place(file: file.name, range: index.value.range(offset..<offset), xpath: tree.path(of: node))
    }
}

/// An index of a file's lines that is made when it is first asked for.
private final class LazyIndex {
    private let source: XMLSource
    private(set) lazy var value = TextIndex(source.utf8)

    init(_ source: XMLSource) {
        self.source = source
    }
}
