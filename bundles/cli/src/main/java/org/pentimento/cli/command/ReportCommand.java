package org.pentimento.cli.command;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.json.Timestamps;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.store.Sha256;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.console.ShellWord;
import org.pentimento.figures.Figures;
import org.pentimento.figures.InstalledFigures;
import org.pentimento.registry.Extensions;
import org.pentimento.report.ReportFormat;
import org.pentimento.report.ReportWriter;
import org.pentimento.report.source.CaseReportSource;
import org.pentimento.report.source.Edition;
import org.pentimento.report.source.Installation;
import org.pentimento.report.source.ReportOrder;
import org.pentimento.report.source.ReportSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes what a case's runs and inspections found as HTML, PDF, CSV and JSON.",
      "A report is a draft and says so on every page until it is signed off."
    })
final class ReportCommand implements Callable<Integer> {
  private final Console console;
  private final Extensions extensions;
  private final InstalledFigures figures;

  @Parameters(paramLabel = "CASE", description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the report; NAME-report beside NAME.case by default.")
  private @Nullable Path out;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      description = "What to write: ${COMPLETION-CANDIDATES}; all by default.")
  private Set<ReportFormat> formats = EnumSet.allOf(ReportFormat.class);

  @Option(
      names = "--run",
      split = ",",
      paramLabel = "ID",
      description =
          "Which runs, inspections and self-tests, in the order in which they are to stand; all by"
              + " default.")
  private List<String> runs = new ArrayList<>();

  @Option(
      names = "--notes",
      split = ",",
      paramLabel = "ENTRY",
      description =
          "Which notes and bookmarks, by the numbers of their entries in the custody log; all by"
              + " default, 0 for none.")
  private @Nullable Set<Long> notes;

  @Option(
      names = "--statement",
      paramLabel = "FILE",
      description =
          "What the examiner writes: a text with the headings # Question, # Conclusion, #"
              + " Qualifications and # Opinion. It is kept in the case, and stands in the report"
              + " apart from what was measured.")
  private @Nullable Path statement;

  @Option(
      names = "--final",
      description =
          "The draft that was signed off last, with its runs, notes and statement, without the"
              + " mark of a draft.")
  private boolean signedOff;

  @Option(
      names = "--force",
      description =
          "Replace files in the folder that are no report of this case; earlier reports of it are"
              + " replaced anyway.")
  private boolean force;

  ReportCommand(Console console, Extensions extensions, InstalledFigures figures) {
    this.console = console;
    this.extensions = extensions;
    this.figures = figures;
  }

  @Override
  public Integer call() throws Exception {
    return write(
        console, extensions, figures.figures(), caseFolder, out, force, formats, this::order);
  }

  /** What a report is to hold. */
  @FunctionalInterface
  interface Order {
    ReportOrder of(CaseFile file, String product) throws IOException;
  }

  private ReportOrder order(CaseFile file, String product) throws IOException {
    if (signedOff) {
      if (!runs.isEmpty() || notes != null || statement != null) {
        throw new BadInputException(
            "--final writes what was signed off, and nothing else can be chosen for it.",
            "Leave out --run, --notes and --statement, or leave out --final.");
      }
      return ReportOrder.signedOff(file, product);
    }
    ReportOrder order = ReportOrder.ofAll(file);
    for (String run : runs) {
      if (!order.runs().contains(run)) {
        throw new BadInputException(
            "The case " + caseFolder + " has no run " + run + ".",
            "It has: " + String.join(", ", order.runs()) + ".");
      }
    }
    Set<Long> chosen = notes;
    if (chosen != null) {
      for (long number : chosen) {
        if (number != 0 && !order.notes().contains(number)) {
          throw new BadInputException(
              "Entry " + number + " of the custody log is no note.",
              order.notes().isEmpty()
                  ? "The case has no notes."
                  : "Notes are the entries "
                      + order.notes().stream()
                          .sorted()
                          .map(String::valueOf)
                          .collect(Collectors.joining(", "))
                      + ".");
        }
      }
      order = order.withNotes(chosen);
    }
    if (!runs.isEmpty()) {
      order = order.ofRuns(runs.stream().distinct().toList());
    }
    return statement == null ? order : order.withWords(StatementFile.read(statement));
  }

  /** Writes the report of a case, keeps it in the case and tells where it lies. */
  static int write(
      Console console,
      Extensions extensions,
      Figures figures,
      Path caseFolder,
      @Nullable Path out,
      boolean force,
      Set<ReportFormat> formats,
      Order chosen)
      throws IOException, CancelledException {
    Path folder = out == null ? beside(caseFolder) : out;
    GivenFolder.require(folder);
    boolean replaced;
    try (CaseFile caseFile = open(caseFolder)) {
      if (caseFile.runs().isEmpty()) {
        throw new BadInputException(
            "The case " + caseFolder + " has no run to report.",
            "Carry out a plan first: pentimento run PLAN.yaml --case "
                + ShellWord.of(caseFolder)
                + "; or inspect a data set: pentimento inspect dataset "
                + ShellWord.of(caseFolder)
                + " DATASET");
      }
      String product = new ProductVersion().getVersion()[0];
      ReportOrder order = chosen.of(caseFile, product).writtenAt(now(caseFile.entries()));
      List<String> missing = MissingExtensions.of(caseFile, extensions);
      ReportSource source =
          CaseReportSource.of(
              caseFile,
              order,
              new Installation(
                  product,
                  missing,
                  extensions.installed().stream().map(Extensions.Installed::descriptor).toList()));
      replaced = replaces(caseFile, folder, formats, force);
      new ReportWriter(figures).writeAll(source, formats, folder, Progress.NONE);
      Map<String, String> files = new TreeMap<>();
      for (ReportFormat format : new TreeSet<>(formats)) {
        files.put(format.fileName(), caseFile.blobs().put(folder.resolve(format.fileName())));
      }
      Edition.Earlier earlier = source.edition().replaces();
      Edition.Approval approval = order.approval();
      ReportWritten.Content content =
          new ReportWritten.Content(
              product,
              order.runs(),
              order.notes().stream().sorted().toList(),
              order.words(),
              earlier == null ? 0 : earlier.entry(),
              approval == null ? 0 : approval.entry(),
              order.written());
      caseFile.record(new ReportWritten(files, content));
      missing.forEach(console.out()::println);
    }
    console
        .out()
        .println(
            (replaced ? "Replaced the report that was there: " : "Report: ")
                + folder
                    .resolve(new TreeSet<>(formats).first().fileName())
                    .toAbsolutePath()
                    .normalize());
    return ExitStatus.DONE;
  }

  /** Whether files of the report's names are there, which are to be reports of this case. */
  private static boolean replaces(
      CaseFile caseFile, Path folder, Set<ReportFormat> formats, boolean force) throws IOException {
    Set<String> written = new HashSet<>();
    for (Entry entry : caseFile.entries()) {
      entry.as(ReportWritten.class).ifPresent(report -> written.addAll(report.files().values()));
    }
    boolean there = false;
    for (ReportFormat format : formats) {
      Path file = folder.resolve(format.fileName());
      if (Files.exists(file)) {
        there = true;
        if (!force && !written.contains(Sha256.of(Files.readAllBytes(file)))) {
          throw new BadInputException(
              file + " is there already and is no report of this case, or was changed.",
              "Choose another folder with --out, or give --force to replace it. Nothing was"
                  + " written.");
        }
      }
    }
    return there;
  }

  /** The time now, in another second than the last report, so that two can be told apart by it. */
  private static Instant now(List<Entry> entries) throws CancelledException {
    Instant last = Instant.EPOCH;
    for (Entry entry : entries) {
      if (entry.as(ReportWritten.class).isPresent()) {
        last = entry.time();
      }
    }
    try {
      if (Duration.between(last, Instant.now()).abs().compareTo(Duration.ofSeconds(1)) <= 0) {
        Thread.sleep(Duration.ofSeconds(2).minusMillis(last.toEpochMilli() % 1000).toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
    return Timestamps.now();
  }

  private static CaseFile open(Path caseFolder) throws IOException {
    try {
      return CaseFile.openForWriting(caseFolder);
    } catch (BadInputException e) {
      if (e.getCause() instanceof FileSystemException) { // a case that can only be read
        throw new BadInputException(
            e.getMessage() + " A report is recorded in its case.",
            "Copy the case to where you may write: pentimento report COPY. Tables and charts alone"
                + " can be had of a case that is only read: pentimento export "
                + ShellWord.of(caseFolder)
                + " --tables --charts svg --out DIR",
            e);
      }
      throw e;
    }
  }

  private static Path beside(Path caseFolder) {
    Path folder = caseFolder.toAbsolutePath().normalize();
    String name = String.valueOf(folder.getFileName()).replaceFirst("\\.case$", "");
    return folder.resolveSibling(name + "-report");
  }
}
