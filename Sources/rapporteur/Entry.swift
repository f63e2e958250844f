internal import Glibc
internal import RapporteurCLI

@main enum Entry {
    static func main() { exit(Rapporteur.run(ProcessArguments.all)) }
}
