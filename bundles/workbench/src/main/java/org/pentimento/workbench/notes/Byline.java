package org.pentimento.workbench.notes;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.pentimento.casefile.log.Entry;
import org.pentimento.workbench.cases.CaseNotes;

/** Says who made a note and when. */
final class Byline {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private Byline() {}

  static String of(CaseNotes.Noted noted) {
    return noted.entry().actor() + ", " + time(noted.entry());
  }

  static String time(Entry entry) {
    return TIME.format(entry.time());
  }
}
