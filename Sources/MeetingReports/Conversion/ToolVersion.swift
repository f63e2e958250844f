internal import LibXML

/// The version of this tool and of what it stands on.
public struct ToolVersion: Sendable {
    /// The tool's own version, by the rules of Semantic Versioning.
    public let version: String
    /// The version of libxml2 that is loaded.
    public let libxml2: String
    /// The version of libxml2 that the tool was compiled with.
    public let libxml2Headers: String

    /// The version of the running tool.
    public static let current = ToolVersion(
        version: "0.1.0", libxml2: LibXML.runtimeVersion, libxml2Headers: LibXML.headerVersion)

    /// One line for people.
    public var text: String { "rapporteur \(version) (libxml2 \(libxml2))\n" }

    /// For machines: the versions, and the schemas' digests.
    public var json: [UInt8] {
        var output = JSONOutput(.indented)
        output.tool(self)
        output.lineFeed()
        return output.bytes
    }
}
