extension ReportFormat {
    /// The format of a file: by its content first, then by its name; text where neither speaks for another.
    public static func detect(_ file: InputFile) -> ReportFormat {
        let start = significantBytes(file.bytes)
        switch start.first {
        case UInt8(ascii: "<") where start.count > 1 && isMarkup(start[1]):
            return isAkomaNtoso(file.bytes) ? .akn : .xml
        case UInt8(ascii: "{"):
            return forFile(named: file.name) == .ndjson || holdsSeveralLines(file.bytes) ? .ndjson : .json
        // Arrays and scalars are JSON only to who says so: a printed report may begin with a bracket or a number.
        default: return forFile(named: file.name) ?? .text
        }
    }

    /// Whether the first tag of an XML document is that of Akoma Ntoso, with whatever prefix.
    private static func isAkomaNtoso(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(65_536)
        // In UTF-16 every other byte of a tag is 0.
        var rest = start.prefix(4).contains(0) ? start.filter { $0 != 0 }[...] : start
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(open + 1)...]
            switch rest.first {
            case UInt8(ascii: "?"), UInt8(ascii: "!"):
                // A comment may hold tags; what else begins so ends at the next ">".
                let isComment = rest.starts(with: "!--".utf8)
                guard let end = isComment ? endOfComment(rest) : rest.firstIndex(of: UInt8(ascii: ">")) else {
                    return false
                }
                rest = rest[end...]
            default:
                let name = rest.prefix {
                    !$0.isXMLSpace && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
                }
                return name.split(separator: UInt8(ascii: ":")).last?.elementsEqual("akomaNtoso".utf8) == true
            }
        }
        return false
    }

    private static func endOfComment(_ rest: ArraySlice<UInt8>) -> Int? {
        rest.indices.dropFirst(3).first { rest[$0...].starts(with: "-->".utf8) }
    }

    /// The first bytes that are not white space, without a byte order mark and the zero bytes of UTF-16.
    private static func significantBytes(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes.prefix(4096)
        for mark: [UInt8] in [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] where rest.starts(with: mark) {
            rest = rest.dropFirst(mark.count)
        }
        var significant: [UInt8] = []
        for byte in rest where byte != 0 && (!significant.isEmpty || !byte.isXMLSpace) {
            significant.append(byte)
            if significant.count == 2 { break }
        }
        return significant
    }

    private static func isMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "_"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...:
            true
        default: false
        }
    }

    /// Whether the first line is an object by itself and another line begins one, as in newline-delimited JSON.
    private static func holdsSeveralLines(_ bytes: [UInt8]) -> Bool {
        guard let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n")),
            bytes[..<lineEnd].last(where: { !$0.isXMLSpace }) == UInt8(ascii: "}")
        else { return false }
        return bytes[lineEnd...].first { !$0.isXMLSpace } == UInt8(ascii: "{")
    }
}
