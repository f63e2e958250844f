// The two ways between an element and the places that may hold it.

extension Interruption {
    /// The interruption as an element.
    var element: Element {
        switch self {
        case .furniture(let furniture): .furniture(furniture)
        case .footnote(let footnote): .footnote(footnote)
        case .unrecognized(let unrecognized): .unrecognized(unrecognized)
        }
    }

    /// The element as an interruption, or nil.
    init?(_ element: Element) {
        switch element {
        case .furniture(let furniture): self = .furniture(furniture)
        case .footnote(let footnote): self = .footnote(footnote)
        case .unrecognized(let unrecognized): self = .unrecognized(unrecognized)
        default: return nil
        }
    }
}

extension Block {
    /// The block as an element.
    var element: Element {
        switch self {
        case .section(let section): .section(section)
        case .paragraph(let paragraph): .paragraph(paragraph)
        case .list(let list): .list(list)
        case .table(let table): .table(table)
        case .quote(let quote): .quote(quote)
        case .contents(let contents): .contents(contents)
        case .annex(let annex): .annex(annex)
        case .interruption(let interruption): interruption.element
        }
    }

    /// The element as a block, or nil.
    init?(_ element: Element) {
        switch element {
        case .section(let section): self = .section(section)
        case .paragraph(let paragraph): self = .paragraph(paragraph)
        case .list(let list): self = .list(list)
        case .table(let table): self = .table(table)
        case .quote(let quote): self = .quote(quote)
        case .contents(let contents): self = .contents(contents)
        case .annex(let annex): self = .annex(annex)
        default:
            guard let interruption = Interruption(element) else { return nil }
            self = .interruption(interruption)
        }
    }
}

extension Inner {
    /// The content as an element.
    var element: Element {
        switch self {
        case .p(let p): .p(p)
        case .list(let list): .list(list)
        case .table(let table): .table(table)
        case .quote(let quote): .quote(quote)
        case .interruption(let interruption): interruption.element
        }
    }

    /// The element as content of a paragraph, item, cell or note, or nil.
    init?(_ element: Element) {
        switch element {
        case .p(let p): self = .p(p)
        case .list(let list): self = .list(list)
        case .table(let table): self = .table(table)
        case .quote(let quote): self = .quote(quote)
        default:
            guard let interruption = Interruption(element) else { return nil }
            self = .interruption(interruption)
        }
    }
}

extension Quote.Content {
    /// The content as an element.
    var element: Element {
        switch self {
        case .p(let p): .p(p)
        case .list(let list): .list(list)
        case .table(let table): .table(table)
        case .interruption(let interruption): interruption.element
        }
    }

    /// The element as content of a quotation, or nil.
    init?(_ element: Element) {
        switch element {
        case .p(let p): self = .p(p)
        case .list(let list): self = .list(list)
        case .table(let table): self = .table(table)
        default:
            guard let interruption = Interruption(element) else { return nil }
            self = .interruption(interruption)
        }
    }
}

extension Inline {
    /// The span, break or interruption as an element; nil for text.
    var element: Element? {
        switch self {
        case .text: nil
        case .organization(let organization): .organization(organization)
        case .person(let person): .person(person)
        case .role(let role): .role(role)
        case .location(let location): .location(location)
        case .date(let date): .date(date)
        case .event(let event): .event(event)
        case .statement(let statement): .statement(statement)
        case .reference(let reference): .reference(reference)
        case .link(let link): .link(link)
        case .noteReference(let reference): .noteReference(reference)
        case .emphasis(let emphasis): .emphasis(emphasis)
        case .lineBreak: .lineBreak
        case .interruption(let interruption): interruption.element
        }
    }

    /// The element as part of a text, or nil.
    init?(_ element: Element) {
        switch element {
        case .organization(let organization): self = .organization(organization)
        case .person(let person): self = .person(person)
        case .role(let role): self = .role(role)
        case .location(let location): self = .location(location)
        case .date(let date): self = .date(date)
        case .event(let event): self = .event(event)
        case .statement(let statement): self = .statement(statement)
        case .reference(let reference): self = .reference(reference)
        case .link(let link): self = .link(link)
        case .noteReference(let reference): self = .noteReference(reference)
        case .emphasis(let emphasis): self = .emphasis(emphasis)
        case .lineBreak: self = .lineBreak
        default:
            guard let interruption = Interruption(element) else { return nil }
            self = .interruption(interruption)
        }
    }
}

extension Interrupted {
    /// The element as part of a run of `Content`, or nil.
    init?(_ element: Element, as content: (Element) -> Content?) {
        if let interruption = Interruption(element) {
            self = .interruption(interruption)
        } else if let content = content(element) {
            self = .element(content)
        } else {
            return nil
        }
    }
}
