package org.pentimento.platform.linux;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that tries what a hostile model would try, and prints what it could do. */
final class IntrusionAttempts {
  private IntrusionAttempts() {}

  private interface Attempt {
    void run() throws IOException;
  }

  /**
   * Makes the attempts.
   *
   * @param args a file to read, a file to write beside it, a port on this machine that listens, the
   *     id of a process of this user
   */
  public static void main(String[] args) {
    say("read", () -> Files.readString(Path.of(args[0])));
    say("write", () -> Files.writeString(Path.of(args[1]), "was here"));
    say(
        "connect",
        () -> new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[2])).close());
    say(
        "see process",
        () -> {
          if (ProcessHandle.of(Long.parseLong(args[3])).isEmpty()) {
            throw new IOException("there is none");
          }
        });
  }

  private static void say(String what, Attempt attempt) {
    String could = "could ";
    try {
      attempt.run();
    } catch (IOException e) {
      could = "could not ";
    }
    System.out.println(could + what);
  }
}
