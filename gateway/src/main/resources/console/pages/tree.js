// 组织树: changes to decide with what hangs on the units, and the units.
import { html, nothing } from "lit-html";
import { get, part, send } from "../api.js";
import { form } from "../form.js";
import { button, shown } from "../parts.js";
import { seen } from "../seen.js";
import { firstPage, table } from "../table.js";
import { moment, number, t, tierName } from "../words.js";

const CHANGES = {
  ESTABLISHED: ["设立", "established"], RENAMED: ["更名", "renamed"], UPGRADED: ["升格", "upgraded"], DOWNGRADED: ["降格", "downgraded"],
  MOVED: ["划转", "moved"], MERGED: ["合并", "merged"], SPLIT: ["拆分", "split"], ABOLISHED: ["撤销", "abolished"],
  SUPERVISED: ["归口", "supervised"], RELEASED: ["解除归口", "released"], IMPORTED: ["导入", "imported"],
};
const BECOMES = { HEIR: ["由承接单位继承", "goes to the heir"], CLOSED: ["随之关闭", "closes"], SETTLE: ["须先了结", "must be settled first"] };
const TIES = { members: ["党员", "members"], assignments: ["未办结任务", "open tasks"], chains: ["党建链", "chains"] };

export const tree = {
  onDay: true,
  title: () => t("组织树", "The tree"),

  async load(at, signal) {
    const [units, changes] = await Promise.all([
      part(firstPage("/organization/v1/units", { asOf: seen.day, limit: 30 }, signal)),
      part(proposed(signal)),
    ]);
    return { units, changes };
  },

  view(data, at, load) {
    return html`<section><h2>${t("待审批的变更", "Changes to decide")}</h2>${shown(data.changes, list => changesOf(list, load), load)}</section>
    <section><h2>${t("下辖组织", "Units")}</h2>${shown(data.units, list => table(list, [
      { head: t("名称", "Name"), cell: unit => unit.title ?? unit.name },
      { head: t("代码", "Code"), cell: unit => unit.code },
      { head: t("层级", "Tier"), cell: unit => tierName(unit.tier) },
      { head: t("起", "From"), cell: unit => unit.validFrom },
    ], { caption: t("按组织树顺序", "In the order of the tree") }), load)}</section>`;
  },
};

// Each with what hangs on it as of now: a list does not say it.
async function proposed(signal) {
  const list = await firstPage("/organization/v1/changes", { state: "PROPOSED", limit: 10 }, signal);
  list.items = await Promise.all(list.items.map(change => get("/organization/v1/changes/" + change.id, signal)));
  return list;
}

function hanging(open) {
  if (!open) return html`<p>${t("现在已不能照此变更，只能驳回。", "It cannot be made any more, only refused.")}</p>`;
  if (open.length === 0) return html`<p>${t("没有随之处理的事项。", "Nothing hangs on it.")}</p>`;
  return html`<ul class="lines">${open.map(unit =>
    html`<li>${unit.name}: ${unit.ties.map(tie => html`${TIES[tie.what] ? t(...TIES[tie.what]) : tie.what} ${number(tie.count)}（${t(...BECOMES[tie.becomes])}） `)}</li>`)}</ul>`;
}

// What becomes of everything that hangs on a unit stands beside the decision.
function changesOf(list, load) {
  if (list.items.length === 0) return html`<p class="empty">${t("没有待审批的变更。", "Nothing to decide.")}</p>`;
  return html`${list.items.map(change => html`<article class="preview">
    <h3>${t(...CHANGES[change.kind])} · ${change.document}</h3>
    <p>${t("生效", "From")} ${change.effectiveOn} · ${t("申请于", "proposed")} ${moment(change.proposedAt)} ${change.reason ?? ""}</p>
    ${hanging(change.open)}
    <p>${button("approve change " + change.id, t("批准", "Approve"), async () => {
      await send("POST", `/organization/v1/changes/${change.id}/approval`, {}, change.version);
      await load();
    })}</p>
    <details><summary>${t("驳回", "Refuse")}</summary>${form("refuse-" + change.id,
      [{ name: "note", label: t("理由", "Why"), kind: "area", required: true, longest: 500 }], t("驳回", "Refuse"), async values => {
        await send("POST", `/organization/v1/changes/${change.id}/refusal`, { note: values.note }, change.version);
        await load();
      })}</details></article>`)}
    ${list.next ? html`<p class="foot">${t("后面还有，办完这些再显示。", "There are more, shown when these are decided.")}</p>` : nothing}`;
}
