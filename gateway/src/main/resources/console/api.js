// The one way to the doors: with the token, in the reader's language, and with problems as they are said.
import { Problem, problemOf, unreachable } from "./problem.js";
import { SignedOut, access, ahead } from "./session.js";
import { spoken } from "./words.js";

const KEYS = "console.key.";

// An answer that is none is asked for once more.
async function early(path, options) {
  const coming = options.method === undefined ? ahead.get(path) : undefined;
  ahead.delete(path);
  const answer = await coming;
  return answer?.ok ? answer : null;
}

async function call(path, options, refused) {
  const token = await access(refused);
  let answer;
  try {
    answer = await early(path, options) ?? await fetch(path, {
      ...options,
      headers: { ...options.headers, Authorization: "Bearer " + token, "Accept-Language": spoken() },
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw unreachable();
  }
  // refused before anything was done: once more with the next token, if there is one
  if (answer.status === 401 && refused === undefined) return call(path, options, token);
  if (answer.status === 401) throw new SignedOut();
  if (!answer.ok) throw await problemOf(answer);
  return answer;
}

export async function get(path, signal) {
  const answer = await call(path, { headers: { Accept: "application/json" }, signal });
  return answer.json();
}

// A stream of events; the caller reads its body.
export async function openStream(path, headers, signal) {
  return call(path, { headers: { Accept: "text/event-stream", ...headers }, signal, cache: "no-store" });
}

// The same words about the same state have the same key: after a double click, after a reload, in a second try.
function keyFor(id, text) {
  const kept = JSON.parse(sessionStorage.getItem(KEYS + id) ?? "null");
  if (kept && kept.text === text) return kept.key;
  const key = crypto.randomUUID();
  sessionStorage.setItem(KEYS + id, JSON.stringify({ text, key }));
  return key;
}

// Sends something; `version` is what was seen of the thing that is changed, `type` says what was uploaded before.
export async function send(method, path, body, version, type) {
  const id = method + " " + path;
  const text = body === undefined ? "" : JSON.stringify(body);
  const key = keyFor(id, JSON.stringify([version ?? null, text]));
  const headers = { Accept: "application/json", "Idempotency-Key": key };
  if (text || type) headers["Content-Type"] = type ?? "application/json";
  if (version !== undefined) headers["If-Match"] = `"${version}"`;
  const answer = await call(path, { method, headers, body: text || undefined });
  sessionStorage.removeItem(KEYS + id);
  return answer.status === 204 ? null : answer.json();
}

// What is a file, or is answered in headers; the caller reads the answer.
export async function raw(method, path, body, headers) {
  return call(path, { method, body, headers: { ...headers } });
}

// What a page can do without: its value, or the problem that stands in its place.
export async function part(promise) {
  try {
    return { value: await promise };
  } catch (error) {
    if (error instanceof Problem) return { problem: error };
    throw error;
  }
}

export function query(path, parameters) {
  const text = new URLSearchParams(Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined || value === null || value === "" ? []
      : Array.isArray(value) ? value.map(each => [name, each]) : [[name, value]])).toString();
  return text ? path + "?" + text : path;
}
