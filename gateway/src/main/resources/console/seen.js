// How this reader looks at things: large print, the day of the tree, what is unread.

const LARGE = "console.large";
const DAY = "console.day";

export const seen = {
  unread: null,
  get large() {
    return localStorage.getItem(LARGE) === "yes";
  },
  set large(chosen) {
    localStorage.setItem(LARGE, chosen ? "yes" : "no");
  },
  get day() {
    return sessionStorage.getItem(DAY);
  },
  set day(chosen) {
    if (chosen) sessionStorage.setItem(DAY, chosen);
    else sessionStorage.removeItem(DAY);
  },
};
