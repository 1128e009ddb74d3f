// The township's first screen: what waits for its review, several at once; who has not signed; how its villages are.
import { html, nothing } from "lit-html";
import { get, part, query, send } from "../api.js";
import { problemBox, progressBar, repaint, shown } from "../parts.js";
import { Problem } from "../problem.js";
import { firstPage, table } from "../table.js";
import { counted, countedIn, dueOf, moment, number, stateName, t } from "../words.js";

const chosen = new Set();
// What was refused, with the line that it was said of: it may be no line of the list any more.
const outcome = new Map();
const batch = { reason: "", running: false, done: 0, all: 0, said: null };

export const reviews = {
  title: () => t("待审核", "To review"),

  async load(at, signal) {
    const [waiting, sent, view] = await Promise.all([
      part(firstPage("/task/v1/reviews", { limit: 50 }, signal)),
      part(firstPage("/task/v1/dispatches", { limit: 10 }, signal)),
      part(get("/statistics/v1/views/me", signal)),
    ]);
    if (waiting.value) keepChosen(waiting.value.items);
    return { waiting, sent, view };
  },

  view(data, at, load) {
    return html`${shown(data.waiting, list => waiting(list, load), load)}
      <section><h2>${t("签收情况", "Signed and not yet")}</h2>${shown(data.sent, sent, load)}</section>
      <section><h2>${t("下级情况", "Units below")}</h2>${shown(data.view, children, load)}</section>`;
  },
};

// Nothing stays chosen that nobody sees.
function keepChosen(lines) {
  const here = new Set(lines.map(line => line.id));
  for (const id of chosen) if (!here.has(id)) chosen.delete(id);
}

function waiting(list, load) {
  const lines = list.items.sort((a, b) => dueOf(a).localeCompare(dueOf(b)));
  const picked = lines.filter(line => chosen.has(line.id));
  const gone = [...outcome.values()].filter(({ line }) => !lines.some(one => one.id === line.id));
  const all = lines.length > 0 && picked.length === lines.length;
  const columns = [
    { head: html`<input type="checkbox" aria-label=${t("全选", "All")} .checked=${all} @change=${event => {
      lines.forEach(line => event.target.checked ? chosen.add(line.id) : chosen.delete(line.id));
      repaint();
    }}>`, cell: line => html`<input type="checkbox" aria-label=${t("选择", "Choose") + " " + line.unitName + " " + line.title}
      .checked=${chosen.has(line.id)} @change=${event => {
        if (event.target.checked) chosen.add(line.id);
        else chosen.delete(line.id);
        repaint();
      }}>` },
    { head: t("单位", "Unit"), cell: line => line.unitName },
    { head: t("任务", "Task"), cell: line => html`<a href=${"#/task/" + line.id}>${line.title}</a>` },
    { head: t("期限", "Due"), cell: line => moment(dueOf(line)) },
    { head: t("状态", "State"), cell: line => html`${stateName(line.state)}${result(line.id)}` },
  ];
  return html`${batch.said ? html`<p role="status">${t(`已办 ${batch.said.done} 项，未办 ${batch.said.left} 项。`,
    `${batch.said.done} done, ${batch.said.left} not.`)}</p>` : nothing}
    ${gone.map(({ line, problem }) => html`<section><h3>${line.unitName}：<a href=${"#/task/" + line.id}>${line.title}</a></h3>${problemBox(problem)}</section>`)}
    ${table(list, columns,
    { caption: t("待审核，期限近的在前", "To review, what is due first"), empty: t("没有待审核的。", "Nothing to review.") })}
    ${lines.length === 0 ? nothing : html`<div class="batch">
      <label for="batch-reason">${t("退回原因（退回时必填，写给所选的各单位）", "Why, if returned; told to each chosen unit")}</label>
      <textarea id="batch-reason" rows="2" maxlength="1000" .value=${batch.reason} @input=${event => {
        batch.reason = event.target.value;
        repaint();
      }}></textarea>
      <p><button type="button" class="first" ?disabled=${batch.running || picked.length === 0}
        @click=${() => reviewAll(line => send("POST", `/task/v1/assignments/${line.id}/approval`, undefined, line.version), picked, load)}>${t(`通过所选 ${picked.length} 项`, `Approve ${picked.length}`)}</button>
      <button type="button" class="second" ?disabled=${batch.running || picked.length === 0 || !batch.reason.trim()}
        @click=${() => reviewAll(line => send("POST", `/task/v1/assignments/${line.id}/return`, { reason: batch.reason }, line.version), picked, load)}>${t(`退回所选 ${picked.length} 项`, `Return ${picked.length}`)}</button></p>
      ${batch.running ? progressBar(batch.done, batch.all, t("正在办理", "Working")) : nothing}
    </div>`}`;
}

function result(id) {
  const said = outcome.get(id);
  return said ? problemBox(said.problem) : nothing;
}

// One after another, each as it was seen, each with its own answer; what was refused says why, also if it is gone by then.
async function reviewAll(review, picked, load) {
  Object.assign(batch, { running: true, done: 0, all: picked.length, said: null });
  outcome.clear();
  repaint();
  try {
    for (const line of picked) {
      try {
        await review(line);
        chosen.delete(line.id);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        outcome.set(line.id, { line, problem: error });
      }
      batch.done++;
      repaint();
    }
    if (outcome.size === 0) batch.reason = "";
    batch.said = { done: picked.length - outcome.size, left: outcome.size };
  } finally {
    batch.running = false;
    repaint();
  }
  await load();
}

function sent(list) {
  return table(list, [
    { head: t("任务", "Task"), cell: line => html`<a href=${"#/dispatch/" + line.id}>${line.title}</a>` },
    { head: t("派送单位", "Issued by"), cell: line => line.issuerName },
    { head: t("应办", "Addressed"), number: true, cell: line => number(line.addressed) },
    { head: t("未签收", "Not signed"), cell: line => html`<a href=${query("#/units/" + line.id, { state: "unsigned" })}>${t("看名单", "List")}</a>` },
    { head: t("期限", "Due"), cell: line => moment(line.deadline) },
  ], { caption: t("派到本级和下级的任务，新的在前", "Tasks of one's own part of the tree, the newest first") });
}

function children(view) {
  const measures = [...view.headlines, ...view.alerts];
  return table({ items: view.children }, [
    { head: t("单位", "Unit"), cell: child => child.name },
    ...measures.map(measure => ({ head: `${measure.name}（${countedIn(measure.countedIn)}）`, number: true,
      cell: child => counted(child.figures[measure.measure], measure.countedIn) })),
  ], { caption: t("按组织树顺序，不排名", "In the order of the tree, never ranked"), key: child => child.unit, total: view.children.length });
}
