// Measures of a unit by child, as table and treemap; and why a number is what it is, down to the fact.
import { html, nothing } from "lit-html";
import { get, query } from "../api.js";
import { treemap } from "../charts.js";
import { change, tile } from "../parts.js";
import { seen } from "../seen.js";
import { listOf, table } from "../table.js";
import { counted, countedIn, moment, number, percent, t } from "../words.js";

// 目标: what there should be, as a number or as a share.
function goalText(goal, unit) {
  if (!goal) return "";
  return goal.rate === null ? counted(goal.value, unit) : percent(goal.rate);
}

// A month is that of the day for which the tree is shown.
function month() {
  return seen.day?.slice(0, 7);
}

export const figures = {
  onDay: true,
  title: () => t("一套数", "Figures"),

  async load(at, signal) {
    const measure = at.measure ?? "member.members";
    const compare = at.compare ?? "LAST_MONTH";
    const [view, one] = await Promise.all([
      get("/statistics/v1/views/me", signal),
      get(query("/statistics/v1/figures", { measure, unit: at.unit, month: month(), compare }), signal),
    ]);
    return { view, one, measure, compare };
  },

  view(data, at) {
    const { view, one, measure, compare } = data;
    const figure = one.figures[0];
    const unit = figure.countedIn;
    const measures = [...view.headlines, ...view.alerts.filter(alert => !view.headlines.some(known => known.measure === alert.measure))];
    return html`<p>${view.name} · ${t("截至", "as of")} ${moment(view.asOf)}</p>
      <div class="tiles">${view.headlines.map(each => tile(
        html`<a href=${query("#/figures", { measure: each.measure })}>${each.name}</a>`, counted(each.value, each.countedIn),
        countedIn(each.countedIn), html`${change(each.value, each.before, each.countedIn)}
          ${each.share === null ? nothing : html`<span class="small">${percent(each.share)}</span>`}
          ${each.target ? html`<span class="small">${t("目标", "target")} ${goalText(each.target, each.countedIn)}</span>` : nothing}`))}</div>
      <h2>${figure.name} <small>${one.unit.name} · ${one.month}${one.provisional ? t("（本月未结）", " (not over)") : ""}</small></h2>
      <p><label>${t("指标", "Measure")} <select @change=${event => {
        location.hash = query("#/figures", { measure: event.target.value, compare, unit: at.unit });
      }}>${measures.map(each => html`<option value=${each.measure} .selected=${each.measure === measure}>${each.name}</option>`)}</select></label>
      <label>${t("对比", "Compared with")} <select @change=${event => {
        location.hash = query("#/figures", { measure, compare: event.target.value, unit: at.unit });
      }}>${[["LAST_MONTH", t("上月", "last month")], ["LAST_YEAR", t("去年同月", "last year")]].map(([key, name]) =>
        html`<option value=${key} .selected=${key === compare}>${name}</option>`)}</select></label>
      <a href=${query("#/why", { measure, unit: at.unit })}>${t("为什么是这个数", "Why this number?")}</a> ·
      <a href=${query("#/balance", { unit: at.unit })}>${t("按领域和组织类别看均衡度", "Balance of fields and kinds")}</a> ·
      <a href="#/ledgers">${t("台账", "Ledgers")}</a></p>
      ${treemap(figure.parts.map(part => ({ name: part.name, value: part.value ?? 0, text: counted(part.value, unit),
        link: query("#/figures", { measure, compare, unit: part.unit }) })), figure.name)}
      ${table({ items: figure.parts }, [
        { head: t("单位", "Unit"), cell: part => html`<a href=${query("#/figures", { measure, compare, unit: part.unit })}>${part.name}</a>` },
        { head: `${figure.name}（${countedIn(unit)}）`, number: true, cell: part => counted(part.value, unit) },
        { head: t("对比期", "Before"), number: true, cell: part => counted(part.before, unit) },
        { head: t("占比", "Share"), number: true, cell: part => percent(part.share) },
        { head: t("目标", "Target"), number: true, cell: part => goalText(part.target, unit) },
        { head: t("来源", "Why"), cell: part => html`<a href=${query("#/why", { measure, unit: part.unit })}>${t("为什么", "why")}</a>` },
      ], { caption: t("按组织树顺序，不排名", "In the order of the tree, never ranked"), key: part => part.unit, total: figure.parts.length })}
      <p>${t("合计", "Total")} <b data-figure="total">${counted(figure.total, unit)}</b> =
        ${t("本级", "own")} ${counted(figure.own, unit)} + ${t("下级", "below")} + ${t("已划出", "elsewhere")} ${counted(figure.elsewhere, unit)}
        ${figure.addsUp ? t("，分合相符", ", and it adds up") : t("，分合不符", ", and it does not add up")}</p>`;
  },
};

export const why = {
  onDay: true,
  title: () => t("为什么是这个数", "Why this number"),

  async load(at, signal) {
    const path = "/statistics/v1/figures/why";
    const parameters = { measure: at.measure, unit: at.unit, month: month(), limit: 50 };
    const found = await get(query(path, parameters), signal);
    return { found, sources: listOf(found, path, parameters, page => page.sources) };
  },

  view({ found, sources }, at) {
    const unit = found.countedIn;
    return html`<h2>${found.name} <small>${found.unit.name} · ${found.month}</small></h2>
      <p>${found.definition}</p>
      <p>${t("合计", "Total")} <b>${counted(found.total, unit)}</b> ${countedIn(unit)}，${t("其中本级", "of which own")} ${counted(found.own, unit)}，
        ${t("已划出", "elsewhere")} ${counted(found.elsewhere, unit)}${found.addsUp ? t("；分合相符", "; it adds up") : t("；分合不符", "; it does not add up")}</p>
      ${found.children.length === 0 ? nothing : table({ items: found.children }, [
        { head: t("单位", "Unit"), cell: part => html`<a href=${query("#/why", { measure: at.measure, unit: part.unit })}>${part.name}</a>` },
        { head: `${found.name}（${countedIn(unit)}）`, number: true, cell: part => counted(part.value, unit) },
      ], { caption: t("下级，点进去看到事实", "Below; go on down to the facts"), key: part => part.unit, total: found.children.length })}
      ${sources.items.length === 0 ? nothing : table(sources, [
        { head: t("事实", "Fact"), cell: source => source.link ? html`<code>${source.link}</code>` : source.source },
        { head: t("事件", "Event"), cell: source => html`<small>${source.type}</small>` },
        { head: t("时间", "When"), cell: source => moment(source.occurredAt) },
        { head: t("值", "Value"), number: true, cell: source => number(source.value) },
      ], { caption: t("说出本级数的事件，后得知的事项在前", "Events that said the unit's own value, what was heard of last first"), key: source => source.event })}`;
  },
};
