// sheetjs.mjs IN: SheetJS writes the first sheet of a workbook as CSV, with
// the numbers as they are stored.
import { createRequire } from "node:module";

const require = createRequire(process.env.BENCH_NODE + "/");
const XLSX = require("xlsx");
const book = XLSX.readFile(process.argv[2], { dense: true });
const sheet = book.Sheets[book.SheetNames[0]];

XLSX.stream.to_csv(sheet, { rawNumbers: true }).pipe(process.stdout);
