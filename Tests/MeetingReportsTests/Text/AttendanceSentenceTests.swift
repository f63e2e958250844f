import MeetingReports
import Testing

/// Sentences as reports of many organizations print them, and who attended by them: `FRA:participant`.
@Suite struct `Sentences on attendance` {
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
            (
                "Present: The representatives of the following countries: Egypt, Poland, Union of Soviet Socialist Republics.",
                ["EGY:participant", "POL:participant", "SUN:participant"]
            ),
            (
                "The President invited the representatives of Ghana and Malta to participate in the meeting.",
                ["GHA:invited", "MLT:invited"]
            ),
            ("Palestine was represented as an observer.", ["PSE:observer"]),
            (
                "Delegates from Chile and Peru participated; Cuba and Togo attended as observers.",
                ["CHL:participant", "CUB:observer", "PER:participant", "TGO:observer"]
            ),
            (
                "Participaron en la reunión representantes de Argentina y Perú, así como Colombia en calidad de observador.",
                ["ARG:participant", "COL:observer", "PER:participant"]
            ),
            (
                "Also represented were the European Union and the World Bank.",
                ["European Union:participant", "World Bank:participant"]
            ),
            (
                "The participants in the meeting included experts from Fiji and Samoa.",
                ["FJI:participant", "WSM:participant"]
            ),
            (
                "The session was attended by representatives of Bosnia and Herzegovina, Trinidad and Tobago, Antigua and Barbuda, Saint Vincent and the Grenadines, Sao Tome and Principe and the United Kingdom of Great Britain and Northern Ireland.",
                [
                    "ATG:participant", "BIH:participant", "GBR:participant", "STP:participant",
                    "TTO:participant", "VCT:participant",
                ]
            ),
        ] as [(String, [String])])
    func `Who took part, as what, or stayed away`(sentence: String, expected: [String]) throws {
        #expect(try FactSentence.facts(sentence) == expected.sorted())
    }

    @Test func `The names may stand in the paragraphs after the clause`() throws {
        let report = try reading(
            """
            Report of the meeting

            1. The participants in the meeting included representatives from:

            The following countries: Austria, Gabon and Slovak Republic.

            The following intergovernmental organizations: World Customs Organization and World Trade Organization.

            2. The meeting thanked Chile.
            """
        ).report
        #expect(
            Facts(of: report).attendance.map { $0.party.code ?? $0.party.name } == [
                "AUT", "GAB", "SVK", "World Customs Organization", "World Trade Organization",
            ])
    }
}
