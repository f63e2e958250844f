internal import LibXML

/// A member of an object that is an attribute of the element that the object stands for.
struct JSONAttribute: BitwiseCopyable {
    /// Which it is; nil where the vocabulary does not have it.
    var name: AttributeName?
    /// The entries of the key and of the value, which is a string.
    var key: Int
    var value: Int
    /// Whether XML can carry it.
    var isAllowed = true
}

/// A member of an object that is a head child of the element that the object stands for.
struct JSONHeadChild: BitwiseCopyable {
    var name: ElementName
    /// The entry of the value.
    var value: Int
}

/// The members of an object, sorted by what they are to the element that it stands for.
struct JSONElementMembers {
    /// The entries of two values.
    var type: Int?
    var content: Int?
    /// Members that have no place, with what is wrong about them.
    var others: [(problem: String, node: JSONNode)] = []

    /// Sorts the members; those that are attributes and head children are added to what is given.
    init(
        _ index: Int, in document: JSONDocument, attributes: GrowingBuffer<JSONAttribute>,
        heads: GrowingBuffer<JSONHeadChild>
    ) {
        let firstHead = heads.count
        var key = index + 1
        let end = document.next(index)
        while key < end {
            let value = key + 1
            let isString = document.entries[value].kind == .string
            switch document.withUTF8(key, Name.init) ?? .unknown {
            case .type:
                type = value
                if !isString { note(value, in: document) { _ in "The member \"type\" must be a string." } }
            case .content: content = value
            case .element(let name) where name.isHead: heads.append(JSONHeadChild(name: name, value: value))
            case .attribute(let name) where isString:
                attributes.append(JSONAttribute(name: name, key: key, value: value))
            case _ where isString: attributes.append(JSONAttribute(name: nil, key: key, value: value))
            default:
                let name = document[key].string ?? ""
                note(value, in: document) {
                    "The member \"\(name)\" must be a string, and \($0.kind.phrase) was found."
                }
            }
            key = document.next(value)
        }
        // They are few: each is moved before those that belong behind it.
        for place in firstHead..<heads.count {
            var place = place
            while place > firstHead, heads[place].name.headOrder < heads[place - 1].name.headOrder {
                (heads[place], heads[place - 1]) = (heads[place - 1], heads[place])
                place -= 1
            }
        }
    }

    private mutating func note(_ value: Int, in document: JSONDocument, _ problem: (JSONNode) -> String) {
        let node = document[value]
        others.append((problem(node), node))
    }

    /// What a member's name says.
    private enum Name {
        case type, content, unknown
        case element(ElementName)
        case attribute(AttributeName)

        init(_ utf8: UnsafeBufferPointer<UInt8>) {
            if utf8.isEqual(to: "type") {
                self = .type
            } else if utf8.isEqual(to: "content") {
                self = .content
            } else {
                let number = RecordVocabulary.xml.number(of: utf8)
                self =
                    number.flatMap { RecordVocabulary.element($0) }.map { .element($0) }
                    ?? number.flatMap { RecordVocabulary.attribute($0) }.map { .attribute($0) } ?? .unknown
            }
        }
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
