/// Expected outputs kept in files: in the folder `Golden` beside the test that names them.
package enum Golden {
    /// Compares an output with the golden file of a case.
    ///
    /// With `RECORD=1` in the environment the output is written as the new golden file, and still counts as different,
    /// so that a recording is never green.
    ///
    /// - Returns: what is different, with the first line that is; nil where the bytes are equal.
    package static func difference(
        _ bytes: [UInt8], from name: String, isRecording: Bool = environmentVariable("RECORD") == "1",
        testFile: String = #filePath
    ) -> String? {
        let path = folder(of: testFile) + "/Golden/" + name
        if isRecording {
            do {
                try writeFile(path, bytes)
                return "\(name): recorded; read it, then run again without RECORD."
            } catch {
                return "\(name): cannot be recorded: \(error)"
            }
        }
        do {
            return firstDifference(bytes, try readFile(path)).map { "\(name): \($0)" }
        } catch {
            return "\(name): cannot be read: \(error); RECORD=1 writes it."
        }
    }

    /// The first line in which an output differs from what was expected, or nil.
    package static func firstDifference(_ bytes: [UInt8], _ expected: [UInt8]) -> String? {
        guard bytes != expected else { return nil }
        let found = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let wanted = expected.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let shared = zip(found, wanted).prefix { $0 == $1 }.count
        return "line \(shared + 1): expected \(line(shared, of: wanted)), found \(line(shared, of: found))"
    }

    private static func line(_ number: Int, of lines: [ArraySlice<UInt8>]) -> String {
        guard number < lines.count else { return "the end" }
        return "\"\(String(decoding: lines[number], as: UTF8.self))\""
    }
}
