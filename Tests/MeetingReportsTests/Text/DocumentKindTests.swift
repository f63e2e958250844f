import MeetingReports
import Testing

/// What a text says that it is.
@Suite struct `The kind of a document` {
    @Test(
        arguments: [
            ("FOO/2010/1/Add.1", "Annotations to the provisional agenda", "agenda"),
            ("FOO/2010/1/Add.1", "Anotaciones al programa provisional", "agenda"),
            ("FOO/2010/1/Add.1", "Ordre du jour provisoire annoté", "agenda"),
            ("FOO/2010/5/Add.1", "Report of the Working Group on its tenth session", "addendum"),
            ("FOO/2010/5", "Report of the Working Group on its tenth session", "report"),
            ("FOO/2010/5", "Report of the Expert Group on Roads", "report"),
            ("FOO/2010/5", "Report of the Secretary-General", "paper"),
            ("FOO/2010/5", "Report of the Special Rapporteur on housing", "paper"),
            ("FOO/2010/5", "Report of the United Nations High Commissioner for Refugees", "paper"),
            ("FOO/2010/5", "Report of the Director-General on the session of the Board", "report"),
            ("FOO/SR.12", "Summary record of the 12th meeting", "minutes"),
            ("FOO/2010/6", "Acta resumida de la 12ª sesión", "minutes"),
            ("FOO/2010/INF.1", "Liste des participants", "list"),
            ("FOO/2010/INF.1", "Lista de participantes", "list"),
            ("FOO/2010/L.3", "Draft resolution on water", "decision"),
            ("FOO/2010/7/Corr.1", "Report of the Working Group on its tenth session", "corrigendum"),
        ] as [(String, String, String)])
    func `is told by its symbol and its title`(symbol: String, title: String, kind: String) throws {
        let text = """
            United Nations                                        \(symbol)
                                                                  Distr.: General

            Economic Commission for Europe
            Tenth session
            Geneva, 4-5 May 2020

            \(title)

            1. The text begins.
            """
        #expect(try reading(text).report.kind == kind)
    }

    @Test(arguments: ["Press Release FOO/GEN/1", "Department of Public Information", "Communiqué de presse"])
    func `of a press release is that of what is written about a meeting`(line: String) throws {
        let text =
            "\(line)\n5 May 2000\n\nThe Commission ended its tenth session this afternoon.\n\nIt agreed on much."
        #expect(try reading(text).report.kind == "summary")
    }

    @Test func `is minutes where a masthead is that of the official record of a meeting`() throws {
        let text = """
            UNITED NATIONS

            SECURITY COUNCIL

            OFFICIAL RECORDS

            FIRST MEETING

            Held at Church House, London, on Thursday, 17 January 1946, at 3 p.m.

            1. The text begins.
            """
        #expect(try reading(text).report.kind == "minutes")
    }
}
