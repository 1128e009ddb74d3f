// The one form: what is typed outlives a reload, a refusal stands at its field, a second click sends nothing twice.
import { html, nothing } from "lit-html";
import { doing, isBusy, problemBox, repaint } from "./parts.js";
import { who } from "./session.js";
import { t } from "./words.js";

const DRAFTS = "console.draft.";
const refused = new Map();
// Files are kept by the page, not by the draft.
const picked = new Map();

// A draft is its writer's: whoever signs in at the same desk after him does not find it.
function draftKey(id) {
  return DRAFTS + who.me.id + "." + id;
}

function draftOf(id) {
  return JSON.parse(sessionStorage.getItem(draftKey(id)) ?? "{}");
}

function keepDraft(id, name, value) {
  sessionStorage.setItem(draftKey(id), JSON.stringify({ ...draftOf(id), [name]: value }));
}

export function dropDraft(id) {
  sessionStorage.removeItem(draftKey(id));
  refused.delete(id);
  for (const box of document.querySelectorAll(`[data-form="${id}"] input[type=file]`)) {
    box.value = "";
    picked.delete(box.id);
  }
}

export function valuesOf(id, fields) {
  const draft = draftOf(id);
  return Object.fromEntries(fields.map(field => [field.name, field.kind === "file" ? picked.get(id + "-" + field.name) : draft[field.name] ?? field.value ?? ""]));
}

/*
 * fields: { name, label, kind: "text" | "area" | "date" | "select" | "check" | "file", options, value, required, hint, longest, accept } ;
 * send gets the values, and what it throws is shown
 */
export function form(id, fields, label, send, more) {
  const values = valuesOf(id, fields);
  const problem = refused.get(id);
  const errors = new Map((problem?.errors ?? []).map(error => [error.field, error.message]));
  const others = (problem?.errors ?? []).filter(error => !fields.some(field => field.name === error.field));
  const submit = doing("form " + id, async () => {
    try {
      await send(valuesOf(id, fields));
      dropDraft(id);
    } catch (error) {
      if (!error.title) throw error;
      refused.set(id, error);
      queueMicrotask(() => document.querySelector(`[data-form="${id}"] [aria-invalid=true]`)?.focus());
    }
  });
  return html`<form data-form=${id} @submit=${submit} novalidate>
    ${problem ? problemBox(problem) : nothing}
    ${others.map(error => html`<p class="error">${error.field}: ${error.message}</p>`)}
    ${fields.map(field => row(id, field, values[field.name], errors.get(field.name)))}
    ${more ?? nothing}
    <p><button class="first" ?disabled=${isBusy("form " + id)} aria-busy=${isBusy("form " + id)}>${label}</button></p>
  </form>`;
}

function row(id, field, value, error) {
  const at = id + "-" + field.name;
  const said = [field.hint ? at + "-hint" : "", error ? at + "-error" : ""].filter(Boolean).join(" ") || nothing;
  return html`<div class="field">
    <label for=${at}>${field.label}${field.required ? html` <span class="must">${t("必填", "required")}</span>` : nothing}</label>
    ${field.hint ? html`<p class="hint" id=${at + "-hint"}>${field.hint}</p>` : nothing}
    ${input(id, at, field, value, error, said)}
    ${error ? html`<p class="error" id=${at + "-error"}>${error}</p>` : nothing}
  </div>`;
}

function input(id, at, field, value, error, said) {
  const typed = event => keepDraft(id, field.name, event.target.type === "checkbox" ? event.target.checked : event.target.value);
  const chosen = event => {
    typed(event);
    repaint();
  };
  const invalid = error ? "true" : "false";
  switch (field.kind) {
    case "area":
      return html`<textarea id=${at} rows="4" maxlength=${field.longest ?? 4000} aria-invalid=${invalid}
        aria-describedby=${said} ?required=${field.required} .value=${value} @input=${typed}></textarea>`;
    case "select":
      return html`<select id=${at} aria-invalid=${invalid} aria-describedby=${said} @change=${chosen}>
        ${field.options.map(([key, name]) => html`<option value=${key} .selected=${key === value}>${name}</option>`)}</select>`;
    case "check":
      return html`<input type="checkbox" id=${at} aria-describedby=${said} .checked=${value === true} @change=${chosen}>`;
    case "file":
      return html`<input type="file" id=${at} accept=${field.accept} aria-invalid=${invalid} aria-describedby=${said}
        ?required=${field.required} @change=${event => {
          picked.set(at, event.target.files[0]);
          repaint();
        }}>`;
    default:
      return html`<input type=${field.kind ?? "text"} id=${at} maxlength=${field.longest ?? 200} aria-invalid=${invalid}
        aria-describedby=${said} ?required=${field.required} .value=${value} @input=${typed} @change=${repaint}>`;
  }
}
