internal import LibXML

/// The plain sentence for a schema error: what was found, what was allowed there, what to do.
///
/// libxml2 says these things in the words of the XML Schema recommendation, with lists that it cuts off after ten names;
/// its own words go along with the finding as its detail.
struct SchemaSentence {
    /// What the sentence speaks of.
    enum Subject: Hashable {
        /// A record in XML.
        case xml
        /// A record in JSON: objects and members.
        case json
        /// XML of another vocabulary, whose root has that namespace.
        case otherXML(namespace: String?)
    }

    private let subject: Subject
    private let code: FindingCode
    /// The element that libxml2 names.
    private var element = ""
    /// The element around that one, where the place tells it.
    private let parent: String?
    /// The attribute that libxml2 names.
    private var attribute: String?
    /// What libxml2 says of them.
    private var rest = ""

    /// Prepares the sentence for a message about the element with that path.
    init(_ message: XMLMessage, _ code: FindingCode, xpath: String?, _ subject: Subject) {
        self.subject = subject
        self.code = code
        var text = message.text
        switch subject {
        case .xml, .json: text = text.replacing("{\(XMLNamespace.record)}", with: "")
        case .otherXML(let namespace): text = namespace.map { text.replacing("{\($0)}", with: "") } ?? text
        }
        text = text.replacing("{http://www.w3.org/XML/1998/namespace}", with: "xml:")
            .replacing("{http://www.w3.org/2001/XMLSchema-instance}", with: "xsi:")
        parent = xpath.flatMap(Self.parent)
        if let name = text.part(after: "Element '", before: "'"), let colon = text.range(of: "': ") {
            element = name
            attribute = text[..<colon.upperBound].part(after: "', attribute '", before: "'")
            rest = String(text[colon.upperBound...])
            attribute = attribute ?? rest.part(after: "The attribute '", before: "'")
        } else {
            rest = text
        }
        if rest.utf8.starts(with: "[facet '".utf8), let end = rest.range(of: "'] ") {
            rest = String(rest[end.upperBound...])
        }
    }

    /// The sentence.
    var text: String {
        switch code {
        case .schemaElement: elementSentence
        case .schemaAttribute: attributeSentence
        case .schemaAttributeMissing: missingSentence
        case .schemaValue: valueSentence
        case .schemaText: textSentence
        case .schemaRoot: rootSentence
        default: otherSentence
        }
    }

    // MARK: - Elements

    private var elementSentence: String {
        let isUnexpected = rest.range(of: "This element is not expected") != nil
        let allowed = allowedNames(in: isUnexpected ? parent : element)
        if !isUnexpected {
            guard !allowed.isEmpty else { return fallback }
            let remedy = allowed.count == 1 ? "Add it." : "Add it, or take \(quoted(element)) out."
            return "\(noun(element)) is incomplete: \(Self.list(allowed, "or")) is missing. \(remedy)"
        }
        let list = allowed.isEmpty ? "" : " Allowed here: \(Self.list(allowed, "and"))."
        if isOurs, ElementName(name: element) == nil {
            let hint = Self.hint(EditDistance.nearest(to: element, among: ElementName.names).map(quoted))
            return "\(quoted(element)) is not a name of the vocabulary.\(hint)\(list)"
        }
        if let headOrder {
            return """
                \(noun(element)) may not stand here: \(quoted(parent ?? "")) has it once at most, at its beginning\(headOrder). \
                Move it there, or take it out.
                """
        }
        let whole = parent.map { " in \(quoted($0))" } ?? ""
        return
            "\(noun(element)) may not stand here\(whole).\(list)\(list.isEmpty ? " Move it, or take it out." : "")"
    }

    /// The order of the head children of the parent, where the element is one of them.
    private var headOrder: String? {
        guard isOurs, let heads = parent.flatMap(ElementName.init(name:))?.heads,
            heads.contains(where: { $0.name == element })
        else { return nil }
        return heads.count > 1 ? ", in the order \(Self.list(heads.map(\.name), "and"))" : ""
    }

    /// The names that libxml2 lists; of ours also those that it leaves out.
    private func allowedNames(in holder: String?) -> [String] {
        let listed =
            rest.part(after: "Expected is one of ( ", before: " )")
            ?? rest.part(
                after: "Expected is ( ", before: " )")
        var names = (listed ?? "").replacing(", ", with: " ").utf8.split(separator: UInt8(ascii: " ")).map {
            String(Substring($0))
        }
        guard isOurs else { return names + (names.count >= Self.listLimit ? ["others"] : []) }
        let model = holder.flatMap(ElementName.init(name:))?.contentModel
        if names.isEmpty || names.count >= Self.listLimit { names += model?.members.map(\.name) ?? [] }
        var seen: Set<String> = []
        names = names.filter { seen.insert($0).inserted }
        let interruptions = ElementName.interruptions.map(\.name)
        let texts = model?.isMixed == true ? ["text"] : []
        return texts + names.filter { !interruptions.contains($0) } + names.filter(interruptions.contains)
    }

    /// How many names libxml2 lists at most.
    private static let listLimit = 10

    private var rootSentence: String {
        isOurs
            ? "\(quoted(element)) is not a record: a record is \(quoted("meetingReport")), several are in a \(quoted("collection"))."
            : "The schema declares no element \(quoted(element)) that a document could begin with."
    }

    // MARK: - Attributes and values

    private var attributeSentence: String {
        let found = "The \(part) \(quoted(attribute ?? "")) is not allowed in \(quoted(element))."
        guard isOurs, let attribute, let allowed = ElementName(name: element)?.attributes.map(\.text) else {
            return found
        }
        // A prefix too many is as good as a misspelling.
        let local = attribute.utf8.split(separator: UInt8(ascii: ":")).last.map { String(Substring($0)) }
        let hint = Self.hint(EditDistance.nearest(to: local ?? "", among: allowed).map(quoted))
        let list = allowed.isEmpty ? "It has none." : "Allowed in it: \(Self.list(allowed, "and"))."
        return "\(found)\(hint) \(list)"
    }

    private var missingSentence: String {
        "\(noun(element)) lacks the \(part) \(quoted(attribute ?? "")), which it must have. Add it."
    }

    private var valueSentence: String {
        // What is about a simple type is counted among the values.
        if rest.utf8.starts(with: "Element content".utf8) { return textSentence }
        if rest.range(of: "' is not allowed") != nil { return attributeSentence }
        if rest.range(of: "has a length of '0'") != nil {
            return "\(holder) is empty. Give it a value, or take it out."
        }
        guard
            let value = rest.part(after: "The value '", beforeFirstOf: Self.valueEnds)
                ?? rest.part(after: "'", before: "' is not a valid value of")
        else { return fallback }
        let found = "\(holder) is \(quoted(Self.shortened(value)))"
        if let pattern = rest.part(after: "is not accepted by the pattern '", beforeLast: "'") {
            guard isOurs, let form = ValueForm.described(by: pattern) else {
                return "\(found), which does not fit the pattern \(pattern)."
            }
            return "\(found), which is not \(form.name). \(form.advice)"
        }
        if let set = rest.part(after: "is not an element of the set {", beforeLast: "}") {
            let words = set.words
            let hint = Self.hint(EditDistance.nearest(to: value, among: words).map(quoted))
            return "\(found).\(hint) Allowed: \(Self.list(words, "and"))."
        }
        if let type = rest.part(after: " type 'xs:", before: "'") {
            let example = ValueForm.example(ofType: type).map { ", for example \($0)" } ?? ""
            return "\(found). A value of the type xs:\(type) was expected\(example)."
        }
        return fallback
    }

    private static let valueEnds = [
        "' is not accepted by", "' is not an element of the set", "' has a length of",
        "' is not a valid value",
    ]

    /// The attribute, or the element, that has the value.
    private var holder: String {
        attribute.map { "The \(part) \(quoted($0)) of \(quoted(element))" } ?? noun(element)
    }

    // MARK: - Text and the rest

    private var textSentence: String {
        let isEmpty = rest.range(of: "content type is empty") != nil
        if rest.utf8.starts(with: "Element content".utf8) {
            return "\(noun(element)) may hold no other \(subject == .json ? "objects" : "elements")."
        }
        if isEmpty { return "\(noun(element)) holds nothing: take the text out of it." }
        let remedy =
            isOurs
            ? " Put it into \(quoted("p")), or into \(quoted("unrecognized")) where nobody knows what it is."
            : ""
        return "Text may not stand directly in \(quoted(element)).\(remedy)"
    }

    private var otherSentence: String {
        if rest.range(of: "is not 'nillable'") != nil {
            return "\(noun(element)) may not have xsi:nil: take it out; what is not there is left out."
        }
        if attribute == "xsi:type", isOurs {
            return
                "\(noun(element)) may not have xsi:type: records have no types to choose from. Take it out."
        }
        return fallback
    }

    /// libxml2's own sentence.
    private var fallback: String {
        element.isEmpty ? rest : "\(holder): \(rest)"
    }

    // MARK: - Words

    private var isOurs: Bool {
        if case .otherXML = subject { false } else { true }
    }

    /// What an attribute is called.
    private var part: String { subject == .json ? "member" : "attribute" }

    /// An element, at the beginning of a sentence.
    private func noun(_ name: String) -> String {
        guard subject == .json else { return "The element \(quoted(name))" }
        return (ElementName(name: name)?.isHead == true ? "The member " : "The object ") + quoted(name)
    }

    /// A name or value in quotation marks; a name `{namespace}name` as the name, and its namespace behind it.
    private func quoted(_ text: String) -> String {
        func marked(_ text: some StringProtocol) -> String { subject == .json ? "\"\(text)\"" : "'\(text)'" }
        guard let namespace = text.part(after: "{", beforeLast: "}"), text.utf8.first == UInt8(ascii: "{")
        else { return marked(text) }
        return "\(marked(text.utf8Dropping(namespace.utf8.count + 2))) of the namespace \(marked(namespace))"
    }

    private static func hint(_ name: String?) -> String { name.map { " Did you mean \($0)?" } ?? "" }

    /// `a, b and c`; of many words the first, and how many more there are.
    private static func list(_ words: [String], _ last: String) -> String {
        let limit = 12
        if words.count > limit + 1 {
            return words.prefix(limit).joined(separator: ", ") + " \(last) \(words.count - limit) more"
        }
        guard let end = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(last) \(end)"
    }

    /// A value of which the first characters tell enough.
    private static func shortened(_ value: String) -> String {
        let limit = 80
        let scalars = value.unicodeScalars
        return scalars.count <= limit
            ? value : String(String.UnicodeScalarView(scalars.prefix(limit))) + "…"
    }

    /// The name of the last element but one of a path.
    private static func parent(in path: String) -> String? {
        let steps = path.utf8.split(separator: UInt8(ascii: "/")).filter { $0.first != UInt8(ascii: "@") }
        guard steps.count > 1 else { return nil }
        return String(Substring(steps[steps.count - 2].prefix { $0 != UInt8(ascii: "[") }))
    }
}

extension StringProtocol {
    /// What stands between two texts, the first time that they occur one after the other.
    fileprivate func part(after start: String, before end: String) -> String? {
        part(after: start, beforeFirstOf: [end])
    }

    /// What stands behind a text and before the first of some others.
    fileprivate func part(after start: String, beforeFirstOf ends: [String]) -> String? {
        guard let start = range(of: start) else { return nil }
        let rest = self[start.upperBound...]
        guard let end = ends.compactMap({ rest.range(of: $0)?.lowerBound }).min() else { return nil }
        return String(rest[..<end])
    }

    /// What stands behind a text and before the last occurrence of one byte.
    fileprivate func part(after start: String, beforeLast end: Unicode.Scalar) -> String? {
        guard let start = range(of: start),
            let end = self[start.upperBound...].unicodeScalars.lastIndex(of: end)
        else { return nil }
        return String(self[start.upperBound..<end])
    }

    /// The text without its first bytes, which are whole characters.
    fileprivate func utf8Dropping(_ count: Int) -> String {
        String(decoding: utf8.dropFirst(count), as: UTF8.self)
    }

    /// The words of a list such as `'draft', 'final'`.
    fileprivate var words: [String] {
        var words: [String] = []
        var rest = self[...]
        while let start = rest.range(of: "'"), let end = rest[start.upperBound...].range(of: "'") {
            words.append(String(rest[start.upperBound..<end.lowerBound]))
            rest = rest[end.upperBound...]
        }
        return words
    }
}
