/// The identification of a document, held against itself: IRIs against the naming convention and the values beside them.
struct AKNIdentification {
    /// Something that is wrong.
    struct Problem {
        let code: FindingCode
        let message: String
        let node: Int32
    }

    private let tree: AKNTree
    private let work: Int32?
    private let expression: Int32?
    private let manifestation: Int32?

    init(_ identification: Int32, in tree: AKNTree) {
        self.tree = tree
        work = tree.first(.FRBRWork, in: identification)
        expression = tree.first(.FRBRExpression, in: identification)
        manifestation = tree.first(.FRBRManifestation, in: identification)
    }

    /// What is wrong; `document` is given where the identification is that of a whole document.
    func problems(of document: Int32?) -> [Problem] {
        var found: [Problem] = []
        for level in [work, expression, manifestation].compactMap(\.self) {
            for name in [AKNName.FRBRthis, .FRBRuri] {
                if let node = tree.first(name, in: level), let problem = formProblem(node) {
                    found.append(problem)
                }
            }
            if let date = tree.first(.FRBRdate, in: level), let value = tree.value(.date, of: date),
                value.hasPrefix(AKNDocumentNames.unknownDate)
            {
                found.append(
                    Problem(
                        code: .aknUnknownDate,
                        message: "The date '\(value)' stands for one that is not known.",
                        node: date))
            }
        }
        found += language()
        if let document, !found.contains(where: { $0.code == .aknIRIForm }) { found += mismatches(document) }
        return found
    }

    private func value(_ name: AKNName, _ level: Int32?, _ attribute: AKNName = .value) -> (String, Int32)? {
        guard let level, let node = tree.first(name, in: level), let value = tree.value(attribute, of: node)
        else {
            return nil
        }
        return (value, node)
    }

    // MARK: - Form

    private func formProblem(_ node: Int32) -> Problem? {
        let value = tree.value(.value, of: node) ?? ""
        let what: String
        if value.isEmpty {
            what = "is empty"
        } else if !value.hasPrefix("/akn/") {
            what = "does not begin with '/akn/'"
        } else if value.hasSuffix("/") {
            what = "ends with '/'"
        } else if value.contains("//") {
            what = "has an empty part"
        } else if tree[node].name == .FRBRuri, value.contains("!") {
            what = "names a component, which only FRBRthis does"
        } else if tree[node].name == .FRBRthis, !value.contains("/!") {
            what = "names no component, such as '/!main'"
        } else {
            return nil
        }
        return Problem(
            code: .aknIRIForm, message: "The IRI '\(value)' in '\(tree.name(of: node))' \(what).", node: node)
    }

    private func language() -> [Problem] {
        guard let (code, node) = value(.FRBRlanguage, expression, .language) else { return [] }
        if let other = AKNLanguage.bibliographic[code] {
            return [
                Problem(
                    code: .aknLanguage,
                    message:
                        "The language is '\(code)', its code in bibliographies; '\(other)' was expected.",
                    node: node)
            ]
        }
        if AKNLanguage.isWellFormed(code) { return [] }
        return [
            Problem(
                code: .aknLanguage,
                message:
                    "The language is '\(code)'; three small letters of ISO 639-2/T were expected, such as 'eng'.",
                node: node)
        ]
    }

    // MARK: - Parts

    /// Where the parts of the IRIs and the values beside them differ.
    private func mismatches(_ document: Int32) -> [Problem] {
        guard let (uri, node) = value(.FRBRuri, work) else { return [] }
        var found: [Problem] = []
        func compare(_ part: String?, _ expected: String?, _ what: String, _ node: Int32) {
            guard let part, let expected, !part.utf8.elementsEqual(expected.utf8) else { return }
            found.append(
                Problem(
                    code: .aknIRIMismatch,
                    message: "The IRI has '\(part)' where the metadata has '\(expected)' as \(what).",
                    node: node))
        }
        let parts = uri.split(separator: "/").map(String.init)
        func part(_ index: Int) -> String? { parts.indices.contains(index) ? parts[index] : nil }
        compare(part(1), value(.FRBRcountry, work)?.0, "country", node)
        compare(part(2), tree.name(of: document), "kind of document", node)
        let subtype = value(.FRBRsubtype, work)?.0
        compare(part(3), subtype, "subtype", node)
        // With an actor there are seven parts; without subtype or actor it is not known which part is which.
        if parts.count == 7 {
            compare(part(5), value(.FRBRdate, work, .date)?.0, "date", node)
            compare(part(6), value(.FRBRnumber, work)?.0, "number", node)
            compare(part(4), actor(), "actor", node)
        }
        if let (this, node) = value(.FRBRthis, work), !this.hasPrefix(uri + "/!") {
            compare(this, uri + "/!main", "the IRI of the Work with a component", node)
        }
        guard let (expressionURI, expressionNode) = value(.FRBRuri, expression) else { return found }
        guard expressionURI.hasPrefix(uri + "/") else {
            compare(expressionURI, uri + "/…", "the IRI of the Work", expressionNode)
            return found
        }
        let version = expressionURI.dropFirst(uri.count + 1).split(
            separator: "@", omittingEmptySubsequences: false)
        compare(
            version.first.map(String.init), value(.FRBRlanguage, expression, .language)?.0, "language",
            expressionNode)
        if version.count > 1, !version[1].isEmpty {
            compare(
                String(version[1]), value(.FRBRdate, expression, .date)?.0, "date of the Expression",
                expressionNode)
        }
        if let (manifestationURI, node) = value(.FRBRuri, manifestation),
            !manifestationURI.hasPrefix(expressionURI)
        {
            compare(manifestationURI, expressionURI + ".xml", "the IRI of the Expression", node)
        }
        return found
    }

    /// The last part of the IRI of the organization that is named as author.
    private func actor() -> String? {
        guard let (reference, _) = value(.FRBRauthor, work, .href), reference.hasPrefix("#") else {
            return nil
        }
        let eId = reference.dropFirst()
        guard let level = work, let references = tree.first(.references, in: tree[tree[level].parent].parent)
        else { return nil }
        for entry in tree.children(of: references) where tree.name(of: entry) == "TLCOrganization" {
            if tree.value(.eId, of: entry).map({ $0 == eId }) == true {
                return tree.value(.href, of: entry)?.split(separator: "/").last.map(String.init)
            }
        }
        return nil
    }
}
