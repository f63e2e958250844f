import MeetingReports
import Testing

/// Sentences as reports of many organizations print them, and the meetings that they tell of: `meet session|from|to|place`.
@Suite struct `Sentences on meetings` {
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
            (
                "In accordance with decision 1/7 of the first meeting of the Board, held in Nassau from 3 to 4 May 1994, the second meeting of the Panel was held in Paris from 4 to 8 September 1995.",
                ["meet second meeting|1995-09-04|1995-09-08|Paris"]
            ),
            (
                "The Working Group, established by resolution 5/1 of 18 June 2007, held its twentieth session from 27 October to 7 November 2014.",
                ["meet twentieth session|2014-10-27|2014-11-07|"]
            ),
            ("SBI 60 was held in Bonn from 3 to 13 June 2024.", ["meet SBI 60|2024-06-03|2024-06-13|Bonn"]),
            (
                "SBI 52–55 was held in Bonn from 31 May to 17 June 2021.",
                ["meet SBI 52–55|2021-05-31|2021-06-17|Bonn"]
            ),
            (
                "La Comisión celebró su décimo período de sesiones en Lima del 3 al 5 de junio de 2009.",
                ["meet décimo período de sesiones|2009-06-03|2009-06-05|Lima"]
            ),
            (
                "The meeting was held in Rome from Monday, 2 to Friday, 6 November 2015.",
                ["meet meeting|2015-11-02|2015-11-06|Rome"]
            ),
            (
                "Le Comité a décidé de tenir sa douzième session du 3 au 5 mai 2016 à Genève.",
                ["decision", "next douzième session|2016-05-03|2016-05-05|Genève"]
            ),
        ] as [(String, [String])])
    func `Which meeting it was, and which comes next`(sentence: String, expected: [String]) throws {
        #expect(try FactSentence.facts(sentence) == expected.sorted())
    }

    @Test func `The session of the masthead is the one reported, however late it is named`() throws {
        let report = try reading(
            """
            Human Rights Council
            Fourteenth session

            Report of the Human Rights Council on its fourteenth session

            1. The ninth session of the Group was held in Lima from 1 to 3 March 2010.

            2. The Council held its fourteenth session in Geneva from 31 May to 18 June 2010.
            """
        ).report
        #expect(Facts(of: report).meetings.map(\.name) == ["fourteenth session"])
    }
}
