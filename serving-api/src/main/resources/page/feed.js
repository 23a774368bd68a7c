// The connection to the live feed: one board at a time, reconnecting with growing pauses until it is closed.

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15000;
const RESUBSCRIBE_AFTER = 1000;

/** Hands every board to onBoard(data) and every change of the connection to onState(state, text). */
export class Feed {
  constructor({ onBoard, onState, onRefusal }) {
    this.onBoard = onBoard;
    this.onState = onState;
    this.onRefusal = onRefusal;
    this.pause = FIRST_PAUSE;
    this.subscription = null;
    this.socket = null;
    addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => document.hidden || this.hurry());
  }

  /** Watches this board instead of the one before. */
  watch(gameId, limit) {
    const before = this.subscription;
    this.subscription = { gameId, limit };
    if (!this.socket) {
      this.connect();
    } else if (this.socket.readyState === WebSocket.OPEN) {
      if (before && before.gameId !== gameId) {
        this.send({ type: "unsubscribe_leaderboard", gameId: before.gameId });
      }
      this.subscribe();
    }
  }

  connect() {
    clearTimeout(this.timer);
    this.onState("connecting", "connecting …");
    const address = new URL("ws/v1/scoreboard/live", location.href);
    address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    address.hash = "";
    const token = new URLSearchParams(location.search).get("token");
    address.search = token ? "?" + new URLSearchParams({ token }) : "";
    const socket = new WebSocket(address);
    let opened = false;
    this.socket = socket;
    socket.onopen = () => {
      opened = true;
      this.pause = FIRST_PAUSE;
      this.onState("live", "live");
      this.subscribe();
    };
    socket.onmessage = (event) => this.take(JSON.parse(event.data));
    socket.onclose = () => this.retry(opened, token);
  }

  subscribe() {
    clearTimeout(this.again);
    if (this.socket.readyState !== WebSocket.OPEN) {
      return;
    }
    this.send({ type: "subscribe_leaderboard", ...this.subscription });
  }

  send(message) {
    this.socket.send(JSON.stringify(message));
  }

  take(message) {
    if (message.type === "scoreboard_update" && message.data.gameId === this.subscription.gameId) {
      this.onBoard(message.data);
    } else if (message.type === "error") {
      this.onRefusal(message.error);
      if (message.error.code.endsWith("_UNAVAILABLE")) {
        this.again = setTimeout(() => this.subscribe(), RESUBSCRIBE_AFTER);
      }
    }
  }

  retry(opened, token) {
    const seconds = Math.round(this.pause / 1000) || 1;
    const hint = opened || token ? "" : " (boards may need a token: add ?token=… to the address)";
    this.onState(opened ? "lost" : "refused", `not connected, next try in ${seconds} s${hint}`);
    this.timer = setTimeout(() => this.connect(), this.pause * (0.75 + Math.random() / 2));
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  /** Tries at once where there is reason to hope. */
  hurry() {
    if (this.socket && this.socket.readyState === WebSocket.CLOSED) {
      this.connect();
    }
  }
}
