/// Finds what to underline for a breach of a rule: the number, the attribute, else the element's first part.
struct BreachRange {
    private let index: TextIndex
    /// The byte at which each element begins, in document order; empty for a text.
    private let offsets: [Int]
    private let extent: SourceExtent

    init(_ index: TextIndex, offsets: [Int]) {
        self.index = index
        self.offsets = offsets
        extent = SourceExtent(index.utf8)
    }

    /// The range of a part of an element; nil where the element has no place.
    ///
    /// - Parameter lines: the lines of a text that the element was made from.
    func range(of part: Breach.Part, of element: Int, lines: SourceLines?) -> TextRange? {
        guard !offsets.isEmpty else {
            return lines.map { index.range(inText: part, $0) }
        }
        guard offsets.indices.contains(element) else { return nil }
        return index.range(markup(part, element))
    }

    private func markup(_ part: Breach.Part, _ element: Int) -> Range<Int> {
        let start = offsets[element]
        let isXML = start < extent.utf8.count && extent.utf8[start] == UInt8(ascii: "<")
        let whole = isXML ? extent.element(at: start) : extent.value(at: start)
        switch part {
        case .element: return whole
        case .attribute(let name):
            let found =
                isXML
                ? extent.attribute(name.text, inTagAt: start) : extent.member(name.text, ofObjectAt: start)
            return found ?? whole
        case .number:
            // A number is the first child of what it numbers.
            let child = offsets.indices.contains(element + 1) ? extent.number(at: offsets[element + 1]) : nil
            return child ?? whole
        }
    }
}

extension TextIndex {
    /// The lines of a text without the white space before and after them; of a number itself where they begin with it.
    fileprivate func range(inText part: Breach.Part, _ lines: SourceLines) -> TextRange {
        let all = range(ofLines: lines)
        let bytes = utf8[all.start.offset..<all.end.offset]
        let start = bytes.firstIndex { !$0.isXMLSpace } ?? all.start.offset
        if case .number(let number) = part, utf8[start...].starts(with: number.utf8) {
            return range(start..<start + number.utf8.count)
        }
        return range(start..<all.end.offset)
    }
}
