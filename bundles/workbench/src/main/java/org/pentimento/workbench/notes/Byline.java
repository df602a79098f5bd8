package org.pentimento.workbench.notes;

import org.pentimento.casefile.log.Entry;
import org.pentimento.verdict.TimeWords;
import org.pentimento.workbench.cases.CaseNotes;

/** Says who made a note and when. */
final class Byline {
  private Byline() {}

  static String of(CaseNotes.Noted noted) {
    return noted.entry().actor() + ", " + time(noted.entry());
  }

  static String time(Entry entry) {
    return TimeWords.minute(entry.time());
  }
}
