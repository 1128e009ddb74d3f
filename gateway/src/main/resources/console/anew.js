// Sent in place of the main module of another version. The front page that names it was kept by the browser, or came from another
// gateway while they change: it is asked for anew, after a while where that did not help.
const BEFORE = "console.anew";
const before = Number(sessionStorage.getItem(BEFORE) ?? 0);
document.body.textContent = before < 5 ? "页面正在更新… The pages are being renewed…"
  : "页面已更新，请刷新。The pages have changed: please reload.";
if (before < 5) {
  sessionStorage.setItem(BEFORE, String(before + 1));
  // the cookie of a session that is being renewed must come first
  await window.early?.asked;
  setTimeout(() => location.reload(), before * 1000);
} else {
  sessionStorage.removeItem(BEFORE);
}
