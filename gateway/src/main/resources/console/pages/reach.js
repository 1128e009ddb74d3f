// 预览: whom something would reach, asked before it is sent; of another order than was asked about it says nothing.
import { html, nothing } from "lit-html";
import { part } from "../api.js";
import { button, problemBox, repaint } from "../parts.js";
import { day, moment, number, t } from "../words.js";

const previews = new Map();

export function forgetReach(id) {
  previews.delete(id);
}

export function reachOf(id, order, ask) {
  const said = previews.get(id);
  const holds = said?.of === JSON.stringify(order());
  return html`<p>${button("reach " + id, t("预览：会派到谁", "Preview: whom it reaches"), async () => {
    const of = order();
    previews.set(id, { of: JSON.stringify(of), ...await part(ask(of)) });
    repaint();
  }, "second")}</p>
  ${holds && said.problem ? problemBox(said.problem) : nothing}
  ${holds && said.value ? reach(said.value) : nothing}`;
}

function reach(value) {
  return html`<div class="preview" role="status"><p>${t("将派到", "It reaches")} <b data-figure="preview">${number(value.addressed)}</b>
    ${t("个单位", "units")}${namedUnits(value.first, value.addressed)}；${t("期限", "due")} ${moment(value.deadline)}${value.dayOff ? t("，当天不上班", ", a day off") : ""}</p>
    ${value.leftOut ? html`<p>${t(`另有 ${number(value.leftOut)} 个不派`, `${number(value.leftOut)} are left out`)}${value.passedOver.length
      ? html`${t("（直接下属的支部，不在下一级）", " (branches directly below, not of the next tier)")}${namedUnits(value.passedOver, value.leftOut)}` : nothing}</p>` : nothing}
    ${value.lighter ? html`<p>${t("当周较空的一天", "A lighter day near it")}: ${day(value.lighter)}</p>` : nothing}
    ${value.around.some(each => each.assignments > 0) ? html`<ul class="lines">${value.around.filter(each => each.assignments > 0).map(each =>
      html`<li>${each.day}: ${number(each.assignments)} ${t("项任务同日到期", "other tasks due")}</li>`)}</ul>` : nothing}</div>`;
}

function namedUnits(units, all) {
  return units.length === 0 ? nothing : html`：${units.map(unit => unit.name).join(t("、", ", "))}${units.length < all ? "…" : ""}`;
}
