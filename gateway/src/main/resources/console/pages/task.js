// One task of one unit: what it is, why one has it, what was handed in; and what this reader may do with it.
import { html, nothing } from "lit-html";
import { get, part, send } from "../api.js";
import { form, valuesOf } from "../form.js";
import { button, repaint, shown } from "../parts.js";
import { idOf } from "../problem.js";
import { who } from "../session.js";
import { day, moment, stateName, t } from "../words.js";
import { endOf } from "./issuing.js";
import { forgetReach, reachOf } from "./reach.js";

const WORKED_ON = ["SIGNED", "BROKEN_DOWN", "WORKING", "RETURNED"];
const REVIEWED = ["SUBMITTED", "IN_REVIEW"];

export const taskOne = {
  title: () => t("任务办理", "Task"),

  async load(at, signal) {
    forgetReach("forward-" + at.id);
    const one = await get("/task/v1/assignments/" + at.id, signal);
    return { one, lineage: null };
  },

  view(data, at, load) {
    const one = data.one;
    const own = one.unit === who.me.unit;
    return html`<h2>${one.title}</h2>
      ${returned(one)}
      <dl>
        <dt>${t("文号", "Number")}</dt><dd>${one.number}</dd>
        <dt>${t("派送单位", "Issued by")}</dt><dd>${one.issuerName}</dd>
        <dt>${t("承办", "Done by")}</dt><dd>${one.unitName}</dd>
        <dt>${t("要求", "What")}</dt><dd class="text">${one.text}</dd>
        <dt>${t("目标", "Goal")}</dt><dd class="text">${one.goal}</dd>
        <dt>${t("期限", "Due")}</dt><dd>${moment(one.dueAt ?? one.deadline)}${one.provisional
          ? html` <small>${t("（放假安排公布后重算）", "(counted again when the calendar is known)")}</small>` : nothing}</dd>
        <dt>${t("状态", "State")}</dt><dd>${stateName(one.state)}${one.signedAt ? html` <small>${t("签收于", "signed")} ${moment(one.signedAt)}</small>` : nothing}</dd>
      </dl>
      ${lineageOf(data)}
      ${own ? work(one, load) : nothing}
      ${!own && REVIEWED.includes(one.state) ? review(one, load) : nothing}
      ${handedIn(one)}`;
  },
};

function returned(one) {
  const last = one.submissions.at(-1);
  if (one.state !== "RETURNED" || !last) return nothing;
  return html`<div class="problem"><strong>${t("退回原因", "Why it was returned")}</strong><p class="text">${last.reason}</p></div>`;
}

function lineageOf(data) {
  const one = data.one;
  if (data.lineage) return shown(data.lineage, lineage => html`<section><h3>${t("任务来历", "Where it comes from")}</h3><ol class="lines">
    <li>${lineage.origin.title} ${lineage.origin.number ?? ""} ${lineage.origin.document ?? ""}</li>
    ${lineage.steps.map(step => html`<li>${moment(step.issuedAt)} ${step.issuerName} → ${step.unitName}
      <small>${step.number}, ${t("期限", "due")} ${moment(step.deadline)}${step.earlyReason ? "：" + step.earlyReason : ""}</small></li>`)}
  </ol></section>`);
  return html`<p>${button("why " + one.id, t("为什么有这项任务", "Why do I have this?"), async () => {
    data.lineage = await part(get(`/task/v1/assignments/${one.id}/lineage`));
    repaint();
  }, "second")}</p>`;
}

function work(one, load) {
  if (one.state === "ADDRESSED") {
    return html`<p>${button("sign " + one.id, t("签收", "Sign"), async () => {
      await send("POST", `/task/v1/assignments/${one.id}/signature`, undefined, one.version);
      await load();
    })}</p>${answer(one, load)}`;
  }
  if (!WORKED_ON.includes(one.state)) return nothing;
  const fields = [
    { name: "report", label: t("办理情况", "What was done"), kind: "area", required: true },
    { name: "material", label: t("佐证材料名称", "Paper that proves it"), required: one.materialRequired,
      hint: t("如会议决定、会议记录；不要照片、截图。", "Such as minutes or a decision; never a photo.") },
    { name: "reference", label: t("材料文号", "Its number"), required: one.materialRequired },
  ];
  return html`<section><h3>${t("上报", "Hand in")}</h3>
    ${form("submit-" + one.id, fields, t("上报", "Hand in"), async values => {
      const materials = values.material || values.reference ? [{ name: values.material, reference: values.reference }] : [];
      await send("POST", `/task/v1/assignments/${one.id}/submissions`, { report: values.report, materials }, one.version);
      await load();
    })}</section>${forward(one, load)}${answer(one, load)}`;
}

// 转派: to the units directly below, each with its own words; an earlier date needs a reason.
function forward(one, load) {
  if (!["PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE"].includes(who.me.tier)) return nothing;
  const id = "forward-" + one.id;
  const fields = [
    { name: "text", label: t("本级要求", "What is asked here"), kind: "area", required: true },
    { name: "deadline", label: t("期限", "Deadline"), kind: "date", required: true, value: day(one.dueAt ?? one.deadline) },
    { name: "earlyReason", label: t("提前的理由", "Why earlier"), hint: t("早于上级期限时填写。", "Where the date is earlier than the one given.") },
  ];
  // the day above means the moment above; any other one is the clerk's, and the door says if it cannot be
  const due = one.dueAt ?? one.deadline;
  const until = values => values.deadline === day(due) ? due : endOf(values.deadline);
  return html`<details><summary>${t("转派到紧下一级的单位", "Forward to the units directly below")}</summary>
    ${form(id, fields, t("转派", "Forward"), async values => {
      await send("POST", `/task/v1/assignments/${one.id}/forwardings`, { text: values.text, deadline: until(values),
        earlyReason: values.earlyReason || null }, one.version);
      await load();
    }, reachOf(id, () => ({ deadline: until(valuesOf(id, fields)) }),
      of => send("POST", `/task/v1/assignments/${one.id}/forwarding-previews`, of, one.version)))}</details>`;
}

// 反馈: an answer back, instead of a report.
function answer(one, load) {
  const kinds = [
    ["ALREADY_DONE", t("已经完成", "already done")], ["NOT_APPLICABLE", t("不适用", "not applicable")],
    ["IMPOSSIBLE_BY_THEN", t("到期无法完成", "impossible by then")], ["DUPLICATE_OF", t("与另一任务重复", "a duplicate")],
  ];
  const fields = [
    { name: "kind", label: t("反馈", "Answer"), kind: "select", options: kinds, value: "ALREADY_DONE" },
    { name: "text", label: t("说明", "In words"), kind: "area", required: true },
    { name: "proof", label: t("已完成的依据", "Proof, if it is done"), hint: t("只在“已经完成”时填写。", "Only if it is done already.") },
    { name: "day", label: t("可以完成的日期", "Possible by"), kind: "date", hint: t("只在“到期无法完成”时填写。", "Only if it is impossible by then.") },
    { name: "assignment", label: t("重复的任务编号", "The other task"), hint: t("只在“重复”时填写。", "Only if it is a duplicate.") },
  ];
  return html`<details><summary>${t("向派送单位反馈", "Answer back to the issuer")}</summary>
    ${form("voice-" + one.id, fields, t("反馈", "Answer"), async values => {
      await send("POST", `/task/v1/assignments/${one.id}/voices`, {
        kind: values.kind, text: values.text,
        proof: values.proof || null, day: values.day || null, assignment: idOf(values, "assignment"),
      });
      await load();
    })}</details>`;
}

function review(one, load) {
  const fields = [
    { name: "reason", label: t("退回原因", "Why"), kind: "area", required: true, longest: 1000 },
    { name: "until", label: t("重新上报的期限", "To be handed in again by"), kind: "date",
      hint: t("原期限已过时必须填写。", "Needed where the date is past.") },
  ];
  return html`<section><h3>${t("审核", "Review")}</h3>
    <p>${button("approve " + one.id, t("通过", "Approve"), async () => {
      await send("POST", `/task/v1/assignments/${one.id}/approval`, undefined, one.version);
      await load();
    })}</p>
    ${form("return-" + one.id, fields, t("退回", "Return"), async values => {
      await send("POST", `/task/v1/assignments/${one.id}/return`, { reason: values.reason, until: endOf(values.until) }, one.version);
      await load();
    })}</section>`;
}

function handedIn(one) {
  if (one.submissions.length === 0) return nothing;
  return html`<section><h3>${t("上报记录", "Handed in")}</h3>${one.submissions.map(each => html`<article>
    <p><b>${t(`第 ${each.number} 次`, `No. ${each.number}`)}</b> ${moment(each.submittedAt)}
      ${each.verdict ? html`<b>${each.verdict === "APPROVED" ? t("通过", "approved") : t("退回", "returned")}</b> ${moment(each.reviewedAt)}` : nothing}</p>
    <p class="text">${each.report}</p>
    ${each.materials.length ? html`<ul>${each.materials.map(paper => html`<li>${paper.name} ${paper.reference}</li>`)}</ul>` : nothing}
    ${each.reason ? html`<p class="text">${t("原因", "Why")}: ${each.reason}</p>` : nothing}
  </article>`)}</section>`;
}
