#!/usr/bin/env python3
"""The five checks of rules.xf in hand-written pandas: pandas_peer.py DIRECTORY OUTPUT.

Percentages are read as whole tenths where pandas allows, since binary numbers would let 0.05 decide on their last bit. Where pandas
is not installed the script says so and ends with 77, as a skipped test does.
"""
import sys

try:
    import pandas
except ImportError:
    print("pandas is not installed: pip install pandas", file=sys.stderr)
    sys.exit(77)

directory, output = sys.argv[1], sys.argv[2]
table = pandas.read_csv(
    f"{directory}/table.csv",
    dtype={"id": "string", "region": "category", "urban": "int64", "rural": "int64", "total": "int64", "percent": "float64"},
)
tenths = (table["percent"] * 10).round().astype("int64")
failed = (
    (table["total"] != table["urban"] + table["rural"])
    | ((2000 * table["urban"] - 2 * tenths * table["total"]).abs() > table["total"])
    | table["id"].isna()
    | ~table["region"].isin(["north", "south", "east", "west", "centre"])
    | (table["percent"] < 0)
    | (table["percent"] > 100)
)
table[failed].to_csv(output, index=False)
