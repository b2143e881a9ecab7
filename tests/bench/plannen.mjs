// plannen.mjs IN OUT: the wide plan list to the long register by DuckDB on
// both cores. Prints the seconds of the work alone.
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";

const require = createRequire(process.env.BENCH_NODE + "/");
const { DuckDBInstance } = require("@duckdb/node-api");
const [input, output] = process.argv.slice(2);
const quote = (s) => "'" + s.replaceAll("'", "''") + "'";
const years = [...Array(10).keys()].map((i) => `"${2024 + i}"`).join(", ");
const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const db = await instance.connect();
const start = performance.now();

await db.run(`COPY (
    SELECT Gemeente AS gemeente, "Plan ID" AS plan_id, Plannaam AS plan_naam,
	planstatus, CASE WHEN planstatus IN ('1A', '2A') THEN 'hard'
	    WHEN planstatus = 'onbekend' THEN 'onbekend' ELSE 'zacht' END
	    AS hardheid,
	Plantype AS plantype, Vertrouwelijkheid AS vertrouwelijkheid,
	jaar AS jaar_van, jaar AS jaar_tot, 'bouw' AS soort,
	'totaal' AS dimensie, aantal,
	CASE aantal WHEN '0' THEN 'nul' ELSE 'opgegeven' END AS herkomst,
	bron_rij, 'rest' AS telling
    FROM (UNPIVOT (
	SELECT *, row_number() OVER () + 1 AS bron_rij,
	    lower(split_part("Planologische status", '.', 1)) AS laag,
	    CASE laag WHEN 'onbekend' THEN laag ELSE upper(laag) END
		AS planstatus
	FROM read_csv(${quote(input)}, all_varchar=true))
	ON ${years} INTO NAME jaar VALUE aantal))
    TO ${quote(output)} (FORMAT csv, HEADER true, USE_TMP_FILE false)`);
console.error(((performance.now() - start) / 1000).toFixed(3));
