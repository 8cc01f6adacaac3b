// What the page does: draws charts, switches their pictures, saves them, and sorts tables. It loads nothing.
(function () {
  'use strict';

  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  // What PackedJson packed: rows as columns, texts and parts by their numbers.
  function unpack({ words, parts, value }) {
    const made = [];
    function whole(item) {
      if (Array.isArray(item)) {
        return item.map(whole);
      }
      if (!item || typeof item !== 'object') {
        return item;
      }
      if ('$part' in item) {
        return made[item.$part];
      }
      if ('$same' in item) {
        return new Array(item.$count).fill(whole(item.$same));
      }
      if ('$at' in item) {
        return whole(item.$at).map((number) => words[number]);
      }
      if ('$lines' in item) {
        return across(item.$lines, (line) => line.join('\n'));
      }
      if ('$rows' in item) {
        return across(item.$rows, (row) => row);
      }
      if ('$columns' in item) {
        return across(item.$columns, (row) => Object.fromEntries(item.$keys.map((key, place) => [key, row[place]])));
      }
      return Object.fromEntries(Object.keys(item).map((key) => [key, whole(item[key])]));
    }
    function across(columns, make) {
      const all = columns.map(whole);
      return all[0].map((_, place) => make(all.map((column) => column[place])));
    }
    parts.forEach((part) => made.push(whole(part)));
    return whole(value);
  }

  const palettes = read('palettes');
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  let printing = false;
  const palette = () => (dark.matches && !printing ? palettes.dark : palettes.light);
  const registered = new Set();
  const charts = [];

  function option(chart) {
    return window.localityCharts.resolve(chart.picture.options[chart.layer][chart.frame], palette());
  }

  function draw(chart) {
    chart.instance.setOption(option(chart), { notMerge: true });
  }

  function open(figure) {
    const picture = unpack(read(figure.dataset.chart));
    if (picture.map && !registered.has(picture.map.name)) {
      window.echarts.registerMap(picture.map.name, JSON.parse(picture.map.geoJson));
      registered.add(picture.map.name);
    }
    const place = figure.querySelector('.picture');
    const chart = { figure, picture, layer: 0, frame: 0, instance: window.echarts.init(place, null, { renderer: 'svg' }) };
    charts.push(chart);
    draw(chart);
    connect(chart);
    new ResizeObserver(() => { if (!printing) { chart.instance.resize(); } }).observe(place);
  }

  function connect(chart) {
    const { figure, picture } = chart;
    const slider = figure.querySelector('input[type=range]');
    if (slider) {
      const shown = figure.querySelector('.frame');
      slider.addEventListener('input', () => {
        chart.frame = Number(slider.value);
        shown.textContent = window.localityCharts.clean(picture.frames[chart.frame]);
        slider.setAttribute('aria-valuetext', shown.textContent);
        draw(chart);
      });
    }
    const layers = figure.querySelector('select');
    if (layers) {
      layers.addEventListener('change', () => {
        chart.layer = Number(layers.value);
        draw(chart);
      });
    }
    figure.querySelector('.save-svg').addEventListener('click', () => save(figure.id + '.svg', new Blob([svg(chart)], { type: 'image/svg+xml' })));
    figure.querySelector('.save-png').addEventListener('click', () => savePng(chart));
  }

  function svg(chart) {
    return chart.instance.renderToSVGString({ useViewBox: true });
  }

  function save(name, blob) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  function savePng(chart) {
    const scale = 2;
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = chart.instance.getWidth() * scale;
      canvas.height = chart.instance.getHeight() * scale;
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => save(chart.figure.id + '.png', blob), 'image/png');
    };
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg(chart));
  }

  function sortable(table) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      head.querySelector('button').addEventListener('click', () => {
        const falling = head.getAttribute('aria-sort') === 'ascending';
        heads.forEach((other) => other.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', falling ? 'descending' : 'ascending');
        const body = table.tBodies[0];
        const rows = [...body.rows].map((row, place) => ({ row, place, cell: row.cells[column] }));
        rows.sort((a, b) => (falling ? -1 : 1) * compare(a.cell, b.cell) || a.place - b.place);
        rows.forEach(({ row }) => body.append(row));
      });
    });
  }

  function compare(a, b) {
    const [x, y] = [a.dataset.order, b.dataset.order];
    if (x !== undefined && y !== undefined) {
      return Number(x) - Number(y);
    }
    return x !== undefined ? -1 : y !== undefined ? 1 : a.textContent.localeCompare(b.textContent, 'en');
  }

  // On paper: light colours, the width of the page, and folded parts open.
  const printWidth = 680;
  const folded = [];
  window.addEventListener('beforeprint', () => {
    printing = true;
    document.querySelectorAll('details.print:not([open])').forEach((part) => { part.open = true; folded.push(part); });
    charts.forEach((chart) => { chart.instance.resize({ width: printWidth }); draw(chart); });
  });
  window.addEventListener('afterprint', () => {
    printing = false;
    folded.splice(0).forEach((part) => { part.open = false; });
    charts.forEach((chart) => { chart.instance.resize({ width: 'auto' }); draw(chart); });
  });
  dark.addEventListener('change', () => {
    charts.forEach(draw);
    document.documentElement.dataset.colours = dark.matches ? 'dark' : 'light';
  });

  // The words are on the screen first; then come the pictures, one after another.
  const figures = [...document.querySelectorAll('figure[data-chart]')];
  document.querySelectorAll('table.sortable').forEach(sortable);
  (function next() {
    const figure = figures.shift();
    if (!figure) {
      document.documentElement.dataset.ready = 'yes';
      return;
    }
    open(figure);
    setTimeout(next, 0);
  })();
})();
