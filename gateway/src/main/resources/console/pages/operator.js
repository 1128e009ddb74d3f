// 运行管理: how the services are, what was parked, attacks on sign-ins, accounts and their codes.
import { html, nothing } from "lit-html";
import { get, part, send } from "../api.js";
import { form } from "../form.js";
import { button, repaint, shown } from "../parts.js";
import { idOf, refusalOf } from "../problem.js";
import { firstPage, table } from "../table.js";
import { moment, number, t, tierName } from "../words.js";

const ACCOUNTS = { INVITED: ["待激活", "invited"], ACTIVE: ["正常", "active"], LOCKED: ["停用", "locked"] };
const REASONS = { POISON: ["处理失败", "failed"], UNREADABLE: ["无法读取", "unreadable"], GAP: ["等待更早的事件", "an earlier one is missing"],
  WAITING: ["排在失败事件之后", "behind a parked one"] };
const made = { codes: null, account: null };

export const operator = {
  title: () => t("运行管理", "Operations"),

  async load(at, signal) {
    const [services, accounts, alarms] = await Promise.all([
      part(get("/operations/services", signal)),
      part(firstPage("/identity/v1/accounts", { limit: 30 }, signal)),
      part(firstPage("/identity/v1/sign-in-alarms", { limit: 20 }, signal)),
    ]);
    return { services, accounts, alarms };
  },

  view(data, at, load) {
    return html`<section><h2>${t("服务", "Services")}</h2>${shown(data.services, found => serviceTable(found.services, load), load)}</section>
    <section><h2>${t("登录告警", "Attacks on sign-ins")}</h2>${shown(data.alarms, list => table(list, [
      { head: t("对象", "Of"), cell: alarm => alarm.address ?? t(`账号 ${alarm.account}`, `account ${alarm.account}`) },
      { head: t("失败次数", "Failures"), number: true, cell: alarm => number(alarm.failures) },
      { head: t("开始", "Since"), cell: alarm => moment(alarm.since) },
      { head: t("结束", "Over"), cell: alarm => moment(alarm.overAt) },
    ], { caption: t("新的在前", "The newest first"), empty: t("没有告警。", "No alarms.") }), load)}</section>
    <section><h2>${t("激活码", "Activation codes")}</h2>${codeForm()}</section>
    <section><h2>${t("新建账号", "A new account")}</h2>${accountForm(load)}</section>
    <section><h2>${t("账号", "Accounts")}</h2>${shown(data.accounts, list => table(list, [
      { head: t("账号", "Login"), cell: each => each.login },
      { head: t("单位", "Unit"), cell: each => html`${each.unitName} <small>${tierName(each.tier)}</small>` },
      { head: t("状态", "State"), cell: each => ACCOUNTS[each.state] ? t(...ACCOUNTS[each.state]) : each.state },
      { head: t("操作", "Act"), cell: each => button("lock " + each.id, each.state === "LOCKED" ? t("启用", "Unlock") : t("停用", "Lock"), async () => {
        if (each.state === "LOCKED") await send("POST", `/identity/v1/accounts/${each.id}/unlock`);
        else await send("POST", `/identity/v1/accounts/${each.id}/lock`);
        await load();
      }, "second") },
    ], { caption: t("按组织树顺序", "In the order of the tree"), key: each => each.post }), load)}</section>`;
  },
};

function serviceTable(states, load) {
  const parked = states.flatMap(state => state.parked.map(event => ({ ...event, service: state.name })));
  return html`${table({ items: states }, [
    { head: t("服务", "Service"), cell: state => state.name },
    { head: t("状态", "State"), cell: state => state.ready ? t("正常", "ready") : html`<b class="badge">${t("不可用", "away")}</b>` },
    { head: t("待发事件", "Unsent"), number: true, cell: state => number(state.unsent) },
    { head: t("最早待发", "Oldest"), cell: state => state.oldest ? moment(state.oldest + "Z") : "—" },
    { head: t("未听事件", "Lag"), number: true, cell: state => number(state.lag) },
    { head: t("搁置事件", "Parked"), number: true, cell: state => number(state.parkedInAll) },
  ], { caption: t("各服务此刻的情况", "How the services are at this moment"), key: state => state.name, total: states.length })}
  ${parked.length === 0 ? nothing : table({ items: parked }, [
    { head: t("服务", "Service"), cell: event => event.service },
    { head: t("事件", "Event"), cell: event => html`${event.type} <small>${event.eventKey}</small>` },
    { head: t("原因", "Why"), cell: event => html`${REASONS[event.reason] ? t(...REASONS[event.reason]) : event.reason}
      <small>${event.error ?? ""}</small>` },
    { head: t("时间", "When"), cell: event => moment(event.parkedAt + "Z") },
    { head: t("操作", "Act"), cell: event => button("again " + event.service + event.id, t("重新处理", "Send again"), async () => {
      await send("POST", `/operations/services/${event.service}/parked/${event.id}`);
      await load();
    }, "second") },
  ], { caption: t("搁置的事件，每个服务先列最早的", "Parked events, of each service the oldest"), key: event => event.service + event.id, total: states.reduce((sum, state) => sum + (state.parkedInAll ?? 0), 0) })}`;
}

// Of no unit nothing is made: it would be of all.
function unitOf(values, field) {
  const unit = idOf(values, field);
  if (unit === null) throw refusalOf(field, "请填写单位编号。", "Say which unit, by its number.");
  return unit;
}

// Beside the office that a unit has by itself: its holder activates it with a code.
function accountForm(load) {
  const fields = [
    { name: "unit", label: t("单位（编号）", "Unit (number)"), required: true },
    { name: "displayName", label: t("显示名称", "Name shown"), required: true },
    { name: "duty", label: t("岗位（小写字母）", "Duty (small letters)"), required: true, value: "clerk", longest: 32 },
  ];
  return html`${form("account", fields, t("新建账号", "Make an account"), async values => {
    made.account = await send("POST", "/identity/v1/accounts", { unit: unitOf(values, "unit"), displayName: values.displayName, duty: values.duty });
    await load();
  })}${made.account ? html`<p role="status">${t("已建账号", "Made")} <b>${made.account.login}</b>
    ${button("codes of account", t("生成该单位的激活码", "Make codes of that unit"), async () => {
      made.codes = await send("POST", "/identity/v1/activation-codes", { units: [made.account.unit] });
      repaint();
    }, "second")}</p>` : nothing}`;
}

// Codes are shown once; what was made before is void.
function codeForm() {
  const tiers = ["PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE", "BRANCH"].map(tier => [tier, tierName(tier)]);
  const fields = [
    { name: "tier", label: t("层级", "Tier"), kind: "select", options: tiers, value: "VILLAGE" },
    { name: "under", label: t("在此单位之下（编号）", "Below this unit (number)"), required: true },
  ];
  return html`${form("codes", fields, t("生成激活码", "Make codes"), async values => {
    made.codes = await send("POST", "/identity/v1/activation-codes", { tier: values.tier, under: unitOf(values, "under") });
    repaint();
  })}${made.codes ? table({ items: made.codes }, [
    { head: t("账号", "Login"), cell: each => each.login },
    { head: t("激活码", "Code"), cell: each => html`<code>${each.code}</code>` },
  ], { caption: t("只显示这一次，以前的作废", "Shown once; earlier ones are void"), key: each => each.login, total: made.codes.length }) : nothing}`;
}
