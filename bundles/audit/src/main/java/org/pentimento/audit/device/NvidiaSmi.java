package org.pentimento.audit.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.compute.ComputeCapability;

/**
 * Asks the driver of NVIDIA which GPUs there are, by its program {@code nvidia-smi}. Nothing that
 * it says is believed before it looks as it should.
 */
final class NvidiaSmi {
  /**
   * What it said.
   *
   * @param gpus in the driver's order
   * @param trouble why there are none, a clause; empty if there are some
   */
  record Seen(List<Gpu> gpus, String trouble) {
    static Seen nothing(String trouble) {
      return new Seen(List.of(), trouble);
    }
  }

  private static final int MOST_BYTES = 1 << 16;
  private static final int MOST_GPUS = 64;
  private static final int LONGEST_WORDS = 100;
  private static final String FIELDS =
      "index,name,%smemory.total,memory.free,driver_version,compute_mode";
  private static final String CAPABILITY = "compute_cap,";
  private static final Set<String> UNKNOWN = Set.of("[N/A]", "[Not Supported]");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern VERSION = Pattern.compile("\\d{1,5}(\\.\\d{1,5}){0,3}");

  private final String program;
  private final Duration patience;

  /**
   * Makes it for a program.
   *
   * @param program path, or a name that is looked up as commands are
   * @param patience after which it is ended
   */
  NvidiaSmi(String program, Duration patience) {
    this.program = program;
    this.patience = patience;
  }

  /** Which GPUs there are now. */
  Seen look() {
    Answer answer = ask(true);
    if (answer.status() != 0 && answer.text().contains("compute_cap")) {
      answer = ask(false); // a driver that does not know the field yet
      return read(answer, false);
    }
    return read(answer, true);
  }

  /** What the program printed; a trouble if it could not be heard to its end. */
  private record Answer(int status, String text, @Nullable String trouble) {}

  private Answer ask(boolean capability) {
    Process process;
    try {
      process =
          new ProcessBuilder(
                  program,
                  "--query-gpu=" + String.format(FIELDS, capability ? CAPABILITY : ""),
                  "--format=csv,noheader,nounits")
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      return new Answer(
          -1, "", "there is no driver of NVIDIA (its program nvidia-smi cannot be started)");
    }
    AtomicBoolean late = new AtomicBoolean();
    Thread alarm = alarm(process, late);
    try (InputStream out = process.getInputStream()) {
      process.getOutputStream().close(); // it is asked nothing
      String text = new String(out.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      end(process);
      return late.get() ? new Answer(-1, "", tooLate()) : new Answer(process.waitFor(), text, null);
    } catch (IOException e) {
      return new Answer(-1, "", late.get() ? tooLate() : "nvidia-smi cannot be heard");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(-1, "", "nvidia-smi was interrupted");
    } finally {
      alarm.interrupt();
      process.destroyForcibly();
    }
  }

  /** Lets a program whose output is closed end by itself. */
  private static void end(Process process) throws InterruptedException {
    if (!process.waitFor(1, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private String tooLate() {
    return "nvidia-smi gave no answer within " + patience.toSeconds() + " seconds";
  }

  private Thread alarm(Process process, AtomicBoolean late) {
    Thread alarm =
        new Thread(
            () -> {
              try {
                Thread.sleep(patience.toMillis());
                late.set(true);
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
              } catch (InterruptedException e) {
                return; // it ended in time
              }
            },
            "nvidia-smi time limit");
    alarm.setDaemon(true);
    alarm.start();
    return alarm;
  }

  private static Seen read(Answer answer, boolean capability) {
    String trouble = answer.trouble();
    if (trouble != null) {
      return Seen.nothing(trouble);
    }
    List<String> lines = answer.text().lines().filter(l -> !l.isBlank()).limit(MOST_GPUS).toList();
    if (answer.text().length() >= MOST_BYTES / 4) {
      return senseless(answer.text());
    }
    if (answer.status() != 0) {
      return Seen.nothing(
          "the driver of NVIDIA does not answer ("
              + (lines.isEmpty()
                  ? "nvidia-smi ended with status " + answer.status()
                  : "nvidia-smi: " + words(lines.get(0)))
              + ")");
    }
    if (lines.isEmpty() || lines.get(0).startsWith("No devices")) {
      return Seen.nothing("the driver of NVIDIA sees no GPU");
    }
    List<Gpu> gpus = new ArrayList<>();
    for (String line : lines) {
      Optional<Gpu> gpu = gpu(line, capability);
      if (gpu.isEmpty()) {
        return senseless(line);
      }
      gpus.add(gpu.get());
    }
    return new Seen(List.copyOf(gpus), "");
  }

  private static Seen senseless(String text) {
    return Seen.nothing(
        "nvidia-smi says what makes no sense, beginning with “" + words(text) + "”");
  }

  /** The first field is the index, the last ones have no commas; what is between them is a name. */
  private static Optional<Gpu> gpu(String line, boolean capability) {
    String[] f = line.split(",", -1);
    for (int i = 0; i < f.length; i++) {
      f[i] = f[i].strip();
    }
    int last = f.length - 1;
    int name = last - (capability ? 5 : 4);
    if (name < 1
        || !number(f[0])
        || !amount(f[last - 3])
        || !amount(f[last - 2])
        || !VERSION.matcher(f[last - 1]).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Gpu(
            Integer.parseInt(f[0]),
            words(String.join(", ", List.of(f).subList(1, name + 1))),
            capability ? ComputeCapability.parse(f[last - 4]).orElse(null) : null,
            mib(f[last - 3]),
            mib(f[last - 2]),
            f[last - 1],
            f[last].equals("Prohibited")));
  }

  private static boolean number(String text) {
    return NUMBER.matcher(text).matches();
  }

  private static boolean amount(String text) {
    return number(text) || UNKNOWN.contains(text);
  }

  private static int mib(String text) {
    return number(text) ? Integer.parseInt(text) : -1;
  }

  /** What a program said, short and without control characters. */
  private static String words(String text) {
    String begin = text.substring(0, Math.min(text.length(), LONGEST_WORDS));
    return begin.replaceAll("\\p{Cntrl}", " ").strip() + (begin.equals(text) ? "" : "…");
  }
}
