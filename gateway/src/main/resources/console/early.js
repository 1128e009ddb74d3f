// Goes on with the session of before while the pages are still on their way. What the tier's first screen shows comes with it
// (first-pages.json), unless another place or day was opened; session.js takes what comes of it, unless another tab has said
// something since.
if (!new URLSearchParams(location.search).has("code")) {
  const others = new BroadcastChannel("console");
  window.early = { isStale: false };
  others.onmessage = () => { window.early.isStale = true; };
  const language = localStorage.getItem("console.language") ?? "zh";
  const first = location.hash.length <= 2 && !sessionStorage.getItem("console.day");
  const pagesOf = ({ me, token, pages }) => {
    const there = Object.entries(pages ?? {}).map(([path, body]) =>
      [path, Promise.resolve(new Response(JSON.stringify(body), { headers: { "Content-Location": path } }))]);
    if (!first || !me?.administrator) return there;
    // the gateway's own page takes its time
    const headers = { Accept: "application/json", Authorization: "Bearer " + token, "Accept-Language": language };
    const path = "/operations/services";
    return [...there, [path, fetch(path, { headers }).catch(() => null)]];
  };
  window.early.asked = navigator.locks.request("session", async () => {
    const answer = await fetch("/session/renewal?me=true" + (first ? "&first=true" : ""), { method: "POST", headers: { "X-Console": "1", "Accept-Language": language } });
    if (!answer.ok) return { refused: answer };
    const given = await answer.json();
    // a page that the browser has kept from before, unless it was opened anew just now: gateways may be about to change
    const opened = Number(sessionStorage.getItem("console.opened-anew") ?? 0);
    if (given.console !== document.querySelector("meta[name=version]").content && Date.now() - opened > 60_000) {
      sessionStorage.setItem("console.opened-anew", String(Date.now()));
      location.reload();
      return new Promise(() => {});
    }
    return { given, pages: pagesOf(given) };
  }).catch(() => null);
  window.early.close = () => others.close();
}
