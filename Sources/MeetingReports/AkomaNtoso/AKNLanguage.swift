/// Language codes: BCP 47 in records, ISO 639-2/T in Akoma Ntoso.
enum AKNLanguage {
    /// The codes of ISO 639-1, each with that of ISO 639-2/T.
    private static let table = """
        aa aar ab abk ae ave af afr ak aka am amh an arg ar ara as asm av ava ay aym az aze ba bak be bel
        bg bul bi bis bm bam bn ben bo bod br bre bs bos ca cat ce che ch cha co cos cr cre cs ces cu chu
        cv chv cy cym da dan de deu dv div dz dzo ee ewe el ell en eng eo epo es spa et est eu eus fa fas
        ff ful fi fin fj fij fo fao fr fra fy fry ga gle gd gla gl glg gn grn gu guj gv glv ha hau he heb
        hi hin ho hmo hr hrv ht hat hu hun hy hye hz her ia ina id ind ie ile ig ibo ii iii ik ipk io ido
        is isl it ita iu iku ja jpn jv jav ka kat kg kon ki kik kj kua kk kaz kl kal km khm kn kan ko kor
        kr kau ks kas ku kur kv kom kw cor ky kir la lat lb ltz lg lug li lim ln lin lo lao lt lit lu lub
        lv lav mg mlg mh mah mi mri mk mkd ml mal mn mon mr mar ms msa mt mlt my mya na nau nb nob nd nde
        ne nep ng ndo nl nld nn nno no nor nr nbl nv nav ny nya oc oci oj oji om orm or ori os oss pa pan
        pi pli pl pol ps pus pt por qu que rm roh rn run ro ron ru rus rw kin sa san sc srd sd snd se sme
        sg sag si sin sk slk sl slv sm smo sn sna so som sq sqi sr srp ss ssw st sot su sun sv swe sw swa
        ta tam te tel tg tgk th tha ti tir tk tuk tl tgl tn tsn to ton tr tur ts tso tt tat tw twi ty tah
        ug uig uk ukr ur urd uz uzb ve ven vi vie vo vol wa wln wo wol xh xho yi yid yo yor za zha zh zho
        zu zul
        """
    private static let long: [Substring: Substring] = {
        let codes = table.split { $0 == " " || $0 == "\n" }
        return Dictionary(
            uniqueKeysWithValues: stride(from: 0, to: codes.count, by: 2).map { (codes[$0], codes[$0 + 1]) })
    }()
    private static let short = Dictionary(uniqueKeysWithValues: long.map { ($1, $0) })
    /// Codes for several languages, and for one that is not known.
    private static let special = ["mul", "und"]

    /// The code of a BCP 47 tag; `und` for none and for one that is not in ISO 639.
    static func code(of tag: String?) -> String {
        guard let tag, let first = tag.lowercased().split(separator: "-").first else { return "und" }
        if first.utf8.count == 3 { return String(first) }
        return long[first].map(String.init) ?? "und"
    }

    /// The BCP 47 tag of a code, nil for `und` and `mul`.
    static func tag(of code: String) -> String? {
        if special.contains(code) { return nil }
        return short[code[...]].map(String.init) ?? (isWellFormed(code) ? code : nil)
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
