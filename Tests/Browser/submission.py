"""Submissions of a laboratory as folders: made from the example of a panel, whose one call is the variant of the demonstration's story."""
import gzip
import hashlib
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "Examples" / "submissions" / "panel"
SAMPLE = "FGFR3__PMID_26740388_PMID_26740388"


def unused_identity(country, skip=0):
    """One of the tax agency's test numbers that nobody in the demonstration has; a woman's."""
    taken = {person.get("identityNumber") for path in country.place.glob("made/submissions/*/*/manifest.json")
             for person in json.loads(path.read_text()).get("people", [])}
    numbers = (ROOT / "Examples" / "sweden" / "test-identity-numbers.txt").read_text().split()
    free = [number for number in numbers if number not in taken and int(number[-2]) % 2 == 0 and number[4:8] < "1232" and number < "2000"]
    return free[-1 - skip]


class Submission:
    """A folder with a manifest and its files; what is changed is written by `write`."""

    def __init__(self, folder, case, identity, sample=SAMPLE):
        self.folder, self.identity, self.calls_name = Path(folder), identity, "case.vcf.gz"
        self.manifest = json.loads((EXAMPLE / "manifest.json").read_text())
        self.calls = gzip.decompress((EXAMPLE / "case.vcf.gz").read_bytes()).decode().replace(SAMPLE, sample)
        self.targets = (EXAMPLE / "rare-disease-panel.bed").read_text()
        manifest = self.manifest
        manifest["case"] = case
        person = manifest["people"][0]
        person.update(identityNumber=identity, sex="female", birth=f"{identity[:4]}-{identity[4:6]}")
        for diagnosis in person["diagnoses"]:
            diagnosis.pop("onset", None)
        manifest["specimens"][0]["name"] = f"{case}-B"
        manifest["callSets"][0].update(name=f"{case}-G", specimen=f"{case}-B", sample=sample)

    def write(self, calls_name="case.vcf.gz", wrong_checksum=False):
        """Writes the folder; its files, the manifest last."""
        self.folder.mkdir(parents=True, exist_ok=True)
        files = {calls_name: gzip.compress(self.calls.encode(), mtime=0), "rare-disease-panel.bed": self.targets.encode()}
        roles = {calls_name: "variants", "rare-disease-panel.bed": "targets"}
        self.manifest["files"] = [
            {"name": name, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data), "role": roles[name]} for name, data in files.items()]
        if wrong_checksum:
            self.manifest["files"][0]["sha256"] = "0" * 64
        self.manifest["callSets"][0]["file"] = calls_name
        for name, data in files.items():
            (self.folder / name).write_bytes(data)
        (self.folder / "manifest.json").write_text(json.dumps(self.manifest, ensure_ascii=False, indent=2))
        return self

    @property
    def paths(self):
        return [str(self.folder / entry["name"]) for entry in self.manifest["files"]] + [str(self.folder / "manifest.json")]
