internal import LibXML

extension FindingCode {
    /// JSON that does not have the shape of a record, such as a number where a string belongs.
    static let jsonShape = FindingCode("json-shape", .error)
}

/// Reads one record from JSON by the rules that mirror the XML, which need neither schema nor model.
///
/// Elements go to the schema validator and to the builder in the order of the XML, whatever the order of the members;
/// so the XSD judges a JSON record, and each finding gets the place of the JSON value.
struct JSONRecordReader {
    private var feed: SchemaFeed
    private var findings: [Finding] = []
    private var flood = FindingFlood(listing: nil)
    private var recordPath = ""
    private var pointers = JSONPointerWalk()
    private let file: String?
    private let index: TextIndex

    init(file: String?, index: TextIndex, validation: SchemaValidation?) {
        self.file = file
        self.index = index
        feed = SchemaFeed(validation)
    }

    /// Reads the record that `node` is.
    ///
    /// - Parameters:
    ///   - use: what the record is read for.
    ///   - root: the record's place where it is one of several.
    mutating func read(
        _ node: JSONNode, _ use: RecordUse, root: (xpath: String, pointer: String)? = nil
    ) -> RecordReading {
        recordPath = root?.xpath ?? "/meetingReport"
        findings = []
        flood = use.flood
        if let version = node["version"], let text = version.string,
            let finding = Finding.otherVersion(text, at: place(of: version))
        {
            return RecordReading(report: nil, findings: [finding], id: node["id"]?.string)
        }
        feed.begin()
        element(node, head: nil)
        if !feed.finish(), findings.isEmpty { findings.append(.undecided(at: place(of: node))) }
        if let mismatch = feed.builder.mismatch, findings.isEmpty {
            findings.append(.mismatch(mismatch, at: place(of: node)))
        }
        let isSound = findings.isEmpty && feed.builder.tape.root == .meetingReport
        if isSound {
            var places = RecordPlaces(file: file, root: root, index: { [index] in index })
            var pointers = JSONPointerWalk()
            places.pointer = { offset in node.document.node(at: offset).map { pointers.pointer(to: $0) } }
            findings = RecordRules.check(feed.builder.tape, places)
        }
        var reading = RecordReading(
            isSound: isSound, report: isSound && use == .report ? feed.builder.report : nil,
            findings: findings, start: node.range.lowerBound, id: node["id"]?.string)
        reading.unlisted = flood.next()
        return reading
    }

    /// Reads an object as the element that its `type` names, or as the head child that `head` is.
    private mutating func element(_ node: JSONNode, head: ElementName?) {
        guard node.kind == .object else {
            return shape("An object was expected, and \(node.kind.phrase) was found.", at: node)
        }
        let members = JSONElementMembers(node)
        let typeName = head?.name ?? members.type?.string
        guard let typeName else {
            return shape(
                "The object has no member \"type\" that says what it is. Add it, as \"type\": \"paragraph\".",
                at: node)
        }
        let name = ElementName(name: typeName)
        if let name, name.isHead, head == nil {
            // A head child as part of a run has a place in XML too, and the schema says whether it is allowed there.
            shape(
                "\"\(typeName)\" is a member of its own name, \"\(typeName)\": […], and not one of the objects in an array.",
                at: members.type ?? node)
        }
        start(name, typeName, members.attributes, at: node)
        for member in members.others { shape(member.problem, at: member.node) }
        if head != nil, let type = members.type {
            shape("\"\(typeName)\" has no member \"type\"; its name says what it is. Take it out.", at: type)
        }
        for head in members.heads { headChild(head.name, head.value) }
        content(members.content, of: name, at: node)
        end(at: node)
    }

    private mutating func content(_ content: JSONNode?, of name: ElementName?, at node: JSONNode) {
        guard let content else {
            if let name, name.contentModel != .empty {
                shape(
                    "The member \"content\" of \"\(name.name)\" is missing. Add it, even if it is empty: \"content\": [].",
                    at: node)
            }
            return
        }
        if name?.contentModel == .empty, content.count == 0 {
            shape("\"\(name?.name ?? "")\" has no member \"content\". Take it out.", at: content)
        }
        run(content, of: name, member: "content")
    }

    private mutating func headChild(_ name: ElementName, _ node: JSONNode) {
        guard !name.isJSONObject else { return element(node, head: name) }
        start(name, name.name, [], at: node)
        run(node, of: name, member: name.name)
        end(at: node)
    }

    /// Reads the array of what an element holds.
    private mutating func run(_ node: JSONNode, of name: ElementName?, member: String) {
        guard node.kind == .array else {
            return shape(
                """
                The member "\(member)" must be an array of texts and objects, and \(node.kind.phrase) was found. Put it in brackets: \
                "\(member)": […].
                """, at: node)
        }
        for part in node.elements {
            switch part.kind {
            case .string: text(part, in: name)
            case .object: element(part, head: nil)
            default: shape("A string or an object was expected, and \(part.kind.phrase) was found.", at: part)
            }
        }
    }

    private mutating func text(_ node: JSONNode, in name: ElementName?) {
        guard let text = node.string else { return }
        guard !text.isEmpty else { return shape("A text is never empty. Take it out.", at: node) }
        guard isAllowed(text, at: node) else { return }
        if let name, !name.contentModel.isMixed, text.utf8.allSatisfy(\.isXMLSpace) {
            findings.append(
                Finding(
                    .schemaText,
                    message: "White space may not stand directly in \"\(name.name)\". Take it out.",
                    place: place(of: node)))
        }
        feed.text(text)
        feed.endText()
        drain(at: node)
    }

    // MARK: - Events

    private mutating func start(
        _ name: ElementName?, _ typeName: String, _ members: [JSONMember], at node: JSONNode
    ) {
        let attributes = members.compactMap { attribute($0) }
        for (name, value) in attributes { feed.attribute(name, value) }
        if let name {
            feed.start(name, attributes, at: node.range.lowerBound)
        } else if let offset = XMLCharacters.firstForbidden(in: typeName) {
            findings.append(.forbiddenCharacter(in: typeName, at: offset, place: place(of: node)))
            feed.start(foreign: "?")
        } else {
            feed.start(foreign: typeName)
        }
        drain(at: node, isStart: true)
    }

    /// The name and value of an attribute; nil where one of them holds a character that XML cannot carry.
    private mutating func attribute(_ member: JSONMember) -> (String, String)? {
        guard let name = member.key.string, let value = member.value.string else { return nil }
        return isAllowed(name, at: member.key) && isAllowed(value, at: member.value) ? (name, value) : nil
    }

    /// Whether XML can carry a text; if not, that is a finding.
    private mutating func isAllowed(_ text: String, at node: JSONNode) -> Bool {
        guard let offset = XMLCharacters.firstForbidden(in: text) else { return true }
        findings.append(.forbiddenCharacter(in: text, at: offset, place: place(of: node)))
        return false
    }

    private mutating func end(at node: JSONNode) {
        feed.checkEnd()
        drain(at: node["content"] ?? node)
        feed.end()
    }

    /// Takes what the validator said of the last event.
    ///
    /// An attribute's error stands at its member, an element's own at the member that names it.
    private mutating func drain(at node: JSONNode, isStart: Bool = false) {
        for message in feed.takeMessages()
        where flood.lists(Finding.code(of: message), at: node.range.lowerBound) {
            var finding = Finding(schema: message, place: place(of: node), .json)
            var found = node
            if let attribute = message.attribute, let member = node.member(attribute) {
                found = member
            } else if isStart, finding.code == .schemaElement || finding.code == .schemaRoot {
                found = node["type"] ?? node
            }
            finding.place.range = range(of: found)
            finding.place.jsonPointer = pointers.pointer(to: found)
            findings.append(finding)
        }
    }

    private mutating func shape(_ message: String, at node: JSONNode) {
        guard flood.lists(.jsonShape, at: node.range.lowerBound) else { return }
        findings.append(Finding(.jsonShape, message: message, place: place(of: node)))
    }

    /// The path of the open element; that of the record where none is open.
    private var xpath: String {
        let path = feed.builder.tracker.xpath
        guard path.hasPrefix("/meetingReport") else { return path.isEmpty ? recordPath : path }
        return recordPath + path.dropFirst("/meetingReport".count)
    }

    private mutating func place(of node: JSONNode) -> Place {
        let origin = feed.builder.origin
        return Place(
            file: file, range: range(of: node), xpath: xpath,
            jsonPointer: pointers.pointer(to: node), sourceLines: origin.lines, id: origin.id)
    }

    /// A value, or its first line.
    private func range(of node: JSONNode) -> TextRange {
        index.range(SourceExtent(index.utf8).firstLine(node.range))
    }
}

/// The members of an object, sorted by what they are to the element that it stands for.
private struct JSONElementMembers {
    var type: JSONNode?
    var content: JSONNode?
    var attributes: [JSONMember] = []
    var heads: [(name: ElementName, value: JSONNode)] = []
    /// Members that have no place, with what is wrong about them.
    var others: [(problem: String, node: JSONNode)] = []

    init(_ node: JSONNode) {
        for member in node.members {
            let key = member.key.string ?? ""
            if member.key.isString("type") {
                type = member.value
                if member.value.kind != .string {
                    others.append(("The member \"type\" must be a string.", member.value))
                }
            } else if member.key.isString("content") {
                content = member.value
            } else if let head = ElementName(name: key), head.isHead {
                heads.append((head, member.value))
            } else if member.value.kind == .string {
                attributes.append(member)
            } else {
                others.append(
                    (
                        "The member \"\(key)\" must be a string, and \(member.value.kind.phrase) was found.",
                        member.value
                    ))
            }
        }
        heads.sort { $0.name.headOrder < $1.name.headOrder }
    }
}

extension ElementName {
    /// The place of a head child among those of its parent.
    fileprivate var headOrder: Int {
        let order: [ElementName] = [
            .source, .num, .marker, .masthead, .heading, .agendaReference, .paragraphs, .page, .body,
        ]
        return order.firstIndex(of: self) ?? order.count
    }
}

extension JSONNode {
    /// The value of the member of that name, byte for byte, or nil.
    fileprivate func member(_ name: String) -> JSONNode? {
        members.first { $0.key.string?.utf8.elementsEqual(name.utf8) ?? false }?.value
    }
}

extension JSONNode.Kind {
    /// What the value is, as a sentence names it.
    fileprivate var phrase: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .string: "a string"
        case .number: "a number"
        case .true, .false: "true or false"
        case .null: "null"
        }
    }
}
