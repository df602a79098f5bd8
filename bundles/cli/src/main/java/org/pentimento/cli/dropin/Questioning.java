package org.pentimento.cli.dropin;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pentimento.protocol.catalogue.Fate;
import org.pentimento.protocol.json.WireJson;

/**
 * Has bundles asked what is in them: all in one process first. Those with code that runs when they
 * are started, and all of a process that ended without an answer or in which something was printed,
 * are asked each in a process of its own, so that it is known whose doing it was.
 *
 * @param command starts the product
 * @param folder for what the processes write
 */
record Questioning(List<String> command, Path folder) {
  private static final long PATIENCE_SECONDS = 20;
  private static final int AT_ONCE = 4;
  private static final int MOST_OUTPUT = 1 << 16;

  /** How a process ended: its answers if it gave any, and what was printed in it. */
  private record Ended(List<Answer> answers, String printed, String instead, Fate fate) {}

  /**
   * The answers of bundles, in any order.
   *
   * @param asked to be asked
   * @param others may be used by those
   */
  List<Answer> ask(List<Path> asked, List<Path> others, List<Path> starting)
      throws IOException, InterruptedException {
    List<Path> together = asked.stream().filter(f -> !starting.contains(f)).toList();
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<List<Answer>>> results = new ArrayList<>();
      results.add(pool.submit(() -> together(pool, together, without(asked, others, together))));
      for (Path one : asked) {
        if (starting.contains(one)) {
          results.add(pool.submit(alone(one, without(asked, others, List.of(one)))));
        }
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<List<Answer>> result : results) {
        answers.addAll(got(result));
      }
      return answers;
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<Path> without(List<Path> asked, List<Path> others, List<Path> these) {
    return Stream.concat(asked.stream(), others.stream())
        .filter(f -> !these.contains(f))
        .distinct()
        .toList();
  }

  private static <T> T got(Future<T> result) throws IOException, InterruptedException {
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  private List<Answer> together(ExecutorService pool, List<Path> bundles, List<Path> others)
      throws IOException, InterruptedException {
    if (bundles.isEmpty()) {
      return List.of();
    } else if (bundles.size() == 1) {
      return one(bundles.get(0), others);
    }
    Ended ended = process(bundles, others);
    if (!ended.answers.isEmpty() && ended.printed.isEmpty()) {
      return ended.answers;
    }
    List<Future<List<Answer>>> results = new ArrayList<>();
    for (Path bundle : bundles) {
      results.add(pool.submit(alone(bundle, without(bundles, others, List.of(bundle)))));
    }
    List<Answer> answers = new ArrayList<>();
    for (Future<List<Answer>> result : results) {
      answers.addAll(got(result));
    }
    return answers;
  }

  private Callable<List<Answer>> alone(Path bundle, List<Path> others) {
    return () -> one(bundle, others);
  }

  private List<Answer> one(Path bundle, List<Path> others)
      throws IOException, InterruptedException {
    Ended ended = process(List.of(bundle), others);
    return ended.answers.isEmpty()
        ? List.of(
            Answer.instead(bundle.toString(), ended.fate, ended.instead).printing(ended.printed))
        : ended.answers.stream().map(a -> a.printing(ended.printed)).toList();
  }

  private Ended process(List<Path> bundles, List<Path> others)
      throws IOException, InterruptedException {
    Path place = Files.createTempDirectory(folder, "asking");
    try {
      Path answers = place.resolve("answers.json");
      List<String> line = new ArrayList<>(command);
      line.add(line.size() - 2, "-Dpentimento.config=" + place); // where nothing is disabled
      line.add(Describer.ARGUMENT);
      line.add(answers.toString());
      bundles.forEach(b -> line.add(b.toString()));
      line.add("--");
      others.forEach(b -> line.add(b.toString()));
      Process process =
          new ProcessBuilder(line)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectErrorStream(true)
              .start();
      FutureTask<String> output = new FutureTask<>(() -> output(process.getInputStream()));
      Thread reader = new Thread(output, "output of extensions");
      reader.setDaemon(true);
      reader.start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        return new Ended(
            List.of(),
            printed(output),
            "it could not be asked within " + PATIENCE_SECONDS + " seconds",
            Fate.NOT_STARTED);
      }
      if (!Files.exists(answers)) {
        return new Ended(
            List.of(),
            printed(output),
            "with status " + process.exitValue(),
            Fate.ENDED_ITS_PROCESS);
      }
      return new Ended(
          WireJson.read(Files.readString(answers), Answer.All.class).answers(),
          printed(output),
          "",
          Fate.IN_USE);
    } finally {
      delete(place);
    }
  }

  private static String printed(FutureTask<String> output)
      throws IOException, InterruptedException {
    return got(output)
        .lines()
        .filter(l -> !l.isBlank() && !l.startsWith("Picked up "))
        .filter(l -> !l.startsWith("Error: ") || !l.contains("ended Pentimento"))
        .map(PlainText::of)
        .collect(Collectors.collectingAndThen(Collectors.joining(" "), PlainText::of));
  }

  private static String output(InputStream stream) throws IOException {
    byte[] read = stream.readNBytes(MOST_OUTPUT);
    stream.transferTo(java.io.OutputStream.nullOutputStream());
    return new String(read, StandardCharsets.UTF_8);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
