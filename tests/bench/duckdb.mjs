// duckdb.mjs IN OUT: DuckDB copies a CSV on both cores. Prints the seconds
// of the copy alone, so that Node's start does not count against it.
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";

const require = createRequire(process.env.BENCH_NODE + "/");
const { DuckDBInstance } = require("@duckdb/node-api");
const [input, output] = process.argv.slice(2);
const quote = (s) => "'" + s.replaceAll("'", "''") + "'";
const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const db = await instance.connect();
const start = performance.now();

await db.run(`COPY (SELECT * FROM read_csv(${quote(input)}, all_varchar=true))
    TO ${quote(output)} (FORMAT csv, USE_TMP_FILE false)`);
console.error(((performance.now() - start) / 1000).toFixed(3));
