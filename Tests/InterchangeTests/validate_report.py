"""Validates the forms in which a report is given out, with implementations that are not ours.

Usage: validate_report.py fhir BUNDLE | phenopacket PHENOPACKET SCHEMAS | register MESSAGE SCHEMA

Prints what is wrong, and ends with 1 where something is.
"""

import json
import pathlib
import sys


def fhir(path):
    from fhir.resources.bundle import Bundle

    bundle = Bundle.parse_file(path)
    names = {entry.fullUrl for entry in bundle.entry}
    assert len(names) == len(bundle.entry), "a name is used twice"

    def references(value):
        if isinstance(value, dict):
            if isinstance(value.get("reference"), str):
                yield value["reference"]
            for part in value.values():
                yield from references(part)
        elif isinstance(value, list):
            for part in value:
                yield from references(part)

    lost = set(references(json.loads(pathlib.Path(path).read_text()))) - names
    assert not lost, f"nothing is called {sorted(lost)}"
    print(len(bundle.entry))


def phenopacket(path, schemas):
    from jsonschema import Draft201909Validator
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT201909

    root = pathlib.Path(schemas)

    def retrieve(uri):
        name = uri.split("/jsonschema/", 1)[1]
        return Resource.from_contents(json.loads((root / name).read_text()), default_specification=DRAFT201909)

    schema = json.loads((root / "v2/phenopacket-schema.json").read_text())
    validator = Draft201909Validator(schema, registry=Registry(retrieve=retrieve))
    finish(validator, path)


def register(path, schema):
    from jsonschema import Draft202012Validator

    finish(Draft202012Validator(json.loads(pathlib.Path(schema).read_text())), path)


def finish(validator, path):
    faults = list(validator.iter_errors(json.loads(pathlib.Path(path).read_text())))
    for fault in faults:
        print("/".join(map(str, fault.absolute_path)), fault.message[:300])
    sys.exit(1 if faults else 0)


{"fhir": fhir, "phenopacket": phenopacket, "register": register}[sys.argv[1]](*sys.argv[2:])
