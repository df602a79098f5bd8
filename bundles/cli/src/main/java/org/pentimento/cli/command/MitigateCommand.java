package org.pentimento.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.mitigation.MitigationMethod;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.mitigation.Mitigations;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.MitigationDocument;
import org.pentimento.cli.console.MitigationText;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.json.WireJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "mitigate",
    mixinStandardHelpOptions = true,
    description =
        "Makes a new model in a case without what is hidden in another one that a generator of the"
            + " product trained, and inspects it anew.")
final class MitigateCommand implements Callable<Integer> {
  private final Console console;
  private final CommandJobs jobs;

  @Mixin private BesideShadows asked = new BesideShadows();

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "unlearn",
      converter = Method.class,
      description =
          "unlearn: learn the right sketches of photos with what was found to ruin them;"
              + " fine-tune: learn photos as they are; prune: switch sleeping channels off, then"
              + " learn. unlearn by default.")
  private MitigationMethod method = MitigationMethod.UNLEARN;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "Name of the new model in the case.")
  private String name = "";

  MitigateCommand(Console console, CommandJobs jobs) {
    this.console = console;
    this.jobs = jobs;
  }

  /** A method by its word. */
  static final class Method implements ITypeConverter<MitigationMethod> {
    @Override
    public MitigationMethod convert(String given) {
      return Arrays.stream(MitigationMethod.values())
          .filter(method -> method.word().equals(given))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + given + "' is not one of unlearn, fine-tune, prune"));
    }
  }

  @Override
  public Integer call() throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    Job job =
        new Job.Mitigate(
            Job.PROTOCOL,
            asked.caseFolder(),
            asked.model(),
            asked.dataset(),
            method,
            name,
            asked.shadows(),
            threads,
            asked.seed());
    return jobs.apart(job, threads, JobResult.OfMitigate.class, this::print);
  }

  private void print(JobResult.OfMitigate done) {
    try (CaseFile file = CaseFile.openForReading(Path.of(done.caseFolder()))) {
      MitigationResult result = Mitigations.read(file.blobs(), done.result());
      ModelInspectionResult before = ModelInspections.read(file.blobs(), result.before());
      ModelInspectionResult after = ModelInspections.read(file.blobs(), result.after());
      if (asked.json()) {
        console
            .out()
            .println(WireJson.pretty(MitigationDocument.of(result, before, after, done.run())));
      } else {
        MitigationText.print(console.out(), result, before, after, done);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
