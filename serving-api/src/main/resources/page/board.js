// The page: which board is chosen (also in the address, as #game=chess), and what is said about it.

import { Feed } from "./feed.js";
import { Table } from "./table.js";

const ALL_GAMES = "global";
const SUMMARY_EVERY = 5000;
const byId = (id) => document.getElementById(id);
const [game, limit, caption, empty, summary] = ["game", "limit", "caption", "empty", "summary"].map(byId);
const table = new Table(byId("rows"));
let lastSummary = 0;

const feed = new Feed({
  onBoard(board) {
    const risen = table.show(board.leaderboard);
    empty.textContent = "Nobody stands on this board yet.";
    empty.hidden = board.leaderboard.length > 0;
    tell(risen, board.leaderboard);
  },
  onState(state, text) {
    const line = byId("connection");
    line.dataset.state = state;
    line.textContent = text;
  },
  onRefusal(error) {
    table.clear();
    empty.textContent = error.message;
    empty.hidden = false;
  },
});

/** Says the most important change aloud, at most every few seconds. */
function tell(risen, leaderboard) {
  const now = Date.now();
  if (risen.length > 0 && now - lastSummary > SUMMARY_EVERY) {
    const [best] = risen;
    const leader = leaderboard[0];
    summary.textContent =
      `${best.username} is now at rank ${best.rank} with ${best.score} points.` +
      (leader.userId === best.userId ? "" : ` ${leader.username} leads.`);
    lastSummary = now;
  }
}

function choose() {
  table.clear();
  empty.hidden = true;
  summary.textContent = "";
  const name = game.selectedOptions[0].textContent;
  caption.textContent = name;
  document.title = `${name} – Laurel`;
  feed.watch(game.value, Number(limit.value));
}

function readAddress() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  select(game, wanted.get("game") ?? ALL_GAMES);
  if ([...limit.options].some((option) => option.value === wanted.get("limit"))) {
    limit.value = wanted.get("limit");
  }
}

function writeAddress() {
  const hash = new URLSearchParams({ game: game.value });
  if (limit.value !== "25") {
    hash.set("limit", limit.value);
  }
  history.replaceState(null, "", location.pathname + location.search + "#" + hash);
}

function select(list, value) {
  if (![...list.options].some((option) => option.value === value)) {
    list.add(new Option(value, value));
  }
  list.value = value;
}

async function loadGames() {
  const known = new Set([...game.options].map((option) => option.value));
  for (let offset = 0, more = true; more; ) {
    const response = await fetch(`api/v1/games?limit=200&offset=${offset}`);
    const { data } = await response.json();
    for (const { gameId, name } of data.games) {
      if (known.has(gameId)) {
        [...game.options].find((option) => option.value === gameId).textContent = name;
      } else {
        game.add(new Option(name, gameId));
      }
    }
    offset += data.games.length;
    more = data.pagination.hasMore && data.games.length > 0;
  }
  caption.textContent = game.selectedOptions[0].textContent;
  document.title = `${caption.textContent} – Laurel`;
}

byId("choices").addEventListener("submit", (event) => event.preventDefault());
byId("choices").addEventListener("change", () => {
  writeAddress();
  choose();
});
addEventListener("hashchange", () => {
  readAddress();
  choose();
});

readAddress();
choose();
loadGames().catch(() => setTimeout(() => loadGames().catch(() => {}), 3000));
