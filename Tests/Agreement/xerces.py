"""Xerces, the validator of Java, as a second engine; where it is installed (Debian: default-jdk-headless, libxerces2-java)."""

import shutil
import subprocess
from pathlib import Path

LIBRARY = Path("/usr/share/java/xercesImpl.jar")
PROGRAM = Path(__file__).resolve().parent / "Xerces.java"


def is_installed():
    """A JDK is needed, not only Java: the program is compiled when it starts."""
    return LIBRARY.exists() and shutil.which("java") is not None and shutil.which("javac") is not None


class Xerces:
    """One process for any number of files."""

    def __init__(self):
        command = ["java", "-Dfile.encoding=UTF-8", "-cp", str(LIBRARY), str(PROGRAM)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")

    def ask(self, schema, file):
        """What Xerces says of a file: `valid`, `invalid` with the first error, or `unusable` with that of the schema."""
        self.process.stdin.write(f"{schema}\t{file}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().rstrip("\n")
        if not answer:
            raise RuntimeError("Xerces ended without an answer")
        return answer
