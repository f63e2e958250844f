import Testing

@testable import MeetingReports

/// What importers of Akoma Ntoso look for, element by element.
@Suite struct `Akoma Ntoso for importers` {
    /// The lines of a record written as Akoma Ntoso, without indentation.
    private func lines(_ report: MeetingReport, _ options: AKNOptions = AKNOptions()) throws -> [String] {
        let bytes = try AKNReportWriter(options: options).write(report)
        let again = try #require(FileReading(InputFile(name: "r", bytes: bytes), .akn).records.first?.report)
        #expect(RecordDifference(report, again) == nil)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
            String(line.drop { $0 == " " })
        }
    }

    private func report(
        lang: String? = nil, _ fields: [MastheadField], _ text: [Inline] = [.text("x")]
    ) -> MeetingReport {
        MeetingReport(
            lang: lang, masthead: fields.map { .element($0) },
            body: [.paragraph(Paragraph(id: "para_1", content: [.p(P(content: text))]))])
    }

    private func date(_ from: String, _ to: String? = nil, _ text: String) -> Inline {
        .date(DateSpan(from: PartialDate(from), to: to.flatMap { PartialDate($0) }, content: [.text(text)]))
    }

    @Test func `name and venue of a meeting are one event, the next of the series another`() throws {
        let name = [Inline.text("Work Session")]
        let next = Statement(
            kind: "nextMeeting",
            content: [
                .text("The next "), .event(Event(content: name)), .text(" is on "),
                date("2018-10-25", nil, "25 October 2018"),
            ])
        let lines = try lines(
            report(
                [
                    MastheadField(.meeting, of: .reported, content: name),
                    MastheadField(
                        .venue, of: .reported,
                        content: [.text("Geneva, "), date("2017-10-30", "2017-10-31", "30-31 October 2017")]),
                ], [.event(Event(content: name)), .text(". "), .statement(next)]))
        let events = lines.filter { $0.hasPrefix("<TLCEvent") }
        #expect(
            events == [
                """
                <TLCEvent eId="event_work-session-2017-10-30" href="/akn/ontology/event/un/work-session-2017-10-30" \
                showAs="Work Session, Geneva, 30-31 October 2017"/>
                """,
                """
                <TLCEvent eId="event_work-session-2018-10-25" href="/akn/ontology/event/un/work-session-2018-10-25" \
                showAs="Work Session, 2018-10-25"/>
                """,
            ])
        let text = lines.joined()
        #expect(text.split(separator: "refersTo=\"#event_work-session-2017-10-30\"").count - 1 == 3)
        #expect(text.split(separator: "refersTo=\"#event_work-session-2018-10-25\"").count - 1 == 1)
    }

    @Test func `a body and its acronym are one organization, the issuing body`() throws {
        let organ = "Economic Commission for Europe"
        let acronym = Organization(kind: "international", acronym: "UNECE", content: [.text("UNECE")])
        let lines = try lines(
            report([MastheadField(.organ, content: [.text(organ)])], [.organization(acronym)]))
        #expect(
            lines.filter { $0.hasPrefix("<TLCOrganization") } == [
                """
                <TLCOrganization eId="org_unece" href="/akn/ontology/organization/un/unece" showAs="\(organ)" \
                shortForm="UNECE"/>
                """
            ])
        #expect(
            lines.contains(
                "<p><docAuthority refersTo=\"#role_issuingBody #org_unece\">\(organ)</docAuthority></p>"))
    }

    @Test(arguments: [
        ("Mr. Gunter Brückner", "Mr.", "gunter.bruckner", "Gunter Brückner"),
        ("H.E. Mr. José Ñandú", "H.E. Mr.", "jose.nandu", "José Ñandú"),
        ("Иван Петров", "", "Иван.Петров", "Иван Петров"),
    ])
    func `persons are named without what they are addressed by`(
        printed: String, honorifics: String, id: String, shown: String
    ) throws {
        let person = Person(as: "chair", content: [.text(printed)])
        let lines = try lines(report([], [.person(person)]))
        let entry = try #require(lines.first { $0.hasPrefix("<TLCPerson") })
        #expect(entry.contains("href=\"/akn/ontology/person/un/\(id)\" showAs=\"\(shown)\""))
        let mark = "<inline name=\"akn4un:honorifics\">\(honorifics)</inline>"
        #expect(lines.joined().contains(mark) == !honorifics.isEmpty)
    }

    @Test func `the first words of a title say stage and kind`() throws {
        let field = MastheadField(.title, status: .draft, content: [.text("Draft report of the meeting")])
        let lines = try lines(report([field]))
        #expect(
            lines.contains(
                """
                <p><docTitle rr:status="draft"><docStage refersTo="#concept_draft">Draft</docStage> \
                <docType refersTo="#concept_meetingReport">report</docType> of the meeting</docTitle></p>
                """))
    }

    @Test(arguments: ["Reporting on 2017", "A report", "Draft", "DRAFT  x", ""])
    func `other titles come back as they are`(title: String) throws {
        let content: [Inline] =
            title.isEmpty ? [.emphasis(Emphasis(content: [.text("Draft")]))] : [.text(title)]
        let collapsed = title == "DRAFT  x" ? [.text("DRAFT x")] : content
        _ = try lines(report([MastheadField(.title, status: .draft, content: collapsed)]))
    }

    @Test func `the label of a language stands outside`() throws {
        let lines = try lines(
            report([MastheadField(.originalLanguage, value: "en", content: [.text("Original: English")])]))
        #expect(
            lines.contains(
                "<p>Original: <inline name=\"akn4un:originalLanguage\" rr:value=\"en\">English</inline></p>"))
    }

    @Test func `annexes of annexes are attachments too, with names and eIds of their own`() throws {
        let inner = Annex(
            id: "annex_I__annex_A", num: [.text("Appendix A")],
            content: [.paragraph(Paragraph(content: [.p(P(content: [.text("inner")]))]))])
        let furniture = Block.interruption(.furniture(Furniture(kind: .foot, text: ["page 3"])))
        let outer = Annex(
            id: "annex_I", num: [.text("Annex I")],
            content: [
                .paragraph(Paragraph(content: [.p(P(content: [.text("outer")]))])), .annex(inner), furniture,
            ])
        let next = Annex(id: "annex_II", num: [.text("Annex II")], content: [])
        let lines = try lines(MeetingReport(body: [.annex(outer), furniture, .annex(next)]))
        #expect(
            lines.filter { $0.hasPrefix("<attachment ") }.map { $0.split(separator: "\"")[1] } == [
                "att_I", "att_I__att_A", "att_II",
            ])
        #expect(
            lines.filter { $0.hasPrefix("<mainBody") }.map { $0.split(separator: "\"").dropFirst().first }
                == [
                    "body", "att_I__body", "att_I__att_A__body", "att_II__body",
                ])
        let names = lines.filter { $0.hasPrefix("<hasAttachment") }.map { line in
            line.split(separator: "!")[1].prefix { $0 != "\"" }
        }
        #expect(names == ["annex_1", "annex_2", "annex_3"])
    }

    @Test func `eIds of notes say where they are called`() throws {
        let note = Footnote(id: "fn_1", marker: "1", content: [.p(P(content: [.text("Note.")]))])
        let mark = NoteReference(target: "fn_1", content: [.text("1")])
        var report = report([], [.text("x"), .noteReference(mark)])
        report.body.append(.interruption(.footnote(note)))
        #expect(try lines(report).contains { $0.contains("eId=\"para_1__authorialNote_1\" rr:id=\"fn_1\"") })
    }

    @Test(arguments: [
        ("A/C.1/68/L.1/Rev.1", "A-C.1-68-L.1-Rev.1"), ("TD/B/MEM.3/21*", "TD-B-MEM.3-21"),
        ("E/CN.6/2019/3 (Part I)", "E-CN.6-2019-3_(Part_I)"), ("ЕЭК/2017/12", "ЕЭК-2017-12"),
    ])
    func `symbols become numbers of IRIs`(symbol: String, number: String) throws {
        let lines = try lines(report([MastheadField(.symbol, content: [.text(symbol)])]))
        #expect(lines.contains("<FRBRnumber value=\"\(number)\" showAs=\"\(symbol)\"/>"))
        #expect(
            lines.contains("<FRBRuri value=\"/akn/un/debateReport/report/un/0001-01-01/\(number)\"/>"))
    }

    @Test(arguments: [
        ("en", "eng"), ("fr-CA", "fra"), ("zh-Hans", "zho"), ("fa", "fas"), ("gsw", "gsw"), (nil, "und"),
    ])
    func `languages have codes of ISO 639-2/T`(tag: String?, code: String) throws {
        #expect(try lines(report(lang: tag, [])).contains("<FRBRlanguage language=\"\(code)\"/>"))
    }

    @Test func `names in other scripts are told apart`() throws {
        let names = ["日本", "中国"]
        let lines = try lines(
            report([], names.map { .organization(Organization(content: [.text($0)])) }))
        let hrefs = lines.filter { $0.hasPrefix("<TLCOrganization") && $0.contains("_nn") }
        #expect(
            Set(hrefs.map { $0.split(separator: "\"")[3] })
                == Set(names.map { "/akn/ontology/organization/un/\($0)" }))
        #expect(Set(hrefs.map { $0.split(separator: "\"")[1] }) == ["org_nn", "org_nn_2"])
    }

    @Test func `a report without symbol takes id, title or the name given`() throws {
        let title = [MastheadField(.title, content: [.text("Report on Ice")])]
        func work(_ report: MeetingReport, _ options: AKNOptions = AKNOptions()) throws -> String? {
            try lines(report, options).first { $0.hasPrefix("<FRBRuri") }.map {
                String($0.split(separator: "\"")[1])
            }
        }
        var withID = report(title)
        withID.id = "ice-2017"
        var options = AKNOptions()
        options.number = "ICE 17"
        options.actor = "2nd-committee"
        let start = "/akn/un/debateReport/report/"
        #expect(try work(report(title)) == start + "un/0001-01-01/report-on-ice")
        #expect(try work(withID) == start + "un/0001-01-01/ice-2017")
        #expect(try work(withID, options) == start + "un-2nd-committee/0001-01-01/ICE_17")
        #expect(try work(report([])) == start + "un/0001-01-01/unnumbered")
    }
}
