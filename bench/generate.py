#!/usr/bin/env python3
"""Writes a generated dataset and its rules. The same arguments give the same bytes.

usage: generate.py sums FIGURES DIRECTORY     FIGURES / 4 rules, each a sum of three figures printed in k€
       generate.py flat FIGURES DIRECTORY     the same with all figures at the root
       generate.py tables COUNT DIRECTORY     COUNT tables of ten by ten with their totals, all connected, a wrong digit in each
       generate.py rules COUNT DIRECTORY      COUNT rules over a small table, for parsing and checking
       generate.py series ROWS DIRECTORY      a daily series in a CSV file: each total is that of the day before and what is new
       generate.py peer FIGURES DIRECTORY     the dataset of `sums` as figures.csv and rules.csv, for peer_validate.R
"""
import random
import sys
from datetime import date
from pathlib import Path

MANIFEST = '[report]\nid = "bench"\ntitle = "Generated"\nlanguage = "fr"\nperiods = [2012, 2013]\n'


def printed(tenths):
    """12345 as « 1 234,5 k€ »."""
    return f"{tenths // 10:,}".replace(",", " ") + f",{tenths % 10} k€"


def groups(figures):
    """(a, b, c, total) in tenths: mostly equal or one tenth off, as rounding does; one in a hundred wrong."""
    source = random.Random(20131231)
    for number in range(figures // 4):
        parts = [source.randrange(10, 10_000_000) for _ in range(3)]
        off = 1000 if source.randrange(100) == 0 else source.choice([-1, 0, 0, 1])
        yield number, (*parts, sum(parts) + off)


def write(directory, name, text):
    directory.mkdir(parents=True, exist_ok=True)
    (directory / name).write_text(text, encoding="utf-8")


def sums(figures, directory):
    toml, rules = [MANIFEST], []
    for number, values in groups(figures):
        toml.append(f"[t{number}]\n" + "".join(f'{key} = "{printed(v)}"\n' for key, v in zip(("a", "b", "c", "total"), values)))
        rules.append(f"rule s{number}: sum(t{number}.{{a, b, c}}) = t{number}.total\n")
    write(directory, "report.toml", "\n".join(toml))
    write(directory, "sums.xf", "".join(rules))


def flat(figures, directory):
    toml, rules = [], []
    for number, values in groups(figures):
        toml += [f'{key}{number} = "{printed(v)}"\n' for key, v in zip(("a", "b", "c", "total"), values)]
        rules.append(f"rule s{number}: sum({{a{number}, b{number}, c{number}}}) = total{number}\n")
    write(directory, "report.toml", "".join(toml) + "\n" + MANIFEST)
    write(directory, "sums.xf", "".join(rules))


def table(source, carried):
    """True values in hundredths, nine by nine, the first as given; then the totals."""
    cells = [[source.randrange(1_000, 9_000_000) for _ in range(9)] for _ in range(9)]
    if carried is not None:
        cells[0][0] = carried
    rows = [row + [sum(row)] for row in cells]
    return rows + [[sum(column) for column in zip(*rows)]]


def tables(count, directory):
    """2,000 figures and 400 rules where COUNT is 20. Each table's grand total is the next one's first cell."""
    source = random.Random(20131231)
    toml, rules, carried = [MANIFEST], [], None
    for number in range(count):
        values = table(source, carried)
        carried = values[9][9] // 1000
        prints = [[printed((value + 5) // 10) for value in row] for row in values]
        row, column, digit = source.randrange(10), source.randrange(10), source.randrange(10)
        text = prints[row][column]
        at = source.choice([i for i, sign in enumerate(text) if sign.isdigit() and sign != str(digit)][1:])
        prints[row][column] = text[:at] + str(digit) + text[at + 1:]
        for place, cells in enumerate(prints):
            toml.append(f"[t{number}.r{place}]\n" + "".join(f'c{i} = "{cell}"\n' for i, cell in enumerate(cells)))
        parts = "{" + ", ".join(f"c{i}" for i in range(9)) + "}"
        rows = "{" + ", ".join(f"r{i}" for i in range(9)) + "}"
        for i in range(10):
            rules.append(f"rule t{number}-r{i}: sum(t{number}.r{i}.{parts}) = t{number}.r{i}.c9\n")
            rules.append(f"rule t{number}-c{i}: sum(t{number}.{rows}.c{i}) = t{number}.r9.c{i}\n")
        if number > 0:
            rules[-1] = f"rule carried-{number}: t{number - 1}.r9.c9 / 1000 = t{number}.r0.c0\n"
    write(directory, "report.toml", "\n".join(toml))
    write(directory, "sums.xf", "".join(rules))


def rules(count, directory):
    write(directory, "report.toml", MANIFEST + """
[agences]
anru  = { 2012 = "31,9 M€", 2013 = "19,7 M€" }
anah  = { 2012 = "13 M€",   2013 = "24,4 M€" }
acse  = { 2012 = "6,9 M€",  2013 = "6,9 M€" }
total = { 2012 = "51,8 M€", 2013 = "51 M€" }
""")
    text = ["group agences in agences {\n"]
    for number in range(count):
        text.append(f'  rule r{number} "Le total {{y}} des agences est la somme des trois agences"\n'
                    "    for y in report.periods:\n      sum({anru, anah, acse}[y]) = total[y]\n")
    write(directory, "rules.xf", "".join(text) + "}\n")


def series(rows, directory):
    source, total, lines = random.Random(20131231), 0, ["day,new,total"]
    for number in range(rows):
        new = source.randrange(1000)
        total += new
        lines.append(f"{date.fromordinal(date(1900, 1, 1).toordinal() + number)},{new},{total}")
    write(directory, "series.csv", "\n".join(lines) + "\n")
    write(directory, "report.toml", MANIFEST + '[tables.t]\nsource = "series.csv"\n'
          'columns = { day = "date", new = "count", total = "count" }\n')
    write(directory, "prior.xf", "rule step for r in tables.t where r.day > 1900-01-01: prior(r, by: day).total + r.new = r.total\n")
    write(directory, "lookup.xf", "rule step for r in tables.t where r.day > 1900-01-01:\n"
          "  tables.t[day = r.day - 1 j].total + r.new = r.total\n")


def peer(figures, directory):
    """One record with a column for each figure; a rule is an equation up to the rounding of four tenths."""
    names, values, equations = [], [], []
    for number, quadruple in groups(figures):
        for key, value in zip(("a", "b", "c", "total"), quadruple):
            names.append(f"{key}{number}")
            values.append(f"{value / 10}")
        equations.append(f"s{number},abs(a{number} + b{number} + c{number} - total{number}) <= 0.2")
    write(directory, "figures.csv", ",".join(names) + "\n" + ",".join(values) + "\n")
    write(directory, "rules.csv", "name,rule\n" + "\n".join(equations) + "\n")


def main():
    kinds = {"sums": sums, "flat": flat, "tables": tables, "rules": rules, "series": series, "peer": peer}
    if len(sys.argv) != 4 or sys.argv[1] not in kinds or not sys.argv[2].isdigit():
        sys.exit(__doc__)
    kinds[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))


main()
