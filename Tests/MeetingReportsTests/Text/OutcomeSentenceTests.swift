import MeetingReports
import Testing

/// Sentences as reports of many organizations print them, and the kinds of what they state.
@Suite struct `Sentences on outcomes` {
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
            ("La Comisión aprobó el proyecto de resolución.", ["decision"]),
            ("El Comité pidió a la Comisión que presentara un informe.", ["request"]),
            ("Le Comité a pris note du document.", ["note"]),
            ("Le Comité a adopté l’ordre du jour provisoire.", ["agenda"]),
            ("Decides to remain seized of the matter;", ["decision"]),
            ("Takes note with appreciation of the report of the Board;", ["note"]),
            ("Calls upon Governments to ratify the Protocol;", ["request"]),
            ("[Adopted by a recorded vote of 32 to 3, with 9 abstentions.]", ["vote"]),
            ("[Adopted without a vote.]", ["vote"]),
            ("The Commission adopted the draft resolution by 31 votes to 13.", ["decision", "vote"]),
        ] as [(String, [String])])
    func `What was adopted, decided, asked for and noted`(sentence: String, expected: [String]) throws {
        #expect(try FactSentence.facts(sentence) == expected.sorted())
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
        "Recalling that in its tenth session the meeting decided to close the fund,",
        "In its resolution 5/1, the Council requested the Secretary-General to report.",
        "Acknowledging that the Parties agreed to adopt a system of numbers,",
        "The delegate explained that the Committee had asked for it and that the Board agreed to pay.",
        "The representative of Chile requested a recorded vote.",
        "The national commission, which included representatives of Peru, followed the matter.",
        "Education on rights was present in the schools of Chile.",
        "The operation, in which Chile and Peru participated, was legal.",
        "The Secretary introduced draft resolution L.4, sponsored by Germany.",
        "The summary record of the first part (closed) of the meeting appears as document A/2.",
        "The session will be opened by Mr. J. Roe.",
        "Welcoming the offer of Chile to host the meeting which was held in Lima on 3 May 2010,",
    ])
    func `A sentence without a fact gives none`(sentence: String) throws {
        #expect(try FactSentence.facts(sentence).isEmpty)
    }

    @Test func `What one who spoke there asked for is no outcome, whatever stands for the name`() throws {
        let text = """
            Human Rights Council

            Report of the Working Group on the review of Slovenia

            1. Chile welcomed the report. It noted that much was done. It encouraged Slovenia to go on.

            2. Friends of the Lake expressed concern at the law. It urged Slovenia to repeal it.

            3. The Working Group adopted its report. It decided to meet again.
            """
        #expect(Facts(of: try reading(text).report).clauses.map(\.kind) == ["adoption", "decision"])
    }

    @Test func `What another body decided is no outcome of this one`() throws {
        let text = """
            Human Rights Council

            Report of the Human Rights Council on its fourteenth session

            1. The Committee noted the efforts made. The General Assembly endorsed the plan of action.

            2. The Council decided to meet again.
            """
        #expect(
            Facts(of: try reading(text).report).clauses.map(\.text) == ["The Council decided to meet again."])
    }

    @Test func `The names under the words of a vote voted so`() throws {
        let text = """
            1. The Council took a decision.

            [Adopted by a recorded vote of 3 to 1, with 1 abstention. The voting was as follows:

                 In favour:
                        Angola, Chile and Peru

                 Against:
                        Malta

                 Abstaining:
                        Japan]
            """
        let report = try reading(text).report
        let votes = report.organizations.compactMap { party in party.as.map { "\(party.code ?? ""):\($0)" } }
        #expect(
            votes == ["AGO:inFavour", "CHL:inFavour", "PER:inFavour", "MLT:against", "JPN:abstaining"])
        #expect(Facts(of: report).lists.map(\.num) == ["In favour", "Against", "Abstaining"])
    }
}
