// What went wrong, in words: as a door says it, or as the network leaves it.
import { t } from "./words.js";

export class Problem extends Error {
  constructor(status, body) {
    super(body.title);
    this.status = status;
    this.code = body.code;
    this.title = body.title;
    this.detail = body.detail;
    this.errors = body.errors ?? [];
    this.traceId = body.traceId;
  }
}

export function unreachable() {
  return new Problem(0, {
    code: "network.away",
    title: t("没有连上平台", "The platform cannot be reached"),
    detail: t("请检查网络后重试；填写的内容留在本页。", "Check the network and try again; what you typed stays here."),
  });
}

// What a page refuses itself, at a field, before anything is sent.
export function refusalOf(field, zh, en) {
  return new Problem(422, {
    code: "page.refused", title: t("请更正后重试", "Please correct this"), detail: t("没有提交任何内容。", "Nothing was sent."),
    errors: [{ field, message: t(zh, en) }],
  });
}

// A unit, a task: a number as the platform gives it; null where nothing was typed.
export function idOf(values, field) {
  const typed = (values[field] ?? "").trim();
  if (typed === "") return null;
  if (!/^[1-9][0-9]{0,17}$/.test(typed)) throw refusalOf(field, "请用半角数字填写编号。", "A number, in plain digits.");
  return Number(typed);
}

export async function problemOf(answer) {
  const body = await answer.json().catch(() => null);
  return new Problem(answer.status, body ?? {
    code: "service.error",
    title: t("平台没有正常回答", "The platform gave no proper answer"),
    detail: t("请稍后重试。", "Try again later."),
  });
}
