#!/usr/bin/env python3
"""The rules of outliers.xf in hand-written DuckDB SQL: duckdb_outliers.py DIRECTORY OUTPUT [THREADS]."""
import sys

import duckdb

directory, output = sys.argv[1], sys.argv[2]
threads = int(sys.argv[3]) if len(sys.argv) > 3 else 2
con = duckdb.connect()
con.execute(f"SET threads = {threads}")
con.execute(
    f"""
    CREATE TEMP TABLE t AS SELECT id, region, urban, total FROM read_csv('{directory}/table.csv', header = true, columns = {{
        'id': 'VARCHAR', 'region': 'VARCHAR', 'urban': 'BIGINT', 'rural': 'BIGINT', 'total': 'BIGINT', 'percent': 'DECIMAL(9, 1)'}});
    COPY (
      SELECT 'outlier' AS rule, id FROM t,
        (SELECT quantile_disc(total, 0.25) AS q1, quantile_disc(total, 0.75) AS q3 FROM t)
        WHERE 2 * total < 5 * q1 - 3 * q3 OR 2 * total > 5 * q3 - 3 * q1
      UNION ALL SELECT 'shares', NULL WHERE (SELECT avg(urban) > avg(total) FROM t WHERE total > 1000)
      UNION ALL SELECT 'regions', NULL WHERE (SELECT count(DISTINCT region) <> 5 FROM t)
    ) TO '{output}' (HEADER)
    """
)
