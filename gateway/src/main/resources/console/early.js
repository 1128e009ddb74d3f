// Goes on with the session of before while the pages are still on their way. What the tier's first screen shows comes with it
// (first-pages.json), unless another place or day was opened; session.js takes what comes of it, unless another tab has said
// something since.
if (!new URLSearchParams(location.search).has("code")) {
  const others = new BroadcastChannel("console");
  window.early = { isStale: false };
  others.onmessage = () => { window.early.isStale = true; };
  const language = localStorage.getItem("console.language") ?? "zh";
  const first = location.hash.length <= 2 && !sessionStorage.getItem("console.day");
  const version = document.querySelector("meta[name=version]").content;
  // a page that the browser has kept from before, unless it was opened anew just now: gateways may be about to change
  const openAnew = () => {
    if (Date.now() - Number(sessionStorage.getItem("console.opened-anew") ?? 0) < 60_000) return false;
    sessionStorage.setItem("console.opened-anew", String(Date.now()));
    location.reload();
    return true;
  };
  const pagesOf = ({ pages }) => Object.entries(pages ?? {}).map(([path, body]) =>
    [path, Promise.resolve(new Response(JSON.stringify(body), { headers: { "Content-Location": path } }))]);
  window.early.asked = navigator.locks.request("session", async () => {
    const answer = await fetch("/session/renewal?me=true" + (first ? "&first=true" : ""), { method: "POST", headers: { "X-Console": "1", "Accept-Language": language } });
    if (!answer.ok) {
      // nobody says which version is today's: the page that was kept is held against the one that is served, behind the reader's back
      fetch("/", { cache: "no-cache" }).then(page => page.ok ? page.text() : version).then(text => text.includes(version) || openAnew()).catch(() => {});
      return { refused: answer };
    }
    const given = await answer.json();
    if (given.console !== version && openAnew()) return new Promise(() => {});
    return { given, pages: pagesOf(given) };
  }).catch(() => null);
  window.early.close = () => others.close();
}
