internal import Glibc

/// A folder for the files of one test, gone with the last reference to it.
package final class TemporaryFolder: Sendable {
    /// The folder's path.
    package let path: String

    /// Makes a folder, with files in it.
    package init(_ files: [String: [UInt8]] = [:]) throws(SystemError) {
        let parent = environmentVariable("TMPDIR") ?? (access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp")
        var template = Array("\(parent)/rapporteur-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemError.last("mkdtemp") }
        path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        for (name, bytes) in files { try write(name, bytes) }
    }

    deinit { Self.removeTree(path) }

    /// Writes a file into the folder.
    package func write(_ name: String, _ bytes: [UInt8]) throws(SystemError) {
        try writeFile("\(path)/\(name)", bytes)
    }

    /// Writes a text into the folder.
    package func write(_ name: String, _ text: String) throws(SystemError) {
        try write(name, Array(text.utf8))
    }

    /// The bytes of a file in the folder.
    package func read(_ name: String) throws(SystemError) -> [UInt8] {
        try readFile("\(path)/\(name)")
    }

    /// Makes a folder in the folder.
    package func makeFolder(_ name: String, mode: UInt32 = 0o777) throws(SystemError) {
        guard mkdir("\(path)/\(name)", mode) == 0 else { throw SystemError.last(name) }
    }

    /// Makes a file of a size that takes no room.
    package func makeSparse(_ name: String, size: Int) throws(SystemError) {
        try write(name, [])
        guard truncate("\(path)/\(name)", size) == 0 else { throw SystemError.last(name) }
    }

    /// Makes a symbolic link in the folder.
    package func makeLink(_ name: String, to target: String) throws(SystemError) {
        guard symlink(target, "\(path)/\(name)") == 0 else { throw SystemError.last(name) }
    }

    /// Gives a file in the folder a second name.
    package func makeHardLink(_ name: String, to file: String) throws(SystemError) {
        guard link("\(path)/\(file)", "\(path)/\(name)") == 0 else { throw SystemError.last(name) }
    }

    /// Removes a file, or a folder with all that is in it.
    package func remove(_ name: String) throws(SystemError) {
        guard access("\(path)/\(name)", F_OK) == 0 else { throw SystemError.last(name) }
        Self.removeTree("\(path)/\(name)")
    }

    /// When a file was written last, in nanoseconds.
    package func modificationTime(_ name: String) throws(SystemError) -> Int {
        var status = stat()
        guard stat("\(path)/\(name)", &status) == 0 else { throw SystemError.last(name) }
        return status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    }

    /// Takes away, or gives back, what may be done with a file.
    package func setMode(_ mode: UInt32, of name: String) throws(SystemError) {
        guard chmod("\(path)/\(name)", mode) == 0 else { throw SystemError.last(name) }
    }

    /// What may be done with a file, all links followed; nil where there is none.
    package func mode(of name: String) -> UInt32? {
        var status = stat()
        return stat("\(path)/\(name)", &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    /// Whether a name is that of a symbolic link.
    package func isLink(_ name: String) -> Bool {
        var status = stat()
        return lstat("\(path)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Whether a name is that of a folder, no link to one.
    package func isFolder(_ name: String) -> Bool {
        var status = stat()
        return lstat("\(path)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The names of the files in a folder of it, hidden ones too, in the order of their bytes.
    package func names(in name: String = ".") -> [String] {
        Self.names(in: "\(path)/\(name)")
    }

    private static func names(in path: String) -> [String] {
        var names: [String] = []
        guard let folder = opendir(path) else { return names }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func removeTree(_ path: String) {
        guard unlink(path) != 0 else { return }
        for name in names(in: path) { removeTree("\(path)/\(name)") }
        rmdir(path)
    }
}
