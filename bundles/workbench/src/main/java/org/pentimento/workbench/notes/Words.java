package org.pentimento.workbench.notes;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.pentimento.casefile.log.Entry;

/** Who and when, for people. */
final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private Words() {}

  static String of(CaseNotes.Noted noted) {
    return noted.entry().actor() + ", " + time(noted.entry());
  }

  static String time(Entry entry) {
    return TIME.format(entry.time());
  }
}
