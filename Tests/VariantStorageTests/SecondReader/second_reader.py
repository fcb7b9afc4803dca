#!/usr/bin/env python3
"""A second reader of the store, written from docs/store-format.md alone, with nothing but Python's own library.

    second_reader.py INDEX [events]

prints a line for each variant that a live call set says anything of, in the order of the store:
contig, position, REF, ALT, ac, an, het, hom, hemi, reference, failed, noCall, notCovered, cohort, and the carriers as
name:state:fraction bits, sorted by name. With "events" a line for each structural event that a live call set carries, in the order of the
store: kind, class, then contig, position, lower and upper end of either breakpoint, length, copies' bits, genes, carriers. Slow and plain on purpose: it is there to prove the page, not to be used.
"""

import os
import struct
import sys

M64 = (1 << 64) - 1
M32 = (1 << 32) - 1
CONTIGS = [str(n) for n in range(1, 23)] + ["X", "Y", "MT"]
CARRIERS = range(4, 10)
PSEUDO_AUTOSOMAL = {
    ("GRCh37", 23): [(60001, 2699520), (154931044, 155260560)],
    ("GRCh37", 24): [(10001, 2649520), (59034050, 59363566)],
    ("GRCh38", 23): [(10001, 2781479), (155701383, 156030895)],
    ("GRCh38", 24): [(10001, 2781479), (56887903, 57217415)],
}


class Damaged(Exception):
    pass


def need(condition, what):
    if not condition:
        raise Damaged(what)


# XXH64, as the xxHash specification has it.

P1, P2, P3 = 0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9
P4, P5 = 0x85EBCA77C2B2AE63, 0x27D4EB2F165667C5


def rotl(value, bits, mask=M64, width=64):
    return ((value << bits) | (value >> (width - bits))) & mask


def lane_round(lane, word):
    return rotl((lane + word * P2) & M64, 31) * P1 & M64


def xxh64(data):
    at, size = 0, len(data)
    if size >= 32:
        lanes = [(P1 + P2) & M64, P2, 0, -P1 & M64]
        while at + 32 <= size:
            lanes = [lane_round(l, w) for l, w in zip(lanes, struct.unpack_from("<4Q", data, at))]
            at += 32
        value = sum(rotl(l, b) for l, b in zip(lanes, (1, 7, 12, 18))) & M64
        for l in lanes:
            value = ((value ^ lane_round(0, l)) * P1 + P4) & M64
    else:
        value = P5
    value = (value + size) & M64
    while at + 8 <= size:
        value = (rotl(value ^ lane_round(0, struct.unpack_from("<Q", data, at)[0]), 27) * P1 + P4) & M64
        at += 8
    if at + 4 <= size:
        value = (rotl(value ^ struct.unpack_from("<I", data, at)[0] * P1 & M64, 23) * P2 + P3) & M64
        at += 4
    for byte in data[at:]:
        value = rotl(value ^ byte * P5 & M64, 11) * P1 & M64
    value = (value ^ value >> 33) * P2 & M64
    value = (value ^ value >> 29) * P3 & M64
    return value ^ value >> 32


# Keys.


def mix(v, h):
    v = v * 0xCC9E2D51 & M32
    v = rotl(v, 15, M32, 32) * 0x1B873593 & M32
    return (rotl(h ^ v, 13, M32, 32) * 5 + 0xE6546B64) & M32


def letters(s):
    h = 0
    for start in range(0, len(s), 6):
        v = 0
        for i, letter in enumerate(s[start : start + 6]):
            v ^= (letter - 64) << (26 - 5 * i) & M32
        h = mix(v, h)
    return h


def hashed(ref, alt):
    h = mix(letters(alt), mix(3, letters(ref)))
    h = (h ^ h >> 16) * 0x85EBCA6B & M32
    h = (h ^ h >> 13) * 0xC2B2AE35 & M32
    h ^= h >> 16
    return h >> 1 | 1


def reversed_alleles(key):
    first, second = key >> 27 & 15, key >> 23 & 15
    need(first >= 1 and second >= 1 and first + second <= 11, "lengths that no key has")
    bases = bytes(b"ACGT"[key >> 21 - 2 * i & 3] for i in range(first + second))
    need(key & (1 << 23 - 2 * (first + second)) - 1 == 0, "unused bits of a key")
    return bases[:first], bases[first:]


# Files.


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        raise Damaged("a file that the manifest names is missing")


def manifest(directory):
    data = read(os.path.join(directory, "MANIFEST"))
    need(data.startswith(b"samsyn-index\t") and len(data) > 21, "no manifest")
    body, end = data[:-21], data[-21:]
    need(end == b"end\t%016x\n" % xxh64(body), "the manifest's checksum")
    lines = [line.split("\t") for line in body.decode("utf-8").split("\n")[:-1]]
    need(lines[0] in (["samsyn-index", "1"], ["samsyn-index", "2"]), "another version: %s" % lines[0][1])
    need(lines[1][0] == "assembly" and lines[1][1] in ("GRCh37", "GRCh38"), "assembly")
    rest = lines[2:]
    if rest[0][0] == "reference":
        rest = rest[1:]
    need(rest[0][0] == "next", "next")
    following = int(rest[0][1])
    need(1 <= following <= 1 << 53, "next")
    assays, segments, structural = {}, [], []
    for line in rest[1:]:
        if line[0] == "assay":
            _, number, targets, name = line
            need(int(number) not in assays, "an assay number twice")
            assays[int(number)] = None if targets == "genome" else targets
        else:
            kind, origin, number, length, checksum, erased = line
            known = kind == "segment" or (kind == "structural" and lines[0][1] == "2")
            need(known and origin in ("germline", "tumour") and int(number) < following, "segment line")
            ordinals = [] if erased == "-" else [int(o) for o in erased.split(",")]
            need(ordinals == sorted(set(ordinals)), "erased ordinals ascend")
            into = segments if kind == "segment" else structural
            into.append((origin, int(number), int(length), int(checksum, 16), ordinals))
    need(len({s[1] for s in segments + structural}) == len(segments + structural), "a segment number twice")
    need(lines[0][1] == "1" or structural, "version 2 without a structural segment")
    return lines[1][1], assays, segments, structural


def targets_file(directory, name):
    data = read(os.path.join(directory, "coverage", name + ".targets"))
    need("%016x" % xxh64(data) == name, "the checksum of targets")
    counts = struct.unpack_from("<25I", data)
    need(len(data) == 100 + 8 * sum(counts), "the length of targets")
    at, spans = 100, []
    for count in counts:
        mine = [struct.unpack_from("<2I", data, at + 8 * i) for i in range(count)]
        at += 8 * count
        need(all(1 <= f <= l for f, l in mine), "a span")
        need(all(a[1] < b[0] for a, b in zip(mine, mine[1:])), "spans ascend")
        spans.append(mine)
    return spans


class Row:
    """A varint reader inside one row."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        need(self.at + count <= len(self.data), "past the row's end")
        self.at += count
        return self.data[self.at - count : self.at]

    def varint(self):
        value = shift = 0
        while True:
            byte = self.take(1)[0]
            value |= (byte & 127) << shift
            if byte < 128:
                need(value <= M32, "a varint of more than 32 bits")
                return value
            shift += 7
            need(shift <= 28, "a varint of more than five bytes")


class Segment:
    magic = b"SAMSYNSG"

    def folder(self, origin):
        return origin

    def __init__(self, directory, assembly, assays, line):
        origin, number, length, checksum, self.erased = line
        data = self.data = read(os.path.join(directory, self.folder(origin), "%010d.segment" % number))
        need(len(data) == length and length >= 120 and length % 8 == 0, "the file's length")
        trailer = data[-112:]
        directory_at, table_at, blocks, variants, calls = struct.unpack_from("<5Q", trailer)
        self.count, longest = struct.unpack_from("<2I", trailer, 40)
        directory_sum, table_sum = struct.unpack_from("<2Q", trailer, 48)
        build, kind = struct.unpack_from("<2I", trailer, 64)
        need(data[:8] == trailer[96:104] == self.magic, "magic")
        need(struct.unpack_from("<I", trailer, 88)[0] == 1, "another version")
        seal = struct.unpack_from("<Q", trailer, 104)[0]
        need(xxh64(trailer[:104]) == seal == checksum, "the trailer's checksum")
        need(trailer[72:88] == bytes(16) and trailer[92:96] == bytes(4), "zeros of the trailer")
        need(assembly == "GRCh%d" % build and origin == {1: "germline", 2: "tumour"}.get(kind), "assembly or origin")
        need(8 <= directory_at <= table_at <= length - 112 and table_at - directory_at == 24 * blocks + 8, "places")
        self.has_fractions = kind == 2
        frame = data[directory_at:table_at]
        need(xxh64(frame) == directory_sum, "the directory's checksum")
        first_keys = struct.unpack_from("<%dQ" % blocks, frame)
        offsets = struct.unpack_from("<%dQ" % (blocks + 1), frame, 8 * blocks)
        sums = struct.unpack_from("<%dQ" % blocks, frame, 16 * blocks + 8)
        need(offsets[0] == 8 and offsets[-1] == directory_at, "offsets")
        need(all(a < b and b % 8 == 0 for a, b in zip(offsets, offsets[1:])), "offsets")
        table = data[table_at : length - 112]
        need(xxh64(table) == table_sum, "the table's checksum")
        self.call_sets(table, assays)
        need(all(o < self.count for o in self.erased), "erased ordinals")

        # Everything is read at once, in order: (key, REF, ALT) and the groups as lists of (state, ordinal, fraction bits).
        self.rows = []
        for index in range(blocks):
            block = data[offsets[index] : offsets[index + 1]]
            need(xxh64(block) == sums[index], "a block's checksum")
            rows = self.block(block)
            need(rows[0][0] == first_keys[index], "a block's first key")
            self.rows += rows
        names = [row[:-1] for row in self.rows]
        need(all(a < b for a, b in zip(names, names[1:])), "order of variants")
        need(len(self.rows) == variants, "variants in the trailer")
        need(sum(len(row[-1]) for row in self.rows) == calls, "calls in the trailer")
        need(self.longest() == longest, "the longest REF")
        for ordinal, (_, _, _, stored) in enumerate(self.people):
            need(sum(call[1] == ordinal for row in self.rows for call in row[-1]) == stored, "calls of a call set")

    def longest(self):
        return max([len(row[1]) for row in self.rows], default=0)

    def call_sets(self, table, assays):
        self.people, at = [], 0
        for _ in range(self.count):
            need(at + 14 <= len(table), "the table's length")
            assay, stored, sex, size = struct.unpack_from("<IQBB", table, at)
            need(assay in assays and sex in (1, 2, 3) and size >= 1 and at + 14 + size <= len(table), "a call set")
            self.people.append((table[at + 14 : at + 14 + size].decode("utf-8"), assay, sex, stored))
            at += 14 + size
        need(len(table) - at < 8 and table[at:] == bytes(len(table) - at), "zeros of the table")

    def block(self, data):
        count, payload_length = struct.unpack_from("<2I", data)
        need(1 <= count <= 128, "rows of a block")
        begin = 8 + 12 * count
        padding = data[begin + payload_length :]
        need(begin + payload_length <= len(data) and len(padding) < 8 and not any(padding), "a block's length")
        keys = struct.unpack_from("<%dQ" % count, data, 8)
        ends = struct.unpack_from("<%dI" % count, data, 8 + 8 * count)
        need(ends[-1] == payload_length and all(a < b for a, b in zip((0,) + ends, ends)), "ends of rows")
        rows, start = [], 0
        for key, end in zip(keys, ends):
            row = Row(data[begin + start : begin + end])
            start = end
            need(1 <= key >> 59 <= 25, "a contig")
            if key & 1:
                first, second = row.varint(), row.varint()
                need(first >= 1 and second >= 1, "an empty allele")
                ref, alt = row.take(first), row.take(second)
                need(set(ref + alt) <= set(b"ACGTN") and hashed(ref, alt) == key & 0x7FFFFFFF, "a hashed key")
            else:
                ref, alt = reversed_alleles(key & 0x7FFFFFFF)
            rows.append((key, ref, alt, self.groups(row)))
        return rows

    def groups(self, row):
        calls, last_state = [], 0
        while True:
            head = row.take(1)[0]
            state, form = head & 15, head >> 4 & 3
            need(head < 128 and last_state < state <= 9, "a state")
            last_state = state
            count = 1 if form == 0 else row.varint()
            need(1 <= count <= self.count, "a count")
            if form == 0:
                ordinals = [row.varint()]
            elif form == 1:
                ordinals = [row.varint()]
                for _ in range(count - 1):
                    ordinals.append(ordinals[-1] + row.varint() + 1)
            elif form == 2:
                bits = int.from_bytes(row.take((self.count + 7) // 8), "little")
                ordinals = [o for o in range(bits.bit_length()) if bits >> o & 1]
                need(len(ordinals) == count, "a bitmap's count")
            else:
                raise Damaged("a form")
            need(ordinals[-1] < self.count, "an ordinal")
            fractions = struct.unpack("<%dI" % count, row.take(4 * count)) if self.has_fractions else [None] * count
            calls += [(state, o, f) for o, f in zip(ordinals, fractions)]
            if head & 64:
                break
        need(row.at == len(row.data), "bytes behind the last group")
        need(len({o for _, o, _ in calls}) == len(calls), "a call set in two groups")
        return calls


class Events(Segment):
    """A structural segment: the same frame, other rows."""

    magic = b"SAMSYNSV"

    def folder(self, origin):
        return "structural"

    def longest(self):
        return 0

    def block(self, data):
        count, payload_length = struct.unpack_from("<2I", data)
        need(1 <= count <= 256, "rows of a block")
        begin = 8 + 36 * count
        padding = data[begin + payload_length :]
        need(begin + payload_length <= len(data) and len(padding) < 8 and not any(padding), "a block's length")
        keys = struct.unpack_from("<%dQ" % count, data, 8)
        columns = [struct.unpack_from("<%dI" % count, data, 8 + 8 * count + 4 * count * n) for n in range(7)]
        ends = columns.pop()
        need(ends[-1] == payload_length and all(a < b for a, b in zip((0,) + ends, ends)), "ends of rows")
        rows, start = [], 0
        for key, end, *numbers in zip(keys, ends, *columns):
            row = Row(data[begin + start : begin + end])
            start = end
            head = row.take(1)[0]
            kind = head & 7
            need(1 <= kind <= 7 and head < 32, "an event's head")
            # No copies come before any, and floats that are not negative are in the order of their bits.
            copies = (1, struct.unpack("<I", row.take(4))[0]) if head & 8 else (0, 0)
            genes = b""
            if head & 16:
                need(kind == 6, "genes of a kind that has none")
                for _ in range(2):
                    size = row.take(1)
                    genes += size + row.take(size[0])
            self.check(key, kind, numbers)
            calls = self.groups(row)
            need(all(state in CARRIERS for state, _, _ in calls), "a state that is no carrier's")
            rows.append((key, *numbers, kind, copies, genes, calls))
        return rows

    @staticmethod
    def check(key, kind, numbers):
        first_width, first_offset, _, second_width, second_offset, inserted = numbers
        group, first, second, level, _ = Events.parts(key)
        kinds = {1: (1, 3), 2: (2, 3), 3: (3,), 4: (4,), 5: (5,), 14: (7,), 15: (7,)}.get(group, (6,))
        need(key >> 45 == 0 and 1 <= group <= 15 and 1 <= first <= 25 and 1 <= second <= 25, "an event's key")
        need(kind in kinds, "kind and class")
        need(first_offset <= first_width and second_offset <= second_width, "a position outside its interval")
        need(level == next((n for n in range(4) if first_width <= 1 << 6 + 4 * n), 4), "an event's level")
        need(inserted == 0 or kind == 4, "a length of a kind that has none")
        need((first == second) == (group not in (10, 11, 12, 13)), "contigs of a class")

    @staticmethod
    def parts(key):
        return key >> 41 & 15, key >> 36 & 31, key >> 31 & 31, key >> 28 & 7, (key & (1 << 28) - 1) + 1


# Answers.


def events(directory):
    assembly, assays, lines, structural = manifest(directory)
    segments = [Segment(directory, assembly, assays, line) for line in lines]
    origin = {}
    for line, segment in zip(lines, segments):
        origin.update({p[0]: line[0] for o, p in enumerate(segment.people) if o not in segment.erased})
    stored, live = {}, set()
    for line in structural:
        segment = Events(directory, assembly, assays, line)
        for o, person in enumerate(segment.people):
            if o in segment.erased:
                continue
            need(origin.get(person[0]) == line[0], "events of a call set without small variants")
            need(person[0] not in live, "a call set is live twice")
            live.add(person[0])
        for row in segment.rows:
            for state, o, fraction in row[-1]:
                if o not in segment.erased:
                    stored.setdefault(row[:-1], []).append((segment.people[o][0], state, fraction))
    for row, carriers in sorted(stored.items()):
        key, first_width, first_offset, second_low, second_width, second_offset, inserted, kind, copies, genes = row
        group, first, second, _, low = Events.parts(key)
        place = [CONTIGS[first - 1], low + first_offset, low, low + first_width]
        place += [CONTIGS[second - 1], second_low + second_offset, second_low, second_low + second_width]
        names = []
        if genes:
            names = [genes[1 : 1 + genes[0]].decode(), genes[2 + genes[0] :].decode()]
        said = []
        for name, state, fraction in carriers:
            bits = "nan" if fraction is None or fraction & 0x7FFFFFFF > 0x7F800000 else "%08x" % fraction
            said.append("%s:%d:%s" % (name, state, bits))
        number = "%08x" % copies[1] if copies[0] else "-"
        yield [kind, group, *place, inserted, number, "/".join(names), ",".join(sorted(said))]


def copies(assembly, contig, position, sex):
    if contig <= 22:
        return 2
    if contig == 25:
        return 1
    shared = any(f <= position <= l for f, l in PSEUDO_AUTOSOMAL[assembly, contig])
    if contig == 23:
        return 2 if shared or sex == 1 else 1 if sex == 2 else 0
    return 1 if sex == 2 and not shared else 0


def answers(directory):
    assembly, assays, lines, _ = manifest(directory)
    targets = {number: name and targets_file(directory, name) for number, name in assays.items()}
    segments = [Segment(directory, assembly, assays, line) for line in lines]
    live = [(s, o) for s, segment in enumerate(segments) for o in range(segment.count) if o not in segment.erased]
    names = [segments[s].people[o][0] for s, o in live]
    need(len(set(names)) == len(names), "a call set is live twice")

    stored = {}
    for s, segment in enumerate(segments):
        erased = set(segment.erased)
        for key, ref, alt, calls in segment.rows:
            carried = [o for state, o, _ in calls if state in CARRIERS]
            if any(o in erased for o in carried) and all(o in erased for o in carried):
                continue
            for state, o, fraction in calls:
                if o not in erased:
                    stored.setdefault((key, ref, alt), {})[s, o] = (state, fraction)

    for (key, ref, alt), calls in sorted(stored.items()):
        contig, position = key >> 59, (key >> 31 & (1 << 28) - 1) + 1
        last = position + len(ref) - 1
        n = dict.fromkeys(("ac", "an", "het", "hom", "hemi", "reference", "failed", "noCall", "notCovered", "cohort"), 0)
        carriers = []
        for s, o in live:
            name, assay, sex, _ = segments[s].people[o]
            n["cohort"] += 1
            spans = targets[assay]
            mine = copies(assembly, contig, position, sex)
            covered = spans is None or any(f <= last and position <= l for f, l in spans[contig - 1])
            state, fraction = calls.get((s, o), (0, None))
            if not mine or not covered:
                need(state == 0, "a call where nothing can be seen")
                n["notCovered"] += 1
            elif state in (0, 3):
                n["reference"] += 1
                n["an"] += mine if state == 0 else 1
            elif state == 2:
                n["noCall"] += 1
            elif state in (1, 4, 5, 6):
                n["failed"] += 1
            else:
                n[{7: "hemi", 8: "het", 9: "hom"}[state]] += 1
                n["ac"] += 2 if state == 9 else 1
                n["an"] += 1 if state == 7 else mine
            if state in CARRIERS:
                bits = "nan" if fraction is None or fraction & 0x7FFFFFFF > 0x7F800000 else "%08x" % fraction
                carriers.append("%s:%d:%s" % (name, state, bits))
        yield [CONTIGS[contig - 1], position, ref.decode(), alt.decode(), *n.values(), ",".join(sorted(carriers))]


def main():
    try:
        read_all = events if sys.argv[2:] == ["events"] else answers
        for fields in read_all(sys.argv[1]):
            print(*fields, sep="\t")
    except Damaged as error:
        sys.exit("damaged: %s" % error)


main()
