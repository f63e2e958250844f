import TestSupport

@testable import MeetingReports

/// A folder of inputs of every format, good and bad, and what a batch makes of it.
enum BatchFolder {
    /// A folder `in` with a tree of inputs; of every ten, one is invalid, one is not XML, and one has a warning.
    static func make(_ count: Int) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.makeFolder("in")
        for name in ["a", "b", "b/c"] { try folder.makeFolder("in/\(name)") }
        let xml = try Samples.bytes("base.xml")
        let json = try Samples.bytes("base.json")
        let text = try readFile(packageFolder + "/Samples/report.txt")
        for number in 0..<count {
            let place = ["", "a/", "b/", "b/c/"][number % 4] + "r\(number)"
            switch number % 10 {
            case 0: try folder.write("in/\(place).txt", text)
            case 1: try folder.write("in/\(place).xml", "<a>")
            case 2: try folder.write("in/\(place).xml", Samples.text("bad-date.xml"))
            case 3: try folder.write("in/\(place).xml", Samples.repeatedNumber)
            case 4, 5, 6: try folder.write("in/\(place).json", json)
            case 7:
                try folder.write("in/\(place).ndjson", Samples.smallJSON + "\n" + Samples.smallJSON + "\n")
            default: try folder.write("in/\(place).xml", xml)
            }
        }
        return folder
    }

    /// Every file below a folder with its bytes, but for journals.
    static func tree(_ folder: TemporaryFolder, _ name: String) throws -> [String: [UInt8]] {
        var tree: [String: [UInt8]] = [:]
        for entry in folder.names(in: name) where !entry.hasSuffix("journal.jsonl") {
            let path = "\(name)/\(entry)"
            if folder.isFolder(path) {
                for (below, bytes) in try Self.tree(folder, path) { tree["\(entry)/\(below)"] = bytes }
            } else {
                tree[entry] = try folder.read(path)
            }
        }
        return tree
    }

    /// The lines of a journal, without those of runs.
    static func outcomes(_ folder: TemporaryFolder, _ path: String) throws -> [BatchOutcome] {
        try folder.read(path).split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard case .input(let outcome) = JournalLine(line) else { return nil }
            return outcome
        }
    }
}
