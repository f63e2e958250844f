/// What a text is made of: printed characters, spans over them, and what interrupted them in print.
public enum Inline: Hashable, Sendable {
    /// Printed characters.
    case text(String)
    /// A State, an organization, a body.
    case organization(Organization)
    /// A person's name.
    case person(Person)
    /// An office that a person holds.
    case role(Role)
    /// A place.
    case location(Location)
    /// A date or a range of dates.
    case date(DateSpan)
    /// A meeting or another event.
    case event(Event)
    /// A clause that states a fact.
    case statement(Statement)
    /// Words that refer to a document, paragraph, decision, agenda item or page.
    case reference(Reference)
    /// A web address.
    case link(Link)
    /// The mark of a footnote.
    case noteReference(NoteReference)
    /// Printed emphasis.
    case emphasis(Emphasis)
    /// A printed line end that matters.
    case lineBreak
    /// What was printed inside the text without being of it.
    case interruption(Interruption)
}

/// A State, an international organization, a body, a secretariat, a group.
public struct Organization: Hashable, Sendable {
    /// What it is: `state`, `international`, `body`, `secretariat`, `group`, `other`.
    public var kind: Codes?
    /// For a State the ISO 3166-1 alpha-3 code, or the code it had before it left that list.
    public var code: String?
    /// The acronym that is printed for it, here or where it was introduced.
    public var acronym: String?
    /// The capacities in which it is named here: `participant`, `organizer`, `represented` and others.
    public var `as`: Codes?
    /// The printed name.
    public var content: [Inline]

    /// Creates a span over the name of an organization.
    public init(
        kind: Codes? = nil, code: String? = nil, acronym: String? = nil, as: Codes? = nil, content: [Inline]
    ) {
        self.kind = kind
        self.code = code
        self.acronym = acronym
        self.as = `as`
        self.content = content
    }
}

/// A person's name.
public struct Person: Hashable, Sendable {
    /// The capacities in which the person is named here: `chair`, `viceChair`, `rapporteur` and others.
    public var `as`: Codes?
    /// The printed name with its title.
    public var content: [Inline]

    /// Creates a span over a person's name.
    public init(as: Codes? = nil, content: [Inline]) {
        self.as = `as`
        self.content = content
    }
}

/// An office that a person holds.
public struct Role: Hashable, Sendable {
    /// The office: `chair`, `viceChair`, `rapporteur` and others.
    public var code: String?
    /// The printed words.
    public var content: [Inline]

    /// Creates a span over the name of an office.
    public init(code: String? = nil, content: [Inline]) {
        self.code = code
        self.content = content
    }
}

/// A place.
public struct Location: Hashable, Sendable {
    /// A code of the place.
    public var code: String?
    /// The printed name.
    public var content: [Inline]

    /// Creates a span over the name of a place.
    public init(code: String? = nil, content: [Inline]) {
        self.code = code
        self.content = content
    }
}

/// A date or a range of dates, exact to the day, month or year.
public struct DateSpan: Hashable, Sendable {
    /// The first day, month or year.
    public var from: PartialDate?
    /// The last day, month or year; nil for a single one.
    public var to: PartialDate?
    /// The printed words.
    public var content: [Inline]

    /// Creates a span over a date.
    public init(from: PartialDate? = nil, to: PartialDate? = nil, content: [Inline]) {
        self.from = from
        self.to = to
        self.content = content
    }
}

/// A meeting or another event.
public struct Event: Hashable, Sendable {
    /// The printed name.
    public var content: [Inline]

    /// Creates a span over the name of an event.
    public init(content: [Inline]) {
        self.content = content
    }
}

/// A clause that states a fact; the entities inside it say of whom and when.
public struct Statement: Hashable, Sendable {
    /// What it states: `meeting`, `attendance`, `election`, `recommendation`, `nextMeeting`, `adoption` and others.
    public var kind: Codes?
    /// The label that the text gives it, such as `Decision 1`.
    public var label: String?
    /// The clause.
    public var content: [Inline]

    /// Creates a span over a clause that states a fact.
    public init(kind: Codes? = nil, label: String? = nil, content: [Inline]) {
        self.kind = kind
        self.label = label
        self.content = content
    }
}

/// Words that refer to a document, paragraph, decision, agenda item or page.
public struct Reference: Hashable, Sendable {
    /// What it refers to: `document`, `paragraph`, `decision`, `agendaItem`, `page` and others.
    public var kind: Codes?
    /// What is referred to: an id of this record, a symbol, a number.
    public var target: String?
    /// The printed words.
    public var content: [Inline]

    /// Creates a span over a reference.
    public init(kind: Codes? = nil, target: String? = nil, content: [Inline]) {
        self.kind = kind
        self.target = target
        self.content = content
    }
}

/// A web address.
public struct Link: Hashable, Sendable {
    /// The address, absolute, in ASCII.
    public var href: String
    /// The printed form.
    public var content: [Inline]

    /// Creates a span over a web address.
    public init(href: String, content: [Inline]) {
        self.href = href
        self.content = content
    }
}

/// The mark of a footnote in the text.
public struct NoteReference: Hashable, Sendable {
    /// The id of the footnote; nil where the mark has no note.
    public var target: String?
    /// The printed mark.
    public var content: [Inline]

    /// Creates a span over a footnote's mark.
    public init(target: String? = nil, content: [Inline]) {
        self.target = target
        self.content = content
    }
}

/// Printed emphasis.
public struct Emphasis: Hashable, Sendable {
    /// How it is printed: `bold`, `italic`, `underline` and others.
    public var kind: Codes?
    /// The emphasized text.
    public var content: [Inline]

    /// Creates a span over emphasized text.
    public init(kind: Codes? = nil, content: [Inline]) {
        self.kind = kind
        self.content = content
    }
}
