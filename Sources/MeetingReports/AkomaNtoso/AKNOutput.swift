internal import LibXML

/// Writes Akoma Ntoso tag by tag: elements that hold elements only are indented, inside a text nothing is added.
struct AKNOutput {
    private(set) var bytes: [UInt8] = []
    /// Whether elements were nested deeper than any reader takes.
    private(set) var isTooDeep = false

    private var open: [String] = []
    /// How many of the open elements stand in a text, the element whose text it is included.
    private var textDepth = 0
    /// Whether the start tag of the innermost element still wants its `>`.
    private var isTagOpen = false
    private let outerDepth: Int

    /// How deep elements may be nested: what is written has to be readable by every build of libxml2.
    static let depthLimit = 250

    /// Creates an output whose first element stands inside `outerDepth` others.
    init(outerDepth: Int = 0) {
        self.outerDepth = outerDepth
    }

    /// How many elements are open, those around the output included.
    var depth: Int { open.count + outerDepth }

    /// Whether the element that is open holds nothing so far.
    var isEmptyElement: Bool { isTagOpen }

    /// Begins an element; `isText` says that its white space matters.
    mutating func begin(_ name: String, isText: Bool = false) {
        closeTag()
        if textDepth == 0 { breakLine() }
        bytes.append(UInt8(ascii: "<"))
        append(name)
        open.append(name)
        if isText || textDepth > 0 { textDepth += 1 }
        isTagOpen = true
        if open.count + outerDepth > Self.depthLimit { isTooDeep = true }
    }

    /// Gives the element just begun an attribute.
    mutating func attribute(_ name: String, _ value: String) {
        bytes.append(UInt8(ascii: " "))
        append(name)
        append("=\"")
        XMLEscaping.appendAttributeValue(value, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Gives the element just begun an attribute in the namespace of records.
    mutating func ownAttribute(_ name: String, _ value: String) {
        bytes.append(contentsOf: " rr:".utf8)
        append(name)
        append("=\"")
        XMLEscaping.appendAttributeValue(value, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Adds text to the element that is open.
    mutating func text(_ text: String) {
        closeTag()
        XMLEscaping.appendText(text, to: &bytes)
    }

    /// Ends the element that is open.
    mutating func end() {
        let name = open.removeLast()
        let isInText = textDepth > 0
        if isInText { textDepth -= 1 }
        if isTagOpen {
            append("/>")
            isTagOpen = false
            return
        }
        if !isInText { breakLine() }
        append("</")
        append(name)
        bytes.append(UInt8(ascii: ">"))
    }

    /// Adds an element that holds nothing.
    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        begin(name)
        for (name, value) in attributes { if let value { attribute(name, value) } }
        end()
    }

    /// Adds what was written elsewhere, whose first element stands inside as many others as are open here.
    mutating func add(_ written: AKNOutput) {
        closeTag()
        bytes.append(contentsOf: written.bytes)
        isTooDeep = isTooDeep || written.isTooDeep
    }

    /// Adds characters as they are.
    mutating func raw(_ text: String) {
        append(text)
    }

    private mutating func closeTag() {
        guard isTagOpen else { return }
        bytes.append(UInt8(ascii: ">"))
        isTagOpen = false
    }

    private mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * (open.count + outerDepth)))
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}
