package org.pentimento.cli.command;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.CaseInfo;
import picocli.CommandLine.Option;

/** Who examines what; used when a case is made. */
final class CaseOptions {
  @Option(names = "--examiner", paramLabel = "NAME", description = "Examiner, for a new case.")
  private @Nullable String examiner;

  @Option(names = "--agency", paramLabel = "NAME", description = "Agency, for a new case.")
  private String agency = "";

  @Option(
      names = "--case-number",
      paramLabel = "NUMBER",
      description = "Case number, for a new case.")
  private String caseNumber = "";

  @Option(names = "--item", paramLabel = "NUMBER", description = "Item number, for a new case.")
  private String item = "";

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "Time zone of the case, such as Europe/Berlin; this machine's by default.")
  private @Nullable String timeZone;

  @Option(names = "--notes", paramLabel = "TEXT", description = "Notes, for a new case.")
  private String notes = "";

  CaseInfo info() throws BadInputException {
    String zone = timeZone == null ? ZoneId.systemDefault().getId() : timeZone;
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new BadInputException(
          "'" + zone + "' is no time zone.", "Give one such as Europe/Berlin or UTC.", e);
    }
    String who = examiner == null ? System.getProperty("user.name", "") : examiner;
    return new CaseInfo(who, agency, caseNumber, item, zone, notes);
  }
}
