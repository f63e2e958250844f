/// What a visitor does with an element that it has just entered.
public enum Descent: Sendable {
    /// Visit what the element holds, then leave it.
    case into
    /// Leave it at once.
    case past
}

/// Meets every element and text of a record in printed order.
///
///     struct StateNames: ReportVisitor {
///         var names: [String] = []
///         mutating func enter(_ element: Element) -> Descent {
///             if case .organization(let state) = element, state.kind?.contains("state") == true {
///                 names.append(state.content.plainText)
///             }
///             return .into
///         }
///     }
///     var states = StateNames()
///     report.accept(&states)
public protocol ReportVisitor {
    /// Called before what the element holds; the answer says whether that is visited.
    mutating func enter(_ element: Element) -> Descent
    /// Called for each text.
    mutating func text(_ text: String)
    /// Called after what the element holds.
    mutating func leave(_ element: Element)
}

extension ReportVisitor {
    /// Goes on into the element.
    public mutating func enter(_ element: Element) -> Descent { .into }
    /// Does nothing.
    public mutating func text(_ text: String) {}
    /// Does nothing.
    public mutating func leave(_ element: Element) {}
}

extension MeetingReport {
    /// Leads a visitor through the record in printed order.
    public func accept(_ visitor: inout some ReportVisitor) {
        Element.meetingReport(self).accept(&visitor)
    }
}

extension Element {
    /// Leads a visitor through the element and what it holds, in printed order.
    public func accept(_ visitor: inout some ReportVisitor) {
        if visitor.enter(self) == .into { acceptContent(&visitor) }
        visitor.leave(self)
    }

    /// Leads a visitor through what the element holds, but not the element itself.
    func acceptContent(_ visitor: inout some ReportVisitor) {
        switch self {
        case .meetingReport(let report):
            if let source = report.source { Element.source(source).accept(&visitor) }
            if !report.masthead.isEmpty { Element.masthead(report.masthead).accept(&visitor) }
            Element.body(report.body).accept(&visitor)
        case .masthead(let fields): accept(fields, as: Element.field, &visitor)
        case .body(let blocks): accept(blocks, &visitor)
        case .section(let section):
            acceptHead(section.num, section.heading, section.agendaReference, &visitor)
            accept(section.content, &visitor)
        case .annex(let annex):
            acceptHead(annex.num, nil, nil, &visitor)
            if !annex.masthead.isEmpty { Element.masthead(annex.masthead).accept(&visitor) }
            acceptHead(nil, annex.heading, nil, &visitor)
            accept(annex.content, &visitor)
        case .paragraph(let paragraph):
            acceptHead(paragraph.num, paragraph.heading, paragraph.agendaReference, &visitor)
            accept(paragraph.content, &visitor)
        case .list(let list): accept(list.content, as: Element.item, &visitor)
        case .item(let item):
            acceptHead(item.num, nil, nil, &visitor)
            accept(item.content, &visitor)
        case .quote(let quote): quote.content.forEach { $0.element.accept(&visitor) }
        case .table(let table):
            acceptHead(table.num, table.heading, nil, &visitor)
            accept(table.content, as: Element.row, &visitor)
        case .row(let row): row.content.forEach { Element.cell($0).accept(&visitor) }
        case .cell(let cell): accept(cell.content, &visitor)
        case .contents(let contents):
            acceptHead(nil, contents.heading, nil, &visitor)
            accept(contents.content, as: Element.entry, &visitor)
        case .entry(let entry):
            acceptHead(entry.num, entry.heading, entry.agendaReference, &visitor)
            if let paragraphs = entry.paragraphs { Element.paragraphs(paragraphs).accept(&visitor) }
            if let page = entry.page { Element.page(page).accept(&visitor) }
        case .footnote(let footnote):
            if let marker = footnote.marker { Element.marker(marker).accept(&visitor) }
            accept(footnote.content, &visitor)
        case .furniture(let furniture): accept(printed: furniture.text, &visitor)
        case .unrecognized(let unrecognized): accept(printed: unrecognized.text, &visitor)
        case .marker(let marker): visitor.text(marker)
        case .source, .lineBreak: break
        default: accept(run, &visitor)
        }
    }

    /// The run of an element that holds text, empty for others.
    var run: [Inline] {
        switch self {
        case .field(let field): field.content
        case .p(let p): p.content
        case .num(let run), .heading(let run), .paragraphs(let run), .page(let run): run
        case .agendaReference(let reference): reference.content
        case .organization(let organization): organization.content
        case .person(let person): person.content
        case .role(let role): role.content
        case .location(let location): location.content
        case .date(let date): date.content
        case .event(let event): event.content
        case .statement(let statement): statement.content
        case .reference(let reference): reference.content
        case .link(let link): link.content
        case .noteReference(let reference): reference.content
        case .emphasis(let emphasis): emphasis.content
        default: []
        }
    }

    private func acceptHead(
        _ num: [Inline]?, _ heading: [Inline]?, _ agendaReference: AgendaReference?,
        _ visitor: inout some ReportVisitor
    ) {
        if let num { Element.num(num).accept(&visitor) }
        if let heading { Element.heading(heading).accept(&visitor) }
        if let agendaReference { Element.agendaReference(agendaReference).accept(&visitor) }
    }

    private func accept(_ blocks: [Block], _ visitor: inout some ReportVisitor) {
        for block in blocks { block.element.accept(&visitor) }
    }

    private func accept(_ content: [Inner], _ visitor: inout some ReportVisitor) {
        for inner in content { inner.element.accept(&visitor) }
    }

    private func accept<Content>(
        _ run: [Interrupted<Content>], as element: (Content) -> Element, _ visitor: inout some ReportVisitor
    ) {
        for part in run {
            switch part {
            case .element(let content): element(content).accept(&visitor)
            case .interruption(let interruption): interruption.element.accept(&visitor)
            }
        }
    }

    private func accept(_ run: [Inline], _ visitor: inout some ReportVisitor) {
        for inline in run {
            if case .text(let text) = inline { visitor.text(text) } else { inline.element?.accept(&visitor) }
        }
    }

    private func accept(printed lines: [String], _ visitor: inout some ReportVisitor) {
        for (index, line) in lines.enumerated() {
            if index > 0 { Element.lineBreak.accept(&visitor) }
            if !line.isEmpty { visitor.text(line) }
        }
    }
}
