// One's own account: where one is signed in, and signing out everywhere.
import { html, nothing } from "lit-html";
import { get, send } from "../api.js";
import { button } from "../parts.js";
import { signOut, who } from "../session.js";
import { table } from "../table.js";
import { moment, t } from "../words.js";

export const account = {
  title: () => t("我的账号", "My account"),

  load(at, signal) {
    return get("/identity/v1/me/sessions", signal);
  },

  view(list, at, load) {
    return html`<p>${who.me.displayName} · ${who.me.login}</p>
      ${table(list, [
        { head: t("设备", "Client"), cell: session => html`${session.client}${session.current ? html` <b class="badge">${t("本次", "this one")}</b>` : nothing}` },
        { head: t("地址", "Address"), cell: session => session.address },
        { head: t("登录于", "Since"), cell: session => moment(session.beganAt) },
        { head: t("下线", "End"), cell: session => session.current ? nothing : button("end " + session.id, t("下线", "End"), async () => {
          await send("DELETE", "/identity/v1/me/sessions/" + session.id);
          await load();
        }, "second") },
      ], { caption: t("登录中的设备", "Where you are signed in"), total: list.items.length })}
      <p>${button("everywhere", t("所有设备退出", "Sign out everywhere"), async () => {
        await send("DELETE", "/identity/v1/me/sessions");
        await signOut();
      })}</p>`;
  },
};
