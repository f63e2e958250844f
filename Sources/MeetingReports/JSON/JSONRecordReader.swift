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
    /// The attributes of the open elements.
    private let attributes = GrowingBuffer<JSONAttribute>()
    /// The head children of the open elements that are still to be read.
    private let heads = GrowingBuffer<JSONHeadChild>()
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
        element(node.index, head: nil, in: node.document)
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
        reading.unlisted = flood.next()
        if isSound { use.keep(feed.builder, in: &reading) }
        return reading
    }

    /// Reads an object as the element that its `type` names, or as the head child that `head` is.
    ///
    /// Values are known by their place in the document, as in the functions that it calls.
    private mutating func element(_ index: Int, head: ElementName?, in document: JSONDocument) {
        guard document.entries[index].kind == .object else {
            let node = document[index]
            return shape("An object was expected, and \(node.kind.phrase) was found.", at: node)
        }
        let firstAttribute = attributes.count
        let firstHead = heads.count
        defer {
            attributes.truncate(to: firstAttribute)
            heads.truncate(to: firstHead)
        }
        let members = JSONElementMembers(index, in: document, attributes: attributes, heads: heads)
        let type = members.type.map { JSONNode(document: document, index: $0) }
        guard head != nil || type?.kind == .string else {
            return shape(
                "The object has no member \"type\" that says what it is. Add it, as \"type\": \"paragraph\".",
                at: document[index])
        }
        let name = head ?? (type?.withUTF8 { RecordVocabulary.element(named: $0) } ?? nil)
        if let name, name.isHead, head == nil {
            // A head child as part of a run has a place in XML too, and the schema says whether it is allowed there.
            shape(
                "\"\(name.name)\" is a member of its own name, \"\(name.name)\": […], and not one of the objects in an array.",
                at: type ?? document[index])
        }
        start(name, type: type, firstAttribute..<attributes.count, at: index, in: document)
        for member in members.others { shape(member.problem, at: member.node) }
        if let head, let type {
            shape("\"\(head.name)\" has no member \"type\"; its name says what it is. Take it out.", at: type)
        }
        for place in firstHead..<heads.count {
            headChild(heads[place].name, heads[place].value, in: document)
        }
        content(members.content, of: name, at: index, in: document)
        end(at: index, in: document)
    }

    private mutating func content(
        _ content: Int?, of name: ElementName?, at index: Int, in document: JSONDocument
    ) {
        guard let content else {
            if let name, name.contentModel != .empty {
                shape(
                    "The member \"content\" of \"\(name.name)\" is missing. Add it, even if it is empty: \"content\": [].",
                    at: document[index])
            }
            return
        }
        if name?.contentModel == .empty, document.entries[content].count == 0 {
            shape(
                "\"\(name?.name ?? "")\" has no member \"content\". Take it out.",
                at: document[content])
        }
        run(content, of: name, member: "content", in: document)
    }

    private mutating func headChild(_ name: ElementName, _ index: Int, in document: JSONDocument) {
        guard !name.isJSONObject else { return element(index, head: name, in: document) }
        start(name, type: nil, 0..<0, at: index, in: document)
        run(index, of: name, member: name.name, in: document)
        end(at: index, in: document)
    }

    /// Reads the array of what an element holds.
    private mutating func run(
        _ index: Int, of name: ElementName?, member: @autoclosure () -> String, in document: JSONDocument
    ) {
        guard document.entries[index].kind == .array else {
            let node = document[index]
            return shape(
                """
                The member "\(member())" must be an array of texts and objects, and \(node.kind.phrase) was found. Put it in brackets: \
                "\(member())": […].
                """, at: node)
        }
        var part = index + 1
        let end = document.next(index)
        while part < end {
            switch document.entries[part].kind {
            case .string: text(part, in: name, of: document)
            case .object: element(part, head: nil, in: document)
            default:
                let node = document[part]
                shape("A string or an object was expected, and \(node.kind.phrase) was found.", at: node)
            }
            part = document.next(part)
        }
    }

    private mutating func text(_ index: Int, in name: ElementName?, of document: JSONDocument) {
        document.withUTF8(index) { text in
            guard !text.isEmpty else {
                return shape(
                    "A text is never empty. Take it out.", at: document[index])
            }
            guard isAllowed(text, at: index, in: document) else { return }
            if let name, !name.contentModel.isMixed, text.isBlank {
                findings.append(
                    Finding(
                        .schemaText,
                        message: "White space may not stand directly in \"\(name.name)\". Take it out.",
                        place: place(of: document[index])))
            }
            feed.text(text)
            feed.endText()
            if feed.hasMessages { drain(at: document[index]) }
        }
    }

    // MARK: - Events

    /// Starts the element of a name, or the one that the vocabulary does not have and `type` names.
    private mutating func start(
        _ name: ElementName?, type: JSONNode?, _ range: Range<Int>, at index: Int, in document: JSONDocument
    ) {
        for place in range { check(place, in: document) }
        if let name {
            feed.start(name, at: document.start(of: index))
            for place in range { give(attributes[place], to: name, in: document) }
        } else {
            type?.withUTF8 { typeName in
                feed.start(
                    foreign: isAllowed(typeName, at: index, in: document)
                        ? String(decoding: typeName, as: UTF8.self) : "?")
            }
        }
        if feed.hasMessages { drain(at: document[index], isStart: true) }
    }

    /// Has an attribute checked, unless XML cannot carry one of its characters.
    private mutating func check(_ place: Int, in document: JSONDocument) {
        let attribute = attributes[place]
        document.withUTF8(attribute.value) { text in
            if let known = attribute.name {
                if isAllowed(text, at: attribute.value, in: document) { return feed.check(known, text) }
            } else if document.withUTF8(attribute.key, { isAllowed($0, at: attribute.key, in: document) })
                == true, isAllowed(text, at: attribute.value, in: document)
            {
                return feed.check(
                    foreign: document[attribute.key].string ?? "", text)
            }
            attributes[place].isAllowed = false
        }
    }

    /// Gives the element just begun an attribute.
    private mutating func give(_ attribute: JSONAttribute, to element: ElementName, in document: JSONDocument)
    {
        guard attribute.isAllowed else { return }
        if let known = attribute.name {
            document.withUTF8(attribute.value) { feed.attribute(known, $0) }
        } else {
            let key = document[attribute.key]
            feed.note(foreign: key.string ?? "", of: element)
        }
    }

    /// Whether XML can carry a text; if not, that is a finding.
    private mutating func isAllowed(
        _ text: UnsafeBufferPointer<UInt8>, at index: Int, in document: JSONDocument
    ) -> Bool {
        guard let offset = XMLCharacters.firstForbidden(in: text.span) else { return true }
        let text = String(decoding: text, as: UTF8.self)
        let place = place(of: document[index])
        findings.append(.forbiddenCharacter(in: text, at: offset, place: place))
        return false
    }

    private mutating func end(at index: Int, in document: JSONDocument) {
        feed.checkEnd()
        if feed.hasMessages {
            let node = document[index]
            drain(at: node["content"] ?? node)
        }
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

extension JSONNode {
    /// The value of the member of that name, byte for byte, or nil.
    fileprivate func member(_ name: String) -> JSONNode? {
        members.first { $0.key.string?.utf8.elementsEqual(name.utf8) ?? false }?.value
    }
}

extension JSONNode.Kind {
    /// What the value is, as a sentence names it.
    var phrase: String {
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
