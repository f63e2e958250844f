internal import LibXML

/// The names of Akoma Ntoso that the reader knows, of elements and attributes alike.
enum AKNName: UInt8, CaseIterable, Sendable {
    // Documents and their parts.
    case akomaNtoso, documentCollection, officialGazette, amendmentList, collectionBody, component, components
    case debateReport, doc, statement, debate, judgment, act, bill, amendment, portion
    case meta, coverPage, preface, preamble, mainBody, body, debateBody, judgmentBody, amendmentBody,
        portionBody
    case conclusions, attachments, attachment, proprietary, identification, references, presentation
    case FRBRWork, FRBRExpression, FRBRManifestation, FRBRItem, FRBRthis, FRBRuri, FRBRdate, FRBRauthor
    case FRBRcountry, FRBRsubtype, FRBRnumber, FRBRlanguage, FRBRname
    case notes, note, componentRef, documentRef, interstitial
    // Hierarchy.
    case clause, section, part, paragraph, chapter, title, article, book, tome, division, list, point, indent
    case alinea, rule, subrule, proviso, subsection, subpart, subparagraph, subchapter, subtitle, subdivision
    case subclause, sublist, level, transitional, hcontainer, crossHeading
    case num, heading, subheading, content, intro, wrapUp
    // Blocks.
    case p, block, blockList, listIntroduction, item, listWrapUp, blockContainer, tblock, ul, ol, li, table,
        caption
    case tr, td, th, toc, tocItem, container, longTitle, formula, citations, citation, recitals, recital
    case debateSection, foreign, speechGroup, speech, from, scene, narrative, summary
    // Inlines.
    case a, b, i, u, sub, sup, abbr, span, inline, br, img, marker, noteRef, authorialNote, subFlow, eop, eol
    case embeddedStructure, quotedStructure, embeddedText, quotedText, mod, ins, del, ref, mref, rref
    case date, time, person, organization, concept, object, event, location, process, role, term, quantity,
        def
    case entity, docType, docTitle, docNumber, docProponent, docDate, session, shortTitle, docAuthority
    case remark, recordedTime, vote, outcome, omissis, opinion, placeholder, fillIn, decoration, mmod, rmod
    case legislature, courtType, neutralCitation, party, judge, lawyer, signature, argument, affectedDocument
    case relatedDocument, change, docPurpose, docCommittee, docIntroducer, docStage, docStatus,
        docJurisdiction, docketNumber
    // Attributes.
    case eId, wId, name, refersTo, href, value, showAs, source, by, `as`, `class`, number, placement, colspan
    case rowspan, language, dictionary, GUID, alternativeTo, startQuote, endQuote, id, src
    // The record's own data.
    case record

    /// The names in the order of the cases.
    static let names = allCases.map { "\($0)" }
    /// The names as the parser numbers them.
    static let vocabulary = XMLVocabulary(namespace: AKNNamespace.final, names: names)

    /// The name as it stands in a document.
    var text: String { Self.names[Int(rawValue)] }
}
