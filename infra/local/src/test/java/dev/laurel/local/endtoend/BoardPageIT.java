package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page in a real browser: a rank change moves a row. */
@ExtendWith(RunningStack.class)
class BoardPageIT {
  private static final String GAME = "board-page";
  private static final List<String> OFFLINE_HEADLESS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  @Test
  void aRankChangeMovesARow(Stack stack) {
    stack.loadCatalog(
        "{\"kind\":\"game\",\"gameId\":\"" + GAME + "\",\"name\":\"Board on a page\"}");
    List<String> requests = new ArrayList<>();
    try (Events events = new Events(stack.bootstrapServers());
        Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(OFFLINE_HEADLESS))) {
      Page page = browser.newPage();
      page.onRequest(request -> requests.add(request.url()));
      events.send(List.of(action("ada", "BOSS_DEFEAT", 1), action("bob", "LEVEL_COMPLETE", 2)));
      page.navigate(stack.api() + "/#game=" + GAME);
      var rows = page.locator("tbody tr");
      PlaywrightAssertions.assertThat(rows).hasCount(2);
      PlaywrightAssertions.assertThat(rows.nth(0)).containsText("ada");

      events.send(List.of(action("bob", "BOSS_DEFEAT", 3)));

      PlaywrightAssertions.assertThat(rows.nth(0)).containsText("bob");
      PlaywrightAssertions.assertThat(rows.nth(0)).containsText("1,150");
      PlaywrightAssertions.assertThat(rows.nth(1)).containsText("ada");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(stack.root().resolve("infra/local/target/board-page.png")));
      assertThat(requests).isNotEmpty().allMatch(url -> url.startsWith(stack.api()));
    }
  }

  private static Path chromium() {
    for (String place :
        List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")) {
      if (Files.isExecutable(Path.of(place))) {
        return Path.of(place);
      }
    }
    throw new IllegalStateException("There is no Chromium in /usr/bin: apt-get install chromium");
  }

  private static String action(String player, String type, int id) {
    return """
        {"type":"action","eventId":"page-%1$d","requestId":"page-%1$d","actionId":"page-%1$d","playerId":"%2$s",\
        "gameId":"%3$s","actionType":"%4$s","occurredAt":"2026-11-01T00:00:00Z"}"""
        .formatted(id, player, GAME, type);
  }
}
