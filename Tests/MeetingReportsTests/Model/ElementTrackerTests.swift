import Testing

@testable import MeetingReports

@Suite struct `The path of an element` {
    /// A record in which each kind of step occurs; the paths were worked out by hand.
    private let report = MeetingReport(
        masthead: [
            .element(MastheadField(.organ, content: [.text("A")])),
            .element(
                MastheadField(.organ, content: [.text("B "), .location(Location(content: [.text("C")]))])),
        ],
        body: [
            .section(
                Section(
                    num: [.text("I.")], heading: [.text("H")],
                    agendaReference: AgendaReference(content: [.text("x"), .emphasis(Emphasis(content: []))]),
                    content: [
                        .paragraph(
                            Paragraph(content: [.p(P(content: [.text("t"), .lineBreak, .text("u")]))])),
                        .list(List(content: [.element(Item()), .element(Item(num: [.lineBreak]))])),
                        .paragraph(Paragraph(content: [])),
                    ])),
            .section(Section()),
        ])

    private func paths(of name: ElementName) -> [(String, String)] {
        let tape = RecordTape(of: report)
        let elements = tape.view.nodes.filter { $0.name == name }.map { Int($0.number) }
        let places = tape.places(of: Set(elements), RecordPlaces())
        return elements.map { (places[$0]?.xpath ?? "", places[$0]?.jsonPointer ?? "") }
    }

    @Test(arguments: [
        (ElementName.meetingReport, ["/meetingReport"], [""]),
        (.masthead, ["/meetingReport/masthead"], ["/masthead"]),
        (
            .organ, ["/meetingReport/masthead/organ[1]", "/meetingReport/masthead/organ[2]"],
            ["/masthead/0", "/masthead/1"]
        ),
        (.location, ["/meetingReport/masthead/organ[2]/location[1]"], ["/masthead/1/content/1"]),
        (
            .section, ["/meetingReport/body/section[1]", "/meetingReport/body/section[2]"],
            ["/body/0", "/body/1"]
        ),
        (.heading, ["/meetingReport/body/section[1]/heading"], ["/body/0/heading"]),
        (
            .emphasis, ["/meetingReport/body/section[1]/agendaReference/emphasis[1]"],
            ["/body/0/agendaReference/content/1"]
        ),
        (
            .paragraph,
            ["/meetingReport/body/section[1]/paragraph[1]", "/meetingReport/body/section[1]/paragraph[2]"],
            ["/body/0/content/0", "/body/0/content/2"]
        ),
        (
            .item,
            [
                "/meetingReport/body/section[1]/list[1]/item[1]",
                "/meetingReport/body/section[1]/list[1]/item[2]",
            ], ["/body/0/content/1/content/0", "/body/0/content/1/content/1"]
        ),
        (
            .lineBreak,
            [
                "/meetingReport/body/section[1]/paragraph[1]/p[1]/lineBreak[1]",
                "/meetingReport/body/section[1]/list[1]/item[2]/num/lineBreak[1]",
            ], ["/body/0/content/0/content/0/content/1", "/body/0/content/1/content/1/num/0"]
        ),
    ])
    func `is that of XML and of JSON`(name: ElementName, xpaths: [String], pointers: [String]) {
        #expect(paths(of: name).map(\.0) == xpaths)
        #expect(paths(of: name).map(\.1) == pointers)
    }
}
