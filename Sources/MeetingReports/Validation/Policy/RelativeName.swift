internal import Glibc

/// The names of inputs as a file of the project has them: relative to its folder, so that they are the same from
/// whichever folder a run is started.
struct RelativeName: Hashable, Sendable {
    /// The steps from the root to the folder.
    private let folder: [String]

    /// Takes the folder that a file is in.
    init(besides path: String) {
        folder = Self.steps(path).dropLast()
    }

    /// The name of an input; that of standard input stays.
    func name(of file: String) -> String {
        guard file != "<stdin>" else { return file }
        let steps = Self.steps(file)
        let shared = zip(folder, steps).prefix { $0.utf8.elementsEqual($1.utf8) }.count
        let up = Array(repeating: "..", count: folder.count - shared)
        return (up + steps[shared...]).joined(separator: "/")
    }

    /// The steps from the root to a file, by its name alone: links are not followed.
    private static func steps(_ path: String) -> [String] {
        var steps: [String] = []
        for step in (path.hasPrefix("/") ? path : workingFolder + "/" + path).split(separator: "/")
        where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
        }
        return steps
    }

    private static var workingFolder: String {
        guard let path = getcwd(nil, 0) else { return "" }
        defer { free(path) }
        return FilePath.string(systemPath: path)
    }
}
