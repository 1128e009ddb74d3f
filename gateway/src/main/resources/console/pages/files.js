// 导入导出: files of rows that are sent and become jobs, what was refused of them, and files that are asked for.
import { html, nothing } from "lit-html";
import { get, part, query, raw, send } from "../api.js";
import { form } from "../form.js";
import { button, progressBar, repaint, shown } from "../parts.js";
import { Problem, refusalOf } from "../problem.js";
import { forgetSaved, save, savedLine } from "../saving.js";
import { firstPage, table } from "../table.js";
import { moment, number, spoken, t } from "../words.js";

const SENT_TO = [["organization", "组织", "organisations"], ["member", "党员", "members"], ["dues", "党费", "dues"]];
const SHEETS = { UNITS: ["党组织", "units"], TEAMS: ["班子成员", "teams"], REGISTER: ["单位台账", "register"], MEMBERS: ["党员名册", "members"],
  MEMBERS_IN_FULL: ["党员名册（完整）", "members in full"], BANK: ["银行流水", "bank statement"], BANKLIST: ["银行代收清单", "bank's list of payments"] };
const IMPORTED = ["organization/UNITS", "organization/TEAMS", "organization/REGISTER", "member/MEMBERS", "dues/BANK", "dues/BANKLIST"];
const EXPORTED = ["organization/UNITS", "organization/TEAMS", "organization/REGISTER", "member/MEMBERS", "member/MEMBERS_IN_FULL"];
const JOBS = { WAITING: ["排队", "waiting"], APPLYING: ["办理中", "at work"], DONE: ["完成", "done"], FAILED: ["平台故障", "stopped by a fault"], REFUSED: ["不能受理", "refused"] };
const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const PIECE = 512 * 1024;
const PAUSE = 1000;

// What goes up in this tab at the moment.
const sending = { file: null, service: null, id: null, done: 0 };

function sheetName(what) {
  return SHEETS[what] ? t(...SHEETS[what]) : what;
}

function isAtWork(job) {
  return job.state === "WAITING" || job.state === "APPLYING";
}

// Looks again while something is at work and the page is open.
async function watch(goesOn, look, signal) {
  try {
    while (goesOn()) {
      await new Promise(done => setTimeout(done, PAUSE));
      if (signal.aborted) return;
      await look();
      repaint();
    }
  } catch (error) {
    if (!(error instanceof Problem) && error.name !== "AbortError") throw error;
  }
}

export const files = {
  title: () => t("导入导出", "Files"),

  async load(at, signal) {
    forgetSaved();
    const lists = await Promise.all(SENT_TO.map(([service]) => part(firstPage(`/${service}/v1/intakes`, { limit: 20 }, signal))));
    const jobs = () => lists.flatMap((list, i) => (list.value?.items ?? []).filter(isAtWork).map(job => ({ list: list.value, service: SENT_TO[i][0], job })));
    watch(() => jobs().length > 0, () => Promise.all(jobs().map(async ({ list, service, job }) => {
      const now = await get(`/${service}/v1/intakes/${job.id}`, signal);
      list.items = list.items.map(each => each.id === now.id ? now : each);
    })), signal);
    return { lists };
  },

  view(data, at, load) {
    return html`<section><h2>${t("导入", "Send a file")}</h2>${importForm(load)}</section>
    <section><h2>${t("导出", "Ask for a file")}</h2>${exportForm()}</section>
    ${SENT_TO.map(([service, zh, en], i) => html`<section><h2>${t("导入记录", "Files sent")}：${t(zh, en)}</h2>${shown(data.lists[i], list => table(list, [
      { head: t("文件", "File"), cell: job => html`<a href=${`#/file/${service}-${job.id}`}>${sheetName(job.what)}</a> <small>${job.document ?? ""}</small>` },
      { head: t("收到", "Received"), cell: job => moment(job.receivedAt) },
      { head: t("进度", "Progress"), cell: job => stateOf(job) },
      { head: t("通过", "Applied"), number: true, cell: job => number(job.applied) },
      { head: t("未变", "Unchanged"), number: true, cell: job => number(job.unchanged) },
      { head: t("退回", "Rejected"), number: true, cell: job => number(job.rejected) },
    ], { caption: t("本级和下级送来的，新的在前", "Sent from here and below, the newest first") }), load)}</section>`)}`;
  },
};

function stateOf(job) {
  return job.state === "APPLYING"
    ? progressBar(job.applied + job.unchanged + job.rejected, job.rowsRead, t("已办", "done"))
    : html`${t(...JOBS[job.state])}${job.refused ? html`<p class="text">${t(job.refused.reason, job.refused.reasonInEnglish)}</p>` : nothing}`;
}

function choices(listed) {
  return listed.map(each => [each, sheetName(each.split("/")[1])]);
}

function importForm(load) {
  const fields = [
    { name: "what", label: t("内容", "What"), kind: "select", options: choices(IMPORTED), value: IMPORTED[0] },
    { name: "file", label: t("文件（Excel 或 CSV）", "File (Excel or CSV)"), kind: "file", required: true, accept: ".xlsx,.csv",
      hint: t("首行是列名；可以用导出的文件改后送回，没有变化的行不动。", "The first row names the columns; an exported file may be corrected and sent back.") },
    { name: "document", label: t("批准文号", "Document"), longest: 100, hint: t("只在设立党组织时填写。", "Only to establish units.") },
    { name: "effectiveOn", label: t("生效日期", "From"), kind: "date", hint: t("只在设立党组织时填写。", "Only to establish units.") },
    { name: "reason", label: t("补办理由", "Why late"), longest: 500, hint: t("生效日期已过时填写。", "Where that day is over.") },
  ];
  return form("import", fields, t("导入", "Send"), async values => {
    if (!values.file) throw refusalOf("file", "请选择文件。", "Choose a file.");
    const [service, what] = values.what.split("/");
    const upload = await uploaded(service, values.file);
    await send("POST", query(`/${service}/v1/intakes`, { what, upload, document: values.document, effectiveOn: values.effectiveOn, reason: values.reason }),
      undefined, undefined, /\.xlsx$/i.test(values.file.name) ? EXCEL : "text/csv");
    sending.file = null;
    await load();
  }, sending.file && sending.done < sending.file.size
    ? progressBar(Math.round(sending.done / 1024), Math.ceil(sending.file.size / 1024), t("已上传（KB）", "KB sent")) : nothing);
}

// In pieces; the same file goes on where the line broke.
async function uploaded(service, file) {
  const path = id => `/${service}/v1/uploads/${id}`;
  const before = sending.file === file && sending.service === service ? await part(raw("HEAD", path(sending.id))) : null;
  if (before?.value) {
    sending.done = Number(before.value.headers.get("Upload-Offset"));
    if (before.value.headers.get("Upload-Complete") === "?1") return sending.id;
  } else {
    const { id } = await send("POST", `/${service}/v1/uploads`);
    Object.assign(sending, { file, service, id, done: 0 });
  }
  do {
    const piece = file.slice(sending.done, sending.done + PIECE);
    const end = sending.done + piece.size;
    await raw("PATCH", path(sending.id), piece, { "Content-Type": "application/octet-stream", "Upload-Offset": String(sending.done),
      "Upload-Complete": end === file.size ? "?1" : "?0" });
    sending.done = end;
    repaint();
  } while (sending.done < file.size);
  return sending.id;
}

function exportForm() {
  const fields = [
    { name: "what", label: t("内容", "What"), kind: "select", options: choices(EXPORTED), value: EXPORTED[0] },
    { name: "format", label: t("格式", "Format"), kind: "select", options: [["XLSX", "Excel"], ["CSV", "CSV"]], value: "XLSX" },
    { name: "asOf", label: t("哪一天的", "As of"), kind: "date", hint: t("只有党组织可以填写；不填为今天。", "Only of units; today if it is empty.") },
    { name: "purpose", label: t("用途", "What for"), longest: 180, hint: t("导出完整名册时必须填写，会留痕。", "Needed of members in full, and written down.") },
  ];
  return html`${form("export", fields, t("导出", "Export"), async values => {
    const [service, what] = values.what.split("/");
    const asked = { what, format: values.format, asOf: values.asOf || null, purpose: values.purpose || null, header: spoken() === "en" ? "KEYS" : "TITLES" };
    await save(raw("POST", `/${service}/v1/exports`, JSON.stringify(asked), { "Content-Type": "application/json" }));
  }, savedLine())}`;
}

async function readJob(id, signal) {
  const [service, own] = id.split("-");
  const path = `/${service}/v1/intakes/${own}`;
  const job = await get(path, signal);
  const [rows, decision] = await Promise.all([
    job.rejected > 0 ? part(firstPage(path + "/rejected-rows", { limit: 50 }, signal)) : null,
    // only what was sent with a document is decided about
    job.document ? part(get(`/organization/v1/intakes/${own}/decision`, signal)) : null,
  ]);
  const left = decision?.value?.leftOpen > 0 ? await part(firstPage(`/organization/v1/intakes/${own}/decision/left`, { limit: 50 }, signal)) : null;
  return { path, job, rows, decision: decision?.value, left };
}

export const fileOne = {
  title: () => t("导入的文件", "A file sent"),

  async load(at, signal) {
    forgetSaved();
    const data = await readJob(at.id, signal);
    watch(() => isAtWork(data.job) || data.decision && isAtWork(data.decision),
      async () => Object.assign(data, await readJob(at.id, signal)), signal);
    return data;
  },

  view(data, at, load) {
    const { path, job, rows } = data;
    return html`<p><a href="#/files">${t("全部文件", "All files")}</a></p>
      <h2>${sheetName(job.what)} <small>${job.document ?? ""}</small></h2>
      <dl><dt>${t("收到", "Received")}</dt><dd>${moment(job.receivedAt)}</dd>
        <dt>${t("进度", "Progress")}</dt><dd>${stateOf(job)}</dd>
        <dt>${t("行数", "Rows")}</dt><dd>${number(job.rowsRead)} = ${t("通过", "applied")} ${number(job.applied)} + ${t("未变", "unchanged")} ${number(job.unchanged)}
          + ${t("退回", "rejected")} <b data-figure="rejected">${number(job.rejected)}</b>${isAtWork(job) ? t(" + 待办", " + waiting") : ""}</dd></dl>
      ${job.state === "FAILED" ? html`<p>${button("resume " + path, t("继续", "Go on"), async () => {
        await send("POST", path + "/resumption");
        await load();
      })}</p>` : nothing}
      ${rows ? html`<section><h2>${t("退回的行", "Rejected rows")}</h2>
        <p>${[["XLSX", "Excel"], ["CSV", "CSV"]].map(([format, name]) => html`${button("rejections " + format, t(`下载更正文件（${name}）`, `Correction file (${name})`),
          () => save(raw("GET", query(path + "/rejections", { format }))), "second")} `)}</p>
        ${coming.saved ? html`<p role="status">${t("已保存", "Saved")} ${coming.saved}</p>` : nothing}
        ${shown(rows, list => table(list, [
          { head: t("行号", "Row"), number: true, cell: row => row.line },
          { head: t("列", "Column"), cell: row => row.field },
          { head: t("原因", "Why"), cell: row => t(row.reason, row.reasonInEnglish) },
        ], { caption: t("按文件里的顺序；更正后重新导入", "In the order of the file; correct them and send them again"), key: row => row.line, total: job.rejected }), load)}</section>` : nothing}
      ${job.document ? decide(data, load) : nothing}`;
  },
};

// 全部批准 or 全部退回: of what a file has proposed, by whoever the door lets decide.
function decide(data, load) {
  const { path, decision, left } = data;
  return html`<section><h2>${t("审批", "Decision")}</h2>
    ${decision ? html`<p>${decision.approves ? t("全部批准", "Approve all") : t("全部退回", "Refuse all")} · ${moment(decision.askedAt)} · ${t(...JOBS[decision.state])}</p>
      ${progressBar(decision.decided + decision.leftOpen, decision.proposals, t("已办", "done"))}
      ${decision.stopped ? html`<p class="text">${t(decision.stopped.reason, decision.stopped.reasonInEnglish)}</p>` : nothing}` : nothing}
    ${left ? shown(left, list => table(list, [
      { head: t("行号", "Row"), number: true, cell: row => row.line },
      { head: t("原因", "Why"), cell: row => t(row.reason, row.reasonInEnglish) },
    ], { caption: t("没有办成的，仍待审批", "Those that stay open"), key: row => row.line, total: decision.leftOpen }), load) : nothing}
    <p>${button("approve file", t("全部批准", "Approve all"), async () => {
      await send("POST", path + "/approval", {});
      await load();
    })}</p>
    <details><summary>${t("全部退回", "Refuse all")}</summary>${form("refuse-file", [
      { name: "reason", label: t("理由", "Why"), kind: "area", required: true, longest: 500 },
    ], t("全部退回", "Refuse all"), async values => {
      await send("POST", path + "/refusal", { reason: values.reason });
      await load();
    })}</details></section>`;
}
