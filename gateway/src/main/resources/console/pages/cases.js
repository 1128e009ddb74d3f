// 待办案卷: what goes from step to step and waits for this unit: transfers, filings, development, arrears, appraisals.
import { html } from "lit-html";
import { part } from "../api.js";
import { shown } from "../parts.js";
import { firstPage, table } from "../table.js";
import { t } from "../words.js";
import { stepName } from "./steps.js";

const SERVICES = [["organization", "组织", "organisations"], ["member", "党员", "members"], ["dues", "党费", "dues"], ["assessment", "考核", "assessment"]];
const KINDS = {
  transfers: ["组织关系转接", "transfer"], developments: ["发展党员", "development"], floatings: ["流动党员", "floating member"],
  "lost-cases": ["失联党员", "lost contact"], handlings: ["不合格党员处置", "handling"], filings: ["备案", "filing"],
  "weak-cases": ["软弱涣散整顿", "weak unit"], "weak-candidates": ["软弱涣散候选", "candidate"], "arrears-cases": ["欠交党费认定", "arrears"],
  reliefs: ["党费减免", "relief"], appraisals: ["述职评议", "debriefing"], gradings: ["定级", "grading"], consequences: ["问责", "consequence"],
  appeals: ["申诉", "appeal"], handovers: ["党费上缴", "remittance"],
};

export const cases = {
  title: () => t("待办案卷", "Cases"),

  async load(at, signal) {
    const lists = await Promise.all(SERVICES.map(([service]) =>
      part(firstPage(`/${service}/v1/cases`, { mine: at.all ? undefined : true, limit: 20 }, signal))));
    return { lists };
  },

  view(data, at, load) {
    return html`<p>${at.all ? html`<a href="#/cases">${t("只看轮到本单位的", "Only those whose turn is ours")}</a>`
      : html`<a href="#/cases?all=true">${t("看全部在办的", "All that are open")}</a>`}</p>
      ${SERVICES.map(([, zh, en], i) => html`<section><h2>${t(zh, en)}</h2>${shown(data.lists[i], list => table(list, [
        { head: t("事项", "Kind"), cell: each => KINDS[each.kind] ? t(...KINDS[each.kind]) : each.kind },
        { head: t("单位", "Unit"), cell: each => each.otherName ? html`${each.unitName} → ${each.otherName}` : each.unitName },
        { head: t("办到", "Stands at"), cell: each => stepName(each.kind, each.state) },
        { head: t("应办日期", "Due"), cell: each => html`${each.due ?? ""} ${each.late ? html`<b class="badge">${t("已过期", "late")}</b>` : ""}` },
        { head: t("下一步", "Next"), cell: each => each.next.filter(step => at.all || step.mine).map(step => stepName(each.kind, step.step)).join(t("、", ", ")) },
      ], { caption: t("先到期的在前", "What is due first"), key: each => each.kind + each.id }), load)}</section>`)}`;
  },
};
