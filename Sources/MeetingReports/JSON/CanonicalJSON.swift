/// The JSON Canonicalization Scheme (RFC 8785): the one way to write a JSON value.
///
/// Members are sorted by the UTF-16 units of their keys, numbers are written as ECMAScript writes them, strings with the
/// fewest escapes, and there is no white space.
package struct CanonicalJSON {
    private var output = JSONOutput()

    /// The canonical form of a value.
    ///
    /// - Throws: an error that names the place of a number that no IEEE 754 double can come near (RFC 8785, 3.1).
    package static func bytes(of value: JSONNode, file: String) throws(InputError) -> [UInt8] {
        var canonical = CanonicalJSON()
        try canonical.write(value, file)
        return canonical.output.bytes
    }

    private mutating func write(_ value: JSONNode, _ file: String) throws(InputError) {
        switch value.kind {
        case .object:
            let members = value.members.map { (key: $0.key.string ?? "", value: $0.value) }
            output.beginObject()
            for member in members.sorted(by: { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }) {
                output.key(member.key)
                try write(member.value, file)
            }
            output.endObject()
        case .array:
            output.beginArray()
            for element in value.elements { try write(element, file) }
            output.endArray()
        case .string: output.string(value.string ?? "")
        case .number:
            guard let number = Double(String(decoding: value.text, as: UTF8.self)), number.isFinite else {
                let index = TextIndex(value.document.bytes)
                throw InputError(
                    Finding(
                        .jsonNumberTooLarge,
                        message:
                            "The number is beyond the range of IEEE 754 doubles, and has no canonical form.",
                        place: Place(
                            file: file, range: index.range(value.range), jsonPointer: value.pointer)))
            }
            output.number(Self.text(of: number))
        case .true: output.bool(true)
        case .false: output.bool(false)
        case .null: output.null()
        }
    }

    /// A finite number as `Number::toString` of ECMAScript writes it (ECMA-262, 6.1.6.1.20).
    static func text(of number: Double) -> String {
        guard number != 0 else { return "0" }
        let sign = number < 0 ? "-" : ""
        let (digits, point) = decimal(number.magnitude)
        let count = digits.utf8.count
        switch point {
        case count...21: return sign + digits + String(repeating: "0", count: point - count)
        case 1...21: return sign + digits.prefix(point) + "." + digits.dropFirst(point)
        case -5...0: return sign + "0." + String(repeating: "0", count: -point) + digits
        default:
            let exponent = point - 1
            let fraction = count > 1 ? "." + digits.dropFirst() : ""
            return sign + digits.prefix(1) + fraction + "e" + (exponent < 0 ? "-" : "+")
                + String(exponent.magnitude)
        }
    }

    /// The fewest digits that read back as the number, and where the point stands among them: `number = 0.digits × 10^point`.
    private static func decimal(_ number: Double) -> (digits: String, point: Int) {
        // Swift describes a number by its fewest digits, with or without an exponent.
        let parts = number.description.split(separator: "e")
        var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let whole = mantissa[0]
        var digits = whole + (mantissa.count > 1 ? mantissa[1] : "")
        exponent += whole.utf8.count
        while digits.utf8.first == UInt8(ascii: "0") {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
        return (String(digits), exponent)
    }
}
