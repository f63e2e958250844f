internal import Glibc

/// Thrown where a batch would lose a file: two outputs of one name, or an output in the place of an input.
public struct BatchConflict: Error, Hashable, Sendable {
    /// What stands in the way, as a plain sentence.
    public let message: String
}

/// Which inputs a batch reads and what it writes, settled before the first write.
public struct BatchPlan: Sendable {
    /// A file to write.
    public struct Output: Hashable, Sendable {
        /// Its format.
        public let format: ReportFormat
        /// Its path.
        public let path: String
    }

    /// An input, and by its number in ``formats`` what is made of it.
    private struct Item: Sendable {
        let input: InputList.Entry
        let formats: UInt8
    }

    /// The folder of the outputs.
    public let folder: String
    /// Whether a receipt is written beside each output.
    public let hasReceipts: Bool
    /// Whether each record is written to a file of its own, in a folder with the name of its input.
    public let isSplit: Bool
    private var items: [Item] = []
    private var formats: [[ReportFormat]] = []

    /// How many inputs there are.
    public var count: Int { items.count }

    /// Plans a batch.
    ///
    /// - Parameters:
    ///   - formats: what is made of each input; where empty, JSON of native XML and XML of everything else.
    ///   - from: the format of all inputs, or nil where it is to be detected.
    ///   - folder: where the outputs go; each input keeps its folders below it.
    ///   - hasReceipts: whether a receipt is written beside each output.
    ///   - isSplit: whether each record is written to a file of its own.
    /// - Throws: what would make one file of two.
    public init(
        _ inputs: [InputList.Entry], to formats: [ReportFormat], from: ReportFormat? = nil,
        folder: String, hasReceipts: Bool = false, isSplit: Bool = false
    ) throws(BatchConflict) {
        try self.init(
            inputs, to: formats, from: from, folder: folder, hasReceipts: hasReceipts, isSplit: isSplit,
            names: FileNames(in: folder))
    }

    /// Plans a batch for a file system of which it is known when two names are one.
    init(
        _ inputs: [InputList.Entry], to formats: [ReportFormat], from: ReportFormat? = nil,
        folder: String, hasReceipts: Bool = false, isSplit: Bool = false, names: FileNames
    ) throws(BatchConflict) {
        self.folder = folder
        self.hasReceipts = hasReceipts
        self.isSplit = isSplit
        items.reserveCapacity(inputs.count)
        for input in inputs {
            let formats = formats.isEmpty ? [Self.defaultTarget(of: input.path, from)] : formats
            let number = self.formats.firstIndex(of: formats) ?? self.formats.count
            if number == self.formats.count { self.formats.append(formats) }
            items.append(Item(input: input, formats: UInt8(truncatingIfNeeded: number)))
        }
        try refuseSharedOutputs(names)
        try refuseOverwrittenInputs()
    }

    /// The path of an input.
    public func input(_ index: Int) -> String { items[index].input.path }

    /// The path of an input as people are shown it.
    private func shown(_ index: Int) -> String { FilePath.shown(input(index)) }

    /// What is made of an input.
    func formats(_ index: Int) -> [ReportFormat] { formats[Int(items[index].formats)] }

    /// The folder for the records of an input, where each is a file of its own.
    func recordFolder(_ index: Int) -> String {
        Self.path(folder, OutputName.folderPath(for: items[index].input.name))
    }

    /// What is written of an input as a whole.
    public func outputs(_ index: Int) -> [Output] {
        let name = items[index].input.name
        return formats(index).map { format in
            Output(format: format, path: Self.path(folder, OutputName.path(for: name, as: format)))
        }
    }

    /// The name of an input below the folder that was given.
    public func name(_ index: Int) -> String { items[index].input.name }

    /// The paths of all files that are written of an input; where they are its records, that of their folder.
    public func paths(_ index: Int) -> [String] {
        if isSplit { return [recordFolder(index)] }
        return outputs(index).flatMap { hasReceipts ? [$0.path, $0.path + Receipt.suffix] : [$0.path] }
    }

    /// The folders that outputs are written to, each once, in the order of their bytes.
    public var folders: [String] {
        var folders: Set<String> = []
        for item in items {
            let name = item.input.name
            let below = name.utf8.dropLast(OutputName.baseName(name).utf8.count)
            folders.insert(Self.path(folder, String(Substring(below.dropLast()))))
        }
        return folders.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func path(_ folder: String, _ name: String) -> String {
        if name.isEmpty { return folder }
        return folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
    }

    /// What is made of an input where nobody says it: looks at the file's start only.
    private static func defaultTarget(of path: String, _ from: ReportFormat?) -> ReportFormat {
        let format = from ?? ReportFormat.detect(InputFile(name: path, bytes: InputFile.start(of: path)))
        return format == .xml ? .json : .xml
    }

    // MARK: - Conflicts

    private func refuseSharedOutputs(_ names: FileNames) throws(BatchConflict) {
        var owners: [FileNames.Key: Int32] = [:]
        owners.reserveCapacity(items.count)
        for index in items.indices {
            for path in paths(index) {
                let owner = owners.updateValue(Int32(truncatingIfNeeded: index), forKey: names.key(path))
                guard let owner else { continue }
                let twin = paths(Int(owner)).first { names.key($0) == names.key(path) }
                let isSame = twin.map { $0.utf8.elementsEqual(path.utf8) } ?? true
                throw BatchConflict(
                    message: owner == index
                        ? "\(shown(index)): two of its outputs would be written to \(FilePath.shown(path))."
                        : "\(shown(Int(owner))) and \(shown(index)): both would be written to \(FilePath.shown(path))"
                            + (isSame ? "." : ", which is one name to the file system of the folder."))
            }
        }
    }

    private func refuseOverwrittenInputs() throws(BatchConflict) {
        // Files are the same where their numbers are, whatever their paths say.
        var inputs: Set<FileNumber>?
        for index in items.indices {
            for path in try existingPaths(index) {
                guard let number = FileNumber(path) else { continue }
                let all = inputs ?? Set(items.compactMap { FileNumber($0.input.path) })
                inputs = all
                if all.contains(number) {
                    throw BatchConflict(
                        message:
                            "\(FilePath.shown(path)): this output of \(shown(index)) would be written over an input."
                    )
                }
            }
        }
    }
}

extension BatchPlan {
    /// The paths that outputs of an input may replace: of a folder of records, all that is in it.
    private func existingPaths(_ index: Int) throws(BatchConflict) -> [String] {
        let paths = paths(index)
        guard isSplit, FilePath.status(paths[0]).map({ $0.st_mode & S_IFMT }) == S_IFDIR else { return paths }
        do throws(InputError) {
            return paths + (try InputList.names(in: paths[0]).map { paths[0] + "/" + $0 })
        } catch {
            throw BatchConflict(message: error.finding.line)
        }
    }
}

/// What identifies a file that exists, whatever its path.
private struct FileNumber: Hashable {
    private let device: dev_t
    private let inode: ino_t

    init?(_ path: String) {
        guard let status = FilePath.status(path) else { return nil }
        device = status.st_dev
        inode = status.st_ino
    }
}

/// When two names are one to a file system.
struct FileNames {
    /// Whether upper and lower case, and composed and decomposed letters, are the same.
    let areFolded: Bool

    init(areFolded: Bool) {
        self.areFolded = areFolded
    }

    /// Looks, without writing, whether the file system of a folder, which need not exist yet, takes another case for
    /// the same name: by the name of the folder itself, or of the nearest one above it that exists and has letters.
    init(in folder: String) {
        var path = Substring(folder)
        while path.utf8.last == UInt8(ascii: "/"), path.utf8.count > 1 { path.removeLast() }
        while !path.isEmpty {
            let name = OutputName.baseName(String(path))
            let other = name == name.uppercased() ? name.lowercased() : name.uppercased()
            let above = path.utf8.dropLast(name.utf8.count)
            if other != name, let number = FileNumber(String(path)) {
                areFolded = FileNumber(String(Substring(above)) + other) == number
                return
            }
            path = Substring(above.dropLast())
        }
        areFolded = false
    }

    /// What is equal for names that are one.
    enum Key: Hashable {
        /// A name that is itself alone.
        case exact([UInt8])
        /// A name without its case; strings are equal where they are canonically equivalent (Unicode, 3.7).
        case folded(String)
    }

    /// What identifies a path.
    func key(_ path: String) -> Key {
        areFolded ? .folded(path.uppercased().lowercased()) : .exact(Array(path.utf8))
    }
}
