package org.pentimento.cli.dropin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pentimento.platform.ConfinedProduct;
import org.pentimento.platform.Folders;
import org.pentimento.protocol.catalogue.Fate;
import org.pentimento.protocol.json.WireJson;

/**
 * Has bundles asked what is in them: all in one process first. Those with code that runs when they
 * are started, and all of a process that ended without an answer or in which somebody unknown
 * printed something, are asked each in a process of its own, so that it is known whose doing it
 * was.
 *
 * @param command starts the product
 * @param folder for what the processes write
 * @param cage in which the processes run; null if they may do what their user may
 */
record Questioning(List<String> command, Path folder, @Nullable ConfinedProduct cage) {
  private static final long PATIENCE_SECONDS = 30;
  private static final int MOST_AT_ONCE = 4;

  /**
   * How a process ended.
   *
   * @param answers empty if it gave none
   * @param instead what to say then
   */
  private record Ended(List<Answer> answers, Printed printed, Fate fate, String instead) {}

  /**
   * The answers of bundles, in any order.
   *
   * @param asked to be asked
   * @param others may be used by those
   */
  List<Answer> ask(List<LookedAt> asked, List<LookedAt> others)
      throws IOException, InterruptedException {
    int processes = Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(processes + 1); // one of them only waits
    try {
      List<LookedAt> together = asked.stream().filter(f -> !f.starts()).toList();
      List<Future<List<Answer>>> results = new ArrayList<>();
      results.add(pool.submit(() -> together(pool, together, others)));
      for (LookedAt one : asked) {
        if (one.starts()) {
          results.add(pool.submit(() -> alone(one, others)));
        }
      }
      return all(results);
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<Answer> all(List<Future<List<Answer>>> results)
      throws IOException, InterruptedException {
    List<Answer> answers = new ArrayList<>();
    for (Future<List<Answer>> result : results) {
      try {
        answers.addAll(result.get());
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
      }
    }
    return answers;
  }

  private List<Answer> together(ExecutorService pool, List<LookedAt> bundles, List<LookedAt> others)
      throws IOException, InterruptedException {
    if (bundles.isEmpty()) {
      return List.of();
    } else if (bundles.size() == 1) {
      return alone(bundles.get(0), others);
    }
    Ended ended = process(bundles, others);
    if (!ended.answers.isEmpty() && ended.printed.isByKnown(bundles)) {
      return ended.answers.stream()
          .map(a -> a.printing(ended.printed.by(named(a, bundles))))
          .toList();
    }
    List<Future<List<Answer>>> results = new ArrayList<>();
    for (LookedAt bundle : bundles) {
      results.add(pool.submit(() -> alone(bundle, others)));
    }
    return all(results);
  }

  private static String named(Answer answer, List<LookedAt> bundles) {
    return bundles.stream()
        .filter(b -> b.file().toString().equals(answer.file()))
        .map(LookedAt::bundle)
        .findFirst()
        .orElse("");
  }

  private List<Answer> alone(LookedAt bundle, List<LookedAt> others)
      throws IOException, InterruptedException {
    Ended ended = process(List.of(bundle), others);
    List<Answer> answers =
        ended.answers.isEmpty()
            ? List.of(Answer.instead(bundle.file().toString(), ended.fate, ended.instead))
            : ended.answers;
    return answers.stream().map(a -> a.printing(ended.printed.all())).toList();
  }

  private Ended process(List<LookedAt> bundles, List<LookedAt> others)
      throws IOException, InterruptedException {
    Path place = Files.createTempDirectory(folder, "asking");
    try {
      Path answers = place.resolve("answers.json");
      Process process =
          builder(place, answers, bundles, others)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectErrorStream(true)
              .start();
      Printed.Reader output = Printed.reading(process.getInputStream());
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        return new Ended(
            List.of(),
            output.printed(),
            Fate.NOT_STARTED,
            "it could not be asked within " + PATIENCE_SECONDS + " seconds");
      }
      Printed printed = output.printed();
      return Files.exists(answers)
          ? new Ended(
              WireJson.read(Files.readString(answers), Answer.All.class).answers(),
              printed,
              Fate.IN_USE,
              "")
          : new Ended(
              List.of(),
              printed,
              Fate.ENDED_ITS_PROCESS,
              "with status " + process.exitValue() + printed.culprit());
    } finally {
      Folders.delete(place);
    }
  }

  private ProcessBuilder builder(
      Path place, Path answers, List<LookedAt> bundles, List<LookedAt> others) throws IOException {
    List<String> arguments = arguments(answers, bundles, others);
    if (cage != null) {
      return cage.process(place, others.stream().map(LookedAt::file).toList(), arguments);
    }
    List<String> line = new ArrayList<>(command);
    // A folder of settings in which nothing is disabled; before "-jar" and the launcher.
    line.add(line.size() - 2, "-Dpentimento.config=" + place);
    line.addAll(arguments);
    return new ProcessBuilder(line);
  }

  private static List<String> arguments(
      Path answers, List<LookedAt> bundles, List<LookedAt> others) {
    List<String> line = new ArrayList<>();
    line.add(Describer.ARGUMENT);
    line.add(answers.toString());
    bundles.forEach(b -> line.add(b.file().toString()));
    line.add("--");
    others.stream().filter(o -> !bundles.contains(o)).forEach(o -> line.add(o.file().toString()));
    return line;
  }
}
