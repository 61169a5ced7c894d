"use strict";
(() => {
  const page = document.getElementById("ties-by-day");
  const slider = document.getElementById("day");
  const shown = document.getElementById("day-words");
  const tally = document.getElementById("day-tally");
  const exact = document.getElementById("day-exact");
  const only = document.getElementById("only-held");
  if (!page || !slider || !shown || !tally || !exact || !only) return;
  const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  const words = { h: "held", d: "disputed", u: "not told", b: "not begun", o: "over", n: "denied" };
  const rows = [...page.querySelectorAll("[data-turns]")].map((row) => ({
    row,
    answer: row.querySelector(".answer"),
    turns: row.dataset.turns.split(" ").map((turn) => [Number(turn.slice(1)), turn[0]]),
  }));
  const days = slider.dataset.days.split(" ").map(Number);
  const first = Number(page.dataset.first);
  const last = Number(page.dataset.last);
  let day = Number(page.dataset.day);

  const spell = (day) => {
    const date = new Date(day * 86400000);
    return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  };

  const place = () => days.findLastIndex((each) => each <= day);

  const show = () => {
    const counts = {};
    for (const { row, answer, turns } of rows) {
      let now = turns[0][1];
      for (const [since, code] of turns) if (since <= day) now = code;
      row.dataset.on = now;
      answer.textContent = words[now];
      row.hidden = only.checked && now !== "h" && now !== "d";
      counts[now] = (counts[now] || 0) + 1;
    }
    const date = spell(day);
    shown.textContent = date;
    // A date that is being typed passes through years that nobody means.
    if (document.activeElement !== exact) exact.value = new Date(day * 86400000).toISOString().slice(0, 10);
    slider.value = String(Math.max(place(), 0));
    slider.setAttribute("aria-valuetext", date);
    tally.textContent = Object.keys(words).filter((code) => counts[code]).map((code) => `${counts[code]} ${words[code]}`).join(", ");
    page.style.setProperty("--day", `${8 + (84 * (day - first)) / Math.max(last - first, 1)}%`);
  };

  const step = (by) => {
    const at = place();
    const next = by < 0 && days[at] < day ? at : at + by;
    day = days[Math.min(Math.max(next, 0), days.length - 1)];
    show();
  };

  document.getElementById("day-before").addEventListener("click", () => step(-1));
  document.getElementById("day-after").addEventListener("click", () => step(1));
  slider.addEventListener("input", () => {
    day = days[Number(slider.value)];
    show();
  });
  const read = (done) => {
    const typed = Math.round(Date.parse(`${exact.value}T00:00:00Z`) / 86400000);
    if ((done && !Number.isNaN(typed)) || (typed >= first && typed <= last)) day = Math.min(Math.max(typed, first), last);
    show();
  };
  exact.addEventListener("change", () => read(false));
  exact.addEventListener("blur", () => read(true));
  only.addEventListener("change", show);
  // Without this script there is nothing to move, and the page shows the day it was written for.
  for (const each of page.querySelectorAll(".moves")) each.hidden = false;
  show();
})();
