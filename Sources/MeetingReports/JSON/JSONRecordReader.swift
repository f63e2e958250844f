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
    private var recordPath = ""
    private var pointers = JSONPointerWalk()
    /// The attributes of the open elements.
    private let attributes = GrowingBuffer<Attribute>()
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
            isSound: isSound, report: nil, findings: findings, start: node.range.lowerBound,
            id: node["id"]?.string)
        if isSound { use.keep(feed.builder, in: &reading) }
        return reading
    }

    /// Reads an object as the element that its `type` names, or as the head child that `head` is.
    private mutating func element(_ node: JSONNode, head: ElementName?) {
        guard node.kind == .object else {
            return shape("An object was expected, and \(node.kind.phrase) was found.", at: node)
        }
        let firstAttribute = attributes.count
        defer { attributes.truncate(to: firstAttribute) }
        let members = JSONElementMembers(node) { attributes.append($0) }
        guard head != nil || members.type?.kind == .string else {
            return shape(
                "The object has no member \"type\" that says what it is. Add it, as \"type\": \"paragraph\".",
                at: node)
        }
        let name = head ?? (members.type?.withUTF8 { RecordVocabulary.element(named: $0) } ?? nil)
        if let name, name.isHead, head == nil {
            // A head child as part of a run has a place in XML too, and the schema says whether it is allowed there.
            shape(
                "\"\(name.name)\" is a member of its own name, \"\(name.name)\": […], and not one of the objects in an array.",
                at: members.type ?? node)
        }
        start(name, type: members.type, firstAttribute..<attributes.count, at: node)
        for member in members.others { shape(member.problem, at: member.node) }
        if let head, let type = members.type {
            shape("\"\(head.name)\" has no member \"type\"; its name says what it is. Take it out.", at: type)
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
        start(name, type: nil, 0..<0, at: node)
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
        node.withUTF8 { text in
            guard !text.isEmpty else { return shape("A text is never empty. Take it out.", at: node) }
            guard isAllowed(text, at: node) else { return }
            if let name, !name.contentModel.isMixed, text.allSatisfy(\.isXMLSpace) {
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
    }

    // MARK: - Events

    /// Starts the element of a name, or the one that the vocabulary does not have and `type` names.
    private mutating func start(
        _ name: ElementName?, type: JSONNode?, _ range: Range<Int>, at node: JSONNode
    ) {
        for place in range { check(place, in: node.document) }
        if let name {
            feed.start(name, at: node.range.lowerBound)
            for place in range { give(attributes[place], to: name, in: node.document) }
        } else {
            type?.withUTF8 { typeName in
                feed.start(
                    foreign: isAllowed(typeName, at: node) ? String(decoding: typeName, as: UTF8.self) : "?")
            }
        }
        drain(at: node, isStart: true)
    }

    /// Has an attribute checked, unless XML cannot carry one of its characters.
    private mutating func check(_ place: Int, in document: JSONDocument) {
        let attribute = attributes[place]
        let key = JSONNode(document: document, index: attribute.key)
        let value = JSONNode(document: document, index: attribute.value)
        value.withUTF8 { text in
            if let known = attribute.name {
                if isAllowed(text, at: value) { return feed.check(known, text) }
            } else if key.withUTF8({ isAllowed($0, at: key) }) == true, isAllowed(text, at: value) {
                return feed.check(foreign: key.string ?? "", text)
            }
            attributes[place].isAllowed = false
        }
    }

    /// Gives the element just begun an attribute.
    private mutating func give(_ attribute: Attribute, to element: ElementName, in document: JSONDocument) {
        guard attribute.isAllowed else { return }
        if let known = attribute.name {
            JSONNode(document: document, index: attribute.value).withUTF8 { feed.attribute(known, $0) }
        } else {
            let key = JSONNode(document: document, index: attribute.key)
            feed.note(foreign: key.string ?? "", of: element)
        }
    }

    /// Whether XML can carry a text; if not, that is a finding.
    private mutating func isAllowed(_ text: UnsafeBufferPointer<UInt8>, at node: JSONNode) -> Bool {
        guard let offset = XMLCharacters.firstForbidden(in: text.span) else { return true }
        let text = String(decoding: text, as: UTF8.self)
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
        for message in feed.takeMessages() {
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

/// A member of an object that is an attribute of the element that the object stands for.
private struct Attribute: BitwiseCopyable {
    /// Which it is; nil where the vocabulary does not have it.
    var name: AttributeName?
    /// The entries of the key and of the value, which is a string.
    var key: Int
    var value: Int
    /// Whether XML can carry it.
    var isAllowed = true
}

/// The members of an object, sorted by what they are to the element that it stands for.
private struct JSONElementMembers {
    var type: JSONNode?
    var content: JSONNode?
    var heads: [(name: ElementName, value: JSONNode)] = []
    /// Members that have no place, with what is wrong about them.
    var others: [(problem: String, node: JSONNode)] = []

    /// Sorts the members, and hands on those that are attributes.
    init(_ node: JSONNode, _ attribute: (Attribute) -> Void) {
        for member in node.members {
            if member.key.isString("type") {
                type = member.value
                if member.value.kind != .string {
                    others.append(("The member \"type\" must be a string.", member.value))
                }
            } else if member.key.isString("content") {
                content = member.value
            } else {
                let number = member.key.withUTF8 { RecordVocabulary.xml.number(of: $0) } ?? nil
                if let head = number.flatMap({ RecordVocabulary.element($0) }), head.isHead {
                    heads.append((head, member.value))
                } else if member.value.kind == .string {
                    attribute(
                        Attribute(
                            name: number.flatMap { RecordVocabulary.attribute($0) }, key: member.key.index,
                            value: member.value.index))
                } else {
                    others.append(
                        (
                            "The member \"\(member.key.string ?? "")\" must be a string, and \(member.value.kind.phrase) was found.",
                            member.value
                        ))
                }
            }
        }
        if heads.count > 1 { heads.sort { $0.name.headOrder < $1.name.headOrder } }
    }
}

extension ElementName {
    /// The place of a head child among those of its parent.
    fileprivate var headOrder: Int {
        switch self {
        case .source: 0
        case .num: 1
        case .marker: 2
        case .masthead: 3
        case .heading: 4
        case .agendaReference: 5
        case .paragraphs: 6
        case .page: 7
        default: 8
        }
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
