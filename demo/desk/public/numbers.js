// Draws the pictures from the tables below them, so that both always say the same. Without it the tables stand alone.

/* global Chart */

const rowsOf = (id) =>
  [...document.querySelectorAll(`#${id} tbody tr`)].map((row) => ({
    label: row.cells[0].textContent.trim(),
    numbers: [...row.cells].slice(1).map((cell) => Number(cell.textContent)),
  }));
const phone = matchMedia('(max-width: 599px)');
const dark = matchMedia('(prefers-color-scheme: dark)');
const shorter = (text, most) =>
  text.length > most ? `${text.slice(0, most - 1).replace(/[\s,.;:]+$/, '')}…` : text;

const coloursHere = () => {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    accent: colour('accent'),
    pale: `color-mix(in oklab, ${colour('accent')} 45%, ${colour('surface')})`,
    line: colour('line'),
    strong: colour('line-strong'),
    text: colour('text'),
    muted: colour('muted'),
    font: style.getPropertyValue('--sans'),
  };
};

const bar = (label, data, backgroundColor, more = {}) => ({
  label,
  data,
  backgroundColor,
  borderRadius: 3,
  maxBarThickness: 22,
  ...more,
});

const frameOf = (colours, reverse = false) => ({
  animation: false,
  maintainAspectRatio: false,
  plugins: {
    legend: {
      align: 'start',
      reverse,
      labels: { color: colours.muted, boxWidth: 10, boxHeight: 10, useBorderRadius: true, borderRadius: 2 },
    },
  },
});
const numberAxis = (colours) => ({
  beginAtZero: true,
  border: { display: false },
  grid: { color: colours.line },
  ticks: { color: colours.muted, precision: 0, maxTicksLimit: 5 },
});
const nameAxis = (colours, ticks) => ({
  border: { display: false },
  grid: { display: false },
  ticks: { color: colours.muted, ...ticks },
});

const configs = {
  steps(rows, colours) {
    const wide = phone.matches ? 16 : 44;
    const frame = frameOf(colours);
    return {
      type: 'bar',
      data: {
        labels: rows.map(({ label }) => shorter(label, wide)),
        datasets: [
          bar(
            'Answered',
            rows.map(({ numbers }) => numbers[1]),
            colours.accent,
          ),
          bar(
            'Left here',
            rows.map(({ numbers }) => numbers[2]),
            colours.strong,
          ),
        ],
      },
      options: {
        ...frame,
        indexAxis: 'y',
        scales: {
          x: { ...numberAxis(colours), stacked: true },
          y: {
            ...nameAxis(colours, { color: colours.text, autoSkip: false, crossAlign: 'far' }),
            stacked: true,
          },
        },
      },
    };
  },
  days(rows, colours) {
    // Who finished has started, and who started has opened: the bars stand in one another.
    const inside = (label, place, colour, order) =>
      bar(
        label,
        rows.map(({ numbers }) => numbers[place]),
        colour,
        { grouped: false, order },
      );
    return {
      type: 'bar',
      data: {
        labels: rows.map(({ label }) => label),
        datasets: [
          inside('Opened', 0, colours.strong, 3),
          inside('Started', 1, colours.pale, 2),
          inside('Finished', 2, colours.accent, 1),
        ],
      },
      options: {
        ...frameOf(colours, true),
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: nameAxis(colours, { maxRotation: 0, autoSkipPadding: 16 }),
          y: numberAxis(colours),
        },
      },
    };
  },
};

const ROW_PX = 34;
const FRAME_PX = 64;
let drawn = [];

const draw = () => {
  for (const chart of drawn) chart.destroy();
  const colours = coloursHere();
  Chart.defaults.font.family = colours.font;
  Chart.defaults.font.size = 12;
  drawn = [...document.querySelectorAll('canvas[data-chart]')].map((canvas) => {
    const { chart } = canvas.dataset;
    const rows = rowsOf(chart);
    if (chart === 'steps') canvas.parentElement.style.height = `${rows.length * ROW_PX + FRAME_PX}px`;
    return new Chart(canvas, configs[chart](rows, colours));
  });
};

if (typeof Chart === 'undefined') {
  for (const picture of document.querySelectorAll('.picture')) picture.hidden = true;
} else {
  draw();
  for (const media of [phone, dark]) media.addEventListener('change', draw);
}
