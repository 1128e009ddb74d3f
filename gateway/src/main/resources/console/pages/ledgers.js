// 台账: saved questions over live figures, one row for each unit of a tier; nobody types a number into them.
import { html, nothing } from "lit-html";
import { get, query, raw, send } from "../api.js";
import { form } from "../form.js";
import { button } from "../parts.js";
import { forgetSaved, save, savedLine } from "../saving.js";
import { seen } from "../seen.js";
import { who } from "../session.js";
import { firstPage, listOf, table } from "../table.js";
import { counted, countedIn, moment, percent, t, tierName } from "../words.js";

const MEASURE_FIELDS = ["m1", "m2", "m3", "m4", "m5", "m6"];
const TIERS_DOWN = ["PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE", "BRANCH"];

export const ledgers = {
  title: () => t("台账", "Ledgers"),

  async load(at, signal) {
    const [list, known] = await Promise.all([firstPage("/statistics/v1/ledgers", { limit: 30 }, signal), get("/statistics/v1/measures", signal)]);
    return { list, measures: known.measures };
  },

  view({ list, measures }, at, load) {
    return html`${table(list, [
      { head: t("台账", "Ledger"), cell: each => html`<a href=${"#/ledger/" + each.id}>${each.name}</a>` },
      { head: t("每行一个", "A row for each"), cell: each => tierName(each.tier) },
      { head: t("范围", "Whose"), cell: each => each.unit === who.me.unit ? (each.shared ? t("本单位，下级可看", "ours, shared below") : t("本单位", "ours"))
        : t("上级共享", "shared by a unit above") },
      { head: t("操作", "Act"), cell: each => each.unit === who.me.unit ? button("drop " + each.id, t("撤销", "Drop"), async () => {
        await send("DELETE", "/statistics/v1/ledgers/" + each.id, undefined, each.version);
        await load();
      }, "second") : nothing },
    ], { caption: t("新的在前", "The newest first"), empty: t("还没有台账。", "No ledgers yet.") })}
    ${madeOf(measures, load)}`;
  },
};

function madeOf(measures, load) {
  const tiers = TIERS_DOWN.slice(TIERS_DOWN.indexOf(who.me.tier) + 1);
  if (tiers.length === 0) return nothing;
  const known = measures.map(measure => [measure.code, t(measure.name, measure.nameEn)]);
  const fields = [
    { name: "name", label: t("名称", "Name"), required: true, longest: 100 },
    { name: "tier", label: t("每行一个", "A row for each"), kind: "select", options: tiers.map(tier => [tier, tierName(tier)]), value: tiers[0] },
    ...MEASURE_FIELDS.map((name, i) => ({ name, label: t(`指标 ${i + 1}`, `Figure ${i + 1}`), kind: "select",
      options: i === 0 ? known : [["", t("不选", "none")], ...known], value: i === 0 ? known[0]?.[0] : "" })),
    { name: "shared", label: t("下级可看各自的部分", "Units below may open it on their own part"), kind: "check" },
  ];
  return html`<section><h2>${t("建立台账", "A new ledger")}</h2>${form("ledger", fields, t("建立", "Make it"), async values => {
    const asked = MEASURE_FIELDS.map(name => values[name]).filter(Boolean);
    await send("POST", "/statistics/v1/ledgers", { name: values.name, measures: asked, tier: values.tier, shared: values.shared === true });
    await load();
  })}</section>`;
}

export const ledgerOne = {
  onDay: true,
  title: () => t("台账", "Ledger"),

  async load(at, signal) {
    forgetSaved();
    const path = `/statistics/v1/ledgers/${at.id}`;
    const parameters = { month: seen.day?.slice(0, 7), limit: 50 };
    const found = await get(query(path + "/rows", parameters), signal);
    return { path, month: parameters.month, found, rows: listOf(found, path + "/rows", parameters, answer => answer.rows) };
  },

  view({ path, month, found, rows }) {
    const file = (format, label) => button("export " + format, label, () => save(raw("GET", query(path + "/export", { format, month }))), "second");
    return html`<p>${found.name} · ${found.month} · ${t("截至", "as of")} ${moment(found.asOf)}</p>
      ${table(rows, [
        { head: t("单位", "Unit"), cell: row => html`<a href=${query("#/figures", { unit: row.unit })}>${row.name}</a>` },
        ...found.measures.map((measure, i) => ({ head: `${measure.name}（${countedIn(measure.countedIn)}）`, number: true,
          cell: row => html`${counted(row.figures[i].value, measure.countedIn)}
            ${row.figures[i].share === null ? nothing : html`<small>${percent(row.figures[i].share)}</small>`}` })),
      ], { caption: t("按组织树顺序，不排名", "In the order of the tree, never ranked"), key: row => row.unit })}
      <p>${file("XLSX", t("导出 Excel", "As Excel"))} ${file("CSV", t("导出 CSV", "As CSV"))}</p>${savedLine()}
      <p><a href="#/ledgers">${t("全部台账", "All ledgers")}</a></p>`;
  },
};
