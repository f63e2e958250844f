/// The IRIs of a document, after the naming convention of Akoma Ntoso 1.0 and the guidelines of AKN4UN.
///
///     Work           /akn/un/debateReport/{subtype}/{actor}/{date}/{number}
///     Expression     {Work}/{language}@{date}
///     Manifestation  {Expression}.xml
///
/// All three carry the date of the document, so that the same record gives the same bytes whenever it is written.
struct AKNDocumentNames: Sendable {
    /// `report`, or `minute` for minutes.
    let subtype: String
    /// The value of `debateReport/@name`.
    let className: String
    /// The code of the issuing body.
    let actor: String
    /// The body's name as printed.
    let actorName: String
    /// Whether nobody gave the actor's code.
    let isActorGuessed: Bool
    /// The date of issue, else the first of the meeting, else the first day of the year 1, which stands for none.
    let date: String
    /// The symbol in its form for IRIs, or what stands for it.
    let number: String
    /// The symbol as printed.
    let symbol: String?
    /// The language of the text, ISO 639-2/T.
    let language: String
    /// The title as printed.
    let title: String?
    /// What the title says of the state of the text.
    let status: String?

    /// A date that is not known, as the United Nations write it.
    static let unknownDate = "0001-01-01"

    init(of report: MeetingReport, _ options: AKNOptions) {
        let fields = report.masthead.compactMap(\.element)
        func text(_ name: MastheadField.Name) -> String? {
            let found = fields.first { $0.name == name }.map { AKNText.line($0.content) }
            return found.flatMap { $0.isEmpty ? nil : $0 }
        }
        let isMinutes = report.kind == "minutes"
        subtype = isMinutes ? "minute" : "report"
        className = isMinutes ? "meetingMinute" : "meetingReport"
        title = text(.title)
        status = fields.first { $0.name == .title }?.status?.rawValue
        language = AKNLanguage.code(of: report.lang ?? fields.first { $0.name == .language }?.value)
        symbol = text(.symbol)
        number =
            symbol.flatMap(AKNSlug.symbol) ?? options.number.flatMap(AKNSlug.symbol)
            ?? report.id.flatMap(AKNSlug.symbol)
            ?? title.flatMap { AKNSlug.words($0, limit: AKNSlug.limit) }
            ?? report.source.flatMap { AKNSlug.symbol($0.name) } ?? "unnumbered"
        let organ = text(.organ)
        actorName = organ ?? "United Nations"
        let configured = options.actor ?? organ.flatMap { options.actors[$0] }
        let known = organ.flatMap { name in
            [name, "United Nations " + name].lazy.compactMap {
                NameTable.shared.entry(named: Array($0.utf8)[...])?.acronym
            }.first
        }
        actor = Self.actorCode(
            (configured ?? known ?? organ).flatMap { AKNSlug.words($0, limit: AKNSlug.limit) } ?? "un")
        isActorGuessed = configured == nil && known == nil
        date = Self.date(fields) ?? Self.unknownDate
    }

    /// The code of an actor, which must not begin with a digit (naming convention).
    private static func actorCode(_ code: String) -> String {
        code.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } == true
            ? "un-" + code : code
    }

    private static func date(_ fields: [MastheadField]) -> String? {
        let issued = fields.first { $0.name == .issued }?.value.flatMap { PartialDate($0) }
        if let issued = issued.flatMap(AKNText.fullDate) { return issued }
        for field in fields where field.name == .venue {
            for case .date(let date) in field.content {
                if let from = date.from.flatMap(AKNText.fullDate) { return from }
            }
        }
        return nil
    }

    /// The IRI of the Work.
    var work: String { "/akn/un/debateReport/\(subtype)/\(actor)/\(date)/\(number)" }
    /// The IRI of the Expression.
    var expression: String { "\(work)/\(language)@\(date)" }
    /// The IRI of the Manifestation.
    var manifestation: String { "\(expression).xml" }

    /// Writes the identification of the document, or of a component of it such as `annex_1`.
    func writeIdentification(
        component: String = "main", source: String, author: String,
        roles: (author: String, editor: String), to out: inout AKNOutput
    ) {
        out.begin("identification")
        out.attribute("source", source)
        func level(_ name: String, _ iri: String, _ ending: String, _ rest: (inout AKNOutput) -> Void) {
            out.begin(name)
            out.empty("FRBRthis", ["value": "\(ending.isEmpty ? iri : expression)/!\(component)\(ending)"])
            out.empty("FRBRuri", ["value": iri])
            rest(&out)
            out.end()
        }
        level("FRBRWork", work, "") { out in
            out.empty("FRBRdate", ["date": date, "name": "issuance"])
            out.empty("FRBRauthor", ["href": author, "as": roles.author])
            out.empty("FRBRcountry", ["value": "un"])
            out.empty("FRBRsubtype", ["value": subtype])
            out.empty("FRBRnumber", ["value": number, "showAs": symbol ?? "no symbol printed"])
            out.empty("FRBRname", ["value": title ?? number])
            out.empty("FRBRprescriptive", ["value": "false"])
        }
        level("FRBRExpression", expression, "") { out in
            out.empty("FRBRdate", ["date": date, "name": "issuance"])
            out.empty("FRBRauthor", ["href": author, "as": roles.author])
            if let status { out.empty("FRBRversionNumber", ["value": status]) }
            out.empty("FRBRlanguage", ["language": language])
        }
        level("FRBRManifestation", manifestation, ".xml") { out in
            out.empty("FRBRdate", ["date": date, "name": "markup"])
            out.empty("FRBRauthor", ["href": source, "as": roles.editor])
            out.empty("FRBRformat", ["value": "xml"])
        }
        out.end()
    }
}

extension AKNDocumentNames {
    /// Writes identification and references of a collection whose first record these are the names of.
    func writeCollectionMeta(to out: inout AKNOutput) {
        let work = "/akn/un/documentCollection/collection/\(actor)/\(date)/\(number)"
        let expression = "\(work)/\(language)@\(date)"
        out.begin("identification")
        out.attribute("source", "#converter")
        let levels = [
            ("FRBRWork", work, "\(work)/!main"), ("FRBRExpression", expression, "\(expression)/!main"),
            ("FRBRManifestation", "\(expression).xml", "\(expression)/!main.xml"),
        ]
        for (name, iri, this) in levels {
            out.begin(name)
            out.empty("FRBRthis", ["value": this])
            out.empty("FRBRuri", ["value": iri])
            out.empty("FRBRdate", ["date": date, "name": "issuance"])
            out.empty("FRBRauthor", ["href": "#actor"])
            if name == "FRBRWork" {
                out.empty("FRBRcountry", ["value": "un"])
                out.empty("FRBRsubtype", ["value": "collection"])
                out.empty("FRBRnumber", ["value": number])
            } else if name == "FRBRExpression" {
                out.empty("FRBRlanguage", ["language": language])
            }
            out.end()
        }
        out.end()
        out.begin("references")
        out.attribute("source", "#converter")
        out.empty(
            "TLCOrganization",
            [
                "eId": "actor", "href": "/akn/ontology/organization/un/\(actor)", "showAs": actorName,
            ])
        out.empty(
            "TLCProcess",
            ["eId": "converter", "href": "/akn/ontology/process/un/rapporteur", "showAs": "Rapporteur"])
        out.end()
    }
}
