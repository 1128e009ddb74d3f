// The one table: captioned, paged by the server, and cards where the screen is narrow.
import { html, nothing } from "lit-html";
import { get, query } from "./api.js";
import { button } from "./parts.js";
import { number, t } from "./words.js";

// The first page of a list, with the way to the next ones; `of` finds the list in an answer that says more.
export async function firstPage(path, parameters, signal, of = answer => answer) {
  return listOf(await get(query(path, parameters), signal), path, parameters, of);
}

// The list in an answer that is here already.
export function listOf(answer, path, parameters, of = found => found) {
  const page = of(answer);
  return { path, parameters, of, items: page.items, next: page.next };
}

// The next page; what has come to stand twice while the list moved is shown once.
export async function addPage(list, key) {
  const page = list.of(await get(query(list.path, { ...list.parameters, cursor: list.next })));
  const known = new Set(list.items.map(key));
  list.items.push(...page.items.filter(item => !known.has(key(item))));
  list.next = page.next;
}

/*
 * columns: { head, cell, number } ; list: of firstPage or listOf, or { items } ;
 * options: caption, key of an item, total of what the list covers, empty text
 */
export function table(list, columns, options) {
  const key = options.key ?? (item => item.id);
  if (list.items.length === 0) return html`<p class="empty">${options.empty ?? t("没有记录。", "Nothing here.")}</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${options.caption}><table>
    <caption>${options.caption}</caption>
    <thead><tr>${columns.map(column => html`<th scope="col" class=${column.number ? "number" : ""}>${column.head}</th>`)}
    </tr></thead>
    <tbody>${list.items.map(item => html`<tr>${columns.map(column => html`<td data-label=${labelOf(column)}
      class=${column.number ? "number" : ""}>${column.cell(item) ?? nothing}</td>`)}</tr>`)}</tbody>
  </table></div>
  <p class="foot">${covers(list, options.total)}
    ${list.next && list.path ? button("more " + list.path, t("更多", "More"), () => addPage(list, key), "second") : nothing}</p>`;
}

function labelOf(column) {
  return typeof column.head === "string" ? column.head : "";
}

function covers(list, total) {
  const here = number(list.items.length);
  if (total !== undefined && total !== null) return t(`已列 ${here} 条，共 ${number(total)} 条`, `${here} of ${number(total)}`);
  return list.next ? t(`已列 ${here} 条，后面还有`, `${here} so far, there are more`)
    : t(`共 ${here} 条，已全部列出`, `all ${here}`);
}
