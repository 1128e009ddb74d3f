// 今天要办: what the own unit has to do, the most urgent first, one button each.
import { html, nothing } from "lit-html";
import { get, part, send } from "../api.js";
import { alertLines, button, shown, tile } from "../parts.js";
import { firstPage, table } from "../table.js";
import { dueOf, moment, number, stateName, t, today } from "../words.js";

const OPEN = ["ADDRESSED", "SIGNED", "BROKEN_DOWN", "WORKING", "RETURNED"];

export const todo = {
  title: () => t("今天要办", "To do today"),

  async load(at, signal) {
    const [own, view] = await Promise.all([
      part(firstPage("/task/v1/assignments", { state: OPEN, limit: 50 }, signal)),
      part(get("/statistics/v1/views/me", signal)),
    ]);
    return { own, view };
  },

  view(data, at, load) {
    return html`${shown(data.view, counts, load)}${shown(data.own, list => groups(list, load), load)}
      ${shown(data.view, alertLines)}`;
  },
};

function counts(view) {
  return html`<div class="tiles">
    ${tile(t("未办结", "Open"), number(view.tasks.open))}
    ${tile(t("已逾期", "Overdue"), number(view.tasks.overdue))}
    ${tile(t("被退回", "Returned"), number(view.tasks.returned))}
  </div>`;
}

function groups(list, load) {
  const now = new Date().toISOString();
  const soon = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const left = new Set([...list.items].sort((a, b) => dueOf(a).localeCompare(dueOf(b))));
  const take = which => {
    const taken = [...left].filter(which);
    taken.forEach(line => left.delete(line));
    return taken;
  };
  const parts = [
    [t("被退回", "Returned"), take(line => line.state === "RETURNED")],
    [t("已逾期", "Overdue"), take(line => new Date(dueOf(line)) < new Date(now))],
    [t("新任务，待签收", "New, to be signed"), take(line => line.state === "ADDRESSED")],
    [t("七天内到期", "Due within seven days"), take(line => new Date(dueOf(line)) < new Date(soon))],
    [t("其他办理中", "Others"), take(() => true)],
  ].filter(([, lines]) => lines.length > 0);
  if (parts.length === 0) return html`<p class="empty">${t(`${today()}：没有要办的任务。`, `${today()}: nothing to do.`)}</p>`;
  return html`${parts.map(([name, lines]) => html`<section><h2>${name} <small>${lines.length}</small></h2>
    ${table({ items: lines }, columns(load), { caption: name, total: lines.length })}</section>`)}
    ${list.next ? html`<p class="foot">${t("以上是最新的 50 条；更早的见“更多”。", "These are the newest 50; older ones are behind “More”.")}
      ${button("more todo", t("更多", "More"), async () => {
        const page = await firstPage(list.path, { ...list.parameters, cursor: list.next });
        list.items.push(...page.items.filter(line => !list.items.some(known => known.id === line.id)));
        list.next = page.next;
      }, "second")}</p>` : nothing}`;
}

function columns(load) {
  return [
    { head: t("任务", "Task"), cell: line => html`<a href=${"#/task/" + line.id}>${line.title}</a>` },
    { head: t("文号", "Number"), cell: line => html`<small>${line.number}</small>` },
    { head: t("期限", "Due"), cell: line => moment(dueOf(line)) },
    { head: t("状态", "State"), cell: line => stateName(line.state) },
    { head: t("办理", "Act"), cell: line => line.state === "ADDRESSED"
      ? button("sign " + line.id, t("签收", "Sign"), async () => {
        await send("POST", `/task/v1/assignments/${line.id}/signature`);
        await load();
      })
      : html`<a class="button" href=${"#/task/" + line.id}>${line.state === "RETURNED" ? t("看退回原因", "See why")
        : t("上报", "Hand in")}</a>` },
  ];
}
