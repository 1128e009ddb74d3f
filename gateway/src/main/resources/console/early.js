
// Goes on with the session of before while the pages are still on their way; session.js takes what comes of it, unless
// another tab has said something since.
if (!new URLSearchParams(location.search).has("code")) {
  const others = new BroadcastChannel("console");
  window.early = { isStale: false };
  others.onmessage = () => { window.early.isStale = true; };
  window.early.asked = navigator.locks.request("session", async () => {
    const language = localStorage.getItem("console.language") ?? "zh";
    const answer = await fetch("/session/renewal?me=true", { method: "POST", headers: { "X-Console": "1", "Accept-Language": language } });
    return answer.ok ? { given: await answer.json() } : { refused: answer };
  }).catch(() => null);
  window.early.close = () => others.close();
}
