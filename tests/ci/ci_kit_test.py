"""The action, the hooks, the container file and docs/ci.md: read by a YAML parser, and their commands executed.
Usage: ci_kit_test.py PROJECT PROGRAM"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import yaml

PROJECT, PROGRAM = Path(sys.argv[1]), Path(sys.argv[2])


def text(name):
    return (PROJECT / name).read_text(encoding="utf-8")


def blocks(name):
    """The fenced blocks of a document, as (what stands behind the fence, content)."""
    return re.findall(r"^```([^\n]*)\n(.*?)^```$", text(name), re.M | re.S)


def packages(of):
    """The words of a bash array in scripts/lib/packages.sh."""
    return set(re.search(rf"^{of}=\(([^)]*)\)", text("scripts/lib/packages.sh"), re.M)[1].split())


class Kit(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)
        self.here = Path(self.place.name) / "here"
        self.here.mkdir()
        for info, content in blocks("docs/ci.md"):
            if found := re.search(r"file=(\S+)", info):
                file = self.here / found[1]
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(content, encoding="utf-8")
        # The program as the action finds it, and in the path for everything else.
        self.program = Path(self.place.name) / "action/build/release/bin/crossfoot"
        self.program.parent.mkdir(parents=True)
        self.program.symlink_to(PROGRAM)

    def shell(self, script, **variables):
        environment = {"PATH": f"{self.program.parent}:/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", **variables}
        return subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=self.here, env=environment,
                              capture_output=True, text=True, check=False)

    def test_the_action_is_one(self):
        action = yaml.safe_load(text("action.yml"))
        self.assertEqual(action["runs"]["using"], "composite")
        steps = action["runs"]["steps"]
        for step in steps:
            self.assertTrue(("uses" in step) != ("run" in step), step["name"])
            self.assertEqual("shell" in step, "run" in step, step["name"])
        ids = {step["id"] for step in steps if "id" in step}
        for output in action["outputs"].values():
            self.assertIn(re.search(r"steps\.(\w+)\.", output["value"])[1], ids)
        for name in re.findall(r"inputs\.([\w-]+)", text("action.yml")):
            self.assertIn(name, action["inputs"])
        for step in steps:
            self.assertNotIn("${{", step.get("run", ""), "an input could run commands")

    def test_the_action_checks(self):
        script = next(step for step in yaml.safe_load(text("action.yml"))["runs"]["steps"] if step.get("id") == "check")["run"]
        given = {"GITHUB_ACTION_PATH": str(self.program.parents[3]), "GITHUB_OUTPUT": "out", "GITHUB_STEP_SUMMARY": "summary",
                 "DATASET": "report", "RULES": "", "FAIL_ON": "error", "SARIF": "x.sarif", "ARGUMENTS": "--only\nmoney/*\n"}
        ran = self.shell(script, **given)
        self.assertEqual((ran.returncode, ran.stderr), (1, ""))
        self.assertIn("::error file=report/report.toml", ran.stdout)
        self.assertEqual((self.here / "out").read_text(), "exit-code=1\nsarif=x.sarif\n")
        self.assertIn("The total is the sum", (self.here / "summary").read_text())
        self.assertTrue((self.here / "x.sarif").is_file())
        self.assertEqual(self.shell(script, **{**given, "FAIL_ON": "never", "RULES": "report/rules\n"}).returncode, 0)
        self.assertEqual(self.shell(script, **{**given, "DATASET": "$(touch bad)", "SARIF": "y.sarif"}).returncode, 2)
        self.assertFalse((self.here / "bad").exists())

    def test_the_hooks_are_some(self):
        hooks = yaml.safe_load(text(".pre-commit-hooks.yaml"))
        for hook in hooks:
            self.assertLessEqual({"id", "name", "entry", "language"}, set(hook))
            re.compile(hook["files"])
        entries = {hook["id"]: hook["entry"] for hook in hooks}
        self.assertEqual(self.shell(entries["crossfoot"] + " report").returncode, 1)
        self.assertEqual(self.shell(entries["crossfoot-fmt"] + " report/rules/money.xf").returncode, 0)
        for info, content in blocks("docs/ci.md"):
            if info == "yaml" and "repos:" in content:
                named = [hook["id"] for repo in yaml.safe_load(content)["repos"] for hook in repo["hooks"]]
                self.assertLessEqual(set(named), set(entries))

    def test_the_documents_setups(self):
        read = [yaml.safe_load(content) for info, content in blocks("docs/ci.md") if info == "yaml"]
        self.assertEqual(len(read), 3)
        action = yaml.safe_load(text("action.yml"))
        steps = read[0]["jobs"]["crossfoot"]["steps"]
        ours = next(step for step in steps if step["uses"].startswith("OWNER/crossfoot@"))
        self.assertLessEqual(set(ours["with"]), set(action["inputs"]))
        reports = read[1]["crossfoot"]["artifacts"]["reports"]
        for line in read[1]["crossfoot"]["script"]:
            self.assertEqual(self.shell(line).returncode, 1, line)
        for file in reports.values():
            self.assertTrue((self.here / file).is_file(), file)

    def test_the_documents_commands(self):
        """Every line that begins with crossfoot runs; a contradiction is what it may find."""
        tried = 0
        for name in ("docs/ci.md", "docs/terminal.md"):
            for info, content in blocks(name):
                for line in re.findall(r"^\s*(?:source <\()?(crossfoot [^#|)\n]*)", content, re.M):
                    if info not in ("sh", "make") or "--watch" in line:
                        continue
                    ran = self.shell(line)
                    self.assertIn(ran.returncode, (0, 1), f"{name}: {line}\n{ran.stderr}")
                    tried += 1
        self.assertGreater(tried, 5)

    def test_make(self):
        rule = next(content for info, content in blocks("docs/ci.md") if info == "make")
        (self.here / "Makefile").write_text(rule, encoding="utf-8")
        if shutil.which("make"):
            self.assertIn("Error 1", self.shell("make figures 2>&1 || true").stdout)

    def test_the_container_installs_what_the_scripts_do(self):
        stages = re.split(r"^FROM ", text("Containerfile"), flags=re.M)[1:]
        installed = [set(re.search(r"--no-install-recommends(.*?)(?:&&|\n[A-Z])", stage.replace("\\\n", " "), re.S)[1].split())
                     for stage in stages]
        self.assertEqual(installed[0], packages("program_packages"))
        release = Path("/etc/os-release").read_text() if os.path.exists("/etc/os-release") else ""
        if 'VERSION_ID="12"' not in release or not shutil.which("dpkg-query"):
            return
        # What the program is linked with comes from packages of the second stage or of every Debian.
        for library, path in re.findall(r"^\s*(\S+) => (\S+)", self.shell(f"ldd {PROGRAM}").stdout, re.M):
            # A package may name a file below /lib that stands below /usr/lib, or the other way round.
            names = {path, "/usr" + path, path.removeprefix("/usr")}
            owners = [self.shell(f"dpkg-query -S '{name}' 2>/dev/null || true").stdout for name in sorted(names)]
            owner = next((each.split(":")[0] for each in owners if each), "no package")
            self.assertIn(owner, installed[1] | {"libc6", "libgcc-s1", "libstdc++6", "libasan8", "libubsan1"}, library)


unittest.main(argv=sys.argv[:1])
