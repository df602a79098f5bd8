package org.pentimento.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The window of this user that is open already, if there is one. It listens on a socket in the file
 * system, hears the line {@code front} and answers with the id of its process when it has come to
 * the front.
 *
 * @param address file of the socket
 */
record RunningWindow(Path address) {
  private static final long PATIENCE_SECONDS = 5;

  static RunningWindow ofUser() {
    return new RunningWindow(Home.state().resolve("window.socket"));
  }

  /**
   * Brings the window to the front and says so, or says that it does not answer.
   *
   * @return false if there is no such window
   */
  boolean toFront() throws InterruptedException {
    if (!Files.exists(address)) {
      return false;
    }
    FutureTask<String> question = new FutureTask<>(this::ask);
    Thread thread = new Thread(question, "question to the open window");
    thread.setDaemon(true);
    thread.start();
    try {
      System.err.println(
          "Pentimento is open already (process "
              + question.get(PATIENCE_SECONDS, TimeUnit.SECONDS)
              + "); its window has come to the front.");
      return true;
    } catch (ExecutionException e) {
      return false; // nobody listens any more; whoever holds the workspace is told by its lock
    } catch (TimeoutException e) {
      System.err.println(
          "Pentimento is open already, but its window does not answer.\n"
              + "       Wait until it does; if it never does, end its process and start again.");
      return true;
    }
  }

  private String ask() throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(address));
      channel.write(ByteBuffer.wrap("front\n".getBytes(StandardCharsets.UTF_8)));
      InputStream answer = Channels.newInputStream(channel);
      String process = new String(answer.readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.matches("[0-9]{1,10}")) {
        throw new IOException("no answer");
      }
      return process;
    }
  }
}
