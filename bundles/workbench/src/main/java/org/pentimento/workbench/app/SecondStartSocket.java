package org.pentimento.workbench.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Unix socket by which a second start of the product asks the first one to bring its window to
 * the front. Only the owner of its folder can reach it.
 */
final class SecondStartSocket implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SecondStartSocket.class);

  private final Path address;
  private final ServerSocketChannel server;

  private SecondStartSocket(Path address, ServerSocketChannel server) {
    this.address = address;
    this.server = server;
  }

  /**
   * Opens the socket; to be called by the one process that holds the workspace.
   *
   * @param address file of the socket; one that an earlier process left there is replaced
   * @param toFront called in a thread of its own when another process asks
   */
  static SecondStartSocket open(Path address, Runnable toFront) throws IOException {
    Files.createDirectories(address.toAbsolutePath().getParent());
    Files.deleteIfExists(address);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(address));
    } catch (IOException e) {
      server.close();
      throw e;
    }
    SecondStartSocket socket = new SecondStartSocket(address, server);
    Thread thread = new Thread(() -> socket.listen(toFront), "second start");
    thread.setDaemon(true);
    thread.start();
    return socket;
  }

  private void listen(Runnable toFront) {
    while (server.isOpen()) {
      try (SocketChannel caller = server.accept()) {
        String line =
            new BufferedReader(
                    new InputStreamReader(
                        Channels.newInputStream(caller), StandardCharsets.US_ASCII))
                .readLine();
        if ("front".equals(line)) {
          toFront.run();
          String answer = ProcessHandle.current().pid() + "\n";
          caller.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
        }
      } catch (IOException e) {
        LOG.debug("The other process went away, or the socket was closed", e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(address);
  }
}
