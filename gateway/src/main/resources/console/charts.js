// Bars and treemap, drawn as SVG of their own numbers; each is a link that the keyboard reaches.
import { svg, html } from "lit-html";

// rows: { name, value, text, link }
export function bars(rows, label) {
  const most = Math.max(1, ...rows.map(row => row.value ?? 0));
  return html`<svg class="bars" role="group" aria-label=${label} viewBox="0 0 400 ${rows.length * 22}">
    ${rows.map((row, i) => svg`<a href=${row.link}><title>${row.name} ${row.text}</title>
      <text x="0" y=${i * 22 + 15}>${shortened(row.name, 9)}</text>
      <rect x="130" y=${i * 22 + 4} width=${Math.max(1, 200 * (row.value ?? 0) / most)} height="14"></rect>
      <text x=${Math.min(335, 134 + 200 * (row.value ?? 0) / most)} y=${i * 22 + 15}>${row.text}</text></a>`)}
  </svg>`;
}

export function treemap(rows, label) {
  const kept = rows.filter(row => row.value > 0).sort((a, b) => b.value - a.value);
  return html`<svg class="treemap" role="group" aria-label=${label} viewBox="0 0 400 200">
    ${split(kept, 0, 0, 400, 200).map(({ row, x, y, w, h }) => svg`<a href=${row.link}>
      <title>${row.name} ${row.text}</title>
      <rect x=${x + 0.5} y=${y + 0.5} width=${Math.max(0, w - 1)} height=${Math.max(0, h - 1)}></rect>
      ${w > 52 && h > 26 ? svg`<text x=${x + 5} y=${y + 14}>${shortened(row.name, Math.floor(w / 12))}</text>
        <text x=${x + 5} y=${y + 27}>${row.text}</text>` : ""}</a>`)}
  </svg>`;
}

// Halves of about the same sum, along the longer side.
function split(rows, x, y, w, h) {
  if (rows.length === 0) return [];
  if (rows.length === 1) return [{ row: rows[0], x, y, w, h }];
  const sum = rows.reduce((all, row) => all + row.value, 0);
  let first = 0;
  let part = 0;
  while (first < rows.length - 1 && (first === 0 || part + rows[first].value / 2 < sum / 2)) part += rows[first++].value;
  const share = part / sum;
  const [left, right] = [rows.slice(0, first), rows.slice(first)];
  return w >= h ? [...split(left, x, y, w * share, h), ...split(right, x + w * share, y, w * (1 - share), h)]
    : [...split(left, x, y, w, h * share), ...split(right, x, y + h * share, w, h * (1 - share))];
}

function shortened(name, most) {
  return name.length > most ? name.slice(0, Math.max(1, most - 1)) + "…" : name;
}
