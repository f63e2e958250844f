internal import CLibXML2

/// Process-wide set-up of libxml2, and its versions.
package enum LibXML {
    /// Initialises libxml2 once; every entry point of this module reads it first.
    ///
    /// libxml2 2.9 fills global tables on first use, and races when two threads come first at the same time.
    /// A `static let` runs once, whoever is first. From then on nothing is loaded from outside but what
    /// ``ExternalDocuments`` serves, and no catalog is asked.
    static let bootstrap: Void = {
        shim_disableCatalogs()
        xmlInitParser()
        xmlSchemaInitTypes()
        xmlSetExternalEntityLoader(loadExternalEntity)
    }()

    /// The version of libxml2 found at run time, such as "2.9.14".
    package static var runtimeVersion: String {
        dotted(String(cString: shim_runtimeVersion()))
    }

    /// The version of libxml2's headers that this was compiled with, such as "2.9.14".
    package static var headerVersion: String { LIBXML_DOTTED_VERSION }

    /// Spells "20914", with whatever follows the digits, as "2.9.14".
    static func dotted(_ version: String) -> String {
        guard let number = Int(version.prefix { $0.isASCII && $0.isNumber }) else { return version }
        return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
    }
}
