import MeetingReports
import Testing

@Suite struct `Ids` {
    private func paragraph(_ num: String?, _ id: String? = nil) -> Block {
        .paragraph(Paragraph(id: id, num: num.map { [.text($0)] }))
    }

    private func ids(_ body: [Block]) -> [String?] {
        MeetingReport(body: body).withIDs().paragraphs.map(\.id)
    }

    @Test(arguments: [
        ("7.", "para_7"), ("(12)", "para_12"), ("115.1", "para_115.1"), ("10. bis.", "para_10-bis"),
        ("( )", "para_nn_1"),
        ("¹", "para_1"), ("№ ７", "para_7"), ("- a)", "para_a"),
    ])
    func `A printed number becomes part of the path`(num: String, id: String) {
        #expect(ids([paragraph(num)]) == [id])
    }

    @Test func `Repeats and blocks without numbers are counted`() {
        #expect(
            ids([paragraph("39."), paragraph("39."), paragraph(nil), paragraph(nil), paragraph("39.")]) == [
                "para_39", "para_39_2", "para_nn_1", "para_nn_2", "para_39_3",
            ])
    }

    @Test func `An id made twice in different ways is still one of a kind`() {
        #expect(Set(ids([paragraph("1."), paragraph("1."), paragraph("1_2")])).count == 3)
    }

    @Test func `Targets follow the notes they name, wherever the note stands`() {
        let call = Block.paragraph(
            Paragraph(content: [
                .p(P(content: [.noteReference(NoteReference(target: "n9", content: [.text("*")]))]))
            ]))
        let note = Block.interruption(
            .footnote(Footnote(id: "n9", marker: "3", content: [.p(P(content: [.text("x")]))])))
        let report = MeetingReport(body: [call, note]).withIDs()
        #expect(report.notes.map(\.id) == ["fn_3"])
        #expect(report.noteReferences.map(\.target) == ["fn_3"])
        #expect(report.withIDs() == report)
    }
}
