package org.pentimento.cli.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pentimento.platform.Folders;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.testing.Outcome.Verdict;

/** The parent's side: starts a checking process and hears what came out, whatever becomes of it. */
public final class CheckProcess {
  private static final int LONGEST_DETAIL = 2000;

  private final Path folder;
  private final Process process;

  private CheckProcess(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /**
   * Starts one, with nothing installed but the product and the jar.
   *
   * @param command starts the product
   * @param sample a data set for formats; null if there is none
   */
  public static CheckProcess start(List<String> command, Path jar, @Nullable Path sample)
      throws IOException {
    // Of its own, so that the jar stays in no cache and no other dropped-in jar comes along.
    Path folder = Files.createTempDirectory("pentimento-check");
    List<String> all = new ArrayList<>(command);
    all.add(CheckedJar.ARGUMENT);
    all.add(jar.toAbsolutePath().toString());
    if (sample != null) {
      all.add(sample.toAbsolutePath().toString());
    }
    ProcessBuilder builder = new ProcessBuilder(all);
    for (String variable : List.of("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")) {
      builder.environment().put(variable, folder.resolve(variable).toString());
    }
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new CheckProcess(folder, builder.start());
  }

  /** Ends it; {@link #await} then gives what was heard so far. */
  public void end() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Waits until everything was tried or the process is gone; gives the checks in their order. */
  public List<CheckTold> await() throws IOException, InterruptedException {
    Map<String, CheckTold> all = new LinkedHashMap<>();
    CheckTold last = null;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        CheckTold told = told(line);
        if (told != null) {
          last = told;
          if (told.check().equals(CheckTold.END)) {
            break;
          }
          String key = told.extension() + "\n" + told.check();
          all.put(key, told);
          if (told.check().equals(CheckTold.MADE) && told.verdict() == Verdict.PASSED) {
            all.remove(key);
          }
        }
      }
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        end();
      }
    } finally {
      end();
      Folders.delete(folder);
    }
    List<CheckTold> heard = new ArrayList<>();
    for (CheckTold one : all.values()) {
      heard.add(
          one.verdict() != null
              ? one
              : new CheckTold(
                  one.extension(),
                  one.check(),
                  Verdict.FAILED,
                  "it ended the process; what comes after this was not tried"));
    }
    if (last == null) {
      heard.add(
          new CheckTold(
              "jar",
              "the product can start it",
              Verdict.FAILED,
              "the checking process ended before the first check; details are in the log"));
    } else if (!last.check().equals(CheckTold.END) && last.verdict() != null) {
      heard.add(
          new CheckTold(
              last.extension(),
              CheckTold.END,
              Verdict.FAILED,
              "the process ended after \"" + last.check() + "\""));
    }
    return heard;
  }

  /** What a line tells; null if it is none of ours. */
  private static @Nullable CheckTold told(String line) {
    try {
      CheckTold told = WireJson.read(line, CheckTold.class);
      String detail = told.detail().replaceAll("\\p{Cntrl}", " ");
      return new CheckTold(
          told.extension(),
          told.check(),
          told.verdict(),
          detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + " …" : detail);
    } catch (JsonProcessingException e) {
      return null; // whatever the extension printed
    }
  }
}
