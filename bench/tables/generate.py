#!/usr/bin/env python3
"""A table as statistical offices publish them, seeded: id, region, urban, rural, total, percent (one decimal).

generate.py DIRECTORY ROWS [--wrong N]   writes DIRECTORY/table.csv, report.toml and rules.xf
generate.py DIRECTORY ROWS --sums N      writes DIRECTORY/table.csv (name, a, b, s), where s is a + b but for the first N rows, and one rule
generate.py DIRECTORY ROWS --groups N    writes DIRECTORY/parts.csv (place, item, amount) and places.csv (place, amount) of N
                                         places, whose amounts are the sums of their parts but for one in N / 20

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


GROUP_RULES = """# Each place's amount is the sum of its parts.
rule somme for g in groups(tables.parts, by: place): sum(g.rows[*].amount) = tables.places[place = g.key].amount
"""

GROUP_MANIFEST = """[report]
id = "bench"
language = "en"
rules = ["rules.xf"]

[tables.parts]
source = "parts.csv"
columns = { place = "text", amount = "count" }

[tables.places]
source = "places.csv"
columns = { place = "text", amount = "count" }
"""


SUM_RULES = """# Each row's sum.
rule somme for x in tables.t: x.a + x.b = x.s
"""

SUM_MANIFEST = """[report]
id = "bench"
language = "en"
rules = ["rules.xf"]

[tables.t]
source = "table.csv"
columns = { name = "text", a = "count", b = "count", s = "count" }
"""


def write(directory, name, text):
    with open(os.path.join(directory, name), "w", encoding="utf-8") as out:
        out.write(text)


def groups(given):
    random.seed(20131231)
    count = given.groups
    sums = [0] * count
    with open(os.path.join(given.directory, "parts.csv"), "w", encoding="utf-8") as out:
        out.write("place,item,amount\n")
        lines = []
        for row in range(given.rows):
            place = row if row < count else random.randrange(count)
            amount = random.randrange(1, 1000000)
            sums[place] += amount
            lines.append(f"P{place * 7919 % count:07d},item {row % 100},{amount}\n")
            if len(lines) == 100000:
                out.write("".join(lines))
                lines.clear()
        out.write("".join(lines))
    wrong = max(1, count // 20)
    with open(os.path.join(given.directory, "places.csv"), "w", encoding="utf-8") as out:
        out.write("place,amount\n")
        out.writelines(f"P{place * 7919 % count:07d},{sums[place] + (100 if place % wrong == wrong // 2 else 0)}\n" for place in range(count))
    write(given.directory, "report.toml", GROUP_MANIFEST)
    write(given.directory, "rules.xf", GROUP_RULES)


def sums(given):
    random.seed(20131231)
    with open(os.path.join(given.directory, "table.csv"), "w", encoding="utf-8") as out:
        out.write("name,a,b,s\n")
        for row in range(given.rows):
            a, b, off = random.randrange(1, 100000), random.randrange(1, 100000), random.randrange(1, 1000)
            out.write(f"n{row},{a},{b},{a + b + (off if row < given.sums else 0)}\n")
    write(given.directory, "report.toml", SUM_MANIFEST)
    write(given.directory, "rules.xf", SUM_RULES)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory")
    parser.add_argument("rows", type=int)
    parser.add_argument("--wrong", type=int, default=20)
    parser.add_argument("--groups", type=int)
    parser.add_argument("--sums", type=int)
    given = parser.parse_args()
    os.makedirs(given.directory, exist_ok=True)
    if given.groups:
        return groups(given)
    if given.sums is not None:
        return sums(given)
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
    write(given.directory, "report.toml", MANIFEST)
    write(given.directory, "rules.xf", RULES)


if __name__ == "__main__":
    main()
