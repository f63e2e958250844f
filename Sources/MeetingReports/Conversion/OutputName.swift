/// Names for outputs that are made from the names of inputs.
public enum OutputName {
    /// The input's name without its folder, its ending replaced by that of the format: `a/b.txt` becomes `b.xml`.
    public static func name(for input: String, as format: ReportFormat) -> String {
        withoutEnding(baseName(input)) + "." + ending(format)
    }

    /// The input's path without the ending of its name, which makes it the name of a folder: `a/b.txt` becomes `a/b`.
    static func folderPath(for input: String) -> String {
        let base = baseName(input)
        return String(Substring(input.utf8.dropLast(base.utf8.count))) + withoutEnding(base)
    }

    /// The name of the file of a record, counted from 1, in the folder of its collection: `000012.xml`.
    static func name(ofRecord number: Int, as format: ReportFormat) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits + "." + ending(format)
    }

    private static func ending(_ format: ReportFormat) -> String {
        format.fileExtensions.first ?? format.name
    }

    private static func withoutEnding(_ base: String) -> String {
        if let ending = ReportFormat.ending(of: base) {
            return String(Substring(base.utf8.dropLast(ending.text.utf8.count)))
        }
        guard let dot = base.utf8.lastIndex(of: UInt8(ascii: ".")), dot > base.startIndex else { return base }
        return String(base[..<dot])
    }

    /// The input's path, its ending replaced by that of the format: `a/b.txt` becomes `a/b.xml`.
    static func path(for input: String, as format: ReportFormat) -> String {
        let folder = input.utf8.dropLast(baseName(input).utf8.count)
        return String(Substring(folder)) + name(for: input, as: format)
    }

    /// The folder of a path, with the slash behind it; `./` where the path names none.
    static func folder(of path: String) -> String {
        let folder = path.utf8.dropLast(baseName(path).utf8.count)
        return folder.isEmpty ? "./" : String(Substring(folder))
    }

    /// The path of a file that stands in the same folder as another.
    static func sibling(of path: String, named name: String) -> String {
        String(Substring(path.utf8.dropLast(baseName(path).utf8.count))) + name
    }

    /// The last part of a path.
    public static func baseName(_ path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return String(path[path.utf8.index(after: slash)...])
    }
}
