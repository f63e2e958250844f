#!/usr/bin/env python3
"""Does `validate --syntax` say of JSON, XML and UTF-8 what the standards say? Prints what it does not; exit 1 if anything.

  syntax.py --rapporteur PATH [--count 4000] [--seed 1]

JSON: random changes of a few texts, judged by Python's reader made as strict as RFC 8259 with RFC 7493 (no key twice, no lone surrogate).
XML: documents written by hand from the productions of XML 1.0 (fifth edition) and Namespaces in XML 1.0, in xml_cases.py.
UTF-8: sequences around every border of RFC 3629, in a text, in JSON and in XML; of an invalid one the first byte must be named.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

from xml_cases import MALFORMED, WELL_FORMED

SEEDS = [
    rb'{"a":[1,-0.5e+10,true,false,null,"x\u00e9\n\"\\\/\b\f\r\t"],"b":{"c":{},"d":[]},"\ud834\udd1e":"\u20ac"}',
    b"[0,-0,1e5,1E-5,1.25,-1.0e+2]",
    '["\u00e9\u20ac\U0001f600\u2028\x7f"]'.encode(),
    b' \t\r\n[ 1 , "a" , { "k" : "v" } ] \n',
    b'"x"',
    b"-1.5",
    b"null",
    b'{"":{"":[[[["deep"]]]]}}',
    rb'["\uD83D\uDE00", "\u0000"]',
]
BYTES = [
    b"\x00",
    b"\x1f",
    b"\x7f",
    b"\x80",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xef\xbf\xbe",
    b"\xc2\xa0",
    b"\xef\xbb\xbf",
]
BYTES += [b"\xff", b"\xfe", b"\xf0\x9f\x98", b"\xe0\x80\xaf", b"\xe1\x80", b"\x0b", b"\x0c", "\u0663".encode(), "\uff11".encode()]
WORDS = b', : [ ] { } " \\ \\u \\ud800 \\udc00 0 1 - + . e E true nul NaN Infinity // /*x*/ \' # "a":1 ,"a":2 0x1 1_0'.split()
FRAGMENTS = BYTES + WORDS + [b" ", b"\n", b"\r", b"\t"]


def is_json(data):
    """Whether bytes are strict JSON; a byte order mark is allowed (RFC 8259, section 8.1)."""

    def refused(word):
        raise ValueError(word)

    def pairs(members):
        keys = [check(key) for key, _ in members]
        if len(keys) != len(set(keys)):
            raise ValueError("a key twice")
        return [check(value) for _, value in members]

    def check(value):
        if isinstance(value, str):
            value.encode()  # a lone surrogate has no bytes
        elif isinstance(value, list):
            for element in value:
                check(element)
        return value

    decoder = json.JSONDecoder(parse_constant=refused, object_pairs_hook=pairs, parse_int=len, parse_float=len)
    try:
        check(decoder.decode(data.decode().removeprefix("\ufeff")))
    except (ValueError, RecursionError):
        return False
    return True


def is_utf8(data):
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def changed(random, data):
    data = bytearray(data)
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        place = random.randrange(len(data) + 1)
        step = random.randrange(5)
        if step == 0:
            data[place:place] = random.choice(FRAGMENTS)
        elif step == 1:
            del data[place : place + random.randint(1, 3)]
        elif step == 2:
            data[place : place + 1] = random.choice(FRAGMENTS)
        elif step == 3:
            other = random.randrange(len(data) + 1)
            data[place:place] = data[min(place, other) : max(place, other)]
        elif data:
            data[min(place, len(data) - 1)] ^= 1 << random.randrange(8)
    return bytes(data)


def sequences():
    """Bytes on both sides of each border: leads, continuations, overlong forms, surrogates, the last code point."""
    yield from (bytes([a]) for a in range(0x80, 0x100))
    tails = [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
    yield from (bytes([a, b]) for a in range(0xC0, 0x100) for b in tails)
    yield from (bytes([a, b, c]) for a in range(0xE0, 0x100) for b in tails[2:10] for c in (0x41, 0x7F, 0x80, 0xBF, 0xC0))
    last = [0x7F, 0x80, 0xBF, 0xC0]
    yield from (bytes([a, b, c, d]) for a in range(0xF0, 0xF6) for b in tails[2:10] for c in last for d in last)


def ask(tool, cases, format):
    """What the tool says of each input."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for index, data in enumerate(cases):
            path = Path(folder, f"{index:05}")
            path.write_bytes(data)
            names.append(str(path))
        command = [tool, "validate", "--syntax", "--from", format, "--report", "jsonl", "--files0-from", "-"]
        run = subprocess.run(command, input="\0".join(names).encode(), capture_output=True, check=False)
    results = [json.loads(line) for line in run.stdout.split(b"\n") if line]
    results = {r["file"]: r for r in results if "verdict" in r}
    return [results.get(name, {"verdict": None, "findings": []}) for name in names]


def compare(tool, format, cases):
    """The cases, as pairs of verdict and bytes, of which the tool says something else."""
    for (good, data), result in zip(cases, ask(tool, [data for _, data in cases], format)):
        finding = result["findings"][0] if result["findings"] else {}
        if result["verdict"] not in (
            ["valid", "needs review"] if good and format == "text" else ["valid"] if good else ["invalid"]
        ):
            yield f"{format}: {data[:80]!r} is {'good' if good else 'bad'}, and {result['verdict']}: {finding.get('message')}"
        elif not good and "start" not in finding:
            yield f"{format}: {data[:80]!r}: a finding without a place"
        elif not good and not is_utf8(data) and finding["code"].endswith("invalid-utf8"):
            try:
                data.decode()
            except UnicodeDecodeError as error:
                if finding["start"]["offset"] != error.start or f"{data[error.start]:02X}" not in finding["message"].upper():
                    yield f"{format}: {data[:80]!r}: byte {error.start}, not {finding['start']['offset']}: {finding['message']}"


def is_xml_text(data):
    return is_utf8(data) and all(
        c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c >= "\U00010000" for c in data.decode()
    )


def faults(arguments):
    random = Random(arguments.seed)
    changes = [changed(random, random.choice(SEEDS)) for _ in range(arguments.count)]
    yield from compare(arguments.rapporteur, "json", [(is_json(data), data) for data in changes])
    cases = [(True, data) for data in WELL_FORMED] + [(False, data) for data in MALFORMED]
    yield from compare(arguments.rapporteur, "xml", cases)
    parts = list(sequences())
    forms = [
        ("json", b'["a ', b' b"]', lambda part: is_utf8(part) and min(part) >= 0x20),
        ("xml", b"<a>x ", b" y</a>", is_xml_text),
        ("text", b"Report of the meeting ", b" held.\n", is_utf8),
    ]
    for format, before, after, judge in forms:
        judged = [(judge(part), before + part + after) for part in parts if format != "text" or 0 not in part]
        yield from compare(arguments.rapporteur, format, judged)
    print(f"{len(changes)} changes of JSON, {len(cases)} documents in XML, {len(parts)} sequences of bytes in three formats")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rapporteur", required=True, metavar="PATH", help="the tool")
    parser.add_argument("--count", type=int, default=4000, help="how many changes of JSON to make")
    parser.add_argument("--seed", default="1", help="any word; the same seed makes the same changes")
    found = list(faults(parser.parse_args()))
    print("\n".join(found) if found else "every verdict right")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
