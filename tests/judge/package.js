// The release's datapackage.json as Frictionless reads it: every resource,
// every value cast to its declared type, primary keys unique.
//   node package.js DIRECTORY
// A line for each resource, "NAME TAB ROWS TAB problem; problem ..."; the
// first is the package itself.
'use strict'
const fs = require('fs')
const path = require('path')
const {Package} = require('datapackage')

const MOST = 5

function tell(name, rows, problems) {
	const text = problems.slice(0, MOST).join('; ').replace(/\s+/g, ' ')
	const more = problems.length > MOST ?
	    `; and ${problems.length - MOST} more` : ''
	console.log(`${name}\t${rows}\t${text}${more}`)
}

// With forceCast a row that cannot be cast comes as its error.
function castProblems(rows) {
	const problems = []
	for (const row of rows) {
		if (!(row instanceof Error)) continue
		const parts = row.errors && row.errors.length ? row.errors : [row]
		for (const e of parts) {
			problems.push(`row ${row.rowNumber}: ${e.message}`)
		}
	}
	return problems
}

function keyProblems(rows, key) {
	const problems = []
	const seen = new Map()
	rows.forEach((row, i) => {
		if (row instanceof Error) return
		const values = JSON.stringify(key.map((name) => row[name]))
		if (seen.has(values)) {
			problems.push(`row ${i + 2}: primary key ${values} also ` +
			    `in row ${seen.get(values) + 2}`)
		} else {
			seen.set(values, i)
		}
	})
	return problems
}

async function judge(resource) {
	const rows = await resource.read({keyed: true, cast: true,
	    forceCast: true})
	const key = resource.schema.primaryKey || []
	const problems = castProblems(rows)
	if (!key.length) problems.push('no primary key is declared')
	return {rows: rows.length, problems: problems.concat(
	    keyProblems(rows, key))}
}

async function main(dir) {
	const file = path.join(dir, 'datapackage.json')
	const pkg = await Package.load(file)
	tell('datapackage.json', pkg.resources.length,
	    pkg.valid ? [] : pkg.errors.map((e) => e.message))
	for (const resource of pkg.resources) {
		const files = [].concat(resource.descriptor.path)
		const name = files.join('+')
		try {
			files.forEach((f) => fs.accessSync(path.join(dir, f)))
			const r = resource.tabular ? await judge(resource) :
			    {rows: 0, problems: /csv$/.test(name) ?
				['is not a tabular resource'] : []}
			tell(name, r.rows, r.problems)
		} catch (e) {
			tell(name, 0, [e.message || String(e)])
		}
	}
}

function fail(e) {
	tell('datapackage.json', 0, [e.message || String(e)])
	process.exit(1)
}

// The library throws some faults of reading outside its promises.
process.on('uncaughtException', fail)
main(process.argv[2]).catch(fail)
