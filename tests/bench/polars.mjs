// polars.mjs IN OUT: Polars copies a CSV on both cores, every cell as text.
// Prints the seconds of the copy alone, so that Node's start does not count
// against it.
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";

const require = createRequire(process.env.BENCH_NODE + "/");
const pl = require("nodejs-polars");
const [input, output] = process.argv.slice(2);
const start = performance.now();

pl.readCSV(input, { inferSchemaLength: 0 }).writeCSV(output);
console.error(((performance.now() - start) / 1000).toFixed(3));
