/// Reads a small JSON file of settings, with errors that name their place.
struct SettingsReader {
    private let file: InputFile
    private let code: FindingCode

    init(_ file: InputFile, code: FindingCode) {
        self.file = file
        self.code = code
    }

    /// The object that the file is.
    ///
    /// - Throws: an error where the file is not JSON, or not an object.
    func root() throws(InputError) -> JSONNode {
        let root: JSONNode
        do throws(JSONSyntaxError) {
            root = try JSONDocument(file.bytes).root
        } catch {
            throw InputError(Finding(error, file, TextIndex(file.bytes)))
        }
        guard root.kind == .object else { throw error("An object was expected.", at: root) }
        return root
    }

    /// An error about a value.
    func error(_ message: String, at node: JSONNode) -> InputError {
        InputError(
            Finding(
                code, message: message,
                place: Place(
                    file: file.name, range: TextIndex(file.bytes).range(node.range), jsonPointer: node.pointer
                )))
    }
}
