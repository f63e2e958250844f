internal import ArgumentParser
internal import MeetingReports

/// What Akoma Ntoso asks for and a record does not say: by flags, else by the configuration file.
struct AKNArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The issuing body's code in the IRIs. Default: by the setting akomaNtoso.actors, else made of its printed name.",
            valueName: "code"))
    var aknActor: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "What stands for the symbol in the IRIs of a report without one. Default: its id, else its title.",
            valueName: "slug"))
    var aknNumber: String?

    func validate() throws {
        for value in [aknActor, aknNumber].compactMap(\.self)
        where !value.utf8.contains(where: { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) })
        {
            throw ValidationError("--akn-actor and --akn-number take codes of letters and digits.")
        }
    }

    /// The format with its options.
    ///
    /// - Parameter targets: The formats asked for; the configuration is only read where Akoma Ntoso may be written.
    /// - Throws: ``ExitStatus/usage`` after a message where the configuration cannot be used.
    func resolve(_ targets: [ReportFormat]) throws(ExitStatus) -> ReportFormat {
        guard targets.isEmpty || targets.contains(.akn) else { return .akn }
        do throws(InputError) {
            var options = try Configuration(foundFrom: ".").akomaNtoso
            if let aknActor { options.actor = aknActor }
            if let aknNumber { options.number = aknNumber }
            return .akomaNtoso(options)
        } catch {
            Console.report(FindingText().text([error.finding]))
            throw .usage
        }
    }
}
