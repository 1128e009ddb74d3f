// 均衡度: what each kind of organisation has and does, side by side; the paler a field, the less was done there.
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

export const balance = {
  onDay: true,
  title: () => t("均衡度", "Balance"),

  async load(at, signal) {
    const measure = [...COUNTS.map(([code]) => code), ...SHARES.flatMap(([part, whole]) => [part, whole])];
    const [found, known] = await Promise.all([
      get(query("/statistics/v1/figures", { measure, unit: at.unit, month: seen.day?.slice(0, 7), group: "KIND" }), signal),
      get("/organization/v1/kinds", signal),
    ]);
    const values = new Map(found.figures.map(figure => [figure.measure, new Map(figure.parts.map(part => [part.slot, part.value]))]));
    // also a kind of which only its key is known: the table shows all that adds up
    const there = new Set([...values.values()].flatMap(parts => [...parts.keys()]));
    const named = known.kinds.map(({ kind, term }) => ({ kind, term })).filter(({ kind }) => there.delete(kind));
    const kinds = [...named, ...[...there].map(kind => ({ kind, term: kind || t("类别未知", "kind not known") }))];
    return { unit: found.unit.name, month: found.month, asOf: found.asOf, values, kinds };
  },

  view({ unit, month, asOf, values, kinds }, at) {
    // null is a number that is not shown, and no number is none
    const of = (measure, kind) => {
      const value = values.get(measure)?.get(kind.kind);
      return value === undefined ? 0 : value;
    };
    return html`<p>${unit} · ${month} · ${t("截至", "as of")} ${moment(asOf)}</p>
      ${kinds.length === 0 ? html`<p class="empty">${t("没有记录。", "Nothing here.")}</p>` : html`<div class="scroll" tabindex="0" role="region"
        aria-label=${balance.title()}><table class="heat">
        <caption>${t("按组织类别，颜色越浅做得越少；不排名", "By kind of organisation; the paler, the less; never ranked")}</caption>
        <thead><tr><th scope="col">${t("组织类别", "Kind")}</th>${COUNTS.map(([, zh, en]) => html`<th scope="col" class="number">${t(zh, en)}</th>`)}
          ${SHARES.map(([, , zh, en]) => html`<th scope="col" class="number">${t(zh, en)}</th>`)}</tr></thead>
        <tbody>${kinds.map(kind => html`<tr><th scope="row">${kind.term}</th>
          ${COUNTS.map(([measure, zh, en]) => html`<td class="number" data-label=${t(zh, en)}>${number(of(measure, kind))}</td>`)}
          ${SHARES.map(([part, whole, zh, en]) => {
            const [some, all] = [of(part, kind), of(whole, kind)];
            const share = some === null || !all ? null : some / all;
            return html`<td class=${"number" + (share === null ? "" : " h" + Math.max(0, Math.min(5, Math.round(share * 5))))} data-label=${t(zh, en)}
              >${share === null ? "—" : percent(share)}</td>`;
          })}</tr>`)}</tbody></table></div>`}
      <p><a href=${query("#/figures", { unit: at.unit })}>${t("各单位的数", "The figures of the units")}</a></p>`;
  },
};
