// Tasks that were sent: how far they are by child, the units behind each number, and sending a new one.
import { html, nothing } from "lit-html";
import { get, part, query, send } from "../api.js";
import { form, valuesOf } from "../form.js";
import { alertLines, shown } from "../parts.js";
import { bars } from "../charts.js";
import { seen } from "../seen.js";
import { who } from "../session.js";
import { firstPage, listOf, table } from "../table.js";
import { moment, number, stateName, t, tierName } from "../words.js";
import { issuerActions } from "./issuing.js";
import { forgetReach, reachOf } from "./reach.js";

export const dispatches = {
  title: () => t("任务派送", "Dispatches"),

  async load(at, signal) {
    const [list, view] = await Promise.all([
      part(firstPage("/task/v1/dispatches", { limit: 20 }, signal)),
      part(get("/statistics/v1/views/me", signal)),
    ]);
    return { list, view };
  },

  view(data, at, load) {
    return html`<p><a class="button" href="#/dispatch-new">${t("派送新任务", "Dispatch a task")}</a></p>
      ${shown(data.view, alertLines, load)}
      ${shown(data.list, list => table(list, [
        { head: t("任务", "Task"), cell: line => html`<a href=${"#/dispatch/" + line.id}>${line.title}</a>
          ${line.withdrawn ? html`<small>${t("已撤回", "withdrawn")}</small>` : nothing}` },
        { head: t("文号", "Number"), cell: line => html`<small>${line.number}</small>` },
        { head: t("派送单位", "Issued by"), cell: line => line.issuer === who.me.unit ? t("本级", "own") : line.issuerName },
        { head: t("应办", "Addressed"), number: true, cell: line => html`<a href=${query("#/units/" + line.id, { state: "addressed" })}>${number(line.addressed)}</a>` },
        { head: t("期限", "Due"), cell: line => moment(line.deadline) },
      ], { caption: t("本级和下级派送的任务，新的在前", "Issued here and below, the newest first") }), load)}`;
  },
};

// The parts of a number: addressed = signed + not signed + what ended without.
function unsigned(figures) {
  return figures.addressed - figures.signed - figures.withdrawn - figures.merged - figures.closed;
}

const NUMBERS = [
  ["addressed", "应办", "Addressed", figures => figures.addressed],
  ["signed", "已签收", "Signed", figures => figures.signed],
  ["unsigned", "未签收", "Not signed", unsigned],
  ["handedIn", "已上报", "Handed in", figures => figures.handedIn],
  ["returned", "被退回", "Returned", figures => figures.returned],
  ["approved", "已通过", "Approved", figures => figures.approved],
  ["overdue", "逾期", "Overdue", figures => figures.overdue],
  ["withdrawn", "已撤回", "Withdrawn", figures => figures.withdrawn],
  ["failed", "未送达", "Not delivered", figures => figures.failed],
];

function progressPath(id) {
  return `/statistics/v1/dispatches/${id}/progress`;
}

export const dispatchOne = {
  onDay: true,
  title: () => t("任务进度", "Progress"),

  async load(at, signal) {
    const parameters = { unit: at.unit, tree: seen.day, limit: 50 };
    const [one, progress] = await Promise.all([
      part(get("/task/v1/dispatches/" + at.id, signal)),
      get(query(progressPath(at.id), parameters), signal),
    ]);
    const children = listOf(progress, progressPath(at.id), parameters, page => ({ items: page.children, next: page.next }));
    return { one, progress, children };
  },

  view(data, at, load) {
    const progress = data.progress;
    const shownNumbers = NUMBERS.filter(([name, , , of]) => of(progress.unit.figures) > 0 || name !== "withdrawn" && name !== "failed");
    return html`<h2>${progress.title}</h2>
      ${shown(data.one, one => html`${one.withdrawn ? html`<p class="banner" role="status">${t("已撤回", "Withdrawn")}</p>` : nothing}
        <p class="text">${one.text}</p>${issuerActions(one, load)}`)}
      <p>${progress.number} · ${t("期限", "due")} ${moment(data.one.value?.deadline ?? progress.deadline)} · ${progress.unit.name}
        · ${t("截至", "as of")} ${moment(progress.asOf)}${progress.complete ? "" : t("（数据还在汇总）", " (still being counted)")}</p>
      ${numbers(progress.unit.figures, at.id, progress.unit.id)}
      <p class="small">${t("应办 = 已签收 + 未签收 + 撤回、合并、关闭；逾期是其中过期未上报的。点数字看同数的名单。",
        "Addressed = signed + not signed + withdrawn, merged, closed; overdue are those of them past their date. Each number opens the list of as many.")}</p>
      ${bars(data.children.items.map(child => ({ name: child.name, value: child.figures.signed, link: "#/dispatch/" + at.id + "?unit=" + child.id,
        text: `${number(child.figures.signed)} / ${number(child.figures.addressed)}` })), t("各下级已签收", "Signed by child"))}
      ${table(data.children, [
        { head: t("单位", "Unit"), cell: child => html`<a href=${"#/dispatch/" + at.id + "?unit=" + child.id}>${child.name}</a>` },
        ...shownNumbers.map(([name, zh, en, of]) => ({ head: t(zh, en), number: true, cell: child => link(of(child.figures), name, at.id, child.id) })),
      ], { caption: t("按下级，组织树顺序", "By child, in the order of the tree"), total: null })}`;
  },
};

function link(value, name, dispatch, unit) {
  return value === 0 ? "0" : html`<a href=${query("#/units/" + dispatch, { state: name, unit, count: value })}>${number(value)}</a>`;
}

function numbers(figures, dispatch, unit) {
  return html`<div class="tiles">${NUMBERS.slice(0, 7).map(([name, zh, en, of]) =>
    html`<div class="tile"><span>${t(zh, en)}</span><b data-figure=${name}>${link(of(figures), name, dispatch, unit)}</b></div>`)}</div>`;
}

export const dispatchUnits = {
  onDay: true,
  title: () => t("名单", "Units behind a number"),

  load(at, signal) {
    return firstPage(progressPath(at.id) + "/units", { state: at.state, unit: at.unit, tree: seen.day, limit: 100 }, signal);
  },

  view(list, at) {
    const named = NUMBERS.find(([name]) => name === at.state);
    return html`<p><a href=${"#/dispatch/" + at.id}>${t("回到进度", "Back to the progress")}</a></p>
      ${table(list, [
        { head: t("单位", "Unit"), cell: unit => unit.assignment ? html`<a href=${"#/task/" + unit.assignment}>${unit.name}</a>` : unit.name },
        { head: t("层级", "Tier"), cell: unit => tierName(unit.tier) },
        { head: t("状态", "State"), cell: unit => stateName(unit.state) },
        { head: t("自己的期限", "Its own date"), cell: unit => moment(unit.dueAt) },
        { head: t("送达", "Delivery"), cell: unit => unit.delivery === "DELIVERED" ? t("已送达", "delivered") : unit.reason ?? unit.delivery },
      ], { caption: named ? t(named[1], named[2]) : at.state, total: at.count ? Number(at.count) : null })}`;
  },
};

const BELOW = { PROVINCE: ["CITY", "COUNTY", "TOWNSHIP", "VILLAGE", "BRANCH"], CITY: ["COUNTY", "TOWNSHIP", "VILLAGE", "BRANCH"],
  COUNTY: ["TOWNSHIP", "VILLAGE", "BRANCH"], TOWNSHIP: ["VILLAGE", "BRANCH"], VILLAGE: ["BRANCH"] };

const FORM = "dispatch";

function fields() {
  const tiers = BELOW[who.me.tier] ?? [];
  return [
    { name: "title", label: t("标题", "Title"), required: true },
    { name: "text", label: t("任务内容", "What is to be done"), kind: "area", required: true },
    { name: "goal", label: t("目标", "Goal"), required: true, hint: t("怎样算完成。", "When it is done.") },
    { name: "deadline", label: t("期限", "Deadline"), kind: "date", required: true },
    { name: "tier", label: t("派到", "To"), kind: "select", options: tiers.map(tier => [tier, tierName(tier)]), value: tiers.at(-2) ?? tiers[0] },
    { name: "materialRequired", label: t("要求佐证材料", "Ask for a paper that proves it"), kind: "check", value: false },
  ];
}

// A request body as the doors of preview and of sending take it.
function order(values) {
  return { deadline: values.deadline || null, target: { tier: values.tier } };
}

export const dispatchNew = {
  title: () => t("派送新任务", "Dispatch a task"),

  async load() {
    forgetReach(FORM);
    return {};
  },

  view() {
    return form(FORM, fields(), t("派送", "Dispatch"), async values => {
      const sent = await send("POST", "/task/v1/dispatches", { ...order(values), title: values.title, text: values.text,
        goal: values.goal, materialRequired: values.materialRequired === true });
      location.hash = "#/dispatch/" + sent.id;
    }, reachOf(FORM, () => order(valuesOf(FORM, fields())), of => send("POST", "/task/v1/dispatch-previews", of)));
  },
};
