"""Submissions whose every free text would be a script if a page took it for markup. Sent to a region before its node starts."""
from dataclasses import dataclass

import hostile
from submission import SAMPLE, Submission, unused_identity


@dataclass(frozen=True)
class Hostile:
    name: str
    identity: str
    # sub-…
    submission: str
    pseudonym: str | None


def _member_names(submission):
    """Names and values that the manifest may not have: what is wrong is said with the name."""
    submission.manifest[hostile.MARKUP] = hostile.MARKUP
    submission.manifest["kind"] = hostile.MARKUP
    submission.manifest["people"][0]["diagnoses"][0] = {"code": "ORPHA:" + hostile.MARKUP[:50], "version": "2025-07"}


def _file_name(submission):
    submission.calls_name = hostile.MARKUP.replace("/", "") + ".vcf.gz"


def _free_texts(submission):
    submission.manifest["specimens"][0]["biobankReference"] = hostile.MARKUP
    submission.manifest["callSets"][0]["metrics"][0]["unit"] = hostile.MARKUP[:32]


def _sample(submission):
    name = hostile.MARKUP.replace(" ", "_")
    submission.calls = submission.calls.replace(SAMPLE, name)
    submission.manifest["callSets"][0]["sample"] = name


def _calls(submission):
    header = '##contig=<ID=4,length=190214555,assembly="><xss-found>>\n##INFO=<ID=<xss-found>,Number=1,Type=String,Description="' + hostile.MARKUP.replace('"', "") + '">'
    submission.calls = submission.calls.replace("##contig=<ID=4,length=190214555,assembly=GRCh38>", header)
    submission.calls = submission.calls.replace("GENE=FGFR3", "GENE=<xss-found>").replace("4\t1801844\t.", "4\t1801844\t<xss-found>")
    submission.calls += "4\t1801850\t.\tC\t<script>alert(1)</script>\t.\tPASS\tGENE=<xss-found>\tGT\t0/1\n"


KINDS = {"member-names": _member_names, "file-name": _file_name, "free-texts": _free_texts, "sample": _sample, "calls": _calls}


def submit_hostile(country, region, clinician, place):
    """Sends one of each kind, and puts a care relation on record so that the person's page can be opened. None has the story's variant."""
    sent = []
    for number, (name, change) in enumerate(KINDS.items()):
        submission = Submission(place / f"hostile-{name}", f"HOSTILE-{name}", unused_identity(country, 20 + number))
        submission.calls = submission.calls.replace("\tC\tG\t", "\tC\tT\t")
        change(submission)
        submission.write(calls_name=submission.calls_name)
        code, text = country.ask("intake", "submit", "--data", "data", "--region", region, str(submission.folder / "manifest.json"))
        receipt = text.split("sub-")[1][:16]
        pseudonym = None
        if code == 0:
            pseudonym = country.run("person", "pseudonym", "--data", "data", "--region", region, text=submission.identity).strip()
            country.run("person", "care", "--data", "data", "--region", region, pseudonym, "--as", clinician, "--from", "2025-01-01")
        sent.append(Hostile(name, submission.identity, "sub-" + receipt, pseudonym))
    return sent
