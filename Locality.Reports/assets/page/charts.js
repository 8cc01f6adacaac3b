// What charts need beside the chart library: colours by name, and the drawing of intervals, ranges and strips.
// The page uses it, and the program that writes chart files. Nothing here makes HTML.
(function (root) {
  'use strict';

  // The keys under which a text may name a colour or a function. Names of places are never under them.
  const colourKeys = new Set(['color', 'borderColor', 'backgroundColor', 'areaColor', 'textBorderColor']);
  const functionKeys = new Set(['formatter', 'renderItem']);

  // Marks that turn the direction of writing would turn what stands beside a name, too.
  function clean(text) {
    return text.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD');
  }

  // The chart library takes {name|words} for a style of its own: a space without width keeps it words.
  function tip(item) {
    return ((item.data && item.data.tip) || '').replace(/(\{\w+)\|/g, '$1\u200B|');
  }

  function tips(items) {
    const heading = items.length > 0 ? String(items[0].axisValueLabel || items[0].axisValue) : '';
    return [heading].concat(items.map(tip).filter(Boolean)).join('\n');
  }

  // The symbols of ChartPalette, in its order.
  const symbols = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect', 'emptyTriangle', 'emptyDiamond'];

  function symbol(number, x, y, size, colour) {
    const name = symbols[(number || 0) % symbols.length];
    const empty = name.startsWith('empty');
    const style = empty ? { fill: 'none', stroke: colour, lineWidth: 2 } : { fill: colour };
    const half = size / 2;
    switch (empty ? name.slice(5).toLowerCase() : name) {
      case 'rect': return { type: 'rect', shape: { x: x - half * 0.85, y: y - half * 0.85, width: size * 0.85, height: size * 0.85 }, style };
      case 'triangle': return { type: 'polygon', shape: { points: [[x, y - half], [x + half, y + half * 0.8], [x - half, y + half * 0.8]] }, style };
      case 'diamond': return { type: 'polygon', shape: { points: [[x, y - half], [x + half, y], [x, y + half], [x - half, y]] }, style };
      default: return { type: 'circle', shape: { cx: x, cy: y, r: half }, style };
    }
  }

  function line(x1, y1, x2, y2, style) {
    return { type: 'line', shape: { x1, y1, x2, y2 }, style };
  }

  // An interval with its mean: [mean, lower, upper, row, offset in rows, number of the symbol]. An end that is missing is open.
  function interval(parameters, api) {
    const colour = api.visual('color');
    const row = api.coord([api.value(0), api.value(3)]);
    const y = row[1] + (api.value(4) || 0) * api.size([0, 1])[1];
    const at = (value) => api.coord([value, 0])[0];
    const children = [];
    const [low, high] = [api.value(1), api.value(2)];
    if (Number.isFinite(low) && Number.isFinite(high)) {
      const style = { stroke: colour, lineWidth: 2.5 };
      children.push(line(at(low), y, at(high), y, style), line(at(low), y - 5, at(low), y + 5, style), line(at(high), y - 5, at(high), y + 5, style));
    }
    children.push(symbol(api.value(5), row[0], y, 12, colour));
    return { type: 'group', children };
  }

  // The same standing: [column, mean, lower, upper].
  function standing(parameters, api) {
    const colour = api.visual('color');
    const top = api.coord([api.value(0), api.value(3)]);
    const bottom = api.coord([api.value(0), api.value(2)]);
    return Number.isFinite(top[1]) && Number.isFinite(bottom[1]) ? line(top[0], top[1], bottom[0], bottom[1], { stroke: colour, lineWidth: 1.5, opacity: 0.7 }) : null;
  }

  // A bar between two values: [from, to, row, share of the row that it fills].
  function range(parameters, api) {
    const from = api.coord([api.value(0), api.value(2)]);
    const to = api.coord([api.value(1), api.value(2)]);
    const height = api.size([0, 1])[1] * (api.value(3) || 0.6);
    return { type: 'rect', shape: { x: Math.min(from[0], to[0]), y: from[1] - height / 2, width: Math.abs(to[0] - from[0]), height }, style: { fill: api.visual('color') } };
  }

  // A dot of a strip: [value, row, offset in rows, radius].
  function strip(parameters, api) {
    const at = api.coord([api.value(0), api.value(1)]);
    const y = at[1] + (api.value(2) || 0) * api.size([0, 1])[1];
    return { type: 'circle', shape: { cx: at[0], cy: y, r: api.value(3) || 3.2 }, style: { fill: api.visual('color'), opacity: 0.65 } };
  }

  // A box with whiskers in the upper half of a row: [least, lower quarter, median, upper quarter, most, row].
  function box(parameters, api) {
    const colour = api.visual('color');
    const size = api.size([0, 1])[1];
    const y = api.coord([0, api.value(5)])[1] - size * 0.16;
    const x = [0, 1, 2, 3, 4].map((place) => api.coord([api.value(place), 0])[0]);
    const half = Math.min(size * 0.16, 14);
    const style = { stroke: colour, lineWidth: 2, fill: 'none' };
    return { type: 'group', children: [
      line(x[0], y, x[1], y, style), line(x[3], y, x[4], y, style),
      line(x[0], y - half / 2, x[0], y + half / 2, style), line(x[4], y - half / 2, x[4], y + half / 2, style),
      { type: 'rect', shape: { x: x[1], y: y - half, width: x[3] - x[1], height: 2 * half }, style: { stroke: colour, lineWidth: 2, fill: colour, fillOpacity: 0.15 } },
      line(x[2], y - half, x[2], y + half, { stroke: colour, lineWidth: 3 }),
    ] };
  }

  function short(value) {
    const text = String(value);
    return text.length > 40 ? text.slice(0, 39) + '…' : text;
  }

  function shortName(item) {
    return short(item.name);
  }

  // Nodes of a graph are numbered; what they are called is their label.
  function title(item) {
    return short((item.data && item.data.label && item.data.label.text) || item.name);
  }

  const functions = { tip, tips, interval, standing, range, strip, box, short, shortName, title };

  function resolve(value, key, palette) {
    if (Array.isArray(value)) {
      return value.map((item) => resolve(item, key, palette));
    }
    if (value && typeof value === 'object') {
      const copy = {};
      for (const name of Object.keys(value)) {
        copy[name] = resolve(value[name], name, palette);
      }
      // Left alone, the library takes the height of lines from a letter that many fonts lack, and lines lie on each other.
      if (copy.overflow === 'break' && !copy.lineHeight) {
        copy.lineHeight = 15;
      }
      return copy;
    }
    if (typeof value === 'string') {
      if (colourKeys.has(key) && value[0] === '@') {
        return palette[value.slice(1)];
      }
      if (functionKeys.has(key) && value[0] === '#') {
        return functions[value.slice(1)];
      }
      return clean(value);
    }
    return value;
  }

  root.localityCharts = { clean, resolve: (option, palette) => resolve(option, '', palette) };
})(typeof window === 'undefined' ? globalThis : window);
