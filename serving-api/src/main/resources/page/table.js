// The rows of a board: made once a player and moved to where the player stands now.

const NUMBER = new Intl.NumberFormat();
const TIME = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
const STILL = matchMedia("(prefers-reduced-motion: reduce)");
const MOVE_MILLIS = 600;
const MARK_MILLIS = 8000;

function cell(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

function newRow(userId) {
  const row = document.createElement("tr");
  row.dataset.player = userId;
  const rank = cell("td", "rank");
  rank.append(cell("span", "place"), cell("span", "move"));
  const player = cell("th", "player");
  player.scope = "row";
  row.append(rank, player, cell("td", "score"), cell("td", "region"), cell("td", "updated"));
  row.querySelector(".updated").append(document.createElement("time"));
  return row;
}

/** Shows entries in a tbody. */
export class Table {
  constructor(body) {
    this.body = body;
    this.rows = new Map();
    this.entries = new Map();
  }

  /** Forgets everything, for another board. */
  clear() {
    this.body.replaceChildren();
    this.rows.clear();
    this.entries.clear();
  }

  /** Shows these entries instead of those before; returns those that moved up, the best first. */
  show(leaderboard) {
    const first = this.entries.size === 0;
    const before = new Map([...this.rows].map(([id, row]) => [id, row.getBoundingClientRect().top]));
    const risen = [];
    const shown = new Set(leaderboard.map((entry) => entry.userId));
    for (const [id, row] of this.rows) {
      if (!shown.has(id)) {
        row.remove();
        this.rows.delete(id);
      }
    }
    for (const [place, entry] of leaderboard.entries()) {
      const known = this.entries.get(entry.userId);
      const row = this.rows.get(entry.userId) ?? newRow(entry.userId);
      this.rows.set(entry.userId, row);
      if (this.body.children[place] !== row) {
        this.body.insertBefore(row, this.body.children[place] ?? null);
      }
      this.fill(row, entry);
      if (!first && this.mark(row, entry, known)) {
        risen.push(entry);
      }
    }
    this.entries = new Map(leaderboard.map((entry) => [entry.userId, entry]));
    this.glide(before);
    return risen;
  }

  fill(row, entry) {
    row.dataset.rank = entry.rank;
    row.querySelector(".place").textContent = entry.rank;
    row.querySelector(".player").textContent = entry.username;
    row.querySelector(".score").textContent = NUMBER.format(entry.score);
    row.querySelector(".region").textContent = entry.region ?? "–";
    const time = row.querySelector("time");
    time.dateTime = entry.lastUpdated;
    time.textContent = TIME.format(new Date(entry.lastUpdated));
  }

  /** Marks what changed; returns whether the player rose. */
  mark(row, entry, known) {
    const climbed = known ? known.rank - entry.rank : 0;
    if (!known || known.score !== entry.score) {
      row.classList.remove("changed");
      void row.offsetWidth;
      row.classList.add("changed");
    }
    if (!known || climbed !== 0) {
      const move = row.querySelector(".move");
      move.className = "move " + (known && climbed < 0 ? "down" : "up");
      move.textContent = !known ? "new" : climbed > 0 ? `▲ ${climbed}` : `▼ ${-climbed}`;
      clearTimeout(row.unmark);
      row.unmark = setTimeout(() => (move.textContent = ""), MARK_MILLIS);
    }
    return !known || climbed > 0;
  }

  /** Lets rows glide from where they were. */
  glide(before) {
    if (STILL.matches) {
      return;
    }
    for (const [id, row] of this.rows) {
      const way = (before.get(id) ?? NaN) - row.getBoundingClientRect().top;
      if (way) {
        row.animate([{ transform: `translateY(${way}px)` }, { transform: "none" }], {
          duration: MOVE_MILLIS,
          easing: "cubic-bezier(0.2, 0.8, 0.2, 1)",
        });
      }
    }
  }
}
