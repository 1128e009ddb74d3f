// 支部: members, steps of their development that are due, dues to collect.
import { html } from "lit-html";
import { part } from "../api.js";
import { shown } from "../parts.js";
import { who } from "../session.js";
import { firstPage, table } from "../table.js";
import { day, number, t } from "../words.js";

export const branch = {
  title: () => t("党员与党费", "Members and dues"),

  async load(at, signal) {
    const [members, growing, arrears] = await Promise.all([
      part(firstPage("/member/v1/members", { limit: 20 }, signal)),
      part(firstPage("/member/v1/developments", { limit: 20 }, signal)),
      part(firstPage(`/dues/v1/units/${who.me.unit}/arrears`, { limit: 20 }, signal)),
    ]);
    return { members, growing, arrears };
  },

  view(data, at, load) {
    return html`<section><h2>${t("发展党员：到期的步骤", "Development: steps that are due")}</h2>${shown(data.growing, list => table(list, [
      { head: t("姓名", "Name"), cell: way => way.name },
      { head: t("单位", "Unit"), cell: way => way.unitName },
      { head: t("阶段", "Stage"), cell: way => STAGES[way.state] ? t(...STAGES[way.state]) : way.state },
      { head: t("应办日期", "Due"), cell: way => html`${way.due ?? ""} ${way.late ? html`<b class="badge">${t("已过期", "late")}</b>` : ""}` },
    ], { caption: t("新的在前", "The newest first") }), load)}</section>
    <section><h2>${t("待收党费", "Dues to collect")}</h2>${shown(data.arrears, list => table(list, [
      { head: t("党员编号", "Member"), cell: row => row.member },
      { head: t("单位", "Unit"), cell: row => row.unitName },
      { head: t("欠交月数", "Months"), number: true, cell: row => number(row.openMonths) },
      { head: t("起于", "Since"), cell: row => row.since },
      { head: t("欠交（元）", "Open (yuan)"), number: true, cell: row => row.open },
      { head: t("提醒于", "Reminded"), cell: row => day(row.remindedOn) },
    ], { caption: t("已结月份未交的党员", "Members who owe months that are over"), key: row => row.member }), load)}</section>
    <section><h2>${t("党员名册", "Members")}</h2>${shown(data.members, list => table(list, [
      { head: t("姓名", "Name"), cell: member => member.name },
      { head: t("类别", "Standing"), cell: member => STANDINGS[member.status] ? t(...STANDINGS[member.status]) : member.status },
      { head: t("出生", "Born"), cell: member => member.birthOn },
      { head: t("支部", "Branch"), cell: member => member.unitName },
    ], { caption: t("按组织树和姓名顺序", "In the order of the tree and of names") }), load)}</section>`;
  },
};

const STANDINGS = { FULL: ["正式党员", "full member"], PROBATIONARY: ["预备党员", "probationary"], OBJECT: ["发展对象", "object"],
  ACTIVIST: ["积极分子", "activist"], APPLICANT: ["申请人", "applicant"] };

const STAGES = { APPLICATION: ["申请入党", "application"], ACTIVIST: ["积极分子", "activist"], OBJECT: ["发展对象", "object"],
  PROBATION: ["预备期", "probation"] };
