// What the issuer of a task may still do with it: give more time, urge, take it back; and answer those who answer back.
import { html, nothing } from "lit-html";
import { part, send } from "../api.js";
import { form } from "../form.js";
import { shown } from "../parts.js";
import { who } from "../session.js";
import { firstPage, table } from "../table.js";
import { moment, t } from "../words.js";

// A day lasts to its end, as the doors of deadlines have it.
export function endOf(chosen) {
  return chosen ? chosen + "T23:59:59+08:00" : null;
}

// What the last urging of a dispatch came to, in this tab.
const urged = new Map();

function urgedTo(said) {
  return html`<p role="status">${t(`已催办 ${said.urged} 个单位`, `${said.urged} units are urged`)}${said.quiet
    ? t("，下一个工作日上班后送达。", ", and told in the morning of the next working day.") : t("，一分钟内送达。", ", and told within a minute.")}</p>`;
}

export function issuerActions(one, load) {
  if (one.issuer !== who.me.unit) return nothing;
  const why = { name: "reason", label: t("理由", "Why"), kind: "area", required: true, longest: 500 };
  return html`<details><summary>${t("延期", "Give more time")}</summary>${form("extend-" + one.id, [
    { name: "deadline", label: t("新期限", "New deadline"), kind: "date", required: true }, why,
  ], t("延期", "Give more time"), async values => {
    await send("POST", `/task/v1/dispatches/${one.id}/extension`, { deadline: endOf(values.deadline), reason: values.reason });
    await load();
  })}</details>
  <details><summary>${t("催办", "Urge")}</summary>${form("urge-" + one.id, [
    { name: "word", label: t("催办的话（写给未上报的单位，一天一次）", "A word to whoever has not handed in, once a day"), kind: "area", required: true, longest: 500 },
  ], t("催办", "Urge"), async values => {
    urged.set(one.id, await send("POST", `/task/v1/dispatches/${one.id}/urgings`, { word: values.word }));
    await load();
  })}${urged.has(one.id) ? urgedTo(urged.get(one.id)) : nothing}</details>
  ${one.withdrawn ? nothing : html`<details><summary>${t("撤回", "Withdraw")}</summary>${form("withdraw-" + one.id, [why],
    t("撤回，连同逐级转派的", "Withdraw it, with all that was made of it"), async values => {
      await send("POST", `/task/v1/dispatches/${one.id}/withdrawal`, { reason: values.reason });
      await load();
    })}</details>`}`;
}

const VOICES = { ALREADY_DONE: ["已经完成", "already done"], NOT_APPLICABLE: ["不适用", "not applicable"],
  IMPOSSIBLE_BY_THEN: ["到期无法完成", "impossible by then"], DUPLICATE_OF: ["与另一任务重复", "a duplicate"] };

export const voices = {
  title: () => t("下级反馈", "Answers from below"),

  async load(at, signal) {
    return { list: await part(firstPage("/task/v1/voices", { open: true, limit: 30 }, signal)) };
  },

  view(data, at, load) {
    return shown(data.list, list => html`${table(list, [
      { head: t("单位", "Unit"), cell: voice => voice.unitName },
      { head: t("任务", "Task"), cell: voice => html`<a href=${"#/task/" + voice.assignment}>${voice.title}</a>` },
      { head: t("反馈", "Answer"), cell: voice => html`<b>${t(...VOICES[voice.kind])}</b><p class="text">${voice.text} ${voice.proof ?? ""} ${voice.day ?? ""}</p>` },
      { head: t("答复期限", "To be answered by"), cell: voice => html`${moment(voice.replyBy)} ${voice.late ? html`<b class="badge">${t("已过期", "late")}</b>` : nothing}` },
    ], { caption: t("等待答复的，新的在前", "Those that wait for a reply, the newest first") })}
    ${list.items.filter(voice => voice.issuer === who.me.unit).map(voice => html`<article class="preview">
      <h3>${voice.unitName}：${voice.title}</h3>
      ${form("accept-" + voice.id, [
        { name: "reply", label: t("答复", "Reply") },
        { name: "day", label: t("新的期限", "New date"), kind: "date", value: voice.day ?? "" },
      ], t("同意", "Accept"), async values => {
        await send("POST", `/task/v1/voices/${voice.id}/acceptance`, { reply: values.reply || null, day: values.day || null }, voice.version);
        await load();
      })}
      <details><summary>${t("不同意", "Refuse")}</summary>${form("refuse-voice-" + voice.id, [
        { name: "reason", label: t("理由", "Why"), kind: "area", required: true, longest: 500 },
      ], t("不同意", "Refuse"), async values => {
        await send("POST", `/task/v1/voices/${voice.id}/refusal`, { reason: values.reason }, voice.version);
        await load();
      })}</details></article>`)}`, load);
  },
};
