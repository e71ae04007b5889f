// The heat map's page. It shows what the server has drawn and swaps it when there is more; it draws nothing itself.
//
// In VS Code the extension passes messages on, in a browser the server sends events. Either way there are three:
//   update  { html, title }      what to show now
//   cursor  { claim }            the claim that the cursor is in, or null
//   state   { text }             why nothing new comes, or an empty text
// (and, in VS Code, keep { state }: what to know again after the page was hidden), and one goes the other way: the claim that somebody wants to go to.
"use strict";
(() => {
  const map = document.getElementById("map");
  const reading = document.getElementById("reading");
  const state = document.getElementById("state");
  const news = document.getElementById("news");
  let here = null;
  let verdicts = new Map();
  /** Where the page was scrolled to before it was hidden, until it is there again. */
  let scroll;

  const those = (claim) => [...map.querySelectorAll("[data-claim]")].filter((each) => each.dataset.claim === claim);
  const claimOf = (target) => target instanceof Element ? target.closest("#map [data-claim]") : null;

  // What is shown.

  function update({ html, title }) {
    const focused = map.contains(document.activeElement) ? claimOf(document.activeElement) : null;
    const open = [...map.querySelectorAll("details")].map((details) => details.open);
    map.innerHTML = html;
    map.querySelectorAll("details").forEach((details, at) => { details.open = open[at] ?? false; });
    map.removeAttribute("aria-busy");
    document.title = title;
    const dots = [...map.querySelectorAll(".dot")];
    if (dots.length > 0) dots[0].tabIndex = 0;
    if (scroll !== undefined) scrollTo(0, scroll);
    scroll = undefined;
    if (focused) {
      const again = those(focused.dataset.claim).find((each) => each.tagName === focused.tagName);
      if (again) focus(again);
    }
    glow(here);
    tell();
  }

  /** Puts the focus on something, and makes it what Tab comes back to among the dots. */
  function focus(target) {
    if (target.classList.contains("dot")) {
      for (const dot of map.querySelectorAll(".dot")) dot.tabIndex = dot === target ? 0 : -1;
    }
    target.focus({ preventScroll: true });
  }

  /** Says which verdicts have changed, to those who do not see it. */
  function tell() {
    const now = new Map([...map.querySelectorAll("tr[data-claim]")].map((row) =>
      [row.dataset.claim, { name: row.querySelector(".go").textContent, verdict: row.querySelector(".word").textContent }]));
    const changed = [...now].filter(([claim, { verdict }]) => verdicts.has(claim) && verdicts.get(claim).verdict !== verdict);
    if (changed.length > 0) {
      news.textContent = changed.map(([claim, { name, verdict }]) => `${name} is now ${verdict}; it was ${verdicts.get(claim).verdict}.`).join(" ");
    }
    verdicts = now;
  }

  function glow(claim) {
    here = claim;
    for (const each of map.querySelectorAll(".here")) each.classList.remove("here");
    for (const each of map.querySelectorAll("[aria-current]")) each.removeAttribute("aria-current");
    for (const each of map.querySelectorAll(".at")) each.hidden = true;
    if (claim === null) return;
    for (const each of those(claim)) {
      if (each.matches(".dot, tr")) each.classList.add("here");
      if (each.matches(".dot, .go")) each.setAttribute("aria-current", "true");
      if (each.matches("tr")) each.querySelector(".at").hidden = false;
    }
  }

  /** Shows what is pointed at: in the picture what is meant in the table, and the other way round; of a dot, in words. */
  function point(target) {
    for (const each of map.querySelectorAll(".lit")) each.classList.remove("lit");
    reading.hidden = true;
    if (target === null) return;
    const all = those(target.dataset.claim);
    for (const each of all) if (each.matches(".dot, tr")) each.classList.add("lit");
    const row = all.find((each) => each.matches("tr"));
    if (!row || !target.matches(".dot")) return;
    reading.hidden = false;
    const line = (kind, ...parts) => {
      const p = document.createElement("p");
      p.className = kind;
      p.append(...parts);
      return p;
    };
    const text = (selector) => row.querySelector(selector)?.textContent ?? "";
    const name = document.createElement("span");
    name.textContent = text(".go");
    const cells = [...row.querySelectorAll(".placed")].map((each) => each.cloneNode(true));
    reading.replaceChildren(
      line("head", name, row.querySelector(".verdict").cloneNode(true), ...cells),
      line("", text(".says")),
      line("quiet", [text(".reason"), text(".way")].filter(Boolean).join(" ")),
    );
  }

  // What is done.

  map.addEventListener("click", (event) => {
    const target = claimOf(event.target);
    // A row is long, and words in it are there to be selected.
    if (target && !target.matches("tr")) go(target.dataset.claim);
  });
  map.addEventListener("pointerover", (event) => point(claimOf(event.target)));
  map.addEventListener("pointerleave", () => point(null));
  map.addEventListener("focusin", (event) => {
    const target = claimOf(event.target);
    if (target?.matches(":focus-visible")) point(target);
  });
  map.addEventListener("focusout", () => point(null));
  map.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") return point(null);
    const dot = event.target instanceof Element ? event.target.closest(".dot") : null;
    if (!dot) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      return go(dot.dataset.claim);
    }
    const to = next(dot, event.key);
    if (!to) return;
    event.preventDefault();
    focus(to);
    to.scrollIntoView({ block: "nearest" });
  });

  /** The dot that a key leads to: the nearest one on that side, by what is seen. */
  function next(dot, key) {
    const dots = [...map.querySelectorAll(".dot")];
    if (key === "Home") return dots[0];
    if (key === "End") return dots[dots.length - 1];
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    if (!step) return null;
    const middle = (each) => {
      const { left, top, width, height } = each.querySelector(".shape").getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    };
    const [x, y] = middle(dot);
    let best = null, least = Infinity;
    for (const other of dots) {
      const [dx, dy] = [middle(other)[0] - x, middle(other)[1] - y];
      const along = dx * step[0] + dy * step[1];
      const aside = Math.abs(dx * step[1]) + Math.abs(dy * step[0]);
      // What lies to the side counts for more, so that a column is walked down before the next one is entered.
      const distance = along + aside * 3;
      if (along > 2 && distance < least) [best, least] = [other, distance];
    }
    return best;
  }

  function say(text) {
    state.textContent = text;
    document.body.classList.toggle("stale", text !== "");
  }

  const messages = { update, cursor: ({ claim }) => glow(claim), state: ({ text }) => say(text) };

  // How it reaches the server.

  let go;
  if (typeof acquireVsCodeApi === "function") {
    const code = acquireVsCodeApi();
    go = (claim) => code.postMessage({ kind: "go", claim });
    let kept = code.getState() ?? {};
    const keep = (more) => code.setState(kept = { ...kept, ...more });
    scroll = kept.scroll;
    addEventListener("scroll", () => keep({ scroll: scrollY }), { passive: true });
    addEventListener("message", ({ data }) => {
      if (data.kind === "keep") return keep(data.state);
      if (Object.hasOwn(messages, data.kind)) messages[data.kind](data);
    });
    code.postMessage({ kind: "ready" });
  } else {
    const of = location.search;
    const events = new EventSource(`events${of}`);
    for (const kind of ["update", "cursor"]) events.addEventListener(kind, ({ data }) => messages[kind](JSON.parse(data)));
    events.addEventListener("open", () => say(""));
    events.addEventListener("error", () => say("Hypecheck does not answer: its editor was closed or its server ended. This is the last picture."));
    go = async (claim) => {
      let problem = "Hypecheck does not answer.";
      try {
        const answer = await fetch(`claim${of}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ claim }) });
        problem = answer.ok ? "" : await answer.text();
      } catch {
        // It is told below.
      }
      news.textContent = problem;
      state.textContent = problem;
    };
  }
})();
