package dev.laurel.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** HTTP byte by byte, for what a client library hides or does not say. */
final class RawHttp {

  private RawHttp() {}

  /**
   * What the server says to these bytes until it ends the connection, or until it has switched to
   * WebSocket.
   */
  static String say(int port, String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      StringBuilder said = new StringBuilder();
      byte[] part = new byte[8192];
      for (int length = socket.getInputStream().read(part);
          length > 0;
          length = socket.getInputStream().read(part)) {
        said.append(new String(part, 0, length, StandardCharsets.UTF_8));
        if (said.toString().startsWith("HTTP/1.1 101")) {
          break;
        }
      }
      return said.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
