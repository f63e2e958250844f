/// The number and headings at the beginning of an element.
struct AKNHeads {
    var num: Int32?
    var heading: Int32?
    var subheading: Int32?
    /// Further ones, which a record has no place for.
    var others: [Int32] = []

    init(of node: Int32, in tree: AKNTree) {
        for child in tree.children(of: node) {
            switch tree[child].name {
            case .num where num == nil: num = child
            case .heading where heading == nil: heading = child
            case .subheading where subheading == nil: subheading = child
            case .num, .heading, .subheading: others.append(child)
            default: continue
            }
        }
    }

    /// Whether there are none.
    var isEmpty: Bool { num == nil && heading == nil && subheading == nil }

    static func isHead(_ name: AKNName?) -> Bool { name == .num || name == .heading || name == .subheading }
}
