"""CIViC's items of the model's own tests as the knowledge of a node: imported, looked at and in force."""
import hashlib
import re
import subprocess
from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "Tests" / "KnowledgeModelTests" / "Fixtures" / "civic-evidence.jsonl"
VERSION = hashlib.sha256(FILE.read_bytes()).hexdigest()[:12]


def adopt_knowledge(country, node, persona):
    """Before the nodes run. Nothing where a version waits or is in force already."""

    def run(*words):
        command = [country.samsyn, "knowledge", *words, "--config", f"{node}.yaml", "--as", persona]
        return subprocess.run(command, cwd=country.place, check=True, capture_output=True, text=True).stdout

    if VERSION in run("list"):
        return
    run("import", "civic/evidence", str(FILE), "--release", "2026-04-25")
    seen = re.search(r"^Seen: (\w+)$", run("difference", VERSION), re.M)[1]
    run("adopt", VERSION, "--seen", seen)
