internal import Glibc

/// The files that inputs stand for: files as named, folders as what they hold.
public struct InputList: Sendable {
    /// The paths, in the order given; those of a folder sorted by their bytes.
    public private(set) var paths: [String] = []

    /// Creates a list.
    ///
    /// - Parameters:
    ///   - inputs: paths of files and folders; `-` stays standard input.
    ///   - globs: which files of the folders are meant, as shell patterns: against the file's name, or against its path
    ///     below the folder where the pattern has a slash. Without a pattern, files with the ending of a format.
    /// - Throws: an error where a folder cannot be read.
    public init(_ inputs: [String], globs: [String] = []) throws(InputError) {
        for input in inputs {
            var status = stat()
            guard input != "-", stat(input, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
                paths.append(input)
                continue
            }
            try addFiles(of: input, below: "", globs)
        }
    }

    /// Reads paths that end in NUL, as `find -print0` writes them.
    ///
    /// - Throws: an error where the list cannot be read or is not UTF-8.
    public static func paths(listedIn list: String) throws(InputError) -> [String] {
        let file = try InputFile(path: list)
        var paths: [String] = []
        for part in file.bytes.split(separator: 0) {
            guard let path = String(validating: part, as: UTF8.self) else {
                throw InputError(
                    Finding(
                        .fileUnreadable, message: "A name in the list is not UTF-8; names are read as UTF-8.",
                        place: Place(file: file.name)))
            }
            paths.append(path)
        }
        return paths
    }

    /// Adds the files of a folder and of those in it; links to folders are not followed, so that no loop is endless.
    private mutating func addFiles(of root: String, below: String, _ globs: [String]) throws(InputError) {
        let folder = below.isEmpty ? root : root + "/" + below
        for name in try Self.names(in: folder) where !name.hasPrefix(".") {
            let relative = below.isEmpty ? name : below + "/" + name
            var status = stat()
            guard lstat(root + "/" + relative, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                try addFiles(of: root, below: relative, globs)
            } else if Self.isMeant(relative, name, globs) {
                paths.append(root.hasSuffix("/") ? root + relative : root + "/" + relative)
            }
        }
    }

    private static func names(in folder: String) throws(InputError) -> [String] {
        guard let directory = opendir(folder) else {
            throw InputError(
                Finding(
                    .fileUnreadable, message: "The folder cannot be read: \(systemError()).",
                    place: Place(file: folder)))
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            names.append(name)
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func isMeant(_ relative: String, _ name: String, _ globs: [String]) -> Bool {
        guard !globs.isEmpty else { return ReportFormat.forFile(named: name) != nil }
        return globs.contains { glob in
            fnmatch(glob, glob.utf8.contains(UInt8(ascii: "/")) ? relative : name, FNM_PERIOD) == 0
        }
    }
}
