import LibXML
import Testing

@Suite("Records of a collection that comes in pieces")
struct XMLRecordScannerTests {
    /// What a scanner meets in a document that grows by some bytes at a time, and the children of the root.
    private func scan(_ document: String, by step: Int) -> (
        ending: XMLRecordScanner.Found, children: [String]
    ) {
        let bytes = Array(document.utf8)
        var scanner = XMLRecordScanner()
        var children: [String] = []
        var start = 0
        var end = 0
        while true {
            let found = bytes[..<end].withUnsafeBufferPointer { scanner.next($0) }
            switch found {
            case .root: start = scanner.position
            case .child:
                children.append(String(decoding: bytes[start..<scanner.position], as: UTF8.self))
                start = scanner.position
            case .more where end < bytes.count: end = min(end + step, bytes.count)
            case .more, .end, .fault: return (found, children)
            }
        }
    }

    @Test(
        "End where their end tags do, whatever stands in values, wherever the pieces are cut",
        arguments: [
            #"<r a=">"/>"#, "<r a='>'/>", #"<r a="/>">x</r>"#, #"<r a='>"' b="'">x</r>"#,
            ##"<r a="#>"><b/></r>"##,
            #"<r a="it's > that"></r>"#, #"<r a="12345678">y</r >"#, "<r><!-- <r> --></r>",
            "<r><![CDATA[</r>]]></r>", "<r><?x </r>?></r>",
        ])
    func children(record: String) {
        for step in [1, 2, 3, 7, 1000] {
            let found = scan("<?xml version='1.0'?><c v=\">\">\(record) <r/>\(record)</c>", by: step)
            #expect(found.ending == .end)
            #expect(found.children == [record, " <r/>", record])
        }
    }

    @Test(
        "Are not looked for behind what no parser reads", arguments: ["<r></s>", "<!DOCTYPE r>", "<r></rr>"])
    func faults(content: String) {
        #expect(scan("<c>\(content)</c>", by: 5).ending == .fault)
    }
}
