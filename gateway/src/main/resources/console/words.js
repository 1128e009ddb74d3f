// Words: Chinese and English side by side where they are used, so that none is missing.

const LANGUAGE = "console.language";
let language = localStorage.getItem(LANGUAGE) === "en" ? "en" : "zh";

export function t(zh, en) {
  return language === "en" ? en : zh;
}

export function spoken() {
  return language;
}

export function speak(chosen) {
  language = chosen;
  localStorage.setItem(LANGUAGE, chosen);
}

const TIERS = {
  PROVINCE: ["省", "province"], CITY: ["市州", "city"], COUNTY: ["县市区", "county"], TOWNSHIP: ["乡镇街道", "township"],
  VILLAGE: ["村社区", "village"], BRANCH: ["支部", "branch"], GROUP: ["党小组", "group"], HOUSEHOLD: ["党员中心户", "household"],
};

export function tierName(tier) {
  return TIERS[tier] ? t(...TIERS[tier]) : "";
}

const STATES = {
  ADDRESSED: ["待签收", "to sign"], SIGNED: ["已签收", "signed"], BROKEN_DOWN: ["已分解", "broken down"],
  WORKING: ["办理中", "being done"], SUBMITTED: ["已上报", "handed in"], IN_REVIEW: ["审核中", "in review"],
  RETURNED: ["被退回", "returned"], APPROVED: ["已通过", "approved"], WITHDRAWN: ["已撤回", "withdrawn"],
  MERGED: ["已合并", "merged"], CLOSED: ["已关闭", "closed"],
};

export function stateName(state) {
  return STATES[state] ? t(...STATES[state]) : state;
}

// The country has one time, whatever the computer says.
const ZONE = "Asia/Shanghai";

export function day(instant) {
  if (!instant) return "";
  if (/^\d{4}-\d\d-\d\d$/.test(instant)) return instant;
  return new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short" }).format(new Date(instant));
}

export function moment(instant) {
  if (!instant) return "";
  return new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short", timeStyle: "short" })
    .format(new Date(instant));
}

export function today() {
  return day(new Date().toISOString());
}

export function number(value) {
  return value === null || value === undefined ? "—" : new Intl.NumberFormat("zh-CN").format(value);
}

// Money is counted in fen by statistics, and is shown in yuan.
export function counted(value, unit) {
  if (value === null || value === undefined) return t("不公开", "not shown");
  if (unit !== "分") return number(value);
  return new Intl.NumberFormat("zh-CN", { minimumFractionDigits: 2 }).format(value / 100);
}

export function countedIn(unit) {
  return unit === "分" ? t("元", "yuan") : unit;
}

export function percent(share) {
  return share === null || share === undefined ? "" : (share * 100).toFixed(1) + "%";
}

// An assignment's own date, if it has one; that of its dispatch otherwise.
export function dueOf(line) {
  return line.dueAt ?? line.deadline;
}

// What somebody is told: words of its own where it has some, the title of the task otherwise.
export function told(item) {
  return item.text ? t(item.text.zh, item.text.en) : item.title;
}
