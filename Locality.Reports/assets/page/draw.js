// Draws charts without a screen: reads pictures as JSON, writes one SVG for each.
(function () {
  'use strict';
  const { pictures, palette, width } = input;
  const drawn = pictures.map(({ name, height, picture, layer, frame }) => {
    if (picture.map) {
      echarts.registerMap(picture.map.name, JSON.parse(picture.map.geoJson));
    }
    const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
    chart.setOption(globalThis.localityCharts.resolve(picture.options[layer][frame], palette));
    const svg = chart.renderToSVGString();
    chart.dispose();
    return { name, svg };
  });
  process.stdout.write(JSON.stringify(drawn));
})();
