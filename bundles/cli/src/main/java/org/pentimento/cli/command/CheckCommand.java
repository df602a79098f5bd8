package org.pentimento.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.FrameworkUtil;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.cli.check.CheckProcess;
import org.pentimento.cli.check.CheckTold;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.console.Interrupts;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.testing.Outcome.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Checks whether the extensions in a jar do what every extension must; it need not be"
            + " installed, and runs in a process of its own.")
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "JAR", description = "The jar with the extensions.")
  private Path jar = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "A data set that the jar's data set formats must be able to open.")
  private @Nullable Path data;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, CancelledException {
    if (!Files.isRegularFile(jar)) {
      throw new BadInputException("There is no file " + jar + ".", "Name the jar to be checked.");
    }
    if (data != null && !Files.exists(data)) {
      throw new BadInputException("There is no " + data + ".", "Name a data set.");
    }
    CheckProcess process = CheckProcess.start(command(), jar, data);
    AtomicBoolean cancelled = new AtomicBoolean();
    Runnable end =
        () -> {
          cancelled.set(true);
          process.end();
        };
    Interrupts.ask(end, end);
    List<CheckTold> told = process.await();
    if (cancelled.get()) {
      throw new CancelledException();
    }
    if (json) {
      console.out().println(WireJson.pretty(document(told)));
    } else {
      print(told);
    }
    return count(told, Verdict.FAILED) == 0 ? ExitStatus.DONE : ExitStatus.BAD_INPUT;
  }

  private static List<String> command() {
    String command =
        FrameworkUtil.getBundle(CheckCommand.class)
            .getBundleContext()
            .getProperty("pentimento.command");
    return List.of(command.split("\n"));
  }

  private Map<String, Object> document(List<CheckTold> told) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("jar", jar.toString());
    for (Verdict verdict : Verdict.values()) {
      document.put(verdict.words().replace(' ', '-'), count(told, verdict));
    }
    document.put("checks", told);
    return document;
  }

  private static long count(List<CheckTold> told, Verdict verdict) {
    return told.stream().filter(one -> one.verdict() == verdict).count();
  }

  private void print(List<CheckTold> told) {
    String extension = "";
    for (CheckTold one : told) {
      if (!one.extension().equals(extension)) {
        extension = one.extension();
        console.out().printf("%s%n", extension.equals("jar") ? jar : extension);
      }
      Verdict verdict = one.verdict() == null ? Verdict.FAILED : one.verdict();
      console
          .out()
          .printf(
              "  %-14s  %s%n", verdict == Verdict.FAILED ? "FAILED" : verdict.words(), one.check());
      if (!one.detail().isEmpty()) {
        console.out().printf("  %-14s    %s%n", "", one.detail());
      }
    }
    console
        .out()
        .printf(
            "%d passed, %d failed, %d not applicable%n",
            count(told, Verdict.PASSED),
            count(told, Verdict.FAILED),
            count(told, Verdict.NOT_APPLICABLE));
  }
}
