/// Finds web addresses.
enum LinksPass {
    static func marks(in text: SpanText) -> [SpanMark] {
        var marks: [SpanMark] = []
        for word in text.words {
            let start = word.range.lowerBound
            guard start >= marks.last?.range.upperBound ?? 0 else { continue }
            let rest = text.bytes[start...]
            let isBare = rest.hasPrefix(ignoringCase: "www.")
            guard
                isBare || rest.hasPrefix(ignoringCase: "http://") || rest.hasPrefix(ignoringCase: "https://")
            else { continue }
            var address = rest.prefix { $0 > 0x20 && $0 < 0x7F && !"<>\"{}|^`\\".utf8.contains($0) }
            // Punctuation at the end is the sentence's; a closing bracket is too, unless it was opened inside.
            while let last = address.last,
                ".,;:!?'".utf8.contains(last)
                    || last == .close
                        && address.count(where: { $0 == .close }) > address.count(where: { $0 == .open })
                    || last == UInt8(ascii: "]") && !address.contains(UInt8(ascii: "["))
            {
                address = address.dropLast()
            }
            guard address.count > 8 else { continue }
            let href = (isBare ? "http://" : "") + address.string
            marks.append(
                SpanMark(range: start..<address.endIndex, span: .link(Link(href: href, content: []))))
        }
        return marks
    }
}
