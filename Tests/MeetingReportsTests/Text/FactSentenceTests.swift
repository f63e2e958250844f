import MeetingReports
import Testing

/// Sentences as reports of many organizations print them, with the facts that a person reads in them.
@Suite struct `Sentences and their facts` {
    /// The facts of a sentence, sorted: `FRA:participant`, `Mr. Roe=chair`, `next session|from|to|place`, `decision`.
    private func facts(_ sentence: String) throws -> [String] {
        // A second paragraph tells the language.
        let report = try reading(
            "Report of the Committee\n\n1. \(sentence)\n\n2. \(Self.filler(for: sentence))"
        ).report
        let facts = Facts(of: report)
        let officers = report.persons.compactMap { person in
            person.as.map { "\(person.content.plainText)=\($0)" }
        }
        let meetings =
            facts.meetings.map { "meet \(Self.shown($0))" }
            + facts.nextMeetings.map { "next \(Self.shown($0))" }
        let kinds = facts.clauses.map(\.kind).filter { !["office", "opening", "closing"].contains($0) }
        return
            (facts.attendance.map { "\($0.party.code ?? $0.party.name):\($0.capacity)" } + officers + meetings
            + kinds)
            .sorted()
    }

    private static func shown(_ meeting: Facts.Meeting) -> String {
        let dates = [meeting.from, meeting.to].map { $0?.description ?? "" }
        return ([meeting.name ?? ""] + dates + [meeting.places.first ?? ""]).joined(separator: "|")
    }

    private static func filler(for sentence: String) -> String {
        if ["Sra.", "reunión", "fue "].contains(where: sentence.contains) {
            return
                "El texto de los que la reunión por una y con el fin del año para que los que se dijo en la sala."
        }
        if [" été ", " réunion des", "prochaine"].contains(where: sentence.contains) {
            return
                "Le texte de la réunion est dans les actes et pour les pays qui ont dit que cela est une bonne chose."
        }
        return "So it was."
    }

    @Test(
        arguments: [
            (
                "The following member States were represented: Austria, Belarus, Belgium, Bosnia and Herzegovina, Czech Republic and United Kingdom.",
                [
                    "AUT:participant", "BEL:participant", "BIH:participant", "BLR:participant",
                    "CZE:participant", "GBR:participant",
                ]
            ),
            (
                "Representatives of the following countries participated: Albania; Kazakhstan; Republic of Moldova; the former Yugoslav Republic of Macedonia; Ukraine.",
                [
                    "ALB:participant", "KAZ:participant", "MDA:participant", "MKD:participant",
                    "UKR:participant",
                ]
            ),
            (
                "Representatives of the following countries participated in the work of the session: Armenia, Finland and Türkiye.",
                ["ARM:participant", "FIN:participant", "TUR:participant"]
            ),
            (
                "The session was attended by representatives of the following member countries: Canada, France, and Serbia and Montenegro.",
                ["CAN:participant", "FRA:participant", "SCG:participant"]
            ),
            (
                "The meeting was attended by delegations from Azerbaijan, Denmark and Viet Nam, as well as by observers from Japan and the Holy See.",
                ["AZE:participant", "DNK:participant", "JPN:observer", "VAT:observer", "VNM:participant"]
            ),
            (
                "Also present were representatives of the European Commission and the World Bank.",
                ["European Commission:participant", "World Bank:participant"]
            ),
            (
                "Delegations from Cuba and Peru attended the session as observers.",
                ["CUB:observer", "PER:observer"]
            ),
            (
                "The following States were represented by observers: Angola, Chad and Oman.",
                ["AGO:observer", "OMN:observer", "TCD:observer"]
            ),
            (
                "The Holy See and Switzerland were represented under article 11 of the terms of reference of the Commission.",
                ["CHE:participant", "VAT:participant"]
            ),
            ("Representatives of the European Union also participated.", ["European Union:participant"]),
            (
                "The following intergovernmental organizations were represented: International Energy Agency (IEA) and Danube Commission (DC).",
                ["Danube Commission:participant", "International Energy Agency:participant"]
            ),
            (
                "The following non-governmental organizations were represented: International Road Transport Union (IRU).",
                ["International Road Transport Union:participant"]
            ),
            (
                "The session was attended by delegations from MEMBER GOVERNMENTS: ALGERIA, BRAZIL and LIBERIA.",
                ["BRA:participant", "DZA:participant", "LBR:participant"]
            ),
            (
                "Experts from Estonia, the Netherlands and the United States of America took part in the meeting.",
                ["EST:participant", "NLD:participant", "USA:participant"]
            ),
            (
                "Participants from Georgia, Jordan and Chad attended the workshop.",
                ["GEO:participant", "JOR:participant", "TCD:participant"]
            ),
            ("The delegation of Norway was not present.", ["NOR:absent"]),
            ("Apologies were received from Iceland and Malta.", ["ISL:absent", "MLT:absent"]),
            (
                "Ont participé à la réunion des représentants des pays suivants : Allemagne, Belgique et Suisse.",
                ["BEL:participant", "CHE:participant", "DEU:participant"]
            ),
            (
                "Participaron en la reunión representantes de los siguientes países: Argentina, España y México.",
                ["ARG:participant", "ESP:participant", "MEX:participant"]
            ),
            (
                "Observers from Brazil, India, and the Democratic People's Republic of Korea attended.",
                ["BRA:observer", "IND:observer", "PRK:observer"]
            ),
            (
                "The meeting was attended by experts from Lesotho and from the secretariat of UNCTAD.",
                ["LSO:participant", "UNCTAD:participant"]
            ),
            (
                "The session was attended by the following States members of the Commission: Bolivia (Plurinational State of), Iran (Islamic Republic of), Venezuela (Bolivarian Republic of).",
                ["BOL:participant", "IRN:participant", "VEN:participant"]
            ),
            (
                "Representatives of the following States took part in its work: Belgium; Croatia; Luxembourg; Serbia.",
                ["BEL:participant", "HRV:participant", "LUX:participant", "SRB:participant"]
            ),
            (
                "In accordance with rule 1(a) of its Rules of Procedure, experts from the following countries participated: Australia; Italy; Japan; Republic of Korea.",
                ["AUS:participant", "ITA:participant", "JPN:participant", "KOR:participant"]
            ),
            (
                "A representative of the European Commission (EC) participated.",
                ["European Commission:participant"]
            ),
            (
                "The following members of the Commission were represented: Cameroon, Côte d'Ivoire, Niger and Zambia.",
                ["CIV:participant", "CMR:participant", "NER:participant", "ZMB:participant"]
            ),
            (
                "Delegates from Latvia, Lithuania and Estonia were also present.",
                ["EST:participant", "LTU:participant", "LVA:participant"]
            ),
            (
                "The following observer States attended: Holy See and State of Palestine.",
                ["PSE:observer", "VAT:observer"]
            ),
            (
                "Also attending were representatives of UNICEF and WFP.",
                ["UNICEF:participant", "WFP:participant"]
            ),
            (
                "The workshop brought together 60 participants from Kenya, Uganda and Rwanda.",
                ["KEN:participant", "RWA:participant", "UGA:participant"]
            ),
            (
                "Observers from Monaco and Andorra participated in the meeting.",
                ["AND:observer", "MCO:observer"]
            ),
        ] as [(String, [String])])
    func `Who took part, as what, or stayed away`(sentence: String, expected: [String]) throws {
        #expect(try facts(sentence) == expected.sorted())
    }

    @Test(
        arguments: [
            ("The meeting was chaired by Mr. J. Roe (France).", ["Mr. J. Roe=chair"]),
            (
                "Ms. A. Poe (Italy) and Mr. B. Moe (Ghana) were elected Vice-Chairs.",
                ["Mr. B. Moe=viceChair", "Ms. A. Poe=viceChair"]
            ),
            ("Mr. J. Roe (Kenya) was elected Chairman by acclamation.", ["Mr. J. Roe=chair"]),
            (
                "Mr. J. Roe (Kenya) was elected by acclamation as Chairperson of the Committee.",
                ["Mr. J. Roe=chair"]
            ),
            (
                "The Working Party elected by acclamation Mr. J. Roe (Spain) as Chair and Ms. A. Poe (Latvia) as Vice-Chair.",
                ["Mr. J. Roe=chair", "Ms. A. Poe=viceChair"]
            ),
            (
                "The Committee unanimously elected Captain J. Roe (Panama) as Chairman and Ms. P. Poe (Liberia) as Vice-Chairman for 2011.",
                ["Captain J. Roe=chair", "Ms. P. Poe=viceChair"]
            ),
            ("The session was held under the chairmanship of Mr. J. Roe (Germany).", ["Mr. J. Roe=chair"]),
            ("The session was chaired by its Chairperson, Ms. A. Poe (Finland).", ["Ms. A. Poe=chair"]),
            ("Mr. J. Roe (Austria) chaired the meeting.", ["Mr. J. Roe=chair"]),
            ("Mr. J. Roe (Austria) presided over the session.", ["Mr. J. Roe=chair"]),
            ("Ms. A. Poe (Japan), Chair of the Committee, presided.", ["Ms. A. Poe=chair"]),
            ("Mr. J. Roe (Hungary) served as Rapporteur.", ["Mr. J. Roe=rapporteur"]),
            ("Mr. J. Roe was appointed Rapporteur of the meeting.", ["Mr. J. Roe=rapporteur"]),
            ("M. Jean Roe (Suisse) a été élu Président.", ["M. Jean Roe=president"]),
            (
                "Mme A. Poe (France) a été élue présidente et M. Jean Roe (Belgique) vice-président.",
                ["M. Jean Roe=vicePresident", "Mme A. Poe=president"]
            ),
            (
                "El Sr. Juan Roe (Chile) fue elegido Presidente y la Sra. Ana Poe (Cuba) Vicepresidenta.",
                ["Sr. Juan Roe=president", "Sra. Ana Poe=vicePresident"]
            ),
            ("La reunión fue presidida por la Sra. Ana Poe (Perú).", ["Sra. Ana Poe=president"]),
            (
                "The Commission elected the following officers: Chair: Mr. J. Roe (Togo); Vice-Chairs: Ms. A. Poe (Nepal) and Mr. B. Moe (Cuba); Rapporteur: Ms. C. Coe (Latvia).",
                ["Mr. B. Moe=viceChair", "Mr. J. Roe=chair", "Ms. A. Poe=viceChair", "Ms. C. Coe=rapporteur"]
            ),
            (
                "The following officers were elected by acclamation: Chairperson: Mr. J. Roe (Mali); Rapporteur: Ms. A. Poe (Peru).",
                ["Mr. J. Roe=chair", "Ms. A. Poe=rapporteur"]
            ),
            (
                "Mr. Roe was re-elected Chair and Ms. Poe was re-elected Vice-Chair.",
                ["Mr. Roe=chair", "Ms. Poe=viceChair"]
            ),
            ("The Bureau confirmed Mr. J. Roe as Chair.", ["Mr. J. Roe=chair"]),
            ("Mr. J. Roe (United Kingdom), the Chair, opened the meeting.", ["Mr. J. Roe=chair"]),
            ("The Executive Secretary, Ms. A. Poe, welcomed the participants.", ["Ms. A. Poe=secretary"]),
            (
                "In the absence of the Chair, Ms. A. Poe (Chile), Vice-Chair, took the chair.",
                ["Ms. A. Poe=viceChair"]
            ),
            (
                "The SBSTA agreed to consider this item in informal consultations co-facilitated by Ms. A. Poe (Belize) and Mr. J. Roe (Norway).",
                ["Mr. J. Roe=facilitator", "Ms. A. Poe=facilitator"]
            ),
            (
                "At its 5th meeting, the SBSTA agreed to convene informal consultations on agenda item 5, co-facilitated by Mr. C. Roe (Belize) and Ms. M. Poe (Norway).",
                ["Mr. C. Roe=facilitator", "Ms. M. Poe=facilitator"]
            ),
            (
                "Professor R. Roe acted as Chairman of the expert group and Dr. L. Poe as Secretary.",
                ["Dr. L. Poe=secretary", "Professor R. Roe=chair"]
            ),
            (
                "Mr. Peter Roe (Netherlands) and Ms. Ana Poe (Brazil) were elected Chair and Vice-Chair, respectively.",
                ["Mr. Peter Roe=chair", "Ms. Ana Poe=viceChair"]
            ),
            ("The Meeting elected Mr. Peter Roe (Chad) as its Chair.", ["Mr. Peter Roe=chair"]),
            (
                "The Commission elected, by acclamation, Ms. Ana Poe (Uruguay) as its President.",
                ["Ms. Ana Poe=president"]
            ),
            (
                "The Plenary elected Dr Ana Poe of Canada as Chairperson and Mr Ali Roe of Sudan as Vice-Chairperson.",
                ["Dr Ana Poe=chair", "Mr Ali Roe=viceChair"]
            ),
            ("Ms. Ana Poe (Sweden) was elected Rapporteur by acclamation.", ["Ms. Ana Poe=rapporteur"]),
            (
                "The Chairperson, Mr. Ivan Roe (Russian Federation), opened the session.",
                ["Mr. Ivan Roe=chair"]
            ),
            (
                "Mr. Ivan Roe (Ukraine) took over as Chair for the remainder of the session.",
                ["Mr. Ivan Roe=chair"]
            ),
            (
                "The meeting was co-chaired by Ms. Ana Poe (Ireland) and Mr. Ivan Roe (Malawi).",
                ["Mr. Ivan Roe=coChair", "Ms. Ana Poe=coChair"]
            ),
            (
                "Her Excellency Ms. Ana Poe (Jordan) was elected President of the Assembly.",
                ["Ms. Ana Poe=president"]
            ),
            ("The Deputy Executive Secretary, Ms. Ana Poe, made a statement.", ["Ms. Ana Poe=secretary"]),
        ] as [(String, [String])])
    func `Who was elected to, held or opened what`(sentence: String, expected: [String]) throws {
        #expect(try facts(sentence) == expected.sorted())
    }

    @Test(
        arguments: [
            (
                "The Working Party on Roads held its ninety-second session in Geneva from 12 to 14 May 2011.",
                ["meet ninety-second session|2011-05-12|2011-05-14|Geneva"]
            ),
            (
                "The forty-first session of the Committee was held at the Palais des Nations, Geneva, on 3 and 4 June 1998.",
                ["meet forty-first session|1998-06-03|1998-06-04|Geneva"]
            ),
            (
                "The twelfth meeting of the Conference of the Parties was convened in Nairobi from 1 to 5 March 2004.",
                ["meet twelfth meeting|2004-03-01|2004-03-05|Nairobi"]
            ),
            ("The Council met in Rome from 4 to 8 December 2017.", ["meet |2017-12-04|2017-12-08|Rome"]),
            (
                "The Expert Group on Gas met on 6 and 7 May 2010 in Geneva.",
                ["meet |2010-05-06|2010-05-07|Geneva"]
            ),
            (
                "The next session will be held in Geneva from 12 to 14 May 2011.",
                ["next session|2011-05-12|2011-05-14|Geneva"]
            ),
            (
                "The twenty-first session of the Committee is tentatively scheduled for 12-14 May 2011.",
                ["next twenty-first session|2011-05-12|2011-05-14|"]
            ),
            (
                "The next meeting was tentatively scheduled for 4 and 5 October 2012 in Bern.",
                ["next meeting|2012-10-04|2012-10-05|Bern"]
            ),
            (
                "The Committee decided to hold its next session in Rome in June 2005.",
                ["decision", "next session|2005-06|2005-06|Rome"]
            ),
            (
                "The Working Party agreed that its next session would be held in Geneva on 8 May 2003.",
                ["next session|2003-05-08|2003-05-08|Geneva"]
            ),
            (
                "The Committee noted that its sixtieth session would take place from 2 to 6 March 2009.",
                ["next sixtieth session|2009-03-02|2009-03-06|"]
            ),
            (
                "The seventh session of the Group of Experts will be held on 1 June 2015.",
                ["next seventh session|2015-06-01|2015-06-01|"]
            ),
            (
                "The Commission decided to hold its thirty-fifth session in Lima from 9 to 13 April 2012.",
                ["decision", "next thirty-fifth session|2012-04-09|2012-04-13|Lima"]
            ),
            (
                "La prochaine session se tiendra à Genève du 12 au 14 mai 2011.",
                ["next session|2011-05-12|2011-05-14|Genève"]
            ),
            (
                "La próxima reunión se celebrará en Lima del 3 al 5 de junio de 2009.",
                ["next reunión|2009-06-03|2009-06-05|Lima"]
            ),
            (
                "The Working Party on Inland Water Transport held its fifty-fourth session in Geneva on 3 and 4 October 2010.",
                ["meet fifty-fourth session|2010-10-03|2010-10-04|Geneva"]
            ),
            (
                "The twentieth session of the Committee will take place in Geneva from 5 to 7 November 2012.",
                ["next twentieth session|2012-11-05|2012-11-07|Geneva"]
            ),
            (
                "The next session of the Working Party is scheduled to be held from 1 to 3 June 2016 in Geneva.",
                ["next session|2016-06-01|2016-06-03|Geneva"]
            ),
            (
                "The Board decided that its next meeting would be held in Bonn on 4 March 2008.",
                ["next meeting|2008-03-04|2008-03-04|Bonn"]
            ),
        ] as [(String, [String])])
    func `Which meeting it was, and which comes next`(sentence: String, expected: [String]) throws {
        #expect(try facts(sentence) == expected.sorted())
    }

    @Test(
        arguments: [
            ("The Committee adopted its report.", ["adoption"]),
            ("The Working Party adopted the report on its fifty-third session.", ["adoption"]),
            ("The report on the session was adopted by the Committee.", ["adoption"]),
            ("The Committee adopted the draft report, as orally amended.", ["adoption"]),
            ("The Commission adopted the report of its forty-first session.", ["adoption"]),
            ("The report of the meeting was approved by correspondence.", ["adoption"]),
            ("The draft report was considered and adopted by the Group of Experts.", ["adoption"]),
            ("The provisional agenda was adopted without change.", ["agenda"]),
            ("The Working Party adopted the provisional agenda (ECE/TRANS/WP.5/52).", ["agenda"]),
            ("Le rapport a été adopté.", ["adoption"]),
            ("El informe fue aprobado por unanimidad.", ["adoption"]),
            ("The Working Party decided to establish an informal group.", ["decision"]),
            ("The Committee took note of document ECE/TIM/2005/3.", ["note"]),
            (
                "The Conference of the Parties requests the Executive Secretary to prepare a study.",
                ["request"]
            ),
            (
                "The Working Party requested the secretariat to issue the document and invited delegations to comment.",
                ["request", "request"]
            ),
            ("The Council endorsed the recommendations of the Committee.", ["decision"]),
            ("The Committee approved the programme of work for 2006.", ["decision"]),
            ("WP.29 agreed to resume consideration of this item.", ["decision"]),
            ("GRSP decided to transmit the proposal to WP.29.", ["decision"]),
            ("The Sub-Committee invited the Committee to approve the draft circular.", ["request"]),
            ("The Board recommended that the fund be closed.", ["recommendation"]),
            (
                "The Governing Body decided, on the recommendation of its Officers, to close the case.",
                ["decision"]
            ),
            ("The Group of Experts noted with satisfaction the progress made.", ["note"]),
            ("The Committee adopted the present report at its closing meeting.", ["adoption"]),
            (
                "At its final meeting, on 9 May, the Commission adopted the draft report on its ninth session.",
                ["adoption"]
            ),
            ("The report was adopted on the basis of a draft prepared by the Rapporteur.", ["adoption"]),
            ("The report of the previous session was adopted.", ["adoption"]),
            ("The Committee approved the draft amendment proposals.", ["decision"]),
            ("The Committee requested its secretariat to distribute the text.", ["request"]),
            ("The Working Party also asked Governments to reply by 1 March.", ["request"]),
            ("The Assembly urged Parties to pay their contributions.", ["request"]),
            ("The Executive Board took note of the report and welcomed the progress made.", ["note"]),
            ("The Meeting of the Parties decides to extend the mandate.", ["decision"]),
            ("The Subcommittee agreed that work should continue.", ["decision"]),
        ] as [(String, [String])])
    func `What was adopted, decided, asked for and noted`(sentence: String, expected: [String]) throws {
        #expect(try facts(sentence) == expected.sorted())
    }

    @Test(arguments: [
        "The Conference was attended by 120 delegates from 45 countries.",
        "The report of the seminar attended by Poland in 1990 was presented.",
        "The interests of Poland were represented in the paper.",
        "Greece presented a paper on the present state of roads.",
        "Mr. Roe thanked the Chair.",
        "A Chair will be elected at the next session.",
        "Ms. Poe was invited to nominate a Rapporteur.",
        "The Committee expressed its appreciation to the secretariat.",
        "The delegation of Peru requested the secretariat to clarify the text.",
        "The representative of Chile recommended that work go on.",
        "The session was attended by delegations from 120 Member Governments.",
        "Mr. Ivan Roe, the outgoing Chair, thanked all.",
        "The Committee elected its officers for the biennium 2012-2013.",
        "The Secretariat informed the Committee that the Conference of the Parties would be held in 2010.",
        "The next steps will be decided later.",
        "The Committee was informed that the Board of the Montreal Fund would hold its fifth session in 2010.",
        "Several delegations requested the secretariat to revise the text.",
        "The United States recommended that Chad ratify the Convention.",
    ])
    func `A sentence without a fact gives none`(sentence: String) throws {
        #expect(try facts(sentence).isEmpty)
    }
}
