// A member for himself: his file, his dues with their explanation, who has read what of it.
import { html, nothing } from "lit-html";
import { get, part } from "../api.js";
import { shown } from "../parts.js";
import { firstPage, table } from "../table.js";
import { moment, t } from "../words.js";

export const mine = {
  title: () => t("我的", "Mine"),

  async load(at, signal) {
    const [file, dues, cases, readings] = await Promise.all([
      part(get("/member/v1/me", signal)), part(get("/dues/v1/me/dues", signal)),
      part(get("/member/v1/me/cases", signal)), part(firstPage("/member/v1/me/readings", { limit: 50 }, signal)),
    ]);
    return { file, dues, cases, readings };
  },

  view(data, at, load) {
    return html`<section><h2>${t("我的党费", "My dues")}</h2>${shown(data.dues, dues => html`
      <p>${t("未交", "Open")} <b>${dues.open}</b> ${t("元，已交至", "yuan, paid until")} ${dues.paidUntil ?? "—"}</p>
      ${table({ items: dues.months }, [
        { head: t("月份", "Month"), cell: each => html`<a href=${"#/mine-month/" + each.month}>${each.month}</a>` },
        { head: t("应交（元）", "Due (yuan)"), number: true, cell: each => each.due },
        { head: t("已交（元）", "Paid (yuan)"), number: true, cell: each => each.paid },
      ], { caption: t("点月份看怎样算出", "A month opens how it is made"), key: each => each.month, total: dues.months.length })}`, load)}</section>
    <section><h2>${t("我的档案", "My file")}</h2>${shown(data.file, file => html`<dl>
      <dt>${t("姓名", "Name")}</dt><dd>${file.member.name}</dd>
      <dt>${t("支部", "Branch")}</dt><dd>${file.unitName}</dd>
      <dt>${t("证件号码", "Number")}</dt><dd>${file.number}</dd>
      <dt>${t("电话", "Phone")}</dt><dd>${file.phone ?? "—"}</dd>
      <dt>${t("入党时间", "Since")}</dt><dd>${file.member.since ?? "—"}</dd>
      <dt>${t("完整度", "Completeness")}</dt><dd>${file.completeness.percent}%</dd></dl>`, load)}</section>
    <section><h2>${t("谁看过我的资料", "Who has read it")}</h2>${shown(data.readings, list => table(list, [
      { head: t("单位", "Unit"), cell: each => each.unit },
      { head: t("看了什么", "What"), cell: each => READ[each.what] ? t(...READ[each.what]) : each.what },
      { head: t("事由", "For"), cell: each => each.purpose },
      { head: t("时间", "When"), cell: each => moment(each.at) },
    ], { caption: t("明文查看记录", "Seen in clear"), key: each => each.at + each.what + each.unit, empty: t("没有人查看过明文。", "Nobody has seen it in clear.") }), load)}</section>
    ${shown(data.cases, found => found.cases.length === 0 ? nothing : html`<section><h2>${t("我的案卷", "My cases")}</h2>
      ${table({ items: found.cases }, [
        { head: t("事由", "Grounds"), cell: each => each.evidence },
        { head: t("告知", "Told"), cell: each => each.noticedOn },
        { head: t("申辩至", "Hearing until"), cell: each => each.hearingUntil },
        { head: t("整改至", "To be corrected by"), cell: each => each.correctUntil },
      ], { caption: t("涉及本人的案卷和期限", "What is proposed against you, with the days that you have"), total: found.cases.length })}</section>`)}`;
  },
};

export const mineMonth = {
  title: () => t("党费怎样算出", "How dues are made"),

  load(at, signal) {
    return get("/dues/v1/me/dues/" + at.id, signal);
  },

  view(found) {
    return html`<h2>${found.month}</h2><p><b data-figure="formula">${found.formula}</b></p><dl>
      <dt>${t("应交", "Due")}</dt><dd>${found.due} ${t("元", "yuan")}</dd>
      ${found.base ? html`<dt>${t("缴费基数", "On what")}</dt><dd>${found.base.pay} ${t("元，自", "yuan, from")} ${found.base.from} ${found.base.document ?? ""}</dd>` : nothing}
      ${found.rule ? html`<dt>${t("依据", "By")}</dt><dd>${found.rule.source}</dd>` : nothing}
    </dl><p><a href="#/mine">${t("返回", "Back")}</a></p>`;
  },
};

const READ = { FILE: ["档案", "file"], NUMBER: ["证件号码", "number"], EXPORT: ["导出", "export"], LIST: ["名册", "list"], NAME: ["姓名", "name"] };
