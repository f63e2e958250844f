/// What maps to what between a record and Akoma Ntoso (profile AKN4UN): one table that writer and reader go by.
///
/// Where the same thing is named in both, the name is exchanged, and what Akoma Ntoso has no name for goes into a
/// generic element with `name`. Each attribute of the record goes into the attribute of the same name in the namespace
/// of records, so that it comes back as it was; what Akoma Ntoso has an attribute for is written there too.
///
/// | record | Akoma Ntoso |
/// |---|---|
/// | record, source | `meta/proprietary`: `rr:record`, `rr:source` |
/// | masthead | `coverPage`, from the first title on `preface`; a `p` a field |
/// | section | `section`; below the first level `title`, `chapter` or `division`, by the printed number |
/// | paragraph, item | `paragraph`, `point`: one `p` in `content`; `p`s and a list as `list` with `intro`, `wrapUp`; else `alinea`, `list`, `hcontainer` in their order |
/// | num, heading, agendaReference | `num`, `heading`, `subheading` |
/// | table, row, cell | `table`, `tr`, `td` or `th`, in an `hcontainer` between blocks; number and heading in `caption` |
/// | quote | `embeddedStructure` |
/// | contents, entry | `hcontainer`, `toc`, `tocItem` |
/// | annex | `attachment` with a `doc` where it is last in the record or in another such annex, else `hcontainer` |
/// | furniture, unrecognized | `hcontainer` between blocks, `subFlow` in a text |
/// | footnote | `authorialNote` at its first mark, with a `marker` where it was printed unless that is the end of its text |
/// | noteReference | the note's `@marker`; `noteRef` for further marks of one note |
/// | fields and spans | ``rows`` |
enum AKNTable {
    /// How an element that holds text is called in both.
    struct Row: Sendable {
        /// The element of the record.
        let model: ElementName
        /// The element of Akoma Ntoso.
        let akn: AKNName
        /// Its `name`, for generic elements.
        let name: String?
        /// The single code of the record's `kind` that the element of Akoma Ntoso says by itself.
        let kind: String?
        /// Whether it is also written; other rows are only for reading.
        let isWritten: Bool

        init(
            _ model: ElementName, _ akn: AKNName, _ name: String? = nil, kind: String? = nil,
            isWritten: Bool = true
        ) {
            self.model = model
            self.akn = akn
            self.name = name
            self.kind = kind
            self.isWritten = isWritten
        }
    }

    /// The name of the `inline` with what a person is addressed by: Mr., Ms.
    static let honorifics = "akn4un:honorifics"

    /// Fields of a masthead; of several rows for one, the first that can be used is written.
    static let fields =
        [
            Row(.organ, .docAuthority), Row(.symbol, .docNumber),
            Row(.distribution, .inline, "akn4un:distribution"),
            Row(.issued, .docDate), Row(.issued, .inline, "issued"),
            Row(.language, .inline, "akn4un:languageOfExpression"),
            Row(.originalLanguage, .inline, "akn4un:originalLanguage"),
            Row(.session, .session), Row(.meeting, .inline, "akn4un:meetingName"), Row(.venue, .event),
            Row(.agendaItem, .inline, "agenda item"), Row(.agendaItemTitle, .inline, "agenda item name"),
            Row(.documentType, .docType), Row(.stage, .docStage), Row(.title, .docTitle),
            Row(.author, .docProponent), Row(.jobNumber, .docketNumber), Row(.note, .inline, "note"),
        ].map { $0 } + [
            Row(.organ, .docCommittee, isWritten: false), Row(.distribution, .docStatus, isWritten: false),
            Row(.distribution, .inline, "distribution", isWritten: false),
            Row(.originalLanguage, .inline, "originalLanguage", isWritten: false),
            Row(.language, .inline, "languageOfExpression", isWritten: false),
            Row(.meeting, .inline, "meetingName", isWritten: false),
            Row(.note, .inline, "akn4un:subTitle", isWritten: false),
            Row(.symbol, .inline, "symbol", isWritten: false), Row(.title, .shortTitle, isWritten: false),
            Row(.venue, .location, isWritten: false), Row(.note, .docPurpose, isWritten: false),
            Row(.organ, .docJurisdiction, isWritten: false), Row(.author, .docIntroducer, isWritten: false),
        ]

    /// Spans of a text; of several rows for one, the first that can be used is written.
    static let spans = [
        Row(.organization, .organization), Row(.person, .person), Row(.role, .role),
        Row(.location, .location), Row(.event, .event), Row(.date, .date), Row(.date, .inline, "date"),
        Row(.statement, .entity), Row(.reference, .ref), Row(.reference, .inline, "reference"),
        Row(.link, .a), Row(.link, .inline, "link"), Row(.noteReference, .inline, "noteReference"),
        Row(.emphasis, .b, kind: "bold"), Row(.emphasis, .i, kind: "italic"),
        Row(.emphasis, .u, kind: "underline"), Row(.emphasis, .sup, kind: "superscript"),
        Row(.emphasis, .sub, kind: "subscript"), Row(.emphasis, .span),
        Row(.date, .docDate, isWritten: false), Row(.reference, .rref, isWritten: false),
        Row(.reference, .mref, isWritten: false), Row(.organization, .docAuthority, isWritten: false),
        Row(.organization, .docCommittee, isWritten: false), Row(.reference, .docNumber, isWritten: false),
    ]

    /// The row by which a field or span is written, the first for which `isUsable` holds.
    static func row(writing element: ElementName, _ isUsable: (Row) -> Bool = { _ in true }) -> Row? {
        written[Int(element.rawValue)].first(where: isUsable)
    }

    /// The row by which a field of a masthead is read.
    static func field(_ akn: AKNName, named name: String?) -> Row? {
        find(akn, name, in: fields)
    }

    /// The row by which a span is read.
    static func span(_ akn: AKNName, named name: String?) -> Row? {
        find(akn, name, in: spans)
    }

    private static func find(_ akn: AKNName, _ name: String?, in rows: [Row]) -> Row? {
        rows.first { row in
            row.akn == akn
                && (row.name == nil || row.name.map { $0.utf8.elementsEqual((name ?? "").utf8) } == true)
        }
    }

    private static let written: [[Row]] = {
        var written = [[Row]](repeating: [], count: ElementName.names.count)
        for row in fields + spans where row.isWritten { written[Int(row.model.rawValue)].append(row) }
        return written
    }()
}
