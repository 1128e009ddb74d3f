// 党费与考核 by child: dues, scores with their explanation, the development quota.
import { html, nothing } from "lit-html";
import { get, part, query } from "../api.js";
import { bars } from "../charts.js";
import { shown } from "../parts.js";
import { seen } from "../seen.js";
import { who } from "../session.js";
import { firstPage, table } from "../table.js";
import { number, t, today } from "../words.js";

function year() {
  return (seen.day ?? today()).slice(0, 4);
}

export const below = {
  title: () => t("党费、考核、名额", "Dues, scores, quotas"),

  async load(at, signal) {
    const unit = at.unit ?? who.me.unit;
    const [dues, scores, quotas] = await Promise.all([
      part(get(`/dues/v1/units/${unit}/totals`, signal)),
      part(get(query(`/assessment/v1/units/${unit}/results`, { year: year() }), signal)),
      part(firstPage("/member/v1/quotas", { year: year(), limit: 30 }, signal)),
    ]);
    return { dues, scores, quotas };
  },

  view(data, at, load) {
    return html`<section><h2>${t("党费", "Dues")}</h2>${shown(data.dues, duesOf, load)}</section>
    <section><h2>${t("考核得分", "Scores")} <small>${year()}</small></h2>${shown(data.scores, found => table({ items: found.results }, [
      { head: t("单位", "Unit"), cell: row => row.name },
      { head: t("方案", "Scheme"), cell: row => row.title },
      { head: t("得分", "Points"), number: true, cell: row => row.corrected ?? row.total ?? "—" },
      { head: t("同类中位数", "Median of peers"), number: true, cell: row => row.median ?? "—" },
      { head: t("来源", "Why"), cell: row => html`<a href=${"#/score/" + row.unit}>${t("为什么是这个分", "why")}</a>` },
    ], { caption: t("按组织树顺序，不排名", "In the order of the tree, never ranked"), key: row => row.unit + row.title, total: found.results.length }), load)}</section>
    <section><h2>${t("发展党员名额", "Development quota")} <small>${year()}</small></h2>${shown(data.quotas, list => table(list, [
      { head: t("单位", "Unit"), cell: row => row.unitName },
      { head: t("名额", "Quota"), number: true, cell: row => number(row.number) },
      { head: t("已用", "Used"), number: true, cell: row => number(row.used) },
      { head: t("已占", "Reserved"), number: true, cell: row => number(row.reserved) },
      { head: t("文件", "By"), cell: row => row.document },
    ], { caption: t("按组织树顺序", "In the order of the tree") }), load)}</section>`;
  },
};

function duesOf(found) {
  return html`<p>${found.name} ${found.from} — ${found.to}：${t("应交", "billed")} ${found.all.billed}，${t("实收", "collected")} <b>${found.all.collected}</b>，
    ${t("未交", "open")} ${found.all.open}，${t("已上缴", "passed on")} ${found.all.passedOn} ${t("元", "yuan")}</p>
    ${found.parts.length === 0 ? nothing : html`${bars(found.parts.map(each => ({ name: each.name, value: Number(each.figures.collected),
      text: `${each.figures.collected} / ${each.figures.billed}`, link: "#/below?unit=" + each.unit })), t("各下级实收党费", "Collected by child"))}
    ${table({ items: found.parts }, [
      { head: t("单位", "Unit"), cell: each => html`<a href=${"#/below?unit=" + each.unit}>${each.name}</a>` },
      { head: t("应交（元）", "Billed (yuan)"), number: true, cell: each => each.figures.billed },
      { head: t("实收（元）", "Collected (yuan)"), number: true, cell: each => each.figures.collected },
      { head: t("未交（元）", "Open (yuan)"), number: true, cell: each => each.figures.open },
      { head: t("已上缴（元）", "Passed on (yuan)"), number: true, cell: each => each.figures.passedOn },
    ], { caption: t("按下级，组织树顺序", "By child, in the order of the tree"), key: each => each.unit, total: found.parts.length })}`}`;
}

export const score = {
  onDay: true,
  title: () => t("为什么是这个分", "Why these points"),

  load(at, signal) {
    return get(query(`/assessment/v1/units/${at.id}/explanation`, { day: seen.day }), signal);
  },

  view(found) {
    return html`<h2>${found.unitName} <small>${found.day}</small></h2>${found.parts.length === 0
      ? html`<p class="empty">${t("这一天没有方案适用。", "No scheme holds on that day.")}</p>` : nothing}${found.parts.map(each => html`<section>
      <h3>${each.rule.title} <small>${each.rule.ownerName} ${each.rule.document ?? ""}</small></h3>
      <p><b>${each.total ?? "—"}</b> = ${each.formula}</p>
      ${table({ items: each.indicators }, [
        { head: t("指标", "Indicator"), cell: row => html`${row.name} <small>${row.definition ?? ""}</small>` },
        { head: t("权重", "Weight"), number: true, cell: row => row.weight },
        { head: t("得分", "Points"), number: true, cell: row => row.points ?? "—" },
        { head: t("怎样算出", "How"), cell: row => row.formula },
        { head: t("事实", "Facts"), cell: row => html`${number(row.count)}${row.facts.map(fact => html`<br><small>${fact.day} ${fact.unitName} ${fact.thing}</small>`)}` },
      ], { caption: t("每项得分和它的事实", "Each indicator with its facts"), key: row => row.code, total: each.indicators.length })}
      <p>${each.appeal.text}</p></section>`)}`;
  },
};
