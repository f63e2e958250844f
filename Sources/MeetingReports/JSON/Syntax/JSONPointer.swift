/// A JSON Pointer (RFC 6901) under construction; empty for the whole document.
struct JSONPointer {
    private(set) var text = ""

    /// The pointer to the whole document.
    init() {}

    /// The pointer to a member of the document.
    init(key: String) {
        append(key: key)
    }

    /// Steps into the member of this name; `~` and `/` are written `~0` and `~1` (RFC 6901, section 3).
    mutating func append(key: String) {
        text += "/"
        for scalar in key.unicodeScalars {
            switch scalar {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }

    /// Steps into the element of this index, counted from 0.
    mutating func append(index: Int) {
        text += "/\(index)"
    }
}
