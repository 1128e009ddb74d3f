// 年历: the working days that each service counts by, and the State Council's notice of a year.
import { html, nothing } from "lit-html";
import { get, part, send } from "../api.js";
import { form } from "../form.js";
import { problemBox, progressBar, repaint, shown } from "../parts.js";
import { Problem, idOf, refusalOf } from "../problem.js";
import { table } from "../table.js";
import { t, today } from "../words.js";

const COUNTING = [["organization", "组织", "organisations"], ["member", "党员", "members"], ["task", "任务", "tasks"], ["dues", "党费", "dues"],
  ["assessment", "考核", "assessment"]];
const entering = { done: 0, running: false, refused: [] };

export const calendar = {
  title: () => t("年历", "Calendar"),

  async load(at, signal) {
    return { lists: await Promise.all(COUNTING.map(([service]) => part(get(`/${service}/v1/working-years`, signal)))) };
  },

  view(data, at, load) {
    const year = Number(today().slice(0, 4));
    return html`${[year, year + 1].map(each => missing(each, data.lists))}
      ${yearsOf(data.lists).map(each => ofYear(each, data.lists))}
      ${data.lists.map(list => shown(list, () => nothing, load))}
      <section><h2>${t("录入放假安排", "Enter a notice")}</h2>${noticeForm(year + 1, load)}</section>`;
  },
};

function yearsOf(lists) {
  return [...new Set(lists.flatMap(list => (list.value ?? []).map(each => each.year)))].sort((a, b) => b - a);
}

function noticeOf(list, year) {
  return list.value?.find(each => each.year === year);
}

// What is counted of such a year is provisional.
function missing(year, lists) {
  const without = COUNTING.filter((service, i) => lists[i].value && (noticeOf(lists[i], year)?.provisional ?? true));
  return without.length === 0 ? nothing : html`<p class="banner" role="status">${t(`${year} 年的放假安排还没有录入`, `The notice of ${year} is not entered`)}：${without
    .map(([, zh, en]) => t(zh, en)).join(t("、", ", "))}。${t("只按周末和法定节假日计算，结果是暂定的。", "Only weekends and statutory holidays count, and what is counted is provisional.")}</p>`;
}

// Each different notice once, with who counts by it.
function ofYear(year, lists) {
  const found = new Map();
  COUNTING.forEach(([, zh, en], i) => {
    const notice = noticeOf(lists[i], year);
    if (!notice) return;
    const text = JSON.stringify([notice.source, notice.days.map(each => [each.day, each.working])]);
    found.set(text, { notice, services: [...found.get(text)?.services ?? [], t(zh, en)] });
  });
  return [...found.values()].map(({ notice, services }) => html`<section><h2>${year} <small>${notice.source}${found.size > 1 ? "：" + services.join(t("、", ", ")) : ""}</small></h2>
    ${found.size > 1 ? html`<p class="error">${t("各服务的安排不一致，请重新录入。", "Services differ: enter it again.")}</p>` : nothing}
    ${table({ items: months(notice) }, [
      { head: t("月份", "Month"), cell: each => each.month },
      { head: t("周一至周五放假", "Weekdays off"), cell: each => each.off.join(t("、", ", ")) },
      { head: t("周末上班", "Weekends worked"), cell: each => each.working.join(t("、", ", ")) },
    ], { caption: t("与周一至周五上班不同的日子", "Days that differ from Monday to Friday"), key: each => each.month, total: months(notice).length })}</section>`);
}

function months(notice) {
  const found = new Map();
  for (const each of notice.days) {
    const month = each.day.slice(0, 7);
    const row = found.get(month) ?? { month, off: [], working: [] };
    (each.working ? row.working : row.off).push(Number(each.day.slice(8)));
    found.set(month, row);
  }
  return [...found.values()].sort((a, b) => a.month.localeCompare(b.month));
}

function daysOf(values, field, working) {
  const found = values[field].split(/[\s,，、;；]+/).filter(Boolean);
  const odd = found.find(day => !/^\d{4}-\d\d-\d\d$/.test(day));
  if (odd) throw refusalOf(field, `“${odd}”不是日期，请写成 2027-10-01。`, `“${odd}” is no day such as 2027-10-01.`);
  return found.map(day => ({ day, working }));
}

// At each service by itself: one that is away gets it when it is entered again.
function noticeForm(next, load) {
  const fields = [
    { name: "year", label: t("年份", "Year"), required: true, value: String(next), longest: 4 },
    { name: "source", label: t("通知名称和日期", "The notice and its day"), required: true },
    { name: "off", label: t("周一至周五放假的日子", "Weekdays off"), kind: "area", hint: t("如 2027-10-01，用空格隔开。", "Such as 2027-10-01, with blanks between.") },
    { name: "working", label: t("周末上班的日子", "Weekends worked"), kind: "area", hint: t("全年的都要填写，替换以前录入的。", "All of the year: they replace what was entered.") },
  ];
  return html`${form("notice", fields, t("录入", "Enter"), async values => {
    const year = idOf(values, "year");
    const body = { source: values.source, days: [...daysOf(values, "off", false), ...daysOf(values, "working", true)] };
    Object.assign(entering, { done: 0, running: true, refused: [] });
    try {
      for (const [service, zh, en] of COUNTING) {
        try {
          await send("PUT", `/${service}/v1/working-years/${year}`, body);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          // what the first refuses all refuse
          if (entering.done === 0) throw error;
          entering.refused.push({ name: t(zh, en), problem: error });
        }
        entering.done++;
        repaint();
      }
    } finally {
      entering.running = false;
    }
    await load();
  }, entering.running ? progressBar(entering.done, COUNTING.length, t("正在录入", "Entering")) : nothing)}
  ${entering.refused.map(each => html`<h3>${each.name}</h3>${problemBox(each.problem)}`)}`;
}
