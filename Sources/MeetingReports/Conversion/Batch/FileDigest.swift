internal import Crypto
internal import Glibc

extension InputDigest {
    /// What identifies the bytes of a file, which is read piece by piece; nil where it cannot be read.
    init?(ofFile path: String) {
        let descriptor = FilePath.withSystemPath(path) { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var hash = SHA256()
        var size = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { break }
            guard count > 0 else {
                if errno == EINTR { continue }
                return nil
            }
            buffer.withUnsafeBytes {
                hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count]))
            }
            size += count
        }
        self.init(sha256: Digest.hexadecimal(hash.finalize()), size: size)
    }
}

extension Finding {
    /// The finding in one line: place, sentence, code.
    var line: String {
        var parts = [place.file ?? "<input>"]
        if let start = place.range?.start { parts += ["\(start.line)", "\(start.column)"] }
        return PrintableText.line("\(parts.joined(separator: ":")): \(message) [\(code)]")
    }
}

extension FindingText {
    /// The findings of a result that are as grave as asked for, with their lines.
    ///
    /// - Parameter limit: how many are shown at most, the gravest first; nil for all.
    public static func text(_ result: ValidationResult, atLeast severity: Finding.Severity, limit: Int?)
        -> String
    {
        var shown = result
        shown.findings = result.findings.filter { $0.severity >= severity }
        let listed = shown.shown(limit).map { shown.findings[$0] }
        let more = shown.more(than: listed.count).map { "\(PrintableText.line(result.file)): \($0)\n" }
        return FindingText(source: result.source).text(listed) + (more ?? "")
    }
}
