// Every cell of workbooks as SheetJS reads them, held against sheet-extract:
//   node books.js SHEET-EXTRACT FILE...
// A line for each file, "NAME TAB CELLS TAB difference; difference ...". Only
// differences of value: a date is the day that its number is.
'use strict'
const {execFileSync} = require('child_process')
const path = require('path')
const xlsx = require('xlsx')

const MOST = 4
const DAY = 86400000

function parse(text) {
	const rows = []
	let row = [], at = 0
	const field = /"((?:[^"]|"")*)"|([^,\r\n]*)/y
	while (at < text.length) {
		field.lastIndex = at
		const m = field.exec(text)
		row.push(m[1] === undefined ? m[2] : m[1].replace(/""/g, '"'))
		at = field.lastIndex
		if (text[at] !== ',') {
			rows.push(row)
			row = []
		}
		at++
	}
	return rows
}

// The number that a date, time or duration of ours stands for, or null.
function serial(text, from1904) {
	let m = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text)
	if (m) {
		return ((m[1] || 0) * 3600 + (m[2] || 0) * 60 +
		    Number(m[3] || 0)) / 86400
	}
	if (text.startsWith('1900-02-29')) text = `1899-12-30${text.slice(10)}`
	m = /^(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d:\d\d(?:\.\d+)?)?$/.exec(text)
	if (!m || text === '') return null
	const time = m[2] ? Date.parse(`1970-01-01T${m[2]}Z`) / DAY : 0
	if (!m[1]) return time
	let day = Date.parse(`${m[1]}T00:00:00Z`) / DAY + 25569
	if (from1904) day -= 1462
	else if (text.startsWith('1899-12-30')) day = 60
	else if (day < 61) day--
	return day + time
}

function same(cell, ours, from1904) {
	const v = cell.v
	switch (cell.t) {
	case 'n': {
		if (ours !== '' && Number(ours) === v) return true
		const s = serial(ours, from1904)
		return s !== null && Math.abs(s - v) < 1 / DAY
	}
	case 'b': return ours === (v ? 'TRUE' : 'FALSE')
	case 'e': return ours === (cell.w || v)
	case 's': return String(v).replace(/\r\n?/g, '\n') ===
	    ours.replace(/\r\n?/g, '\n')
	}
	return ours === ''
}

function compareSheet(rows, sheet, from1904, tell) {
	let cells = 0
	const seen = new Set()
	for (const key of Object.keys(sheet)) {
		if (key[0] === '!') continue
		const {r, c} = xlsx.utils.decode_cell(key)
		const ours = (rows[r] || [])[c] || ''
		seen.add(`${r} ${c}`)
		cells++
		if (!same(sheet[key], ours, from1904)) {
			tell(`${key}: ${ours}, SheetJS has ${sheet[key].v}`)
		}
	}
	rows.forEach((row, r) => row.forEach((text, c) => {
		if (text !== '' && !seen.has(`${r} ${c}`)) {
			tell(`row ${r + 1}, column ${c + 1}: ${text}, ` +
			    'SheetJS has nothing')
		}
	}))
	return cells
}

function extract(program, file, number) {
	try {
		return execFileSync(program, ['-q', '-s', String(number), file],
		    {encoding: 'utf8', maxBuffer: 1 << 30, stdio: 'pipe'})
	} catch (e) {
		if (e.status === 1) return e.stdout
		if (/it has no cells/.test(e.stderr)) return null
		throw new Error(e.stderr.trim())
	}
}

function compare(program, file) {
	const book = xlsx.readFile(file, {sheetStubs: false})
	const props = (book.Workbook && book.Workbook.WBProps) || {}
	const differences = []
	let cells = 0
	book.SheetNames.forEach((name, i) => {
		const text = extract(program, file, i + 1)
		if (text === null) return
		cells += compareSheet(parse(text), book.Sheets[name],
		    Boolean(props.date1904),
		    (what) => differences.push(`${name}!${what}`))
	})
	return {cells, differences}
}

for (const file of process.argv.slice(3)) {
	let cells = 0, text = ''
	try {
		const r = compare(process.argv[2], file)
		cells = r.cells
		text = r.differences.slice(0, MOST).join('; ')
		if (r.differences.length > MOST) {
			text += `; ${r.differences.length} in all`
		}
	} catch (e) {
		text = e.message
	}
	console.log(`${path.basename(file)}\t${cells}\t${text.replace(/\s+/g, ' ')}`)
}
