package org.pentimento.cli.dropin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was printed in a process that asked bundles: each line with the thread that printed it
 * before it, which bears the name of the bundle.
 *
 * @param text as it came, cut where it is too long
 */
record Printed(String text) {
  private static final int MOST = 1 << 16;
  private static final Pattern LINE =
      Pattern.compile("\\[(?:extension of ([^\\] ]+))?[^\\]]*\\] (.*)");

  /** What the launcher says of an end that nobody ordered. */
  private static final Pattern ENDED = Pattern.compile("Error: (\\S+) ended Pentimento before");

  /** A line and the bundle that printed it; null if that is not known. */
  private record Line(@Nullable String bundle, String words) {
    static Line of(String line) {
      Matcher parts = LINE.matcher(line);
      return parts.matches() ? new Line(parts.group(1), parts.group(2)) : new Line(null, line);
    }
  }

  /** Reads in a thread of its own what a process prints. */
  static final class Reader extends Thread {
    private final InputStream stream;
    private volatile byte[] read = new byte[0];

    Reader(InputStream stream) {
      super("output of extensions");
      this.stream = stream;
      setDaemon(true);
    }

    @Override
    public void run() {
      try (stream) {
        read = stream.readNBytes(MOST);
        stream.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        // The process was ended; what was read is enough.
      }
    }

    /** All of it, once the process has ended. */
    Printed printed() throws InterruptedException {
      join(1000); // a grandchild may hold the stream open
      return new Printed(new String(read, StandardCharsets.UTF_8));
    }
  }

  static Reader reading(InputStream stream) {
    Reader reader = new Reader(stream);
    reader.start();
    return reader;
  }

  private List<Line> lines() {
    return text.lines()
        .filter(l -> !l.isBlank() && !l.startsWith("Picked up ") && !ENDED.matcher(l).find())
        .map(Line::of)
        .toList();
  }

  /** Whether all of it was printed by bundles of these. */
  boolean isByKnown(List<LookedAt> bundles) {
    return lines().stream()
        .allMatch(l -> bundles.stream().anyMatch(b -> b.bundle().equals(l.bundle)));
  }

  /** What a bundle printed, in one plain line. */
  String by(String bundle) {
    return plain(lines().stream().filter(l -> Objects.equals(bundle, l.bundle)).toList());
  }

  /** All of it, in one plain line. */
  String all() {
    return plain(lines());
  }

  private static String plain(List<Line> lines) {
    return PlainText.of(lines.stream().map(Line::words).collect(Collectors.joining(" ")));
  }

  /** Whose call ended the process, as the end of a sentence; empty if that is not known. */
  String culprit() {
    Matcher line = ENDED.matcher(text);
    return line.find() ? ", by a call in " + PlainText.of(line.group(1)) : "";
  }
}
