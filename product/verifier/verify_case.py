#!/usr/bin/env python3
"""Verifies a case of Pentimento, without Pentimento.

Written from the published format of a case (case-format.md, case format 1) alone. Needs Python 3.8 or newer and nothing else: no package,
no network, no openssl. It reads only, follows no link, and writes nothing.

    python3 verify_case.py CASE [--receipt FILE] [--key SHA256] [--json]

Exit status: 0 the case is intact, 1 it is not, 2 wrong usage, 3 it cannot be judged (no case, or one of a newer version).
What the index (case.db) says is no evidence and is not looked at.
"""

import argparse
import base64
import concurrent.futures
import hashlib
import json
import os
import re
import stat
import sys
import time

FORMAT = 1
LONGEST_LINE = 16_777_216
DEEPEST = 100
CHUNK = 1 << 20
NO_HASH = "0" * 64
HASH = re.compile(r"[0-9a-f]{64}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")

FOLDERS = {"blobs", "datasets", "work"}
FILES = {
    "custody.jsonl", "head.json", "case.db", "case.db-wal", "case.db-shm", "case.db-journal", "lock", "lock.claim",
}


# ---- Canonical JSON -------------------------------------------------------------------------------------------------------------------

class NotCanonical(Exception):
    """Text that is no canonical JSON, or a value that has no such form."""


ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
SPECIAL = re.compile('["\\\\\x00-\x1f\ud800-\udfff\U00010000-\U0010ffff]')


def quoted(text):
    def escape(match):
        c = match.group()
        if "\ud800" <= c <= "\udfff":
            raise NotCanonical("it has an unpaired surrogate")
        if c > "\uffff":
            above = ord(c) - 0x10000
            return "\\u%04X\\u%04X" % (0xD800 + (above >> 10), 0xDC00 + (above & 0x3FF))
        return ESCAPES.get(c) or "\\u%04X" % ord(c)

    return '"' + SPECIAL.sub(escape, text) + '"'


def number(value):
    """A double in the layout that Java gives it."""
    if value != value or value in (float("inf"), float("-inf")):
        raise NotCanonical("it has a number that is none")
    sign, digits, exponent = re.fullmatch(r"(-?)([\d.]+)(?:e([+-]\d+))?", repr(value)).groups()
    whole, _, part = digits.partition(".")
    point = len(whole) + int(exponent or 0)
    all_digits = whole + part
    stripped = all_digits.lstrip("0")
    point -= len(all_digits) - len(stripped)
    stripped = stripped.rstrip("0")
    if not stripped:
        return sign + "0.0"
    if 1e-3 <= abs(value) < 1e7:
        if point <= 0:
            return sign + "0." + "0" * -point + stripped
        stripped = stripped.ljust(point, "0")
        return sign + stripped[:point] + "." + (stripped[point:] or "0")
    return sign + stripped[0] + "." + (stripped[1:] or "0") + "E" + str(point - 1)


def canonical(value, depth=0):
    """The one form of a value as text."""
    if isinstance(value, (dict, list)) and depth >= DEEPEST:
        raise NotCanonical("it is nested too deep")
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(quoted(key) + ":" + canonical(value[key], depth + 1) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(one, depth + 1) for one in value) + "]"
    if isinstance(value, str):
        return quoted(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return number(value)


def pairs_once(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotCanonical("a key stands twice")
    return found


def parsed(text):
    """Any JSON text as a value."""
    def refuse(word):
        raise NotCanonical(word + " is no number")

    try:
        return json.loads(text, object_pairs_hook=pairs_once, parse_constant=refuse)
    except (ValueError, RecursionError) as e:
        raise NotCanonical("it is no JSON (" + str(e)[:100] + ")") from None


def parsed_canonical(raw):
    """The value of bytes that are canonical JSON."""
    try:
        value = parsed(raw.decode("utf-8"))
        if canonical(value).encode("utf-8") != raw:
            raise NotCanonical("it is not written in the one form that the format knows")
        return value
    except (UnicodeError, ValueError, RecursionError) as e:
        raise NotCanonical("it is no JSON (" + str(e)[:100] + ")") from None


# ---- Ed25519 (RFC 8032, section 5.1.7), for verification alone: nothing here is secret ------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
KEY_HEAD = bytes.fromhex("302a300506032b6570032100")


def point_of(raw):
    """Extended coordinates of an encoded point, or None."""
    y = int.from_bytes(raw, "little")
    odd = y >> 255
    y &= (1 << 255) - 1
    if y >= P:
        return None
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if v * x * x % P != u:
        if v * x * x % P != -u % P:
            return None
        x = x * ROOT_OF_MINUS_ONE % P
    if x == 0 and odd:
        return None
    if x & 1 != odd:
        x = P - x
    return x, y, 1, x * y % P


def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, p):
    q = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            q = add(q, p)
        p = add(p, p)
        scalar >>= 1
    return q


BASE = point_of(((4 * pow(5, P - 2, P)) % P).to_bytes(32, "little"))


def is_signed(key, signature, message):
    """Whether an Ed25519 signature is that of a key (32 bytes) over a message."""
    a, r = point_of(key), point_of(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or a is None or r is None or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(k, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def of_base64(text):
    raw = base64.b64decode(text, validate=True)
    if base64.b64encode(raw).decode() != text:
        raise ValueError("it is no Base64 as an encoder gives it")
    return raw


def raw_key(text):
    """The 32 bytes of a public key in Base64."""
    raw = of_base64(text)
    if len(raw) != 44 or not raw.startswith(KEY_HEAD):
        raise ValueError("it is no Ed25519 key")
    return raw[len(KEY_HEAD):]


def fingerprint(text):
    """SHA-256 of a public key as X.509 SubjectPublicKeyInfo."""
    return hashlib.sha256(of_base64(text)).hexdigest()


HEAD_MEMBERS = {"caseId": str, "number": int, "hash": str, "time": str, "publicKey": str, "signature": str}


def head_of(raw):
    """A head or receipt whose signature fits; raises ValueError or NotCanonical."""
    head = parsed_canonical(raw)
    if not isinstance(head, dict) or set(head) != set(HEAD_MEMBERS):
        raise ValueError("it has not the members that it should have")
    for member, kind in HEAD_MEMBERS.items():
        if type(head[member]) is not kind:
            raise ValueError("its " + member + " is none")
    if not HASH.fullmatch(head["hash"]) or not TIME.fullmatch(head["time"]):
        raise ValueError("its hash or time is none")
    unsigned = {member: head[member] for member in HEAD_MEMBERS if member != "signature"}
    if not is_signed(raw_key(head["publicKey"]), of_base64(head["signature"]), canonical(unsigned).encode("utf-8")):
        raise ValueError("its signature does not fit")
    return head


# ---- Events ---------------------------------------------------------------------------------------------------------------------------

TEXT, INT, NUMBER, FLAG, OBJECT, ARRAY = "text", "integer", "number", "flag", "object", "array"
TYPES = {TEXT: str, INT: int, NUMBER: (int, float), FLAG: bool, OBJECT: dict, ARRAY: list}


def members(text):
    """From "a b:integer c:text?" the members of a body with their types; those with ? may be left out."""
    found = {}
    for word in text.split():
        name, _, kind = word.rstrip("?").partition(":")
        found[name] = (kind or TEXT, word.endswith("?"))
    return found


EVENTS = {action: members(text) for action, text in {
    "case-created": "format:integer caseId publicKey examiner agency caseNumber itemNumber timeZone notes",
    "key-changed": "from to",
    "index-rebuilt": "reason",
    "left-over": "blobs? folders:array?",
    "recovered": "blobs? folders:array? writer unsignedEntry:integer? unfinishedBytes:integer? movedTo?",
    "dataset-imported": "name format settings:object mode root listing digest pairs:integer train:integer test:integer skipped:array"
                        " part:object? hashes:object?",
    "model-imported": "name format version settings:object assumptions:object confinement origin file files:array strip",
    "run-started": "run name plan kind?",
    "step-finished": "run key name results:object",
    "training-measured": "run training weights seconds:number images:integer peakBytes:integer checkpoint",
    "run-finished": "run result",
    "inspection-finished": "run result",
    "model-inspection-finished": "run result",
    "photo-inspection-finished": "run result",
    "mitigation-finished": "run result",
    "self-test-finished": "run result",
    "model-self-test-finished": "run result",
    "run-cancelled": "run",
    "run-failed": "run message",
    "run-interrupted": "run",
    "report-written": "files:object content:object?",
    "proficiency-sealed": "exhibits:array seal",
    "proficiency-answered": "exhibit answer",
    "proficiency-opened": "result",
    "report-reviewed": "report:integer entry reviewer approved:flag text",
    "drawings-kept": "models:array photos:integer files:object",
    "exported": "kind subject to",
    "handed-over": "to",
    "note": "subject:object text bookmark:flag waited:object?",
    "named": "thing:object name waited:object?",
    "pairs-tagged": "dataset pairs:array tag set:flag waited:object?",
}.items()}

LEAF = "leaf"
RESULTS = {
    "run-finished": "RESULT", "inspection-finished": "INSPECTION", "model-inspection-finished": "MODEL_INSPECTION",
    "photo-inspection-finished": "PHOTO_INSPECTION", "mitigation-finished": "MITIGATION", "self-test-finished": "SELF_TEST",
    "model-self-test-finished": "SELF_TEST", "proficiency-opened": LEAF,
}
STEP_RESULTS = {
    "rows": "ROWS", "manifest": "MANIFEST", "detection": "DETECTION", "finding": "FINDING", "inspection": "INSPECTION", "photo": "PHOTO",
}


def leaves(names):
    return {name: LEAF for name in names.split()}


PHOTO = leaves("original photo residual sketch cleanSketch transplanted")
DOCUMENTS = {
    "RESULT": {**leaves("plan measurements weights image blobs"), "manifest": "MANIFEST", "description": "MODEL",
               "inspection": "INSPECTION", "modelInspection": "MODEL_INSPECTION"},
    "INSPECTION": leaves("image mask"),
    "MODEL_INSPECTION": {**leaves("image mask weights"), "description": "MODEL"},
    "PHOTO": PHOTO,
    "PHOTO_INSPECTION": {**PHOTO, "weights": LEAF, "description": "MODEL"},
    "MITIGATION": {"before": "MODEL_INSPECTION", "after": "MODEL_INSPECTION"},
    "SELF_TEST": leaves("image"),
    "FINDING": leaves("image mask"),
    "MANIFEST": leaves("photo triggered sketch trainingSketch"),
    "ROWS": leaves("blobs"),
    "DETECTION": leaves("image"),
    "MODEL": leaves("strip sha256"),
}
OF_OTHERS = {
    "settings", "triggerSettings", "strategySettings", "environment", "choices", "skipped", "leftOutAtImport", "settingErrors",
    "provenance", "assumptions",
}


def misfit(action, body):
    """Why a body does not fit its action; empty if it does."""
    if action not in EVENTS:
        return ""
    if not isinstance(body, dict):
        return "its body is no object"
    known = EVENTS[action]
    for name, (kind, optional) in known.items():
        if name not in body:
            if not optional:
                return "it has no " + name
        elif not isinstance(body[name], TYPES[kind]) or (kind in (INT, NUMBER) and isinstance(body[name], bool)):
            return "its " + name + " is no " + kind
    others = sorted(set(body) - set(known))
    return "it has a member " + others[0] + " that the format does not know" if others else ""


def named_by(entry):
    """What an entry names: hashes and the kinds of their documents."""
    action, body = entry["action"], entry["body"]
    if action in RESULTS:
        yield body["result"], RESULTS[action]
    elif action == "step-finished":
        for name, sha in body["results"].items():
            yield sha, STEP_RESULTS.get(name, LEAF)
    elif action in ("report-written", "drawings-kept"):
        for sha in body["files"].values():
            yield sha, LEAF
    elif action in ("left-over", "recovered"):
        yield body.get("blobs"), LEAF
    elif action == "run-started":
        yield body["plan"], LEAF
    elif action == "training-measured":
        yield body["weights"], LEAF
        yield body["checkpoint"], LEAF
    elif action == "proficiency-sealed":
        yield body["seal"], LEAF
    elif action == "dataset-imported":
        yield body["listing"], LEAF
        yield body.get("part", {}).get("leftOut"), LEAF
        yield body.get("hashes", {}).get("list"), LEAF
        yield body.get("hashes", {}).get("details"), LEAF
    elif action == "model-imported":
        yield body["strip"], LEAF
        for file in body["files"]:
            yield file.get("sha256") if isinstance(file, dict) else None, LEAF


def is_hash(value):
    return isinstance(value, str) and HASH.fullmatch(value) is not None


def named_in(value, kinds):
    """What a document names at any depth, by the members that count."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            for name, inner in value.items():
                if name in OF_OTHERS:
                    continue
                if name in kinds:
                    direct = [inner] if isinstance(inner, str) else inner if isinstance(inner, list) else (
                        list(inner.values()) if isinstance(inner, dict) else [])
                    for one in direct:
                        if is_hash(one):
                            yield one, kinds[name]
                waiting.append(inner)


def mentions(value):
    """Every string and key that is a hash."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.keys())
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
        elif is_hash(value):
            yield value


# ---- The verification -----------------------------------------------------------------------------------------------------------------

class Unjudgeable(Exception):
    """A folder of which nothing can be said."""


class Verification:
    """Looks at a case; fills problems and remarks."""

    def __init__(self, root, receipt_file=None, key=None):
        self.root = root
        self.receipt_file = receipt_file
        self.key = key
        self.problems = []
        self.remarks = []
        self.entries = []
        self.blobs = self.files = self.bytes = 0
        self.broken = False
        self.anchor = "NONE"
        self.waits = False
        self.present = set()

    # What is wrong, and what a person should know.

    def problem(self, kind, file, message):
        self.problems.append({"kind": kind, "file": file, "message": message})

    def remark(self, kind, file, message):
        self.remarks.append({"kind": kind, "file": file, "message": message})

    def path(self, *names):
        return os.path.join(self.root, *names)

    def run(self):
        if not os.path.isfile(self.path("custody.jsonl")):
            raise Unjudgeable("%s is no case: it has no custody.jsonl." % self.root)
        receipt = self.receipt()
        if self.folder():
            self.log(receipt)
            hashes = self.stored()
            self.named(hashes)
            self.datasets()
        return self

    def receipt(self):
        if self.receipt_file is None:
            return None
        with open(self.receipt_file, "rb") as file:
            raw = file.read(LONGEST_LINE)
        try:
            return head_of(raw.rstrip(b"\n"))
        except (ValueError, NotCanonical) as e:
            self.problem("RECEIPT", os.path.basename(self.receipt_file), "It is no unchanged receipt: %s." % e)
            return None

    # 1. The folder.

    def folder(self):
        sound = True
        for name in sorted(os.listdir(self.root)):
            mode = os.lstat(self.path(name)).st_mode
            if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
                self.problem("LINK", name, "It is a symbolic link or a special file.")
                sound = sound and name not in FOLDERS | FILES
            elif name not in FOLDERS | FILES:
                self.problem("ADDED", name, "It does not belong into a case.")
            elif stat.S_ISDIR(mode) != (name in FOLDERS):
                self.problem("CHANGED", name, "A file stands where a folder should be, or a folder for a file.")
                sound = False
        return sound

    def is_at_work(self):
        """Whether what is not recorded yet may be of a writer at work."""
        try:
            return self.waits or os.path.getsize(self.path("lock")) > 0
        except OSError:
            return self.waits

    # 2. The log.

    def log(self, receipt):
        for _ in range(20):
            lines, rest = self.lines()
            try:
                with open(self.path("head.json"), "rb") as file:
                    raw_head = file.read(LONGEST_LINE)
            except OSError:
                raw_head = None
            if self.ends_well(lines, rest, raw_head):
                break
            size = os.path.getsize(self.path("custody.jsonl"))
            time.sleep(0.05)
            if os.path.getsize(self.path("custody.jsonl")) == size:
                break
        self.chain(lines)
        self.head(lines, rest, raw_head)
        if self.key and self.entries:
            if self.key == fingerprint(self.keys()[-1]):
                self.anchor = "KEY"
            else:
                self.problem("HEAD", "head.json", "Its key has not the fingerprint that was given: the case was written anew, or its key was"
                                                  " changed since.")
        if receipt:
            self.fits(receipt)

    def lines(self):
        lines = []
        with open(self.path("custody.jsonl"), "rb") as file:
            while True:
                line = file.readline(LONGEST_LINE + 2)
                if not line.endswith(b"\n"):
                    return lines, line
                lines.append(line[:-1])

    @staticmethod
    def ends_well(lines, rest, raw_head):
        try:
            return not rest and bool(lines) and parsed_canonical(raw_head or b"")["number"] == len(lines)
        except (NotCanonical, KeyError, TypeError):
            return False

    def chain(self, lines):
        previous = NO_HASH
        before = ""
        for number, line in enumerate(lines, 1):
            try:
                entry = self.entry(line, number, previous)
            except (ValueError, NotCanonical) as e:
                self.broken = True
                self.problem("LOG", "custody.jsonl", "Line %d: %s." % (number, e))
                return
            if entry["time"] < before:
                self.remark("CLOCK", "custody.jsonl", "Entry %d is older than the one before it." % number)
            previous, before = entry["hash"], entry["time"]
            self.entries.append(entry)
        if not lines:
            self.broken = True
            self.problem("LOG", "custody.jsonl", "It has no entry.")

    @staticmethod
    def entry(line, number, previous):
        if len(line) + 1 > LONGEST_LINE:
            raise ValueError("it is too long")
        entry = parsed_canonical(line)
        kinds = {"number": int, "time": str, "actor": str, "action": str, "previous": str, "hash": str}
        if not isinstance(entry, dict) or set(entry) != set(kinds) | {"body"}:
            raise ValueError("it has not the members that an entry has")
        for member, kind in kinds.items():
            if type(entry[member]) is not kind:
                raise ValueError("its %s is none" % member)
        if not TIME.fullmatch(entry["time"]):
            raise ValueError("its time is none")
        if entry["number"] != number:
            raise ValueError("it says that it is entry %d" % entry["number"])
        if entry["previous"] != previous:
            raise ValueError("it does not follow the entry before it")
        unhashed = {member: entry[member] for member in entry if member != "hash"}
        if hashlib.sha256(canonical(unhashed).encode("utf-8")).hexdigest() != entry["hash"]:
            raise ValueError("its hash does not fit")
        if (entry["action"] == "case-created") != (number == 1):
            raise ValueError("a case is created by its first entry and by no other")
        if number == 1 and isinstance(entry["body"], dict) and isinstance(entry["body"].get("format"), int) and entry["body"]["format"] > FORMAT:
            raise Unjudgeable("The case is of format %d. This program knows %d: take a newer one." % (entry["body"]["format"], FORMAT))
        reason = misfit(entry["action"], entry["body"])
        if reason:
            raise ValueError(reason)
        return entry

    def keys(self):
        keys = []
        for entry in self.entries:
            if entry["action"] == "case-created":
                keys.append(entry["body"]["publicKey"])
            elif entry["action"] == "key-changed":
                keys.append(entry["body"]["to"])
        return keys

    def head(self, lines, rest, raw):
        if self.broken:
            return
        last = len(self.entries)
        if raw is None:
            if last == 1 and not rest:
                self.wait("The only entry was not signed yet")
            else:
                self.problem("HEAD", "head.json", "It is missing.")
            return
        try:
            head = head_of(raw)
        except (ValueError, NotCanonical) as e:
            self.problem("HEAD", "head.json", "It was changed: %s." % e)
            return
        if head["caseId"] != self.entries[0]["body"]["caseId"]:
            self.problem("HEAD", "head.json", "It is that of another case.")
            return
        signed = head["number"]
        if signed > last:
            self.problem("CUT_OFF", "custody.jsonl", "It ends at entry %d, but entry %d was signed." % (last, signed))
            return
        if signed < 1 or head["hash"] != self.entries[signed - 1]["hash"]:
            self.problem("HEAD", "head.json", "It signs another entry %d." % signed)
            return
        keys = [e["body"]["publicKey"] if e["number"] == 1 else e["body"]["to"]
                for e in self.entries[:signed] if e["action"] in ("case-created", "key-changed")]
        if head["publicKey"] not in (keys[-1], self.keys()[-1]):
            self.problem("HEAD", "head.json", "It is signed with a key that the log does not name last.")
            return
        if len(set(self.keys())) > 1:
            self.remark("KEY", "custody.jsonl", "More than one key signed.")
        if signed == last and rest:
            start = b'{"action":'
            if rest.strip(b"\0") and not rest.startswith(start) and not start.startswith(rest):
                self.problem("LOG", "custody.jsonl", "Other bytes follow the last line.")
            else:
                self.wait("The beginning of a line follows the last entry")
        elif signed == last - 1 and not rest:
            self.wait("The last entry was not signed yet")
        elif signed < last:
            self.problem("LOG", "custody.jsonl", "Entries behind entry %d are not signed." % signed)

    def wait(self, why):
        self.waits = True
        self.remark("UNFINISHED", "custody.jsonl", why + "; opening the case for writing puts that right.")

    def fits(self, receipt):
        if not self.entries:
            return
        name = os.path.basename(self.receipt_file)
        if receipt["caseId"] != self.entries[0]["body"]["caseId"]:
            self.problem("RECEIPT_OF_ANOTHER_CASE", name, "It is the receipt of another case and says nothing of this one.")
        elif receipt["number"] > len(self.entries):
            if not self.broken:
                self.problem("CUT_OFF", "custody.jsonl", "The case was put back: the receipt is of entry %d, the log ends at %d."
                             % (receipt["number"], len(self.entries)))
        elif receipt["number"] < 1 or self.entries[receipt["number"] - 1]["hash"] != receipt["hash"]:
            self.problem("RECEIPT", "custody.jsonl", "The log was rewritten: entry %d is not the one of the receipt." % receipt["number"])
        else:
            self.anchor = "RECEIPT"
            if receipt["publicKey"] not in self.keys():
                self.remark("KEY", name, "It was signed with a key that the log never named.")

    # 3. Stored content.

    def stored(self):
        """Paths of all blobs whose name is a hash, by the hash."""
        found = {}
        if not os.path.isdir(self.path("blobs")):
            self.problem("MISSING", "blobs", "The folder is missing.")
            return found
        for folder in sorted(os.listdir(self.path("blobs"))):
            where = self.path("blobs", folder)
            if not re.fullmatch(r"[0-9a-f]{2}", folder) or not stat.S_ISDIR(os.lstat(where).st_mode):
                self.foreign("blobs/" + folder, where)
                continue
            for name in sorted(os.listdir(where)):
                path = os.path.join(where, name)
                if not re.fullmatch(r"[0-9a-f]{62}", name) or not stat.S_ISREG(os.lstat(path).st_mode):
                    self.foreign("blobs/%s/%s" % (folder, name), path)
                else:
                    found[folder + name] = path
        sound = {}
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for sha, (actual, size) in zip(found, pool.map(digest, found.values())):
                self.blobs += 1
                self.bytes += size
                if actual is None:
                    self.problem("UNREADABLE", blob(sha), "It cannot be read.")
                elif actual != sha:
                    self.problem("CHANGED", blob(sha), "Its content is not the one that its name says.")
                else:
                    sound[sha] = found[sha]
        self.present = set(found)
        return sound

    def foreign(self, name, path):
        mode = os.lstat(path).st_mode
        if stat.S_ISDIR(mode) or stat.S_ISREG(mode):
            self.problem("ADDED", name, "It does not belong into a case.")
        else:
            self.problem("LINK", name, "It is a symbolic link or a special file.")

    # 4. What is named is there; 5. nothing was added.

    def named(self, sound):
        documents = {}

        def document(sha):
            if sha not in documents:
                documents[sha] = None
                with open(sound[sha], "rb") as file:
                    if file.read(1) in (b"{", b"["):
                        file.seek(0)
                        try:
                            documents[sha] = parsed(file.read().decode("utf-8"))
                        except (NotCanonical, UnicodeError, ValueError, RecursionError):
                            pass
            return documents[sha]

        missing = {}
        waiting = []
        for entry in self.entries:
            if entry["action"] in EVENTS:
                waiting += [(sha, kind, "entry %d" % entry["number"]) for sha, kind in named_by(entry) if is_hash(sha)]
        reached = set()
        while waiting:
            sha, kind, by = waiting.pop()
            if (sha, kind) in reached:
                continue
            reached.add((sha, kind))
            if sha not in self.present:
                missing.setdefault(sha, by)
            elif sha in sound and kind != LEAF:
                value = document(sha)
                if value is None:
                    self.remark("NOT_CHECKED", blob(sha), "It cannot be read as JSON, so what it names was not looked for.")
                elif kind != "MODEL" or (isinstance(value, dict) and isinstance(value.get("strip"), str)):
                    waiting += [(inner, its, blob(sha)) for inner, its in named_in(value, DOCUMENTS[kind])]
        for sha in sorted(missing):
            self.problem("MISSING", blob(sha), "It is missing; %s names it." % missing[sha])
        if not self.broken:
            self.added(sound, document)

    def added(self, sound, document):
        mentioned, waiting, left_over = set(), [], set()
        for entry in self.entries:
            if entry["action"] in ("left-over", "recovered") and is_hash(entry["body"].get("blobs")):
                left_over.add(entry["body"]["blobs"])
            waiting += list(mentions(entry["body"]))
        spared = set()
        while waiting:
            sha = waiting.pop()
            if sha in mentioned:
                continue
            mentioned.add(sha)
            if sha not in sound:
                continue
            value = document(sha)
            if sha in left_over:
                spared.update(mentions(value))
            elif value is not None:
                waiting += list(mentions(value))
        for sha in sorted(self.present - mentioned):
            if sha in spared:
                self.remark("LEFT_OVER", blob(sha), "It is left over from interrupted work, as an entry says.")
            elif self.is_at_work():
                self.remark("LEFT_OVER", blob(sha), "It may be of a writer at work.")
            else:
                self.problem("ADDED", blob(sha), "No entry mentions it.")

    # 6. Copied data sets.

    def datasets(self):
        last, ever = {}, set()
        for entry in self.entries:
            if entry["action"] == "dataset-imported":
                last[entry["body"]["name"]] = entry["body"]
                ever.add(entry["body"]["name"])
        folder = self.path("datasets")
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            if name not in ever or not stat.S_ISDIR(os.lstat(os.path.join(folder, name)).st_mode):
                if stat.S_ISLNK(os.lstat(os.path.join(folder, name)).st_mode):
                    self.problem("LINK", "datasets/" + name, "It is a symbolic link.")
                elif self.is_at_work():
                    self.remark("LEFT_OVER", "datasets/" + name, "It may be of a writer at work.")
                elif not self.broken:
                    self.problem("ADDED", "datasets/" + name, "No entry names it.")
        for name in sorted(last):
            if last[name]["mode"] == "copied":
                self.dataset(name, last[name]["listing"])
            elif last[name]["mode"] == "referenced":
                self.remark("NOT_CHECKED", "datasets/" + name, "Its files lie elsewhere and cannot be verified from the case.")

    def dataset(self, name, listing):
        try:
            with open(self.path("blobs", listing[:2], listing[2:]), "rb") as file:
                raw = file.read()
            if hashlib.sha256(raw).hexdigest() != listing:
                return  # said where blobs are
            listed = {file["path"]: file for file in parsed(raw.decode("utf-8"))["files"]}
            if not all(is_inside(path) for path in listed):
                raise ValueError
        except OSError:
            return  # said where blobs are
        except (NotCanonical, UnicodeError, ValueError, KeyError, TypeError):
            self.problem("CHANGED", blob(listing), "It is no listing of the files of a data set.")
            return
        there = {}
        self.walk("datasets/" + name, "", there)
        for path in sorted(set(there) - set(listed)):
            self.problem("ADDED", "datasets/%s/%s" % (name, path), "No entry lists it.")
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for path, found in zip(sorted(listed), pool.map(lambda p: digest(there[p]) if p in there else None, sorted(listed))):
                self.files += 1
                file = "datasets/%s/%s" % (name, path)
                if found is None:
                    self.problem("MISSING", file, "It is missing.")
                elif found[0] is None:
                    self.problem("UNREADABLE", file, "It cannot be read.")
                elif found != (listed[path]["sha256"], listed[path]["size"]):
                    self.problem("CHANGED", file, "Its content is not the one that was imported.")
                self.bytes += found[1] if found else 0

    def walk(self, top, below, there):
        try:
            names = sorted(os.listdir(self.path(top, below)))
        except OSError:
            return
        for name in names:
            inner = below + "/" + name if below else name
            path = self.path(top, inner)
            mode = os.lstat(path).st_mode
            if stat.S_ISDIR(mode):
                self.walk(top, inner, there)
            elif stat.S_ISREG(mode):
                there[inner] = path
            else:
                self.problem("LINK", top + "/" + inner, "It is a symbolic link or a special file.")


def is_inside(path):
    return isinstance(path, str) and "\0" not in path and all(name not in ("", ".", "..") for name in path.split("/"))


def blob(sha):
    return "blobs/%s/%s" % (sha[:2], sha[2:])


def digest(path):
    """SHA-256 and size of a file; None as hash if it cannot be read."""
    sha, size = hashlib.sha256(), 0
    try:
        with open(path, "rb", buffering=0) as file:
            while True:
                part = file.read(CHUNK)
                if not part:
                    return sha.hexdigest(), size
                sha.update(part)
                size += len(part)
    except OSError:
        return None, size


# ---- The command ----------------------------------------------------------------------------------------------------------------------

ANCHORS = {
    "NONE": "Not anchored: a case that was put back as a whole to an earlier state, or written anew with another key, looks the same. A receipt"
            " kept elsewhere shows it (--receipt); the key's fingerprint shows the other key (--key).",
    "KEY": "Signed with the expected key. A case that was put back as a whole to an earlier state looks the same; a receipt kept elsewhere"
           " shows it (--receipt).",
    "RECEIPT": "Anchored: the receipt fits.",
}


def visible(text):
    """Names of files come from outside: nothing in them may move the cursor or turn the line around."""
    return re.sub("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", lambda m: "\\u%04x" % ord(m.group()), text)


def main(arguments):
    parser = argparse.ArgumentParser(prog="verify_case.py", description="Verifies a case of Pentimento without Pentimento.")
    parser.add_argument("case", help="folder of the case")
    parser.add_argument("--receipt", help="a receipt that was kept elsewhere")
    parser.add_argument("--key", help="the SHA-256 that the public key must have")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = parser.parse_args(arguments)
    if chosen.key and not HASH.fullmatch(chosen.key.lower()):
        parser.error("--key takes 64 hexadecimal digits")
    try:
        found = Verification(chosen.case, chosen.receipt, chosen.key.lower() if chosen.key else None).run()
    except (Unjudgeable, OSError) as e:
        print("Error: " + visible(str(e)), file=sys.stderr)
        return 3
    if chosen.json:
        print(json.dumps({
            "intact": not found.problems, "anchor": found.anchor, "problems": found.problems, "remarks": found.remarks,
            "entries": len(found.entries), "blobs": found.blobs, "files": found.files, "bytes": found.bytes,
        }, indent=2))
    else:
        for word, several in (("Remark", found.remarks), ("Problem", found.problems)):
            for one in several:
                print("%s: %s: %s" % (word, visible(one["file"]), visible(one["message"])))
        print("%d entries, %d blobs, %d files of data sets, %d bytes were looked at."
              % (len(found.entries), found.blobs, found.files, found.bytes))
        if found.problems:
            print("The case is NOT intact: %d %s." % (len(found.problems), "problem" if len(found.problems) == 1 else "problems"))
        else:
            print("The case is intact.")
            print(ANCHORS[found.anchor])
            print("Key (SHA-256): " + fingerprint(found.keys()[-1]))
    return 1 if found.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
