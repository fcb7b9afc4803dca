"""Validates Beacon responses against the published JSON schemas.

Usage: validate_beacon.py SCHEMAS RESPONSES

SCHEMAS is the folder of beacon-v2 (framework/json, bin/deref_schemas). RESPONSES is a file with one JSON object a line: name, form (a schema of
framework/json/responses), entryType (whose entries are in it; may be null), isBroken (the schemas have to refuse it) and body. Prints a line for
every response that does not come out as it should, and how many were validated. Ends with 1 if there was one, else 0.
"""

import gzip
import json
import pathlib
import sys
from urllib.parse import unquote, urlparse

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

root = pathlib.Path(sys.argv[1]).resolve()
FOLDERS = {
    "individual": "individuals", "biosample": "biosamples", "run": "runs", "analysis": "analyses",
    "genomicVariant": "genomicVariations", "dataset": "datasets", "cohort": "cohorts",
}


def retrieve(uri):
    path = pathlib.Path(unquote(urlparse(uri).path))
    return Resource.from_contents(json.loads(path.read_text()), default_specification=DRAFT202012)


registry = Registry(retrieve=retrieve)
forms, entities = {}, {}


def form_validator(form):
    if form not in forms:
        uri = (root / "framework/json/responses" / (form + ".json")).as_uri()
        forms[form] = Draft202012Validator({"$ref": uri}, registry=registry)
    return forms[form]


def entity_validator(entity):
    if entity not in entities:
        path = root / "bin/deref_schemas" / FOLDERS[entity] / "defaultSchema.json"
        text = path.read_text() if path.exists() else gzip.open(str(path) + ".gz", "rt").read()
        entities[entity] = Draft202012Validator(json.loads(text))
    return entities[entity]


def faults(response):
    body, entity = response["body"], response.get("entryType")
    for error in form_validator(response["form"]).iter_errors(body):
        yield f"{error.json_path}: {error.message[:200]}"
    if entity is None:
        return
    content = body.get("response") or {}
    entries = [e for s in content.get("resultSets", []) for e in s["results"]] + content.get("collections", [])
    for entry in entries:
        for error in entity_validator(entity).iter_errors(entry):
            yield f"{entity} {error.json_path}: {error.message[:200]}"
    response["entries"] = len(entries)


def main():
    wrong, entries, count = 0, 0, 0
    for line in open(sys.argv[2]):
        response = json.loads(line)
        found = list(faults(response))
        count += 1
        entries += response.get("entries", 0)
        if response.get("isBroken"):
            if not found:
                wrong += 1
                print(f"{response['name']}: was accepted although it is broken")
        elif found:
            wrong += 1
            print(f"{response['name']} ({response['form']}): " + "; ".join(found[:3]))
    print(f"validated {count} responses with {entries} entries")
    return 1 if wrong else 0


sys.exit(main())
