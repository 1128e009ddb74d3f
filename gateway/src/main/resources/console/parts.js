// Small pieces of pages.
import { html, nothing } from "lit-html";
import { counted, number, t } from "./words.js";

// Painting is asked for once, however much has changed.
let painter = () => {};
let asked = false;

export function paintWith(paint) {
  painter = paint;
}

export function repaint() {
  if (asked) return;
  asked = true;
  queueMicrotask(() => {
    asked = false;
    painter();
  });
}

export function problemBox(problem, again) {
  return html`<div class="problem" role="alert">
    <strong>${problem.title}</strong>
    <p>${problem.detail}</p>
    ${problem.traceId ? html`<p class="small">${t("问题编号", "Trace")} ${problem.traceId}</p>` : nothing}
    ${again ? html`<button type="button" @click=${again}>${t("重试", "Try again")}</button>` : nothing}
  </div>`;
}

// A part of a page, or what stands in its place.
export function shown(part, view, again) {
  return part.problem ? problemBox(part.problem, again) : view(part.value);
}

export function tile(name, value, unit, more) {
  return html`<div class="tile"><span>${name}</span><b>${value}</b>${unit ? html` <small>${unit}</small>` : nothing}
    ${more ?? nothing}</div>`;
}

// What is going on, for many things one after another.
export function progressBar(done, all, label) {
  return html`<p role="status"><progress max=${all} value=${done} aria-label=${label}></progress>
    ${label} ${number(done)} / ${number(all)}</p>`;
}

export function change(now, before, unit) {
  if (before === null || before === undefined || now === null) return nothing;
  const by = now - before;
  return html`<span class="small">${by > 0 ? "+" : ""}${counted(by, unit)}</span>`;
}

// A thing that is done by a click: refused a second click while it runs, says what went wrong.
const running = new Map();

export function doing(id, work) {
  return async event => {
    event.preventDefault();
    if (running.get(id)?.busy) return;
    running.set(id, { busy: true });
    repaint();
    try {
      await work();
      running.delete(id);
    } catch (problem) {
      running.set(id, { problem });
      if (!problem.title) {
        running.delete(id);
        throw problem;
      }
    } finally {
      repaint();
    }
  };
}

export function isBusy(id) {
  return running.get(id)?.busy ?? false;
}

export function refusal(id) {
  const problem = running.get(id)?.problem;
  return problem ? problemBox(problem) : nothing;
}

export function forgetRefusals() {
  for (const [id, state] of running) if (!state.busy) running.delete(id);
}

export function button(id, label, work, look) {
  return html`<button type="button" class=${look ?? "first"} ?disabled=${isBusy(id)} aria-busy=${isBusy(id)}
    @click=${doing(id, work)}>${label}</button>${refusal(id)}`;
}

// What is not zero and should be, of a first screen.
export function alertLines(view) {
  return view.alerts.length === 0 ? nothing : html`<section><h2>${t("需要注意", "Needs attention")}</h2>
    <ul class="lines">${view.alerts.map(alert => html`<li><a href=${"#/why?measure=" + alert.measure}>${alert.name}</a>
      <b>${number(alert.value)}</b> ${alert.countedIn}</li>`)}</ul></section>`;
}
