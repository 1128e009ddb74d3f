// What comes down in this tab: a file that is saved among the reader's own, and how far it has come.
import { html, nothing } from "lit-html";
import { repaint } from "./parts.js";
import { unreachable } from "./problem.js";
import { number, t } from "./words.js";

const coming = { bytes: null, saved: null };

export function forgetSaved() {
  coming.saved = null;
}

export function savedLine() {
  if (coming.bytes !== null)
    return html`<p role="status"><progress aria-label=${t("正在接收", "Coming")}></progress> ${t("已接收（KB）", "KB so far")} ${number(Math.ceil(coming.bytes / 1024))}</p>`;
  return coming.saved ? html`<p role="status">${t("已保存", "Saved")} ${coming.saved}</p>` : nothing;
}

// Puts an answer among the reader's files, and says how far it has come.
export async function save(asked) {
  Object.assign(coming, { bytes: 0, saved: null });
  repaint();
  try {
    const answer = await asked;
    const pieces = [];
    const reader = answer.body.getReader();
    for (;;) {
      // half a file is none
      const { done, value } = await reader.read().catch(() => {
        throw unreachable();
      });
      if (done) break;
      pieces.push(value);
      coming.bytes += value.length;
      repaint();
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(pieces, { type: answer.headers.get("Content-Type") }));
    link.download = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("Content-Disposition"))?.[1] ?? "file");
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    coming.saved = `${link.download} (${number(Math.ceil(coming.bytes / 1024))} KB)`;
  } finally {
    coming.bytes = null;
    repaint();
  }
}
