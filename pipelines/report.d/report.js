// What a page can do besides being read: rows in another order, one
// municipality. Without it nothing is missing but that.
(() => {
	'use strict';
	const say = document.createElement('p');
	say.className = 'keuze-zegt';
	say.setAttribute('role', 'status');

	// A Dutch number in a cell, with or without a mark; others come last.
	const number = (text) => {
		const found = /^[−-]?[\d.]+(,\d+)?/.exec(text);
		return found ? Number(found[0].replace(/\./g, '')
		    .replace(',', '.').replace('−', '-')) : NaN;
	};
	const compare = (a, b) => {
		const [x, y] = [number(a), number(b)];
		return isNaN(x) !== isNaN(y) ? (isNaN(x) ? 1 : -1) :
		    isNaN(x) ? a.localeCompare(b, 'nl') : x - y;
	};
	const told = (row, at) => row.cells[at] ?
	    row.cells[at].textContent.trim() : '';

	// Rows change places among their like: municipalities within their deal.
	const runs = (body) => [...body.rows].reduce((all, row) => {
		const last = all[all.length - 1];
		if (last && last[0].className === row.className)
			last.push(row);
		else
			all.push([row]);
		return all;
	}, []);
	function order(table, at, down) {
		for (const body of table.tBodies)
			for (const run of runs(body)) {
				const after = run[run.length - 1].nextSibling;
				run.sort((a, b) => {
					const [x, y] = [told(a, at), told(b, at)];
					const blank = isNaN(number(x)) !==
					    isNaN(number(y));
					return down && !blank ? compare(y, x) :
					    compare(x, y);
				});
				for (const row of run)
					body.insertBefore(row, after);
			}
	}
	function sortable(table) {
		const heads = [...table.tHead.rows[0].cells];
		heads.forEach((head, at) => {
			const button = document.createElement('button');
			button.type = 'button';
			button.append(...head.childNodes);
			head.append(button);
			button.addEventListener('click', () => {
				const down = head.ariaSort === 'ascending';
				for (const h of heads)
					h.removeAttribute('aria-sort');
				head.ariaSort = down ? 'descending' : 'ascending';
				order(table, at, down);
			});
		});
	}
	for (const table of document.querySelectorAll('section > .tabel table'))
		if (table.tHead && [...table.tBodies].some((body) =>
		    runs(body).some((run) => run.length > 2)))
			sortable(table);

	// What a year of a figure says, under it, for who points at it or comes to
	// it by keyboard: a figure is one stop, arrows go from year to year.
	for (const svg of document.querySelectorAll('.doek svg')) {
		const points = [...svg.querySelectorAll('.punt')];
		if (!points.length)
			continue;
		const line = document.createElement('p');
		line.className = 'wijst';
		line.setAttribute('aria-hidden', 'true');
		svg.parentNode.after(line);
		points.forEach((point, at) => {
			const show = () => {
				line.textContent =
				    point.getAttribute('aria-label');
			};
			point.addEventListener('pointerenter', show);
			point.addEventListener('focus', show);
			point.addEventListener('keydown', (event) => {
				const to = {ArrowLeft: at - 1,
				    ArrowRight: at + 1, Home: 0,
				    End: points.length - 1}[event.key];
				if (!points[to])
					return;
				event.preventDefault();
				point.setAttribute('tabindex', '-1');
				points[to].setAttribute('tabindex', '0');
				points[to].focus();
			});
		});
	}

	// Of a long table only the rows with these letters in them.
	const plain = (text) => text.toLocaleLowerCase('nl');
	function searchable(table) {
		const lines = [...table.tBodies].flatMap((b) => [...b.rows])
		    .filter((r) => r.cells.length > 1);
		if (lines.length < 12)
			return;
		const label = document.createElement('label');
		const input = document.createElement('input');
		const told = document.createElement('span');
		label.className = 'zoek';
		input.type = 'search';
		told.setAttribute('role', 'status');
		label.append('Zoek in deze tabel: ', input, ' ', told);
		table.parentNode.before(label);
		input.addEventListener('input', () => {
			const want = plain(input.value.trim());
			let n = 0;
			for (const row of lines) {
				const fits = plain(row.textContent)
				    .includes(want);
				row.classList.toggle('weg', !fits);
				n += fits;
			}
			told.textContent = want === '' ? '' :
			    `${n} van ${lines.length} rijen`;
		});
	}
	for (const table of document.querySelectorAll('section > .tabel table'))
		searchable(table);

	// One municipality: its rows and its card, of which others are hidden.
	const rows = [...document.querySelectorAll('tr.gemeente')];
	const cards = [...document.querySelectorAll('.kaart')];
	const name = (row) => told(row, 0).replace(/ \(o\)$/, '');
	const names = [...new Set(rows.map(name))];
	const nav = document.querySelector('nav');
	if (names.length < 2 || !nav)
		return;
	const label = document.createElement('label');
	label.className = 'keuze';
	label.textContent = 'Toon van de gemeenten: ';
	const select = document.createElement('select');
	for (const text of ['alle', ...names])
		select.add(new Option(text, text === 'alle' ? '' : text));
	label.append(select);
	nav.after(label, say);
	select.addEventListener('change', () => {
		const one = select.value;
		for (const row of rows)
			row.hidden = one !== '' && name(row) !== one;
		for (const card of cards)
			card.hidden = one !== '' &&
			    card.querySelector('h3').textContent !== one;
		say.textContent = one === '' ? 'Alle gemeenten staan in de ' +
		    'tabellen.' : 'Van de gemeenten staat alleen ' + one +
		    ' in de tabellen; provincie en Woondeals staan er bij.';
	});
})();
