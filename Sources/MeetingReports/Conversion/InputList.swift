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
            guard input != "-", FilePath.status(input).map({ $0.st_mode & S_IFMT }) == S_IFDIR else {
                paths.append(input)
                continue
            }
            try addFiles(of: input, below: "", globs)
        }
    }

    /// Reads paths that end in NUL, as `find -print0` writes them.
    ///
    /// - Throws: an error where the list cannot be read.
    public static func paths(listedIn list: String) throws(InputError) -> [String] {
        try InputFile(path: list).bytes.split(separator: 0).map { FilePath.string($0) }
    }

    /// Adds the files of a folder and of those in it; links to folders are not followed, so that no loop is endless.
    private mutating func addFiles(of root: String, below: String, _ globs: [String]) throws(InputError) {
        let folder = below.isEmpty ? root : root + "/" + below
        for name in try Self.names(in: folder) where !name.hasPrefix(".") {
            let relative = below.isEmpty ? name : below + "/" + name
            guard let status = FilePath.status(root + "/" + relative, followingLinks: false) else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                try addFiles(of: root, below: relative, globs)
            } else if Self.isMeant(relative, name, globs) {
                paths.append(root.hasSuffix("/") ? root + relative : root + "/" + relative)
            }
        }
    }

    private static func names(in folder: String) throws(InputError) -> [String] {
        guard let directory = FilePath.withSystemPath(folder, opendir) else {
            throw InputError(
                Finding(
                    .fileUnreadable, message: "The folder cannot be read: \(systemError()).",
                    place: Place(file: FilePath.shown(folder))))
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: UInt8.self, capacity: Int(NAME_MAX) + 1) { name in
                    FilePath.string(UnsafeBufferPointer(start: name, count: strlen(pointer)))
                }
            }
            names.append(name)
        }
        return names.sorted { FilePath.bytes($0).lexicographicallyPrecedes(FilePath.bytes($1)) }
    }

    private static func isMeant(_ relative: String, _ name: String, _ globs: [String]) -> Bool {
        guard !globs.isEmpty else { return ReportFormat.forFile(named: name) != nil }
        return globs.contains { glob in
            let subject = glob.utf8.contains(UInt8(ascii: "/")) ? relative : name
            return FilePath.withSystemPath(glob) { glob in
                FilePath.withSystemPath(subject) { fnmatch(glob, $0, FNM_PERIOD) == 0 }
            }
        }
    }
}
