// One stream for all tabs: the tab that holds the lock reads it and tells the others.
import { openStream } from "./api.js";
import { Problem } from "./problem.js";
import { SignedOut, who } from "./session.js";

const POSITION = "console.position.";
const LONGEST_PAUSE = 30_000;

const news = new BroadcastChannel("console.news");
let leaving = new AbortController();

// Begins again for the post of now; what is heard goes to `hear`, in this tab and in the others.
export function follow(hear) {
  leaving.abort();
  leaving = new AbortController();
  const unit = who.me?.unit;
  if (!unit) return;
  const signal = leaving.signal;
  news.onmessage = event => {
    if (event.data.unit === unit) hear(event.data.item);
  };
  navigator.locks.request("stream " + who.me.id + " " + unit, { signal }, () => read(unit, signal, item => {
    news.postMessage({ unit, item });
    hear(item);
  })).catch(error => {
    if (error.name !== "AbortError") throw error;
  });
}

export function stopFollowing() {
  leaving.abort();
}

async function read(unit, signal, hear) {
  const place = POSITION + who.me.id + "." + unit;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const last = localStorage.getItem(place);
      const answer = await openStream("/push/v1/stream", last ? { "Last-Event-ID": last } : {}, signal);
      failures = 0;
      for await (const event of events(answer.body)) {
        if (event.id) localStorage.setItem(place, event.id);
        if (event.name === "inbox") hear(JSON.parse(event.data));
      }
    } catch (error) {
      if (signal.aborted || error instanceof SignedOut) return;
      // a refusal will not get better soon, a connection that broke may
      failures += error instanceof Problem && error.status < 500 && error.status !== 0 ? 3 : 1;
    }
    await pause(Math.min(LONGEST_PAUSE, 500 * 2 ** failures * (0.5 + Math.random() / 2)), signal);
  }
}

function pause(millis, signal) {
  return new Promise(done => {
    const timer = setTimeout(done, millis);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      done();
    }, { once: true });
  });
}

// Events as the standard has them: an empty line ends one, and one that is cut off does not count.
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).replaceAll("\r\n", "\n").split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) yield parsed(block);
  }
}

function parsed(block) {
  const event = { id: "", name: "message", data: "" };
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    const field = line.slice(0, colon);
    const value = line.slice(colon + 1).replace(/^ /, "");
    if (field === "id") event.id = value;
    if (field === "event") event.name = value;
    if (field === "data") event.data += (event.data ? "\n" : "") + value;
  }
  return event;
}
