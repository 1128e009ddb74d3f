// 收件箱: what the own unit was told.
import { html, nothing } from "lit-html";
import { send } from "../api.js";
import { button } from "../parts.js";
import { seen } from "../seen.js";
import { firstPage, table } from "../table.js";
import { moment, t, told } from "../words.js";

export const inbox = {
  title: () => t("收件箱", "Inbox"),

  load(at, signal) {
    return firstPage("/notification/v1/inbox", { limit: 30, unread: at.unread }, signal);
  },

  view(list, at) {
    return html`<p>${at.unread ? html`<a href="#/inbox">${t("全部", "All")}</a>`
      : html`<a href="#/inbox?unread=true">${t("只看未读", "Unread only")}</a>`}</p>
    ${table(list, [
      { head: t("内容", "What"), cell: item => html`${item.readAt ? nothing : html`<b class="badge">${t("新", "new")}</b> `}${item.assignment
        ? html`<a href=${"#/task/" + item.assignment}>${told(item)}</a>` : told(item)}
        ${item.reason ? html`<p class="text">${item.reason}</p>` : nothing}` },
      { head: t("来自", "From"), cell: item => item.issuer.name },
      { head: t("送达", "Told"), cell: item => moment(item.deliveredAt) },
      { head: t("期限", "Due"), cell: item => moment(item.dueAt ?? item.deadline) },
      { head: t("已读", "Read"), cell: item => item.readAt ? moment(item.readAt)
        : button("read " + item.position, t("标为已读", "Mark as read"), async () => {
          await send("POST", `/notification/v1/inbox/${item.position}/reading`);
          item.readAt = new Date().toISOString();
          if (seen.unread) seen.unread--;
        }, "second") },
    ], { caption: t("新的在前", "The newest first"), key: item => item.position, total: at.unread ? seen.unread : null })}`;
  },
};
