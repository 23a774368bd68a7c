package dev.laurel.bench.ranks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A connection to Redis, which speaks its protocol (RESP2) in lines and arrays of texts. */
final class Redis implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  Redis(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 65_536);
    out = new BufferedOutputStream(socket.getOutputStream(), 65_536);
  }

  /** Sends a command and reads its answer: a text, a number as text, null or a list of these. */
  synchronized Object call(String... words) throws IOException {
    send(words);
    out.flush();
    return read();
  }

  /** Sends a command whose answer is read later. */
  void send(String... words) throws IOException {
    out.write(("*" + words.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      out.write(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(bytes);
      out.write(new byte[] {'\r', '\n'});
    }
  }

  /** Sends what is still held back. */
  void flush() throws IOException {
    out.flush();
  }

  /** Reads the next answer. */
  Object read() throws IOException {
    int kind = in.read();
    String line = line();
    return switch (kind) {
      case '+', ':' -> line;
      case '-' -> throw new IOException("Redis refuses: " + line);
      case '$' -> text(Integer.parseInt(line));
      case '*' -> list(Integer.parseInt(line));
      default -> throw new EOFException("Redis has closed the connection");
    };
  }

  private String text(int length) throws IOException {
    if (length < 0) {
      return null;
    }
    byte[] bytes = in.readNBytes(length);
    in.skipNBytes(2);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private List<Object> list(int size) throws IOException {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(read());
    }
    return list;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\r'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("Redis has closed the connection");
      }
      line.append((char) next);
    }
    in.skipNBytes(1);
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
