internal import LibXML

/// A writer of markup, XML or HTML: text and attribute values are escaped, and what XML cannot carry is shown as an escape.
struct MarkupOutput {
    private(set) var bytes: [UInt8] = []

    /// Writes markup as it is.
    mutating func markup(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Writes what another writer has written.
    mutating func append(_ other: MarkupOutput) {
        bytes.append(contentsOf: other.bytes)
    }

    /// Writes text.
    mutating func text(_ text: String) {
        XMLEscaping.appendText(PrintableText.xml(text), to: &bytes)
    }

    /// Writes a start tag.
    mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        tag(name, attributes)
        markup(">")
    }

    /// Writes an end tag.
    mutating func close(_ name: String) {
        markup("</\(name)>")
    }

    /// Writes an element of XML without content.
    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        tag(name, attributes)
        markup("/>")
    }

    /// Writes an element that holds text and has no attributes.
    mutating func element(_ name: String, _ content: String) {
        element(name, [:], content)
    }

    /// Writes an element that holds text.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String>, _ content: String
    ) {
        open(name, attributes)
        text(content)
        close(name)
    }

    private mutating func tag(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        markup("<\(name)")
        for (name, value) in attributes {
            markup(" \(name)=\"")
            XMLEscaping.appendAttributeValue(PrintableText.xml(value), to: &bytes)
            markup("\"")
        }
    }
}
