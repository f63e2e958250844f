/// What the words of a masthead's line say.
enum MastheadWords {
    /// The words of a text in small letters, without punctuation at their ends; a word printed with a space after
    /// each letter is one.
    static func words(_ text: ArraySlice<UInt8>) -> [String] {
        let words = text.split { $0.isBlank }.map { word in
            var word = word
            while let last = word.last, !last.isWordByte { word = word.dropLast() }
            while let first = word.first, !first.isWordByte { word = word.dropFirst() }
            return String(decoding: word, as: UTF8.self).lowercased()
        }
        return words.count(where: { $0.unicodeScalars.count == 1 }) > 3 ? joined(words) : words
    }

    /// The words with four single letters in a row or more put together.
    private static func joined(_ words: [String]) -> [String] {
        var joined: [String] = []
        var index = 0
        while index < words.count {
            let letters = words[index...].prefix { $0.unicodeScalars.count == 1 }
            if letters.count > 3 {
                joined.append(letters.joined())
                index += letters.count
            } else {
                joined.append(words[index])
                index += 1
            }
        }
        return joined
    }

    /// Whether one of the words is in the list.
    static func has(_ words: [String], _ any: String...) -> Bool { words.contains { any.contains($0) } }

    // MARK: Distribution and languages

    /// The word of a distribution line: `general` for `Distr.: General`, `Distr. GÉNÉRALE`.
    static func distribution(_ text: ArraySlice<UInt8>) -> String? {
        let words = words(text)
        guard words.count == 2, !words[1].isEmpty else { return nil }
        return distributions[Accents.without(words[1])] ?? words[1]
    }

    /// Whether the text says only how a document is distributed: `GENERAL` under `Distr.`.
    static func isDistribution(_ text: ArraySlice<UInt8>) -> Bool {
        let words = words(text)
        return words.count == 1 && distributions[Accents.without(words[0])] != nil
    }

    /// Whether the text begins a distribution line.
    static func beginsDistribution(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.hasPrefix(ignoringCase: "Distr") else { return false }
        return ["distr", "distribution", "distribución", "distribucion"].contains(words(text).first ?? "")
            && words(text).count <= 2
    }

    private static let distributions = [
        "general": "general", "generale": "general", "limited": "limited", "limitee": "limited",
        "limitada": "limited", "restricted": "restricted", "restreinte": "restricted",
        "reservada": "restricted", "unrestricted": "unrestricted", "public": "public",
    ]

    /// The language of a line such as `Original: French`, `Original Language: English`, `Langue originale : russe`.
    ///
    /// - Returns: the line's languages; nil where it is no such line.
    static func originalLanguages(_ text: ArraySlice<UInt8>) -> [String]? {
        // `English - Or. French`
        let named = words(text).filter { !$0.isEmpty }
        if (2...3).contains(named.count), named[named.count - 2] == "or",
            let language = languages[named[named.count - 1]], named.count == 2 || languages[named[0]] != nil
        {
            return [language]
        }
        guard let colon = text.firstIndex(of: .colon), text.count <= 60 else { return nil }
        let label = words(text[..<colon]).map(Accents.without).joined(separator: " ")
        guard originalLabels.contains(label) else { return nil }
        return languages(in: text[(colon + 1)...])
    }

    private static let originalLabels: Set<String> = [
        "original", "original language", "langue originale", "idioma original", "оригинал", "язык оригинала",
    ]

    /// The languages, where the text names languages and nothing else: `ENGLISH ONLY`, `[English only]`, `RUSSIAN`.
    static func documentLanguages(_ text: ArraySlice<UInt8>) -> [String]? {
        let words = words(text).filter { !$0.isEmpty }
        let isOnly = words.contains { onlyWords.contains($0) }
        guard !words.isEmpty, words.count <= 8, words.contains(where: { languages[$0] != nil }),
            words.allSatisfy({
                languages[$0] != nil || onlyWords.contains($0) || ["and", "et", "y", "и"].contains($0)
            }),
            isOnly || words.count == 1 || text.contains(.slash) || text.contains(.comma)
        else { return nil }
        return languages(in: text)
    }

    private static func languages(in text: ArraySlice<UInt8>) -> [String] {
        text.split { !$0.isWordByte }.compactMap {
            languages[String(decoding: $0, as: UTF8.self).lowercased()]
        }
    }

    private static let onlyWords: Set<String> = [
        "only", "seulement", "solamente", "únicamente", "unicamente", "sólo", "solo", "только",
    ]

    private static let languages = [
        "english": "en", "french": "fr", "spanish": "es", "russian": "ru", "arabic": "ar", "chinese": "zh",
        "german": "de", "portuguese": "pt", "italian": "it",
        "anglais": "en", "français": "fr", "francais": "fr", "espagnol": "es", "russe": "ru", "arabe": "ar",
        "chinois": "zh",
        "inglés": "en", "ingles": "en", "francés": "fr", "frances": "fr", "español": "es", "espanol": "es",
        "ruso": "ru", "árabe": "ar", "chino": "zh",
        "английский": "en", "французский": "fr", "испанский": "es", "русский": "ru", "арабский": "ar",
        "китайский": "zh",
    ]

    /// The language that a short printed text is in, by its letters and a few words; nil where they do not tell.
    static func language(ofPrinted text: ArraySlice<UInt8>) -> String? {
        if text.count(where: { $0 == 0xD0 || $0 == 0xD1 }) * 3 > text.count { return "ru" }
        let words = Set(words(text).map(Accents.without))
        let language =
            printedWords.first { !words.isDisjoint(with: $0.certain) }
            ?? printedWords.first { words.intersection($0.likely).count > 1 }
        return language?.code
    }

    /// Words that names of bodies have in one language only, and words of which two tell it.
    private static let printedWords: [(code: String, certain: Set<String>, likely: Set<String>)] = [
        (
            "es",
            [
                "tratado", "consultiva", "antartico", "del", "consejo", "comision", "periodo", "preparatoria",
                "unidas", "latinoamericanos", "asamblea", "organo", "organizacion", "convencion", "convenio",
                "sesiones", "las", "los", "el", "y", "ejecucion", "derechos",
            ], ["comite", "de", "la", "para", "reunion", "grupo", "general", "junta", "en"]
        ),
        (
            "fr",
            [
                "traite", "conseil", "du", "des", "unies", "deuxieme", "troisieme", "assemblee", "mondiale",
                "organisations", "organe", "groupe", "les", "aux", "et", "l'homme", "l’homme", "economique",
            ],
            [
                "sur", "consultative", "preparatoire", "comite", "session", "sessions", "nations", "reunion",
                "conference", "commission", "organisation", "de", "la", "le", "bureau", "regional", "pour",
                "generale",
            ]
        ),
        (
            "en",
            [
                "of", "the", "on", "for", "and", "united", "council", "committee", "assembly", "board",
                "meeting", "treaty", "party", "world", "health", "working", "group", "programme",
            ], ["general", "session", "conference", "commission", "regional", "nations", "international"]
        ),
    ]

    // MARK: Bodies and meetings

    /// Whether the text names a meeting.
    static func isMeeting(_ words: [String]) -> Bool {
        // `Conference of the Parties serving as the meeting of …` is a body.
        if let first = words.first, isBody([first]), !meetingHeads.contains(Accents.without(first)) {
            return false
        }
        // `World Forum for …` is a body.
        if let forum = words.firstIndex(of: "forum"), words.dropFirst(forum + 1).first == "for" {
            return false
        }
        return words.contains { word in
            meetingHeads.contains(Accents.without(word)) || word.utf8.count > 12 && word.hasSuffix("meeting")
        }
            || Ordinal.match(in: words[...]) != nil
                && words.contains { ["conference", "congress", "assembly"].contains($0) }
    }

    /// Whether a word is the one that names of meetings end with.
    static func isMeetingHead(_ word: String) -> Bool { meetingHeads.contains(Accents.without(word)) }

    private static let meetingHeads: Set<String> = [
        "session", "sessions", "meeting", "workshop", "seminar", "symposium", "forum", "consultation",
        "consultations", "reunion", "совещание", "совещания", "atcm", "conferencia", "teleconference",
        "webinar", "roundtable", "dialogue", "taller", "atelier", "seminario", "сессия", "webex",
    ]

    /// Whether the text names a body.
    static func isBody(_ words: [String]) -> Bool {
        words.contains { isBodyHead($0) || $0 == "unitednations" }
    }

    /// Whether a word is the one that says what kind of body a name is of.
    static func isBodyHead(_ word: String) -> Bool { bodyHeads.contains(Accents.without(word)) }

    /// Whether the text is the name of an organization that the library knows, or its acronym.
    static func isKnownBody(_ text: ArraySlice<UInt8>) -> Bool {
        NameTable.shared.acronyms[text.string] != nil
            || NameTable.shared.entry(named: text).map { $0.kind != "state" } ?? false
    }

    /// Whether the text says in which series of publications the document is: `Official Records`, `Supplement No. 8`.
    static func isPublication(_ text: ArraySlice<UInt8>) -> Bool {
        let words = words(text).filter { !$0.isEmpty }
        guard words.count >= 2, text.count <= 100 else { return false }
        // `Volume I`, `Part Two`
        if words.count == 2,
            ["volume", "vol", "tome", "tomo", "volumen", "part", "partie", "parte"].contains(words[0])
        {
            return Int(words[1]) != nil || Ordinal.roman(Array(words[1].utf8)[...]) != nil
                || ["one", "two", "three"].contains(words[1])
        }
        let isApproved = ["adopted", "approved"].contains(words[0]) && words[1] == "by"
        return isApproved
            || [
                "official records", "supplement no", "sales no", "documents officiels", "supplément n",
                "documentos oficiales", "suplemento no", "suplemento núm",
            ].contains(words[0] + " " + words[1])
    }

    private static let bodyHeads: Set<String> = [
        "nations", "commission", "committee", "council", "conference", "group", "groups", "assembly", "board",
        "body", "bodies", "bureau", "centre", "center", "party", "parties", "organization", "organisation",
        "union", "team", "programme", "agency", "office", "congress", "convention", "panel", "platform",
        "secretariat", "subcommittee", "sub-committee", "statisticians", "treaty", "tratado", "traite",
        "fund",
        "bank", "conseil", "comite", "comision", "consejo", "asamblea", "assemblee", "unidas", "unies",
        "organisations", "договор", "наций", "комиссия", "комитет", "совет", "конференция", "ассамблея",
        "организация", "network", "institute", "authority", "tribunal", "court", "forum", "directorate",
        "department", "division", "federation", "association", "mechanism", "partnership", "subgroup",
        "groupe", "grupo", "equipe", "organe", "organo", "organizacion", "oficina", "junta", "fondo", "fonds",
        "группа", "бюро", "фонд", "орган", "covenant", "pacto", "pacte", "convencion", "convenio", "protocol",
        "protocolo", "protocole", "programa", "agencia", "agence", "asociacion", "tratados",
    ]

    // MARK: Other fields

    /// Whether the text says who wrote or submitted the document.
    static func isAuthor(_ text: ArraySlice<UInt8>) -> Bool {
        let words = words(text).filter { !$0.isEmpty }
        guard words.count >= 2, words.count <= 20, text.count <= 200 else { return false }
        if ["by", "jointly", "in"].contains(words[1]) || words.count > 2 && words[2] == "by" {
            if authorVerbs.contains(words[0]) { return words.contains("by") || words[1] == "in" }
        }
        if words[0] == "working" || words[0] == "information" || words[0] == "discussion", words[1] == "paper"
        {
            return words.contains("by")
        }
        if words[0] == "document", ["prepared", "submitted", "presented"].contains(words[1]) { return true }
        let second = words[1]
        return ["note", "présenté", "presente", "présentée", "établi", "soumis", "rédigé"].contains(words[0])
            && ["du", "de", "par", "des"].contains(second)
            || ["nota", "presentado", "presentada", "preparado", "preparada"].contains(words[0])
                && ["de", "del", "por"].contains(second)
            || ["записка", "представлено", "подготовлено"].contains(words[0])
    }

    private static let authorVerbs: Set<String> = [
        "note", "submitted", "prepared", "drafted", "transmitted", "presented", "communication", "developed",
        "tabled", "compiled", "issued", "circulated",
    ]

    /// Whether the text is a printer's number: `GE.17-12345(E)`, `GE:09-17825`, `V.05-81234 (E)`, `K0612345`.
    static func isJobNumber(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count <= 40 else { return false }
        for prefix in ["GE.", "GE:", "GV.", "V.", "BK."] as [StaticString]
        where text.hasPrefix(ignoringCase: prefix) {
            return text.dropFirst(prefix.utf8CodeUnitCount).first?.isDigit ?? false
        }
        let head = text.prefix { !$0.isBlank }
        if let first = head.first, "KNM".utf8.contains(first), head.count == 8,
            head.dropFirst().allSatisfy(\.isDigit)
        {
            return true
        }
        // `09-12345 (E)`
        let digits = text.prefix { $0.isDigit || $0 == .hyphen }
        return digits.count == 8 && digits.dropFirst(2).first == .hyphen
            && text.dropFirst(8).contains(.open)
    }

    /// What a document says it is, on a line of its own.
    static func documentType(_ text: ArraySlice<UInt8>) -> String? {
        let words = words(text).filter { !$0.isEmpty }
        guard let first = words.first, words.count <= 2 else { return nil }
        if words.count == 2, Int(words[1]) == nil, Ordinal.roman(Array(words[1].utf8)[...]) == nil {
            return text.count <= 40 ? documentTypes[words.joined(separator: " ")] : nil
        }
        return documentTypes[first]
    }

    private static let documentTypes = [
        "addendum": "addendum", "additif": "addendum", "adición": "addendum", "corrigendum": "corrigendum",
        "rectificatif": "corrigendum", "corrección": "corrigendum", "erratum": "corrigendum",
        "revision": "revision", "révision": "revision", "minutes": "minutes", "addenda": "addendum",
        "corrigenda": "corrigendum", "summary record": "minutes", "summary records": "minutes",
        "meeting minutes": "minutes", "draft minutes": "minutes", "corr": "corrigendum",
        "working paper": "paper", "information paper": "paper", "discussion paper": "paper",
        "conference paper": "paper", "background paper": "paper",
    ]

    /// The state of the text, on a line of its own.
    static func stage(_ text: ArraySlice<UInt8>) -> String? {
        let words = words(text).filter { !$0.isEmpty }
        if let last = words.last, ["copy", "version", "text"].contains(last), words.count <= 4,
            words.dropLast().contains(where: { $0 == "advance" || $0 == "unedited" })
        {
            return "advance"
        }
        switch words {
        case ["proof", "copy"], ["proof"]: return "proof"
        case ["draft"], ["first", "draft"], ["second", "draft"], ["working", "draft"], ["provisional"],
            ["final", "draft"], ["finaldraft"], ["zero", "draft"]:
            return "draft"
        case ["final"], ["final", "version"]: return "final"
        default:
            guard words.count <= 3, let first = words.first else { return nil }
            let isNumbered = words.dropFirst().first.map { $0.utf8.first?.isDigit ?? false } ?? false
            if first == "version" || first == "draft", isNumbered { return "draft" }
            if first == "revised", words.dropFirst().first == "version" { return "revised" }
            return first.hasPrefix("v") && words.contains("draft")
                && first.utf8.dropFirst().first?.isDigit == true
                ? "draft" : nil
        }
    }
}
