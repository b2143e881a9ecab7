// Put at the end of a copy of the page: measures it as the browser shows it
// and leaves what is wrong, a line each, in a pre of its own.
addEventListener('load', () => {
	const wrong = [];
	const say = (what) => wrong.push(what);
	const shown = (e) => {
		const r = e.getBoundingClientRect();
		return r.width > 0 && r.height > 0 &&
		    getComputedStyle(e).visibility === 'visible';
	};

	for (const e of performance.getEntriesByType('resource'))
		say(`request: ${e.name}`);

	let last = 0;
	for (const h of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
		const level = Number(h.tagName[1]);
		if (level > last + 1)
			say(`heading: h${last} then h${level}`);
		if (!h.textContent.trim() || !shown(h))
			say(`heading: h${level} is not to be seen`);
		last = level;
	}

	const figures = document.querySelectorAll('figure');
	if (!figures.length)
		say('figure: none');
	figures.forEach((f, i) => {
		const svg = f.querySelector('.doek svg');
		const box = svg && svg.getBoundingClientRect();
		const name = `figure: ${i + 1}`;
		const [wide, high] = window.papier ? [200, 120] : [300, 150];
		if (!svg || !shown(svg) || box.width < wide || box.height < high)
			say(`${name} is not shown, or too small`);
		else if (!svg.querySelector('title').textContent ||
		    !svg.querySelector('desc').textContent)
			say(`${name} has no words`);
		else if (svg.querySelectorAll('text').length <
		    (f.className === 'klein' ? 6 : 10))
			say(`${name} has no labels`);
		else
			for (const t of svg.querySelectorAll('text'))
				outside(t, box, name);
	});
	function outside(text, box, name) {
		const r = text.getBoundingClientRect();
		if (r.width && (r.left < box.left - 1 ||
		    r.right > box.right + 1 || r.top < box.top - 1 ||
		    r.bottom > box.bottom + 1))
			say(`${name}: cut off: ${text.textContent.trim()}`);
	}

	// Contrast by WCAG 2: 4.5, and 3 for large text.
	const rgb = (c) => (c.match(/[\d.]+/g) || []).map(Number);
	const light = (c) => {
		const [r, g, b] = c.map((v) => v / 255).map((v) =>
		    v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const ground = (e) => {
		for (; e; e = e.parentElement) {
			const c = rgb(getComputedStyle(e).backgroundColor);
			if (c.length && c[3] !== 0)
				return c.slice(0, 3);
		}
		return [255, 255, 255];
	};
	const walk = document.createTreeWalker(document.body,
	    NodeFilter.SHOW_TEXT);
	const dull = new Set();
	while (walk.nextNode()) {
		const e = walk.currentNode.parentElement;
		if (!walk.currentNode.textContent.trim() ||
		    e.closest('svg, script, style') || !shown(e))
			continue;
		const s = getComputedStyle(e);
		const [a, b] = [light(rgb(s.color)), light(ground(e))];
		const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
		const size = parseFloat(s.fontSize);
		const large = size >= 24 || size >= 18.66 && s.fontWeight >= 700;
		if (ratio < (large ? 3 : 4.5))
			dull.add(`${e.tagName} ${e.className} ` +
			    ratio.toFixed(1));
		if (size < 11 && !window.papier)
			dull.add(`${e.tagName} ${e.className} ${size}px`);
	}
	for (const d of dull)
		say(`contrast or size: ${d}`);

	// The same in figures, by what is drawn under the middle of a text; and
	// 3 between a shape or a line and the ground, by its own colour or by
	// that of its edge. Gridlines and empty paper tell nothing; a filter is
	// how gnuplot lays a white box under a text that it draws twice.
	const between = (a, b) => (Math.max(light(a), light(b)) + 0.05) /
	    (Math.min(light(a), light(b)) + 0.05);
	const white = [255, 255, 255];
	const near = (a, b) => Math.abs(a.left - b.left) < 2 &&
	    Math.abs(a.right - b.right) < 2 && Math.abs(a.top - b.top) < 2 &&
	    Math.abs(a.bottom - b.bottom) < 2;
	// The colours of a fill: one, or those of a pattern's lines.
	const fills = (e) => {
		const c = getComputedStyle(e).fill;
		const id = (c.match(/url\("?#([^")]+)/) || [])[1];
		if (!id)
			return c === 'none' || rgb(c)[3] === 0 ? [] : [rgb(c)];
		return [...document.getElementById(id).children].map((p) =>
		    rgb(getComputedStyle(p).stroke));
	};
	const pattern = (e) => getComputedStyle(e).fill.startsWith('url');
	for (const svg of document.querySelectorAll('.doek svg, svg.staal'))
		drawn(svg, new Set());
	function drawn(svg, pale) {
		const all = [...svg.querySelectorAll('path, polygon, rect, text')]
		    .filter((e) => !e.closest('defs') && shown(e) ||
		    e.tagName === 'path' && !e.closest('defs'))
		    .map((e) => ({e, box: e.getBoundingClientRect()}));
		const shapes = all.filter(({e}) => e.tagName !== 'text' &&
		    fills(e).length);
		const edges = all.filter(({e}) => e.tagName === 'path' &&
		    !e.classList.contains('gridline') &&
		    getComputedStyle(e).stroke !== 'none');
		const edge = (box) => edges.some((o) => near(o.box, box) &&
		    between(rgb(getComputedStyle(o.e).stroke), white) >= 3);
		for (const {e, box} of shapes)
			if (fills(e).every((c) => between(c, white) < 3) &&
			    !fills(e).every((c) => between(c, white) < 1.01) &&
			    !edge(box))
				pale.add(`shape ${getComputedStyle(e).fill}`);
		for (const {e} of edges) {
			const c = rgb(getComputedStyle(e).stroke);
			if (between(c, white) < 3 && between(c, white) > 1.01 &&
			    !pattern(e))
				pale.add(`line ${getComputedStyle(e).stroke}`);
		}
		for (const {e, box} of all.filter(({e}) =>
		    e.tagName === 'text' && e.textContent.trim())) {
			const [x, y] = [(box.left + box.right) / 2,
			    (box.top + box.bottom) / 2];
			let under = [white];
			const boxed = all.some((o) => near(o.box, box) &&
			    o.e.closest('[style*=filter]'));
			for (const s of boxed ? [] : shapes)
				if (s.box.left <= x && s.box.right >= x &&
				    s.box.top <= y && s.box.bottom >= y &&
				    s.e.compareDocumentPosition(e) & 4)
					under = pattern(s.e) ?
					    [...under, ...fills(s.e)] : fills(s.e);
			const c = rgb(getComputedStyle(e).fill);
			for (const u of under)
				if (between(c, u) < 4.5)
					pale.add(`text ${e.textContent.trim()} ` +
					    between(c, u).toFixed(1));
		}
		for (const p of pale)
			say(`contrast in a figure: ${p}`);
	}

	const root = document.documentElement;
	if (root.scrollWidth > root.clientWidth)
		say(`width: the page is ${root.scrollWidth} wide in a ` +
		    `window of ${root.clientWidth}`);
	if (root.clientWidth >= 1100)
		for (const t of document.querySelectorAll('.tabel'))
			if (t.scrollWidth > t.clientWidth)
				say(`width: a table is cut off: ` +
				    t.textContent.trim().slice(0, 40));
	for (const t of document.querySelectorAll('table'))
		if (!t.caption || !t.querySelector('th[scope=col]') ||
		    !t.querySelector('th[scope=row]'))
			say(`table: no caption or no headings: ` +
			    t.textContent.trim().slice(0, 40));

	// As on paper (judge/page shows the print rules in a window as wide):
	// nothing is wider, and no letter smaller than 7 points.
	if (window.papier) {
		const least = 7 / 0.75 - 0.01;
		const small = new Set();
		for (const e of document.querySelectorAll('body *')) {
			const right = e.getBoundingClientRect().right;
			if (right > root.clientWidth + 1)
				say(`paper: wider than it: ${e.tagName} ` +
				    e.textContent.trim().slice(0, 30));
			if (!e.textContent.trim() || e.closest('script, style') ||
			    ![...e.childNodes].some((n) => n.nodeType === 3 &&
			    n.textContent.trim()) || !shown(e))
				continue;
			const svg = e.closest('.doek svg');
			const size = parseFloat(getComputedStyle(e).fontSize) *
			    (svg ? svg.getBoundingClientRect().width /
			    svg.viewBox.baseVal.width : 1);
			if (size < least)
				small.add(`${e.tagName} ${(size * 0.75).toFixed(1)}`);
		}
		for (const s of small)
			say(`paper: letters too small: ${s}`);
	}

	const pre = document.createElement('pre');
	pre.id = 'oordeel';
	pre.textContent = wrong.join('\n');
	document.body.append(pre);
});
