
// Goes on with the session of before while the pages are still on their way; session.js takes what comes of it.
if (!new URLSearchParams(location.search).has("code")) {
  window.early = navigator.locks.request("session", async () => {
    const answer = await fetch("/session/renewal?me=true", { method: "POST", headers: { "X-Console": "1" } });
    return { over: answer.status === 401, given: answer.ok ? await answer.json() : null };
  }).catch(() => null);
}
