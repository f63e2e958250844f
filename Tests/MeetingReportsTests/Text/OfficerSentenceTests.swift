import MeetingReports
import Testing

/// Sentences as reports of many organizations print them, and who holds an office by them: `Mr. Roe=chair`.
@Suite struct `Sentences on officers` {
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
                ["Her Excellency Ms. Ana Poe=president"]
            ),
            ("The Deputy Executive Secretary, Ms. Ana Poe, made a statement.", ["Ms. Ana Poe=secretary"]),
            (
                "The meeting was opened by H.E. Mr. J. Roe of Jamaica, Chair of the meeting.",
                ["H.E. Mr. J. Roe=chair"]
            ),
            ("The Working Group was chaired by H E Mr Jean Roe (France).", ["H E Mr Jean Roe=chair"]),
            ("His Excellency Ali Roe (Oman) was elected President.", ["His Excellency Ali Roe=president"]),
            (
                "The session was held in Lima from 3 to 5 May 2010 under the chairmanship of Ms. A. Poe (Peru).",
                ["Ms. A. Poe=chair", "meet session|2010-05-03|2010-05-05|Lima"]
            ),
            ("Elects Mr Ken Roe (Japan) Chairperson of the General Assembly;", ["Mr Ken Roe=chair"]),
            (
                "Le Comité a tenu sa dixième session à Genève du 3 au 5 mai 2010 sous la présidence de M. R. Roe (Italie).",
                ["M. R. Roe=president", "meet dixième session|2010-05-03|2010-05-05|Genève"]
            ),
            ("Ms. A. Poe, speaking for Chile, nominated Ms. B. Roe for the office of Chair.", []),
            ("The President of Chile, Ms. A. Poe, addressed the meeting.", []),
            ("A Working Group was chaired by H E", []),
            ("The Secretary-General of the Commonwealth, Ms. A. Poe, made a statement.", []),
            (
                "The Committee's Vice-Chairman, Mr. C. Roe (Denmark), was also present.",
                ["Mr. C. Roe=viceChair"]
            ),
        ] as [(String, [String])])
    func `Who was elected to, held or opened what`(sentence: String, expected: [String]) throws {
        #expect(try FactSentence.facts(sentence) == expected.sorted())
    }

    @Test func `Officers are those elected, those named in an office, and those of the masthead, each once`()
        throws
    {
        let facts = Facts(
            of: try reading(
                """
                Summary record of the 12th meeting

                Held at the Palais des Nations, Geneva, on Monday, 3 May 2010, at 10 a.m.

                Chairperson: Mr. AMOR

                1. The Chair, Ms. Ana Roe (Chile), opened the meeting.

                2. Mr. B. Poe (Mali) was elected Rapporteur. The Chair, Ms. Ana Roe (Chile), thanked him.

                3. The matter was discussed in consultations co-facilitated by Ms. C. Moe (Peru).
                """
            ).report)
        #expect(facts.officers.map(\.name) == ["Mr. AMOR", "Ms. Ana Roe", "Mr. B. Poe"])
        #expect(facts.officers.map(\.by) == ["office", "office", "election"])
        #expect(facts.officers.map { $0.parties.compactMap(\.code) } == [[], ["CHL"], ["MLI"]])
        #expect(facts.clauses.map(\.kind) == ["opening", "office"])
    }
}
