import Testing

@testable import MeetingReports

@Suite struct `Canonical JSON` {
    private func canonical(_ text: String) throws -> String {
        let file = InputFile(name: "in.json", bytes: Array(text.utf8))
        return String(decoding: try CanonicalForm(of: file, .json).bytes, as: UTF8.self)
    }

    /// The samples of RFC 8785, appendix B, by the bits of the IEEE 754 double.
    @Test(
        arguments: [
            (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"), (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
            (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
            (0xC340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"), (0x44B5_2D02_C7E1_4AF6, "1e+23"),
            (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"),
            (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
            (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
            (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
            (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5554, "333333333.33333325"),
            (0x41B3_DE43_5555_5555, "333333333.3333333"), (0x41B3_DE43_5555_5556, "333333333.3333334"),
            (0x41B3_DE43_5555_5557, "333333333.33333343"),
            (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
            (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
        ] as [(UInt64, String)])
    func `writes numbers as ECMAScript does`(bits: UInt64, text: String) {
        #expect(CanonicalJSON.text(of: Double(bitPattern: bits)) == text)
    }

    @Test func `sorts members by the UTF-16 units of their keys`() throws {
        // The example of RFC 8785, 3.2.3; U+FB33 comes after the surrogates of U+1F600.
        let text = """
            {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
             "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control", "\\u00f6": "Latin Small Letter O With Diaeresis"}
            """
        #expect(
            try canonical(text)
                == #"{"\r":"Carriage Return","1":"One",""# + "\u{80}" + #"":"Control","ö":"#
                + #""Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","דּ":"#
                + #""Hebrew Letter Dalet With Dagesh"}"#)
    }

    @Test func `writes strings, literals and numbers as the example of the RFC does`() throws {
        // RFC 8785, 3.2.2.
        let text = #"""
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """#
        #expect(
            try canonical(text)
                == #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
                + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#)
    }

    @Test(arguments: [
        ("[]", "[]"), (" { } ", "{}"), ("\"a\"", "\"a\""), ("-0", "0"), ("-0.0e5", "0"), ("1e0", "1"),
        ("100e-2", "1"),
        ("[1,[2,{\"b\":1,\"a\":[]}]]", "[1,[2,{\"a\":[],\"b\":1}]]"), ("1e-400", "0"),
        ("\"\u{7F}\u{2028}e\u{301}\"", "\"\u{7F}\u{2028}e\u{301}\""),
    ])
    func `leaves no white space and no choice`(text: String, expected: String) throws {
        let result = try canonical(text)
        #expect(Array(result.utf8) == Array(expected.utf8))
        #expect(try Array(canonical(result).utf8) == Array(expected.utf8))
    }

    @Test(arguments: ["1e400", "[-1e309]"])
    func `refuses a number that is beyond a double, with its place`(text: String) throws {
        let error = try #require(throws: InputError.self) { try canonical(text) }
        #expect(error.finding.code.description == "json-number-too-large")
        #expect(error.finding.place.range != nil)
    }

    @Test(arguments: ["{\"a\":1,\"a\":2}", "[1,]", "", "\"\\ud800\""])
    func `refuses what is no JSON`(text: String) {
        #expect(throws: InputError.self) { try canonical(text) }
    }

    @Test func `is written line by line for newline-delimited JSON`() throws {
        let file = InputFile(name: "in.ndjson", bytes: Array("{\"b\":1, \"a\":2}\r\n\n[ ]\n".utf8))
        #expect(try CanonicalForm(of: file, .ndjson).bytes == Array("{\"a\":2,\"b\":1}\n[]\n".utf8))
    }
}
