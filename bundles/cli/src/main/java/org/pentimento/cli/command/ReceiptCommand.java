package org.pentimento.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.log.Receipt;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "receipt",
    mixinStandardHelpOptions = true,
    description = {
      "Exports the signed head of a case's custody log.",
      "Keep it elsewhere: 'verify --receipt' then tells whether the case was rolled back or"
          + " rewritten since."
    })
final class ReceiptCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "CASE", description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File to write; standard output by default.")
  private @Nullable Path out;

  ReceiptCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (CaseFile caseFile = CaseFile.openForReading(caseFolder)) {
      Receipt receipt = caseFile.receipt();
      if (out == null) {
        // The bytes of the file that --out writes, so that a redirected one is a receipt too.
        console.out().print(CanonicalJson.text(receipt));
        console.out().flush();
      } else {
        receipt.write(out);
        console.out().printf("Receipt of entry %d written to %s.%n", receipt.number(), out);
      }
      return ExitStatus.DONE;
    }
  }
}
