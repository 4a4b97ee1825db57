#!/usr/bin/env python3
"""The rule of groups in hand-written DuckDB SQL: duckdb_groups.py DIRECTORY OUTPUT [THREADS]."""
import sys

import duckdb

directory, output = sys.argv[1], sys.argv[2]
threads = int(sys.argv[3]) if len(sys.argv) > 3 else 2
con = duckdb.connect()
con.execute(f"SET threads = {threads}")
con.execute(
    f"""
    COPY (
      SELECT p.place, p.sum, q.amount FROM (
        SELECT place, sum(amount) AS sum FROM read_csv('{directory}/parts.csv', header = true, columns = {{
          'place': 'VARCHAR', 'item': 'VARCHAR', 'amount': 'BIGINT'}}) GROUP BY place
      ) p LEFT JOIN read_csv('{directory}/places.csv', header = true, columns = {{
          'place': 'VARCHAR', 'amount': 'BIGINT'}}) q ON p.place = q.place
      WHERE q.amount IS NULL OR p.sum <> q.amount
    ) TO '{output}' (HEADER)
    """
)
