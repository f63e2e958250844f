internal import Glibc

/// The files that inputs stand for: files as named, folders as what they hold.
public struct InputList: Sendable {
    /// A file to read, and where its output belongs.
    public struct Entry: Hashable, Sendable {
        /// The path to read; `-` is standard input.
        public let path: String
        /// How many bytes of the path stand before the name.
        private let prefix: Int32

        /// The path below the folder that was given, or the name of a file that was given by itself.
        public var name: String { String(Substring(path.utf8.dropFirst(Int(prefix)))) }

        init(path: String, name: String) {
            self.path = path
            prefix = Int32(truncatingIfNeeded: path.utf8.count - name.utf8.count)
        }

        /// A file that was given by itself.
        public init(file path: String) {
            self.init(path: path, name: OutputName.baseName(path))
        }

        /// A file from a list, which keeps its folders: its path without a leading `/` or `./`, or its bare name where the
        /// path goes up.
        public init(listed path: String) {
            var name = Substring(path)
            while true {
                if name.utf8.starts(with: "./".utf8) {
                    name = Substring(name.utf8.dropFirst(2))
                } else if name.utf8.first == UInt8(ascii: "/") {
                    name = Substring(name.utf8.dropFirst())
                } else {
                    break
                }
            }
            let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            let isPlain = parts.allSatisfy { ![[], [0x2E], [0x2E, 0x2E]].contains(Array($0)) }
            self.init(path: path, name: isPlain ? String(name) : OutputName.baseName(path))
        }
    }

    /// The files, in the order given; those of a folder sorted by their bytes.
    public private(set) var entries: [Entry] = []
    /// The files' paths.
    public var paths: [String] { entries.map(\.path) }

    /// Creates a list.
    ///
    /// - Parameters:
    ///   - inputs: paths of files and folders; `-` stays standard input.
    ///   - listed: paths that were read from a list, which keep their folders in the names of outputs.
    ///   - globs: which files of the folders are meant, as shell patterns: against the file's name, or against its path
    ///     below the folder where the pattern has a slash. Without a pattern, files with the ending of a format.
    /// - Throws: an error where a folder cannot be read.
    public init(
        _ inputs: [String], listed: [String] = [], globs: [String] = []
    ) throws(InputError) {
        for input in inputs { try add(Entry(file: input), globs) }
        for input in listed { try add(Entry(listed: input), globs) }
    }

    private mutating func add(_ entry: Entry, _ globs: [String]) throws(InputError) {
        guard entry.path != "-", FilePath.status(entry.path).map({ $0.st_mode & S_IFMT }) == S_IFDIR else {
            entries.append(entry)
            return
        }
        try addFiles(of: entry.path, below: "", globs)
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
            // A file that cannot be looked at is listed, and fails when it is read.
            let status = FilePath.status(root + "/" + relative, followingLinks: false)
            if let status, status.st_mode & S_IFMT == S_IFDIR {
                try addFiles(of: root, below: relative, globs)
            } else if Self.isMeant(relative, name, globs) {
                let path = root.hasSuffix("/") ? root + relative : root + "/" + relative
                entries.append(Entry(path: path, name: relative))
            }
        }
    }

    static func names(in folder: String) throws(InputError) -> [String] {
        func unreadable() -> InputError {
            InputError(
                Finding(
                    .fileUnreadable, message: "The folder cannot be read: \(systemError()).",
                    place: Place(file: FilePath.shown(folder))))
        }
        guard let directory = FilePath.withSystemPath(folder, opendir) else { throw unreadable() }
        defer { closedir(directory) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(directory) else { break }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: UInt8.self, capacity: Int(NAME_MAX) + 1) { name in
                    FilePath.string(UnsafeBufferPointer(start: name, count: strlen(pointer)))
                }
            }
            names.append(name)
        }
        // The end, or an error behind which further names may stand.
        guard errno == 0 else { throw unreadable() }
        return names.map { (name: $0, bytes: FilePath.bytes($0)) }
            .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }.map(\.name)
    }

    private static func isMeant(_ relative: String, _ name: String, _ globs: [String]) -> Bool {
        guard !globs.isEmpty else { return ReportFormat.ending(of: name) != nil }
        return globs.contains { glob in
            let subject = glob.utf8.contains(UInt8(ascii: "/")) ? relative : name
            return FilePath.withSystemPath(glob) { glob in
                FilePath.withSystemPath(subject) { fnmatch(glob, $0, FNM_PERIOD) == 0 }
            }
        }
    }
}
