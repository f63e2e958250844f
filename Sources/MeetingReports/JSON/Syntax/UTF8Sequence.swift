/// Well-formed UTF-8 as Unicode, table 3-7, defines it: nothing overlong, no surrogates, nothing beyond U+10FFFF.
enum UTF8Sequence {
    /// The length of the well-formed sequence of two to four bytes at `place`; 0 if none stands there.
    @inline(__always)
    static func length(in bytes: UnsafeBufferPointer<UInt8>, at place: Int, to end: Int) -> Int {
        let lead = bytes[place]
        let rest = end &- place
        switch lead {
        case 0xC2...0xDF:
            return rest >= 2 && isContinuation(bytes[place &+ 1]) ? 2 : 0
        case 0xE0...0xEF:
            guard rest >= 3, secondBytes(after: lead).contains(bytes[place &+ 1]) else { return 0 }
            return isContinuation(bytes[place &+ 2]) ? 3 : 0
        case 0xF0...0xF4:
            guard rest >= 4, secondBytes(after: lead).contains(bytes[place &+ 1]) else { return 0 }
            return isContinuation(bytes[place &+ 2]) && isContinuation(bytes[place &+ 3]) ? 4 : 0
        default:
            return 0
        }
    }

    /// What is wrong at `place`, where no well-formed sequence stands: a sentence that names the byte.
    static func fault(in bytes: UnsafeBufferPointer<UInt8>, at place: Int, to end: Int) -> String {
        let lead = bytes[place]
        let name = hexadecimal(lead)
        switch lead {
        case 0x80...0xBF: return "the byte \(name) continues a UTF-8 sequence that nothing began"
        case 0xC0, 0xC1: return "the byte \(name) begins an overlong form, which UTF-8 does not have"
        case 0xF5...0xFF: return "the byte \(name) does not occur in UTF-8"
        default: break
        }
        for next in place + 1..<place + expectedLength(of: lead) {
            guard next < end else {
                return
                    "the input ends inside the UTF-8 sequence that \(name) begins; expected a byte 0x80 to 0xBF"
            }
            let byte = bytes[next]
            guard isContinuation(byte) else {
                return "the byte \(hexadecimal(byte)) stands in the UTF-8 sequence that \(name) begins; "
                    + "expected a byte 0x80 to 0xBF"
            }
            if next == place + 1, !secondBytes(after: lead).contains(byte) {
                let form = "the bytes \(name) \(hexadecimal(byte))"
                switch lead {
                case 0xED: return "\(form) encode a surrogate, which UTF-8 does not have"
                case 0xF4: return "\(form) encode a number beyond U+10FFFF, which UTF-8 does not have"
                default: return "\(form) begin an overlong form, which UTF-8 does not have"
                }
            }
        }
        return "the byte \(name) is not valid UTF-8 here"
    }

    /// A byte as it is printed in messages: `0x0A`.
    static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 0x10 ? "0x0" : "0x") + String(byte, radix: 16, uppercase: true)
    }

    @inline(__always)
    private static func isContinuation(_ byte: UInt8) -> Bool {
        byte & 0xC0 == 0x80
    }

    /// The bytes that may follow the lead of a sequence.
    @inline(__always)
    private static func secondBytes(after lead: UInt8) -> ClosedRange<UInt8> {
        switch lead {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
    }

    private static func expectedLength(of lead: UInt8) -> Int {
        lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }
}
