// sql.mjs FILE: DuckDB runs the SQL of FILE on both cores. Prints the seconds
// of that alone, so that Node's start does not count against it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";

const require = createRequire(process.env.BENCH_NODE + "/");
const { DuckDBInstance } = require("@duckdb/node-api");
const sql = readFileSync(process.argv[2], "utf8");
const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const db = await instance.connect();
const start = performance.now();

await db.run(sql);
console.error(((performance.now() - start) / 1000).toFixed(3));
