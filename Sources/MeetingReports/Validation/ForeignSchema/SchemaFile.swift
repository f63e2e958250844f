internal import Glibc
internal import LibXML

/// An XML document that a schema is put together from, or a catalog: well-formed, and known to be a file.
struct SchemaFile: Sendable {
    /// The absolute path without links; for standard input that of a file "-" in the working folder.
    let path: String
    /// The file's bytes, under the name that findings give it.
    let file: InputFile
    /// The document as it is parsed.
    let source: XMLSource
    /// The lines of the document.
    let index: TextIndex

    /// The URI of the document, the base of the references in it.
    var uri: URIReference { URIReference(filePath: path) }

    /// Reads a file and checks that it is well-formed XML without a DOCTYPE.
    init(path: String, name: String) throws(SchemaError) {
        do throws(InputError) {
            var file = try InputFile(path: path)
            file.name = name
            self.file = file
        } catch {
            throw SchemaError(error.at(file: name).finding)
        }
        let errors = ReportFormat.xml.checkSyntax(file).filter { $0.severity == .error }
        guard errors.isEmpty else { throw SchemaError(errors, in: [file]) }
        do throws(XMLRefusal) {
            source = try XMLSource(file.bytes)
        } catch {
            throw SchemaError(Finding(error, file), in: [file])
        }
        self.path = Self.realPath(of: path) ?? (Self.realPath(of: ".") ?? "") + "/-"
        index = TextIndex(source.utf8)
    }

    /// Tells a handler what is in the document.
    func parse(_ vocabulary: XMLVocabulary, _ handler: any XMLEventHandler) {
        _ = XMLStreamParser(vocabulary: vocabulary).parse(source, handler: handler)
    }

    /// A place in the document.
    func place(_ offsets: Range<Int>) -> Place {
        Place(file: file.name, range: index.range(offsets))
    }

    /// The absolute path of a file with all links followed, or nil where there is no such file.
    static func realPath(of path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// Whether a path is that of a regular file: reading from anything else might never end.
    static func isRegular(_ path: String) -> Bool { mode(path).map { $0 & S_IFMT == S_IFREG } ?? false }

    /// Whether a path is that of a folder.
    static func isFolder(_ path: String) -> Bool { mode(path).map { $0 & S_IFMT == S_IFDIR } ?? false }

    private static func mode(_ path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode : nil
    }
}

/// A folder whose files a schema may name, with all that is below it.
struct SchemaFolder: Hashable, Sendable {
    /// The absolute path without links, with a "/" at the end.
    let path: String

    /// The folder of that path, or nil where there is none.
    init?(_ path: String) {
        guard let real = SchemaFile.realPath(of: path) else { return nil }
        self.path = real.utf8.last == UInt8(ascii: "/") ? real : real + "/"
    }

    /// The folder that a file is in.
    init?(of file: String) {
        let end = file.utf8.lastIndex(of: UInt8(ascii: "/"))
        self.init(end.map { String(file[...$0]) } ?? ".")
    }

    /// Whether an absolute path without dots is below this folder.
    func contains(_ file: String) -> Bool { file.utf8.starts(with: path.utf8) }
}
