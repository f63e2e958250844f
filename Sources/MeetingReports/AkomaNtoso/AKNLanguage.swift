/// Language codes: BCP 47 in records, ISO 639-2/T in Akoma Ntoso.
enum AKNLanguage {
    /// Languages that reports of meetings are in, the six official ones of the United Nations first.
    private static let codes: [(short: String, long: String)] = [
        ("ar", "ara"), ("en", "eng"), ("es", "spa"), ("fr", "fra"), ("ru", "rus"), ("zh", "zho"),
        ("bg", "bul"), ("cs", "ces"), ("da", "dan"), ("de", "deu"), ("el", "ell"), ("et", "est"),
        ("fi", "fin"), ("he", "heb"), ("hi", "hin"), ("hr", "hrv"), ("hu", "hun"), ("it", "ita"),
        ("ja", "jpn"), ("ko", "kor"), ("lt", "lit"), ("lv", "lav"), ("nl", "nld"), ("no", "nor"),
        ("pl", "pol"), ("pt", "por"), ("ro", "ron"), ("sk", "slk"), ("sl", "slv"), ("sr", "srp"),
        ("sv", "swe"), ("sw", "swa"), ("tr", "tur"), ("uk", "ukr"),
    ]
    /// Codes for several languages, and for one that is not known.
    private static let special = ["mul", "und"]

    /// The code of a BCP 47 tag; `und` for none and for one that is not in the list.
    static func code(of tag: String?) -> String {
        guard let tag, let first = tag.lowercased().split(separator: "-").first else { return "und" }
        if first.utf8.count == 3 { return String(first) }
        return codes.first { $0.short == first }?.long ?? "und"
    }

    /// The BCP 47 tag of a code, nil for `und` and `mul`.
    static func tag(of code: String) -> String? {
        if special.contains(code) { return nil }
        return codes.first { $0.long == code }?.short ?? (isWellFormed(code) ? code : nil)
    }

    /// Whether a code has the form of ISO 639-2: three small letters.
    static func isWellFormed(_ code: String) -> Bool {
        code.utf8.count == 3 && code.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    /// The codes that ISO 639-2 has in two forms, the bibliographic one first; Akoma Ntoso takes the second.
    static let bibliographic = [
        "alb": "sqi", "arm": "hye", "baq": "eus", "bur": "mya", "chi": "zho", "cze": "ces", "dut": "nld",
        "fre": "fra", "geo": "kat", "ger": "deu", "gre": "ell", "ice": "isl", "mac": "mkd", "mao": "mri",
        "may": "msa", "per": "fas", "rum": "ron", "slo": "slk", "tib": "bod", "wel": "cym",
    ]
}
