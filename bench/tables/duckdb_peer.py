#!/usr/bin/env python3
"""The five checks of rules.xf in hand-written DuckDB SQL: duckdb_peer.py DIRECTORY OUTPUT [THREADS].

A percentage is within its rounding when the share lies within half a tenth of it, both ends in; written with whole
numbers where SQL allows, since binary numbers would let 0.05 decide on their last bit.
"""
import sys

try:
    import duckdb
except ImportError:
    print("duckdb is not installed: pip install duckdb", file=sys.stderr)
    sys.exit(77)

directory, output = sys.argv[1], sys.argv[2]
threads = int(sys.argv[3]) if len(sys.argv) > 3 else 2
con = duckdb.connect()
con.execute(f"SET threads = {threads}")
con.execute(
    f"""
    COPY (
      SELECT * FROM (
        SELECT *,
          total <> urban + rural AS somme,
          abs(2000 * urban - (20 * percent)::BIGINT * total) > total AS part,
          id IS NULL AS id_present,
          region NOT IN ('north', 'south', 'east', 'west', 'centre') AS region_unknown,
          percent < 0 OR percent > 100 AS bornes
        FROM read_csv('{directory}/table.csv', header = true, columns = {{
          'id': 'VARCHAR', 'region': 'VARCHAR', 'urban': 'BIGINT', 'rural': 'BIGINT', 'total': 'BIGINT',
          'percent': 'DECIMAL(6,1)'}})
      ) WHERE somme OR part OR id_present OR region_unknown OR bornes
    ) TO '{output}' (HEADER)
    """
)
