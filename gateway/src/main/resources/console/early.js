
// Goes on with the session of before while the pages are still on their way, and then asks for what the tier's first screen
// shows; session.js takes what comes of it, unless another tab has said something since.
if (!new URLSearchParams(location.search).has("code")) {
  const others = new BroadcastChannel("console");
  window.early = { isStale: false };
  others.onmessage = () => { window.early.isStale = true; };
  const language = localStorage.getItem("console.language") ?? "zh";
  const view = "/statistics/v1/views/me";
  const todo = [view, "/task/v1/assignments?state=ADDRESSED&state=SIGNED&state=BROKEN_DOWN&state=WORKING&state=RETURNED&limit=50"];
  const figures = [view, "/statistics/v1/figures?measure=member.members&compare=LAST_MONTH"];
  const firsts = {
    VILLAGE: todo, BRANCH: todo, GROUP: todo, HOUSEHOLD: todo, CITY: figures, PROVINCE: figures,
    TOWNSHIP: [view, "/task/v1/reviews?limit=50", "/task/v1/dispatches?limit=10"], COUNTY: [view, "/task/v1/dispatches?limit=20"],
  };
  const pagesOf = ({ me, token }) => {
    if (!me || location.hash.length > 2 || sessionStorage.getItem("console.day")) return [];
    const paths = me.administrator ? ["/operations/services", "/identity/v1/accounts?limit=30", "/identity/v1/sign-in-alarms?limit=20"]
      : me.tier ? [...firsts[me.tier] ?? [], "/notification/v1/inbox/summary"]
      : ["/member/v1/me", "/dues/v1/me/dues", "/member/v1/me/cases", "/member/v1/me/readings?limit=50"];
    const headers = { Accept: "application/json", Authorization: "Bearer " + token, "Accept-Language": language };
    return paths.map(path => [path, fetch(path, { headers }).catch(() => null)]);
  };
  window.early.asked = navigator.locks.request("session", async () => {
    const answer = await fetch("/session/renewal?me=true", { method: "POST", headers: { "X-Console": "1", "Accept-Language": language } });
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
