internal import Glibc

/// The folder of real reports beside the project, which the project does not carry; tests on it skip where it is missing.
package enum SharedFolder {
    /// The folder itself.
    package static let path =
        folder(of: packageFolder) + "/shared"

    /// Whether it is there.
    package static var isThere: Bool { access(path + "/corpus", R_OK) == 0 }

    /// The names of the files in one of its folders that end in `ending`, sorted.
    package static func files(in folder: String, ending: String) -> [String] {
        fileNames(in: "\(path)/\(folder)", ending: ending)
    }
}

/// The names of the files in a folder that end in `ending`, sorted; none where it is missing.
package func fileNames(in folder: String, ending: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name.hasSuffix(ending) { names.append(name) }
    }
    return names.sorted()
}
