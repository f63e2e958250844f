/// Finds the JSON Pointers of values, going on from the one before.
///
/// Values asked for in the order of the document cost one walk through it together, however many they are.
struct JSONPointerWalk {
    /// A step into an array or object.
    private struct Step {
        /// The entry of the array or object.
        let container: Int
        /// The entry of the element, or of the member's key.
        var child: Int
        /// The place of the element.
        var place = 0

        init(into container: Int) {
            self.container = container
            child = container + 1
        }
    }

    private var document: JSONDocument?
    private var steps: [Step] = []

    /// The JSON Pointer (RFC 6901) of a value; of a key, that of its member.
    mutating func pointer(to node: JSONNode) -> String {
        let (document, index) = (node.document, node.index)
        if self.document !== document {
            self.document = document
            steps = []
        }
        guard index > 0 else { return document.pointerPrefix }
        while let last = steps.last, index >= document.entries[last.container].next || index <= last.container
        {
            steps.removeLast()
        }
        if let last = steps.last {
            if index < last.child { steps[steps.count - 1] = Step(into: last.container) }
        } else {
            steps = [Step(into: 0)]
        }
        while let inner = advance(to: index, in: document) { steps.append(Step(into: inner)) }
        return document.pointerPrefix + text(in: document)
    }

    /// Moves the last step on to the child that is an entry or holds it; the child's own entry where it only holds it.
    private mutating func advance(to index: Int, in document: JSONDocument) -> Int? {
        let last = steps.count - 1
        let isObject = document.entries[steps[last].container].kind == .object
        var value = steps[last].child + (isObject ? 1 : 0)
        while index >= document.entries[value].next {
            steps[last].child = Int(document.entries[value].next)
            steps[last].place += 1
            value = steps[last].child + (isObject ? 1 : 0)
        }
        return index > value ? value : nil
    }

    private func text(in document: JSONDocument) -> String {
        var pointer = JSONPointer()
        for step in steps {
            if document.entries[step.container].kind == .object {
                pointer.append(key: JSONNode(document: document, index: step.child).string ?? "")
            } else {
                pointer.append(index: step.place)
            }
        }
        return pointer.text
    }
}
