/// What a finding's code means, why it matters and what to do, with an input that has it and one that has not.
public struct Explanation: Sendable {
    /// An input that shows a code.
    public struct Example: Hashable, Sendable {
        /// How an example is given.
        public enum Form: Hashable, Sendable {
            /// As a file of that format, complete.
            case file(ReportFormat)
            /// In words, where a file could not be shown.
            case words
        }

        /// How it is given.
        public let form: Form
        /// The file, or the words.
        public let text: String
        /// Where the code is found in it: a path, or line and column; nil for the file as a whole and where nothing is found.
        public let place: String?

        init(_ form: Form, _ text: String, at place: String? = nil) {
            self.form = form
            self.text = text
            self.place = place
        }
    }

    /// The code.
    public let code: FindingCode
    /// What it means, in one sentence.
    public let meaning: String
    /// Why it matters.
    public let reason: String
    /// What to do about it.
    public let remedy: String
    // Made when they are asked for: whoever wants a rule's code does not wait for its examples.
    private let makeBad: @Sendable () -> Example
    private let makeGood: @Sendable () -> Example

    /// An input in which it is found.
    public var bad: Example { makeBad() }
    /// The same input as it should be.
    public var good: Example { makeGood() }

    init(
        _ code: FindingCode, meaning: String, reason: String, remedy: String,
        bad: @autoclosure @escaping @Sendable () -> Example,
        good: @autoclosure @escaping @Sendable () -> Example
    ) {
        self.code = code
        self.meaning = meaning
        self.reason = reason
        self.remedy = remedy
        makeBad = bad
        makeGood = good
    }
}

extension Explanation {
    /// The explanations of all codes, by code.
    public static let all =
        (rules + schema + foreignSchema + akomaNtoso + xml + json + text + file + record + policy)
        .sorted { $0.code.description < $1.code.description }

    /// Those of the rules.
    private static let rules = RecordRules.all.map { type(of: $0).explanation }

    /// The explanation of a code, or nil.
    public static func of(_ code: String) -> Explanation? {
        all.first { $0.code.description == code }
    }

    /// The codes nearest to a text in spelling, the nearest first; empty where none is near.
    public static func codes(near text: String) -> [String] {
        let near = all.compactMap { explanation -> (distance: Int, code: String)? in
            let code = explanation.code.description
            let distance = EditDistance.between(text.lowercased(), code)
            let isNear = distance <= max(2, code.utf8.count / 3) || (!text.isEmpty && code.contains(text))
            return isNear ? (distance, code) : nil
        }
        return near.sorted { ($0.distance, $0.code) < ($1.distance, $1.code) }.prefix(3).map(\.code)
    }
}

extension Explanation.Example {
    /// A record with this body, and with this masthead where one is given.
    static func record(masthead: String = "", _ body: String, at place: String? = nil) -> Self {
        func part(_ name: String, _ content: String) -> String {
            let lines = content.split(separator: "\n").map { "    \($0)\n" }.joined()
            return content.isEmpty ? "  <\(name)/>\n" : "  <\(name)>\n\(lines)  </\(name)>\n"
        }
        let text = """
            <meetingReport xmlns="\(XMLNamespace.record)" version="1.0">
            \(masthead.isEmpty ? "" : part("masthead", masthead))\(part("body", body))</meetingReport>

            """
        return Self(.file(.xml), text, at: place)
    }

    /// An XML file.
    static func xml(_ text: String, at place: String? = nil) -> Self {
        Self(.file(.xml), text + "\n", at: place)
    }

    /// A JSON file.
    static func json(_ text: String, at place: String? = nil) -> Self {
        Self(.file(.json), text + "\n", at: place)
    }

    /// An input in words.
    static func words(_ text: String) -> Self { Self(.words, text) }
}
