package org.pentimento.cli.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.HashMiss;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.verdict.HashWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Takes a data set into a case, which is made if it does not exist.")
final class ImportCommand implements Callable<Integer> {
  private final Console console;
  private final CommandJobs jobs;

  @Parameters(paramLabel = "PATH", description = "Folder or file of the data set.")
  private Path path = Path.of("");

  @Option(
      names = "--case",
      required = true,
      paramLabel = "CASE",
      description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name in the case; the folder's by default.")
  private @Nullable String name;

  @Option(names = "--format", paramLabel = "ID", description = "Format; the surest by default.")
  private @Nullable String format;

  @Option(names = "--param", paramLabel = "KEY=VALUE", description = "Parameter of the format.")
  private Map<String, String> parameters = Map.of();

  @Option(
      names = "--reference",
      description = "Leave the files where they are; their hashes are checked before every use.")
  private boolean reference;

  @Option(
      names = "--hashes",
      paramLabel = "FILE",
      description =
          "Compare the files with a list of hashes, as sha256sum, sha1sum, md5sum, hashdeep or"
              + " forensic tools (CSV) write it. List and outcome are kept in the case.")
  private @Nullable Path hashes;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Mixin private CaseOptions caseOptions = new CaseOptions();

  ImportCommand(Console console, CommandJobs jobs) {
    this.console = console;
    this.jobs = jobs;
  }

  @Override
  public Integer call() throws Exception {
    Job job =
        new Job.Import(
            Job.PROTOCOL,
            caseFolder.toString(),
            caseOptions.info(),
            path.toString(),
            name,
            format,
            parameters,
            !reference,
            hashes == null ? null : hashes.toString());
    return jobs.here(job, JobResult.OfImport.class, this::print);
  }

  private void print(JobResult.OfImport result) {
    if (json) {
      console.out().println(WireJson.pretty(result));
      return;
    }
    int train = result.splits().train();
    int test = result.splits().test();
    console
        .out()
        .printf(
            "Imported '%s' as %s: %s%s.%n",
            result.dataset(),
            result.format(),
            Counted.of(result.pairs(), "pair", "pairs"),
            train + test == 0 ? "" : " (" + train + " for training, " + test + " for testing)");
    if (result.hashes() != null) {
      print(result.hashes());
    }
    if (!result.skipped().isEmpty()) {
      console.out().printf("Skipped %s:%n", Counted.of(result.skipped().size(), "file", "files"));
      for (SkippedFile file : result.skipped()) {
        console.out().printf("  %s: %s%n", file.file(), file.reason());
      }
    }
  }

  private void print(JobResult.HashesCompared hashes) {
    console
        .out()
        .println(
            (hashes.check().agrees() ? "" : "Warning: the files are not those of the list. ")
                + HashWords.of(hashes.check()));
    for (HashMiss miss : hashes.misses()) {
      console.out().printf("  %s: %s%n", HashWords.file(miss), HashWords.of(miss));
    }
    for (String extra : hashes.extras()) {
      console.out().printf("  %s: not listed%n", extra);
    }
  }
}
