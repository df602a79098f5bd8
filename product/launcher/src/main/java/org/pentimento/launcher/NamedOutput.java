package org.pentimento.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes lines with the name of the thread that printed them before each, so that a process in
 * which many extensions are asked at once can tell whose words they are.
 */
final class NamedOutput extends OutputStream {
  private final OutputStream target;
  private final ThreadLocal<ByteArrayOutputStream> line =
      ThreadLocal.withInitial(ByteArrayOutputStream::new);

  NamedOutput(OutputStream target) {
    this.target = target;
  }

  /** A stream to print on. */
  static PrintStream printing(OutputStream target) {
    return new PrintStream(new NamedOutput(target), true, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int b) throws IOException {
    if (b == '\n') {
      end();
    } else {
      line.get().write(b);
    }
  }

  @Override
  public void flush() throws IOException {
    if (line.get().size() > 0) {
      end();
    }
  }

  private void end() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(
        ("[" + Thread.currentThread().getName() + "] ").getBytes(StandardCharsets.UTF_8));
    line.get().writeTo(all);
    all.write('\n');
    line.get().reset();
    synchronized (target) {
      all.writeTo(target);
      target.flush();
    }
  }
}
