#!/usr/bin/env python3
"""A table as statistical offices publish them, seeded: id, region, urban, rural, total, percent (one decimal).

generate.py DIRECTORY ROWS [--wrong N]   writes DIRECTORY/table.csv, report.toml and rules.xf

Totals and percentages are right but for N rows (default 20), spread over the table: every other one has a wrong total,
the others a percentage that no rounding explains.
"""
import argparse
import os
import random

RULES = """# The five checks of the comparison.
rule somme for r in tables.t: r.total = r.urban + r.rural
rule part for r in tables.t: share(r.urban, r.total) = r.percent
rule id-present for r in tables.t: present(r.id)
rule region for r in tables.t: r.region in ["north", "south", "east", "west", "centre"]
rule bornes for r in tables.t: r.percent in 0 %..100 %
"""

MANIFEST = """[report]
id = "bench"
language = "en"
rules = ["rules.xf"]

[tables.t]
source = "table.csv"
columns = { id = "text", region = "text", urban = "count", rural = "count", total = "count", percent = "0.1 %" }
"""


def tenths(part, whole):
    """part / whole in tenths of a percent, halves away from zero, in whole numbers only."""
    return (2000 * part + whole) // (2 * whole)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory")
    parser.add_argument("rows", type=int)
    parser.add_argument("--wrong", type=int, default=20)
    given = parser.parse_args()
    os.makedirs(given.directory, exist_ok=True)
    random.seed(20131231)
    regions = ["north", "south", "east", "west", "centre"]
    every = max(1, given.rows // max(1, given.wrong))
    wrong = 0
    with open(os.path.join(given.directory, "table.csv"), "w", encoding="utf-8") as out:
        out.write("id,region,urban,rural,total,percent\n")
        lines = []
        for row in range(given.rows):
            urban, rural = random.randrange(1, 1000000), random.randrange(1, 1000000)
            total = urban + rural
            percent = tenths(urban, total)
            if row % every == every // 2 and wrong < given.wrong:
                wrong += 1
                if wrong % 2:
                    total += 1000000
                    percent = tenths(urban, total)
                else:
                    percent = (percent + 300) % 1000
            lines.append(f"{row:08d},{regions[row % 5]},{urban},{rural},{total},{percent // 10}.{percent % 10}\n")
            if len(lines) == 100000:
                out.write("".join(lines))
                lines.clear()
        out.write("".join(lines))
    for name, text in (("report.toml", MANIFEST), ("rules.xf", RULES)):
        with open(os.path.join(given.directory, name), "w", encoding="utf-8") as out:
            out.write(text)


if __name__ == "__main__":
    main()
