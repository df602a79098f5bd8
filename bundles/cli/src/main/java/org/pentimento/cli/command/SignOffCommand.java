package org.pentimento.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.SignOffRule;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.event.SignOff;
import org.pentimento.casefile.log.Entry;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.console.ShellWord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "sign-off",
    mixinStandardHelpOptions = true,
    description = {
      "Signs a report of a case off, or returns it to the examiner.",
      "The custody log keeps it. 'report --final' then writes the report without the mark of a"
          + " draft."
    })
final class SignOffCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "CASE", description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @Option(
      names = "--reviewer",
      required = true,
      paramLabel = "NAME",
      description = "Who reviewed the report.")
  private String reviewer = "";

  @Option(
      names = "--report",
      paramLabel = "ENTRY",
      description = "Number of the report's entry in the custody log; the last draft by default.")
  private @Nullable Long report;

  @Option(
      names = "--return",
      paramLabel = "WHY",
      description = "Return the report for this reason instead of signing it off.")
  private @Nullable String why;

  @Option(names = "--remark", paramLabel = "TEXT", description = "What the reviewer has to say.")
  private String remark = "";

  @Option(
      names = "--receipt",
      paramLabel = "FILE",
      description = "File for the receipt, the signed head of the custody log; keep it elsewhere.")
  private @Nullable Path receipt;

  SignOffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (reviewer.isBlank() || (why != null && why.isBlank())) {
      throw new BadInputException(
          "It is not said " + (reviewer.isBlank() ? "who reviews." : "why it is returned."),
          "Give --reviewer NAME, and with --return the reason.");
    }
    try (CaseFile caseFile = CaseFile.openForWriting(caseFolder)) {
      Entry draft = draft(caseFile);
      String refusal = why == null ? SignOffRule.refusal(caseFile.entries(), draft) : "";
      if (!refusal.isEmpty()) {
        throw new BadInputException(
            refusal, "Write a new draft: pentimento report " + ShellWord.of(caseFolder));
      }
      String withdrawn = why == null ? "" : SignOffRule.withdrawn(caseFile.entries(), draft);
      String text = why == null ? remark.strip() : why.strip();
      Entry review =
          caseFile.record(
              new SignOff(draft.number(), draft.hash(), reviewer.strip(), why == null, text));
      console
          .out()
          .printf(
              "The report of entry %d is %s (entry %d).%n",
              draft.number(), why == null ? "signed off" : "returned", review.number());
      if (!withdrawn.isEmpty()) {
        console.out().println(withdrawn);
      }
      if (review.login().equals(draft.login())) {
        console
            .err()
            .printf(
                "Warning: the login %s wrote this report and reviewed it; have a second person"
                    + " review it too. The report says so.%n",
                draft.login());
      }
      if (receipt != null) {
        caseFile.receipt().write(receipt);
        console.out().printf("Receipt of entry %d written to %s.%n", review.number(), receipt);
      }
    }
    return ExitStatus.DONE;
  }

  private Entry draft(CaseFile caseFile) throws IOException {
    Entry found = null;
    for (Entry entry : caseFile.entries()) {
      boolean draft = entry.as(ReportWritten.class).flatMap(ReportWritten::draft).isPresent();
      if (draft && (report == null || report == entry.number())) {
        found = entry;
      }
    }
    if (found == null) {
      throw new BadInputException(
          report == null
              ? "The case " + caseFolder + " has no draft of a report."
              : "Entry " + report + " of the custody log is no draft of a report.",
          "Write a draft first: pentimento report " + ShellWord.of(caseFolder));
    }
    return found;
  }
}
