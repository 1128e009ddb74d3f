// 均衡度: what each field of work and each kind of organisation has and does; the paler a field, the less was done there.
import { html } from "lit-html";
import { get, query } from "../api.js";
import { seen } from "../seen.js";
import { moment, number, percent, t } from "../words.js";

// A share is of what stands beside it in the same kind.
const SHARES = [
  ["org.seats-filled", "org.seats", "班子配备", "seats filled"],
  ["member.files-there", "member.files-asked", "档案完整", "files complete"],
  ["task.signed", "task.addressed", "任务签收", "tasks signed for"],
  ["dues.collected", "dues.billed", "党费实收", "dues collected"],
];
const COUNTS = [["org.units", "党组织", "organisations"], ["member.members", "党员", "members"]];

const SECTORS = { VILLAGE: "villages", COMMUNITY: "communities", AGENCY: "agencies", STATE_FIRM: "state firms",
  NEW_ORGANIZATION: "new economic and social organisations", SCHOOL: "schools", HOSPITAL: "hospitals", OTHER: "others" };

export const balance = {
  onDay: true,
  title: () => t("均衡度", "Balance"),

  async load(at, signal) {
    const measure = [...COUNTS.map(([code]) => code), ...SHARES.flatMap(([part, whole]) => [part, whole])];
    const by = group => get(query("/statistics/v1/figures", { measure, unit: at.unit, month: seen.day?.slice(0, 7), group }), signal);
    const [sectors, kinds, known] = await Promise.all([by("SECTOR"), by("KIND"), get("/organization/v1/kinds", signal)]);
    const terms = new Map(known.kinds.map(({ kind, term }) => [kind, term]));
    return { unit: kinds.unit.name, month: kinds.month, asOf: kinds.asOf,
      sectors: rowsOf(sectors, Object.keys(SECTORS), (slot, name) => t(name ?? slot, SECTORS[slot] ?? slot)),
      // also a kind of which only its key is known: the table shows all that adds up
      kinds: rowsOf(kinds, [...terms.keys()], slot => terms.get(slot) ?? (slot || t("类别未知", "kind not known"))) };
  },

  view({ unit, month, asOf, sectors, kinds }, at) {
    return html`<p>${unit} · ${month} · ${t("截至", "as of")} ${moment(asOf)}</p>
      ${heat(sectors, t("领域", "Field of work"), t("按领域，颜色越浅做得越少；不排名", "By field of work; the paler, the less; never ranked"))}
      ${heat(kinds, t("组织类别", "Kind"), t("按组织类别，颜色越浅做得越少；不排名", "By kind of organisation; the paler, the less; never ranked"))}
      <p><a href=${query("#/figures", { unit: at.unit })}>${t("各单位的数", "The figures of the units")}</a></p>`;
  },
};

// One for each part that is there, in the order of those that are known, with its values by measure.
function rowsOf(found, order, termOf) {
  const rows = new Map();
  for (const figure of found.figures)
    for (const part of figure.parts) {
      const row = rows.get(part.slot) ?? { key: part.slot, term: termOf(part.slot, part.name), values: new Map() };
      row.values.set(figure.measure, part.value);
      rows.set(part.slot, row);
    }
  const known = order.filter(key => rows.has(key));
  return [...known, ...[...rows.keys()].filter(key => !order.includes(key))].map(key => rows.get(key));
}

function heat(rows, head, caption) {
  // null is a number that is not shown, and no number is none
  const of = (measure, row) => {
    const value = row.values.get(measure);
    return value === undefined ? 0 : value;
  };
  return rows.length === 0 ? html`<p class="empty">${t("没有记录。", "Nothing here.")}</p>` : html`<div class="scroll" tabindex="0" role="region"
    aria-label=${head}><table class="heat">
    <caption>${caption}</caption>
    <thead><tr><th scope="col">${head}</th>${COUNTS.map(([, zh, en]) => html`<th scope="col" class="number">${t(zh, en)}</th>`)}
      ${SHARES.map(([, , zh, en]) => html`<th scope="col" class="number">${t(zh, en)}</th>`)}</tr></thead>
    <tbody>${rows.map(row => html`<tr><th scope="row">${row.term}</th>
      ${COUNTS.map(([measure, zh, en]) => html`<td class="number" data-label=${t(zh, en)}>${number(of(measure, row))}</td>`)}
      ${SHARES.map(([part, whole, zh, en]) => {
        const [some, all] = [of(part, row), of(whole, row)];
        const share = some === null || !all ? null : some / all;
        return html`<td class=${"number" + (share === null ? "" : " h" + Math.max(0, Math.min(5, Math.round(share * 5))))} data-label=${t(zh, en)}
          >${share === null ? "—" : percent(share)}</td>`;
      })}</tr>`)}</tbody></table></div>`;
}
