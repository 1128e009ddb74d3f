// The frame: header, which page is shown, and what stands there when something fails.
import { html, nothing, render } from "lit-html";
import { get, send } from "./api.js";
import { account } from "./pages/account.js";
import { balance } from "./pages/balance.js";
import { branch } from "./pages/branch.js";
import { calendar } from "./pages/calendar.js";
import { cases } from "./pages/cases.js";
import { dispatchNew, dispatchOne, dispatchUnits, dispatches } from "./pages/dispatches.js";
import { fileOne, files } from "./pages/files.js";
import { figures, why } from "./pages/figures.js";
import { inbox } from "./pages/inbox.js";
import { voices } from "./pages/issuing.js";
import { ledgerOne, ledgers } from "./pages/ledgers.js";
import { mine, mineMonth } from "./pages/mine.js";
import { below, score } from "./pages/money.js";
import { operator } from "./pages/operator.js";
import { reviews } from "./pages/reviews.js";
import { seats, team } from "./pages/seats.js";
import { taskOne } from "./pages/task.js";
import { todo } from "./pages/todo.js";
import { tree } from "./pages/tree.js";
import { button, forgetRefusals, paintWith, problemBox, repaint } from "./parts.js";
import { Problem } from "./problem.js";
import { SignedOut, access, actWith, ahead, forget, resume, signIn, signOut, tabs, whenPagesChange, whenPostChanges, who, home } from "./session.js";
import { follow, stopFollowing } from "./stream.js";
import { seen } from "./seen.js";
import { speak, spoken, t, tierName, told } from "./words.js";

const PAGES = {
  todo, task: taskOne, branch, reviews, dispatches, dispatch: dispatchOne, "dispatch-new": dispatchNew,
  units: dispatchUnits, figures, why, inbox, mine, "mine-month": mineMonth, operator, account, cases, tree, below,
  score, balance, voices, files, file: fileOne, seats, team, calendar,
  ledgers, ledger: ledgerOne,
};

// Lists that show what has just come.
const LIVE = new Set(["todo", "inbox", "reviews"]);

const frame = { state: "starting", problem: null, at: null, page: null, data: null, loading: false, notes: [] };
let loads = new AbortController();
let soon;

// What a tier opens in the morning, and what else it has.
function menu() {
  if (!who.me) return [];
  if (who.me.administrator) return ["operator", "calendar"];
  switch (who.me.tier) {
    case null: return ["mine"];
    case "VILLAGE": case "BRANCH": case "GROUP": case "HOUSEHOLD": return ["todo", "cases", "branch", "inbox", "figures"];
    case "TOWNSHIP": return ["reviews", "todo", "cases", "dispatches", "voices", "branch", "seats", "tree", "files", "below", "inbox", "figures"];
    case "COUNTY": return ["dispatches", "voices", "reviews", "cases", "seats", "tree", "files", "below", "todo", "inbox", "figures"];
    default: return ["figures", "dispatches", "voices", "reviews", "cases", "seats", "tree", "files", "below", "todo", "inbox"];
  }
}

function addressed() {
  const [path, text] = location.hash.replace(/^#\/?/, "").split("?");
  const [name, id] = path.split("/");
  return { name: PAGES[name] ? name : menu()[0], id, ...Object.fromEntries(new URLSearchParams(text ?? "")) };
}

async function load() {
  loads.abort();
  loads = new AbortController();
  const signal = loads.signal;
  const at = addressed();
  if (at.name !== frame.at?.name || at.id !== frame.at?.id) frame.data = null;
  Object.assign(frame, { at, page: PAGES[at.name], problem: null, loading: true });
  repaint();
  try {
    const data = await frame.page.load(at, signal);
    if (signal.aborted) return;
    Object.assign(frame, { data, loading: false });
  } catch (error) {
    if (error.name === "AbortError" || signal.aborted) return;
    frame.loading = false;
    await failed(error);
  }
  document.title = frame.page.title() + " · " + t("智慧党建", "Dangjian");
  repaint();
}

async function failed(error) {
  if (error instanceof SignedOut) {
    leave();
  } else if (error instanceof Problem) {
    frame.problem = error;
    repaint();
  } else {
    throw error;
  }
}

// The post from which one acted has ended, or was changed in another tab.
async function lookAgain() {
  try {
    await readMe();
    note(t("您的岗位已变更，页面按现在的岗位显示。", "Your post has changed; pages are shown for the one you have now."));
    follow(heard);
    await Promise.all([countUnread(), load()]);
  } catch (error) {
    await failed(error);
  }
}

function leave() {
  stopFollowing();
  forget();
  frame.state = "out";
  frame.data = null;
  repaint();
}

async function readMe(told) {
  who.me = told ?? await get("/identity/v1/me");
  who.posts = null;
}

// Few have more than one post: they are asked for when somebody wants to change.
async function readPosts() {
  const posts = await get("/identity/v1/me/posts");
  who.posts = posts.items.filter(post => post.active);
  if (who.posts.length < 2) note(t("您只有这一个岗位。", "This is your only post."));
}

async function begin() {
  paintWith(paint);
  repaint();
  sessionStorage.removeItem("console.anew");
  try {
    await readMe(await resume());
    frame.state = "in";
    const first = load();
    follow(heard);
    if (who.me.unit) await countUnread();
    await first;
    ahead.clear();
  } catch (error) {
    if (error instanceof SignedOut) return leave();
    if (!(error instanceof Problem)) throw error;
    Object.assign(frame, { state: "failed", problem: error });
  }
  repaint();
}

async function countUnread() {
  const summary = await get("/notification/v1/inbox/summary").catch(error => {
    if (error instanceof Problem) return null;
    throw error;
  });
  seen.unread = summary?.unread ?? null;
  repaint();
}

function heard(item) {
  if (seen.unread !== null) seen.unread++;
  note(html`<a href=${item.assignment ? "#/task/" + item.assignment : "#/inbox"}>${t("新消息", "New")}: ${told(item)}</a>`);
  // many may come at once after a night
  clearTimeout(soon);
  if (LIVE.has(frame.at?.name)) soon = setTimeout(load, 300);
  repaint();
}

function note(text) {
  frame.notes = [...frame.notes, { text, id: crypto.randomUUID() }].slice(-4);
  repaint();
}

// What is refused leaves everybody where he is; what has changed already is shown, whatever else fails.
async function act(box) {
  try {
    actWith(await send("POST", "/identity/v1/me/acting-post", { post: Number(box.value) }));
  } catch (error) {
    box.value = String(who.me.post);
    await failed(error);
    return;
  }
  try {
    await readMe();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    Object.assign(frame, { state: "failed", problem: error });
    repaint();
    return;
  }
  location.hash = "#/" + menu()[0];
  follow(heard);
  await Promise.all([countUnread(), load()]);
}

whenPostChanges(lookAgain);

// Said once: what somebody is writing stays until he opens the page anew.
whenPagesChange(() => {
  whenPagesChange(() => {});
  note(html`${t("页面有新版本。", "There is a newer version of these pages.")}
    ${button("newer", t("重新打开", "Open it anew"), () => location.reload(), "plain")}`);
});

// A post was changed or somebody signed out in another tab.
tabs.onmessage = async event => {
  if (event.data.kind === "out") leave();
  else await access(await access()).catch(failed);
};

// Of another page its heading is said; where only something of the page was chosen, whoever chose it stays there.
window.addEventListener("hashchange", async () => {
  forgetRefusals();
  if (frame.state !== "in") return;
  const before = frame.at;
  await load();
  if (frame.at?.name === before?.name && frame.at?.id === before?.id) return;
  window.scrollTo(0, 0);
  // after it was painted
  queueMicrotask(() => document.querySelector("#main h1")?.focus());
});

window.addEventListener("unhandledrejection", event => {
  if (event.reason instanceof SignedOut) {
    event.preventDefault();
    leave();
  }
});

function paint() {
  document.documentElement.lang = spoken() === "en" ? "en" : "zh-CN";
  document.documentElement.classList.toggle("large", seen.large);
  render(whole(), document.body);
}

function whole() {
  switch (frame.state) {
    case "starting": return html`<main class="alone" aria-busy="true"><p role="status">${t("正在打开…", "Opening…")}</p></main>`;
    case "out": return welcome();
    case "failed": return html`<main class="alone"><h1>${t("智慧党建", "Dangjian")}</h1>
      ${problemBox(frame.problem, () => location.reload())}</main>`;
    default: return inside();
  }
}

function welcome() {
  const elsewhere = location.origin !== home();
  return html`<main class="alone"><h1>${t("智慧党建", "Dangjian")}</h1>
    ${elsewhere ? html`<p><a href=${home()}>${t("请在这里打开", "Open it here")}: ${home()}</a></p>`
      : html`<p>${t("没有登录，或登录已结束。已填写的内容留在本页，登录后继续。",
        "You are signed out. What you typed stays in this tab for when you are back.")}</p>
    ${button("sign-in", t("登录", "Sign in"), signIn)}`}
    <p>${languageSwitch()}</p></main>`;
}

function languageSwitch() {
  return html`<button type="button" class="plain" lang=${spoken() === "en" ? "zh" : "en"} @click=${() => {
    speak(spoken() === "en" ? "zh" : "en");
    if (frame.state === "in") load();
    repaint();
  }}>${t("English", "中文")}</button>`;
}

function inside() {
  const me = who.me;
  return html`<a class="skip" href="#main" @click=${event => {
    event.preventDefault();
    document.getElementById("main").focus();
  }}>${t("跳到正文", "Skip to the page")}</a>
  <header>
    <div class="top"><strong>${t("智慧党建", "Dangjian")}</strong>
      ${whereFrom()}
      <span class="tools">
        ${me.unit ? html`<label>${t("组织树日期", "Tree of")} <input type="date" .value=${seen.day ?? ""} @change=${event => {
          seen.day = event.target.value || null;
          load();
        }}></label>` : nothing}
        <button type="button" class="plain" aria-pressed=${seen.large} @click=${() => {
          seen.large = !seen.large;
          repaint();
        }}>${t("大字", "Large print")}</button>
        ${languageSwitch()}
        <a href="#/account">${t("我的账号", "My account")}</a>
        ${button("sign-out", t("退出", "Sign out"), signOut, "plain")}
      </span></div>
    <nav aria-label=${t("主菜单", "Menu")}>${menu().map(name => html`<a href=${"#/" + name}
      aria-current=${frame.at?.name === name ? "page" : nothing} @click=${() => {
        // the page that is open already is read anew
        if (location.hash === "#/" + name) load();
      }}>${PAGES[name].title()}${name === "inbox" && seen.unread
        ? html` <b class="badge">${seen.unread}<span class="hidden">${t("条未读", " unread")}</span></b>` : nothing}</a>`)}</nav>
  </header>
  ${seen.day && frame.page?.onDay ? html`<p class="banner">${t(`按 ${seen.day} 的组织树显示`, `Shown on the tree of ${seen.day}`)}
    <button type="button" class="plain" @click=${() => {
      seen.day = null;
      load();
    }}>${t("回到今天", "Back to today")}</button></p>` : nothing}
  <div class="notes" role="log" aria-live="polite">${frame.notes.map(each => html`<p>${each.text}
    <button type="button" class="plain" aria-label=${t("关闭", "Close")} @click=${() => {
      frame.notes = frame.notes.filter(other => other.id !== each.id);
      repaint();
    }}>×</button></p>`)}</div>
  <main id="main" tabindex="-1" aria-busy=${frame.loading}>
    <h1 tabindex="-1">${frame.page?.title()}</h1>
    ${frame.problem ? problemBox(frame.problem, load) : nothing}
    ${frame.data ? frame.page.view(frame.data, frame.at, load)
      : frame.loading ? html`<p role="status">${t("正在读取…", "Reading…")}</p>` : nothing}
  </main>`;
}

// From which post one acts, and the way to another one.
function whereFrom() {
  const me = who.me;
  if (who.posts?.length > 1) {
    return html`<label>${t("岗位", "Post")} <select @change=${event => act(event.target).catch(failed)}>
      ${who.posts.map(post => html`<option value=${post.post} .selected=${post.post === me.post}>${post.unitName} · ${dutyName(post.duty)}</option>`)}
    </select></label>`;
  }
  return html`<span>${me.unitName ?? me.displayName}${me.tier ? html` <small>${tierName(me.tier)}</small>` : nothing}</span>
    ${me.unit && who.posts === null ? button("posts", t("换岗位", "Other posts"), readPosts, "plain") : nothing}`;
}

function dutyName(duty) {
  return duty === "office" ? t("办公室", "office") : duty;
}

begin();
