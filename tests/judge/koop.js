// The files for ArcGIS, served by Koop's FeatureServer (Esri's own) to Esri's
// own JavaScript client, on this machine:
//   node koop.js DIRECTORY
// A line for each file, "NAME TAB ROWS TAB problem; problem ...": its fields
// and types as the .csvt declares them, as many rows as the file has, page by
// page, every value as it stands in the file, and a row found by its key.
'use strict'
const fs = require('fs')
const http = require('http')
const path = require('path')
const koop = require('@koopjs/featureserver')
const client = require('@esri/arcgis-rest-feature-service')

const PAGE = 2000
const TYPES = {Integer: 'Integer', Real: 'Double', Date: 'Date',
    String: 'String'}

// Fields of all records of a CSV.
function parse(text) {
	const cell = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y
	const records = []
	let record = []
	while (cell.lastIndex < text.length) {
		const [, quoted, plain, end] = cell.exec(text)
		record.push(quoted === undefined ? plain :
		    quoted.replace(/""/g, '"'))
		if (end === ',') continue
		records.push(record)
		record = []
	}
	return records
}

// Milliseconds; NaN for a day that is none.
function day(text) {
	const ms = Date.parse(text)
	return isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text ?
	    NaN : ms
}

function value(text, type) {
	if (text === '') return null
	if (type === 'Integer' || type === 'Double') return Number(text)
	return type === 'Date' ? day(text) : text
}

// A file as the GeoJSON that Koop serves.
function load(file) {
	const [names, ...rows] = parse(fs.readFileSync(file, 'utf8'))
	const types = fs.readFileSync(file.replace(/csv$/, 'csvt'), 'utf8')
	    .trim().split(',').map((t) => TYPES[t.replace(/\(.*/, '')])
	const fields = names.map((name, i) => ({name, type: types[i]}))
	const features = rows.map((row, n) => {
		const properties = {objectid: n + 1}
		names.forEach((name, i) => {
			properties[name] = value(row[i], types[i])
		})
		return {type: 'Feature', properties, geometry: null}
	})
	return {type: 'FeatureCollection', features, metadata: {
		name: path.basename(file, '.csv'), idField: 'objectid',
		maxRecordCount: PAGE,
		fields: [{name: 'objectid', type: 'Integer'}, ...fields]}}
}

// Koop asks for Express; this is as much of it as Koop uses.
function serve(layers) {
	return http.createServer(async (req, res) => {
		const url = new URL(req.url, 'http://127.0.0.1')
		let body = ''
		for await (const chunk of req) body += chunk
		req.query = Object.fromEntries(url.searchParams)
		req.body = Object.fromEntries(new URLSearchParams(body))
		res.status = (code) => { res.statusCode = code; return res }
		res.json = (data) => res.end(JSON.stringify(data))
		const [, name, query] = url.pathname.match(
		    /^\/(\w+)\/FeatureServer\/0(\/query)?$/) || []
		try {
			const data = {...layers[name]}
			if (query) koop.query(req, res, data)
			else koop.layerInfo(req, res, data)
		} catch (e) {
			res.json({error: {code: e.code || 500, message: e.message}})
		}
	})
}

async function all(url) {
	const rows = []
	for (;;) {
		const answer = await client.queryFeatures({url, where: '1=1',
		    outFields: '*', returnGeometry: false,
		    resultOffset: rows.length, resultRecordCount: PAGE})
		rows.push(...answer.features.map((f) => f.attributes))
		if (!answer.exceededTransferLimit || !answer.features.length) {
			return rows
		}
	}
}

async function judge(url, data) {
	const problems = []
	const layer = await client.getLayer({url})
	const declared = data.metadata.fields.slice(1)
	    .map((f) => `${f.name}:esriFieldType${f.type}`)
	const seen = layer.fields.filter((f) => f.name !== 'objectid')
	    .map((f) => `${f.name}:${f.type}`)
	if (declared.join() !== seen.join()) {
		problems.push(`fields ${seen.find((f, i) => f !== declared[i])}`)
	}
	if (layer.type !== 'Table') problems.push(`type ${layer.type}`)
	const {count} = await client.queryFeatures({url, returnCountOnly: true,
	    where: '1=1'})
	if (count !== data.features.length) problems.push(`${count} rows`)
	const rows = await all(url)
	if (rows.length !== count) problems.push(`${rows.length} of ${count}`)
	rows.forEach((row, n) => {
		const want = data.features[n].properties
		const bad = Object.keys(want).find((k) => want[k] !== row[k])
		if (bad) {
			problems.push(`row ${n + 2}: ${bad} is ${row[bad]}, ` +
			    `not ${want[bad]}`)
		}
	})
	const key = data.features[data.features.length - 1].properties.sleutel
	const found = await client.queryFeatures({url,
	    where: `sleutel = '${key.replace(/'/g, "''")}'`, outFields: '*'})
	if (found.features.length !== 1) {
		problems.push(`${found.features.length} rows of key ${key}`)
	}
	return {rows: rows.length, problems}
}

async function main(dir) {
	const files = fs.readdirSync(dir).filter((f) => f.endsWith('.csv'))
	const layers = {}
	for (const f of files) {
		layers[f.replace('.csv', '')] = load(path.join(dir, f))
	}
	const server = serve(layers)
	await new Promise((up) => server.listen(0, '127.0.0.1', up))
	for (const [name, data] of Object.entries(layers)) {
		const url = `http://127.0.0.1:${server.address().port}` +
		    `/${name}/FeatureServer/0`
		const {rows, problems} = await judge(url, data)
		    .catch((e) => ({rows: 0, problems: [e.message]}))
		console.log(`${name}.csv\t${rows}\t` +
		    problems.slice(0, 5).join('; ').replace(/\s+/g, ' '))
	}
	server.close()
}

koop.setLogger({logger: {error() {}, warn() {}, info() {}, debug() {},
	silly() {}, verbose() {}}})
setTimeout(() => { console.log('koop\t0\tno end in two minutes')
	process.exit(1) }, 120000).unref()
main(process.argv[2])
