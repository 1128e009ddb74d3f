// Who is signed in: sign-in with a proof key, the access token in this tab's memory, the posts to act from.
import { Problem, problemOf, unreachable } from "./problem.js";
import { spoken, t } from "./words.js";

const CLIENT = "dangjian-web";
const PENDING = "console.sign-in";
const PLACE = "console.place";
const EARLY = 30_000;

let token = null;
let goodUntil = 0;
let acting = null;
let identityChanged = () => {};
let pagesChanged = () => {};

export const who = { me: null, posts: null };

// What early.js has asked for with the same token, by path; each is taken once.
export const ahead = new Map();

// Told to the other tabs: a post was changed, somebody signed out.
export const tabs = new BroadcastChannel("console");

export class SignedOut extends Error {}

export function home() {
  return document.querySelector("meta[name=home]").content;
}

function base64(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function random() {
  return base64(crypto.getRandomValues(new Uint8Array(32)));
}

// Sends the browser to identity; where one was is found again afterwards.
export async function signIn() {
  const verifier = random();
  const state = random();
  sessionStorage.setItem(PENDING, JSON.stringify({ verifier, state }));
  sessionStorage.setItem(PLACE, location.hash);
  const challenge = base64(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier)));
  location.assign("/identity/oauth2/authorize?" + new URLSearchParams({
    response_type: "code", client_id: CLIENT, redirect_uri: home() + "/", state,
    code_challenge: challenge, code_challenge_method: "S256",
  }));
}

// A code in the address is redeemed once; a cookie of before goes on. Answers who one is, if that was told.
export async function resume() {
  const asked = new URLSearchParams(location.search);
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? "null");
  if (asked.has("code") || asked.has("error")) {
    history.replaceState(null, "", "/" + (sessionStorage.getItem(PLACE) ?? ""));
    sessionStorage.removeItem(PENDING);
    sessionStorage.removeItem(PLACE);
  }
  if (asked.has("code") && pending && pending.state === asked.get("state")) {
    return alone(async () => kept(await ask("POST", "/session?me=true",
      { code: asked.get("code"), verifier: pending.verifier, redirect: home() + "/" })));
  }
  // asked by early.js; where the line broke it is asked once more
  const early = window.early;
  const answer = await early?.asked;
  early?.close();
  delete window.early;
  if (answer?.refused) throw await refusalIn(answer.refused);
  if (answer && !early.isStale) {
    for (const [path, coming] of answer.pages) ahead.set(path, coming);
    return kept(answer.given);
  }
  return alone(async () => kept(await ask("POST", "/session/renewal?me=true")));
}

function kept(given) {
  keep(given);
  return given.me ?? null;
}

async function ask(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: { "X-Console": "1", "Content-Type": "application/json", "Accept-Language": spoken() },
    body: body && JSON.stringify(body),
  }).catch(() => {
    throw unreachable();
  });
  if (!answer.ok) throw await refusalIn(answer);
  return answer.status === 204 ? null : answer.json();
}

async function refusalIn(answer) {
  return answer.status === 401 ? new SignedOut() : problemOf(answer);
}

// Who speaks: the person, the post and the mandate.
function speaker(text) {
  const claims = JSON.parse(atob(text.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")));
  return { person: claims.sub, post: JSON.stringify([claims.post ?? null, claims.mandate ?? null]) };
}

// The cookie is the browser's: a post may end while somebody works, and somebody else may have signed in beside this tab. What
// was written as one is never sent as the other.
function keep(given, expected) {
  const now = speaker(given.token);
  // also behind a token that is gone: whoever wrote here is still the one on the page
  const before = acting;
  token = given.token;
  goodUntil = Date.now() + given.seconds * 1000;
  acting = now;
  if (before === null || expected || before.person === now.person && before.post === now.post) return;
  if (before.person !== now.person) {
    // nothing of whoever was here stays in memory
    location.reload();
  } else {
    // what was brought for the post of before is not shown under the name of this one
    ahead.clear();
    identityChanged();
  }
  throw new Problem(409, {
    code: "post.changed", title: t("您的账号或岗位已变更", "Your account or post has changed"),
    detail: t("没有提交。请看清现在的岗位，核对后重新提交。", "Nothing was sent. See who you are now, check, and send again."),
  });
}

export function whenPostChanges(changed) {
  identityChanged = changed;
}

// A tab may stay open while the house gets newer pages.
export function whenPagesChange(changed) {
  pagesChanged = changed;
}

// One tab, and one request of it, at a time: a cookie is never used twice at once, nor set by two answers in the wrong order.
function alone(work) {
  return navigator.locks.request("session", work);
}

function isGood(refused) {
  return token !== null && token !== refused && Date.now() <= goodUntil - EARLY;
}

// A token that is good for a while yet; another than the one that was refused. Of many that ask at once one renews.
export async function access(refused) {
  if (isGood(refused)) return token;
  await alone(async () => {
    if (isGood(refused)) return;
    try {
      const given = await ask("POST", "/session/renewal");
      keep(given);
      if (given.console && given.console !== document.querySelector("meta[name=version]").content) pagesChanged();
    } catch (error) {
      if (error instanceof SignedOut) token = null;
      throw error;
    }
  });
  return token;
}

// Goes on from another post: the session stays, and its next tokens are of that post.
export function actWith(answer) {
  keep({ token: answer.access_token, seconds: answer.expires_in }, true);
  tabs.postMessage({ kind: "acting" });
}

export function forget() {
  token = null;
  acting = null;
  who.me = null;
  who.posts = null;
}

// Nothing of whoever was here stays in this tab, on the page or in memory.
export async function signOut() {
  await alone(() => ask("DELETE", "/session"));
  tabs.postMessage({ kind: "out" });
  sessionStorage.clear();
  location.replace("/");
}
