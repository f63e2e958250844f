import MeetingReports
import Testing

@Suite struct `Dates in a text` {
    @Test(
        arguments: [
            ("31 October 2017", "2017-10-31", nil), ("30-31 October 2017", "2017-10-30", "2017-10-31"),
            ("8 to 19 February 2010", "2010-02-08", "2010-02-19"),
            ("30 April - 1 May 2018", "2018-04-30", "2018-05-01"),
            ("24 February–20 March 2020", "2020-02-24", "2020-03-20"),
            ("29th November 1968", "1968-11-29", nil),
            ("25 June to 29 June, 1979", "1979-06-25", "1979-06-29"), ("2014-03-10", "2014-03-10", nil),
            ("30 December 2019 to 2 January 2020", "2019-12-30", "2020-01-02"),
            ("October 2017", "2017-10", nil),
            ("October 23, 2020", "2020-10-23", nil),
            ("23 de Junio al 7 de Julio de 1981", "1981-06-23", "1981-07-07"),
            ("12 décembre 1995", "1995-12-12", nil), ("07 - 18 October 1991", "1991-10-07", "1991-10-18"),
            ("13 to 27 September, 1983", "1983-09-13", "1983-09-27"),
        ] as [(String, String, String?)])
    func `A printed date has its ISO value`(printed: String, from: String, to: String?) throws {
        let dates = try reading("1. The group met on \(printed), as planned.").report.dates
        #expect(dates.map { $0.content.plainText } == [printed])
        #expect(dates.first?.from == PartialDate(from))
        #expect(dates.first?.to == to.flatMap { PartialDate($0) })
    }

    @Test(arguments: [
        "decision 21 of 20 pages", "32 May 2017", "May the chair", "31-30 October 2017", "paragraph 2017",
    ])
    func `What is no date is left alone`(text: String) throws {
        #expect(
            try reading("1. It says \(text) here.").report.dates.count { $0.from?.day != nil && $0.to != nil }
                == 0)
    }
}
