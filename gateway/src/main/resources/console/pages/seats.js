// 任期与空缺: terms that are due, seats that are empty, and what can be done about both at a unit's team.
import { html, nothing } from "lit-html";
import { get, part, query, send } from "../api.js";
import { form } from "../form.js";
import { button, shown } from "../parts.js";
import { idOf } from "../problem.js";
import { seen } from "../seen.js";
import { addPage, firstPage, table } from "../table.js";
import { number, t, tierName, today } from "../words.js";

const TERMS = { RUNNING: ["届内", "running"], EXPIRING: ["即将届满", "expiring"], EXTENDED: ["已延期", "extended"], EXPIRED: ["已届满", "expired"], ENDED: ["已结束", "ended"] };
const POSTS = { SECRETARY: ["书记", "secretary"], DEPUTY_SECRETARY: ["副书记", "deputy secretary"], MEMBER: ["委员", "member"],
  DIRECTOR: ["村(居)委会主任", "director"], DEPUTY_DIRECTOR: ["村(居)委会副主任", "deputy director"],
  COMMITTEE_MEMBER: ["村(居)委会委员", "committee member"], SUPERVISOR: ["村(居)务监督委员会主任", "supervisor"] };
const TIERS_WITH_TEAMS = ["COUNTY", "TOWNSHIP", "VILLAGE", "BRANCH"];

function postName(post) {
  return POSTS[post] ? t(...POSTS[post]) : post;
}

function emptySeats(posts) {
  return posts.filter(post => post.missing > 0).map(post => html`${postName(post.post)} ${t("缺", "lacks")} <b>${number(post.missing)}</b>${post.since
    ? html` <small>${t("自", "since")} ${post.since}</small>` : nothing} `);
}

export const seats = {
  title: () => t("任期与空缺", "Terms and seats"),

  async load(at, signal) {
    const tier = at.tier ?? "VILLAGE";
    const [terms, vacancies] = await Promise.all([
      part(firstPage("/organization/v1/terms", { limit: 20 }, signal)),
      part(firstPage("/organization/v1/vacancies", { tier, limit: 100 }, signal)),
    ]);
    return { terms, vacancies, tier };
  },

  view(data, at, load) {
    return html`<section><h2>${t("任期", "Terms")}</h2>${shown(data.terms, list => table(list, [
      { head: t("单位", "Unit"), cell: term => html`<a href=${"#/team/" + term.unit}>${term.name}</a>` },
      { head: t("届次", "Term"), number: true, cell: term => number(term.number) },
      { head: t("届满", "Due"), cell: term => term.dueOn },
      { head: t("还有（天）", "Days left"), number: true, cell: term => number(term.daysLeft) },
      { head: t("状态", "State"), cell: term => term.status === "EXPIRED" ? html`<b class="badge">${t(...TERMS.EXPIRED)}</b>` : t(...TERMS[term.status]) },
      { head: t("办理", "Act"), cell: term => html`<a href=${"#/team/" + term.unit}>${t("换届、延期", "Elect, put off")}</a>` },
    ], { caption: t("先届满的在前", "What is due first") }), load)}</section>
    <section><h2>${t("空缺", "Empty seats")}</h2>
      <p><label>${t("层级", "Tier")} <select @change=${event => {
        location.hash = query("#/seats", { tier: event.target.value });
      }}>${TIERS_WITH_TEAMS.map(tier => html`<option value=${tier} .selected=${tier === data.tier}>${tierName(tier)}</option>`)}</select></label></p>
      ${shown(data.vacancies, lacking, load)}</section>`;
  },
};

// A page of it looks through so many units: nobody may be lacking in these, and somebody in the next ones.
function lacking(list) {
  if (list.items.length === 0 && list.next) return html`<p class="empty">${t("看过的单位没有空缺，后面还有。", "Nobody is missing so far, there are more units.")}</p>
    <p>${button("more vacancies", t("继续看", "Look further"), () => addPage(list, each => each.unit), "second")}</p>`;
  return table(list, [
    { head: t("单位", "Unit"), cell: each => html`<a href=${"#/team/" + each.unit}>${each.name}</a>` },
    { head: t("空缺", "Empty"), cell: each => emptySeats(each.posts) },
    { head: t("办理", "Act"), cell: each => html`<a href=${"#/team/" + each.unit}>${t("任职", "Fill")}</a>` },
  ], { caption: t("按组织树顺序", "In the order of the tree"), key: each => each.unit, empty: t("没有空缺。", "No seat is empty.") });
}

export const team = {
  onDay: true,
  title: () => t("班子", "Team"),

  async load(at, signal) {
    const [unit, found] = await Promise.all([
      part(get("/organization/v1/units/" + at.id, signal)),
      get(query(`/organization/v1/units/${at.id}/team`, { asOf: seen.day }), signal),
    ]);
    return { unit, found };
  },

  view(data, at, load) {
    const { session, seats: taken, posts } = data.found;
    return html`<p><a href="#/seats">${t("回到任期与空缺", "Back to terms and seats")}</a></p>
      ${shown(data.unit, unit => html`<h2>${unit.title ?? unit.name}</h2>`)}
      <p>${session ? html`${t(`第 ${session.number} 届`, `Term ${session.number}`)} ${session.startedOn} — ${session.dueOn} · ${t(...TERMS[session.status])}
        <small>${session.document}</small>` : t("没有在任的届次。", "No term is running.")}</p>
      ${table({ items: taken }, [
        { head: t("职务", "Post"), cell: seat => postName(seat.post) },
        { head: t("姓名", "Name"), cell: seat => seat.name },
        { head: t("任职", "From"), cell: seat => seat.from },
        { head: t("离任", "Until"), cell: seat => seat.to ?? html`<details><summary>${t("免职", "End")}</summary>${form("end-seat-" + seat.id, [
          { name: "on", label: t("离任日期", "Until"), kind: "date", required: true, value: today() },
          { name: "reason", label: t("理由", "Why"), required: true },
        ], t("免职", "End"), async values => {
          await send("POST", `/organization/v1/seats/${seat.id}/end`, { on: values.on || null, reason: values.reason }, seat.version);
          await load();
        })}</details>` },
      ], { caption: t("在任的", "Who is there"), total: taken.length })}
      <p>${posts.some(post => post.missing > 0) ? html`${t("空缺", "Empty")}: ${emptySeats(posts)}` : t("没有空缺。", "No seat is empty.")}</p>
      ${seen.day ? nothing : html`<details><summary>${t("任职", "Fill a seat")}</summary>${form("seat-" + at.id, [
        { name: "post", label: t("职务", "Post"), kind: "select", options: posts.map(post => [post.post, postName(post.post)]),
          value: (posts.find(post => post.missing > 0) ?? posts[0])?.post },
        { name: "name", label: t("姓名", "Name"), required: true, longest: 100 },
        { name: "from", label: t("任职日期", "From"), kind: "date", required: true, value: today() },
        { name: "fullTime", label: t("专职", "Full time"), kind: "check", value: false },
      ], t("任职", "Fill the seat"), async values => {
        await send("POST", `/organization/v1/units/${at.id}/team/seats`, { post: values.post, name: values.name, from: values.from || null,
          fullTime: values.fullTime === true });
        await load();
      })}</details>
      ${session ? html`<details><summary>${t("提前或延期换届", "Elect earlier or later")}</summary>${form("due-" + session.id, [
        { name: "dueOn", label: t("新的届满日期", "Due on"), kind: "date", required: true, value: session.dueOn },
        { name: "document", label: t("批准文号", "Document"), required: true, longest: 100 },
      ], t("改期", "Move the day"), async values => {
        await send("POST", `/organization/v1/terms/${session.id}/due-day`, { dueOn: values.dueOn || null, document: values.document }, session.version);
        await load();
      })}</details>` : nothing}
      <details><summary>${t("开始新一届", "Begin the next term")}</summary>${form("term-" + at.id, [
        { name: "number", label: t("届次", "Number"), required: true, value: String((session?.number ?? 0) + 1) },
        { name: "startedOn", label: t("开始日期", "From"), kind: "date", required: true, value: today() },
        { name: "document", label: t("批准文号", "Document"), required: true, longest: 100 },
      ], t("开始新一届", "Begin it"), async values => {
        await send("POST", `/organization/v1/units/${at.id}/team/sessions`, { number: idOf(values, "number"), startedOn: values.startedOn || null,
          document: values.document });
        await load();
      })}</details>`}`;
  },
};
