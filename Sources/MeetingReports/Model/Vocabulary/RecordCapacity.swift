/// What a model can hold, so that what it cannot is named while a record is read: nothing is dropped in silence.
///
/// Mostly that is what the schema allows; where the model holds more, no difference is made here.
struct RecordCapacity {
    private let attributes: [AttributeSet]
    private let children: [ElementSet]
    private let heads = ElementSet(ElementName.allCases.filter(\.isHead))

    static let model = RecordCapacity()

    private init() {
        attributes = ElementName.allCases.map { name in
            let held =
                name.isField
                ? [.lines, .lang, .value, .of, .number, .to, .part, .status] : name.attributes
            return AttributeSet(held.map { AttributeSet($0) })
        }
        children = ElementName.allCases.map { name in
            switch name.contentModel {
            case .printed: ElementSet(ContentModel.text.members)
            case .reports: []
            default: ElementSet(name.contentModel.members)
            }
        }
    }

    /// Whether an element may stand in another.
    func holds(_ child: ElementName, in parent: ElementName) -> Bool {
        heads.contains(child) || children[Int(parent.rawValue)].contains(child)
    }

    /// Whether an element has such an attribute, and it may have that value.
    func holds(
        _ attribute: AttributeName, _ value: UnsafeBufferPointer<UInt8>, in element: ElementName
    ) -> Bool {
        attributes[Int(element.rawValue)].contains(attribute) && Self.form(attribute, element).allows(value)
    }

    /// The attribute without which there is no such element.
    func requirement(of element: ElementName) -> AttributeName? {
        switch element {
        case .meetingReport: .version
        case .source: .name
        case .link: .href
        default: nil
        }
    }

    /// What a value is in the model.
    private enum Form {
        case string, lines, date, count, meeting, status, label, furniture

        func allows(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
            switch self {
            case .string: true
            case .lines: SourceLines.forEachRange(in: value) { _ in }
            case .date: PartialDate(utf8: value) != nil
            case .count: Int(digits: value) != nil
            case .meeting: MastheadField.Of(rawValue: String(checked: value)) != nil
            case .status: MastheadField.Status(rawValue: String(checked: value)) != nil
            case .label: Label(rawValue: String(checked: value)) != nil
            case .furniture: Furniture.Kind(rawValue: String(checked: value)) != nil
            }
        }
    }

    private static func form(_ attribute: AttributeName, _ element: ElementName) -> Form {
        switch attribute {
        case .lines: .lines
        case .from: .date
        case .to: element == .date ? .date : .count
        case .size, .columns, .rows, .level, .part: .count
        case .of: .meeting
        case .status: .status
        case .kind where element == .cell || element == .entry: .label
        case .kind where element == .furniture: .furniture
        default: .string
        }
    }
}
