/// Names for outputs that are made from the names of inputs.
public enum OutputName {
    /// The input's name without its folder, its ending replaced by that of the format: `a/b.txt` becomes `b.xml`.
    public static func name(for input: String, as format: ReportFormat) -> String {
        var base = baseName(input)[...]
        if let ending = ReportFormat.forFile(named: String(base))?.ending(of: String(base)) {
            base = base.dropLast(ending.count + 1)
        } else if let dot = base.utf8.lastIndex(of: UInt8(ascii: ".")), dot > base.startIndex {
            base = base[..<dot]
        }
        return base + "." + (format.fileExtensions.first ?? format.name)
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
