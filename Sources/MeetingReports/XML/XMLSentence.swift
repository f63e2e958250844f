internal import LibXML

/// The plain sentence for an error of XML's syntax, where libxml2's own says less to who has not read its source.
struct XMLSentence {
    private let message: XMLMessage

    init(_ message: XMLMessage) {
        self.message = message
    }

    /// Whether the message is about the tag that ends where it is told: a mismatch, or a prefix that is not declared.
    var isAboutTag: Bool { message.code == 76 || message.code == 201 }

    /// Whether the message says that something is larger than libxml2 reads, and not that it is wrong: a resource limit, or,
    /// before libxml2 2.13, a comment, CDATA section or instruction that is "too big" and so has no end.
    var isAboutLimit: Bool {
        message.code == 114
            || [45, 47, 63].contains(message.code) && message.text.range(of: "too big") != nil
    }

    /// The sentence; libxml2's own words where it has no other.
    var text: String {
        let words = message.text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
        func word(_ index: Int) -> String { index < words.count ? words[index] : "" }
        /// The word that stands behind another.
        func word(after key: String) -> String? {
            words.firstIndex(of: key).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
        }
        switch message.code {
        case 4: return "there is no element; a document has one outermost element."
        case 5:
            return
                "something stands behind the end of the outermost element. A document has only one; take the rest out."
        case 6, 7, 8: return "a character reference is incomplete; it is written as &#233; or &#xE9;."
        case 9:
            let value = UInt32(words.last ?? "").map(CodePoint.name) ?? words.last ?? ""
            return "the character \(value) is not allowed in XML. Take it out."
        case 23: return "a reference such as &amp; does not end in \";\"."
        case 26:
            let name = message.text.quoted ?? ""
            return
                "the entity &\(name); is not known: XML has only &amp;, &lt;, &gt;, &quot; and &apos;. Write the character itself."
        case 38: return "\"<\" stands in the value of an attribute. Write it as &lt;."
        case 39: return "the value of an attribute does not stand in quotation marks."
        case 41: return "an attribute has no value. Write it as name=\"value\"."
        case 42: return "the attribute '\(word(1))' occurs twice in one tag. Take one of them out."
        case _ where isAboutLimit:
            return "a comment, a CDATA section or an instruction has more than 10,000,000 bytes. Split it."
        case 45: return "a comment has no end \"-->\"."
        case 62: return "\"]]>\" stands in text. Write it as ]]&gt;."
        case 63: return "a CDATA section has no end \"]]>\"."
        case 64 where message.level == .warning:
            return
                "the target of a processing instruction begins with \"xml\", which is kept for standards. Choose another name."
        case 64:
            return
                "the XML declaration does not stand at the very beginning. Take out what is before it, or the declaration."
        case 65: return "two attributes are not parted by a space, or a tag is not written as such."
        case 68 where message.text.range(of: "EntityRef") != nil:
            return "\"&\" stands by itself. Write it as &amp;."
        case 68: return "\"<\" does not begin a tag. Write it as &lt;."
        case 73: return "the tag '\(word(after: "Tag") ?? word(after: "tag") ?? "")' has no end \">\"."
        case 76:
            // Opening and ending tag mismatch: NAME line N and NAME
            guard let start = word(after: "mismatch:"), let line = word(after: "line"), let end = words.last
            else {
                return message.text
            }
            return
                "the end tag </\(end)> stands where </\(start)> was expected, for the start tag in line \(line)."
        case 77:
            guard let name = word(after: "tag"), let line = word(after: "line") else { return message.text }
            return "the document ends before the element '\(name)' of line \(line) does."
        case 98:
            return
                "the language '\(word(after: ":") ?? "")' is no language tag. Write one such as en or en-GB."
        case 99:
            return "the name of a namespace, '\(message.text.quoted ?? "")', is no URI. Write one."
        case 100:
            return
                "the name of a namespace, '\(word(after: "URI") ?? "")', is a relative reference, so that canonical XML has no form for it. Write an absolute one."
        case 102:
            return "the value of xml:space is neither \"default\" nor \"preserve\"."
        case 201:
            guard let prefix = word(after: "prefix") else { return message.text }
            return "the prefix '\(prefix)' is not declared. Declare it: xmlns:\(prefix)=\"…\"."
        default: return message.text
        }
    }
}

extension String {
    /// What stands between the first two apostrophes.
    fileprivate var quoted: String? {
        let parts = utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
        return parts.count > 2 ? String(Substring(parts[1])) : nil
    }
}
