package org.pentimento.workbench.explorer;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pentimento.workbench.cases.OpenCase;

/**
 * The message below the cases: the outcome of a command, or why a case cannot be read, which does
 * not fit into its row. Such a reason disappears once it no longer holds.
 */
final class CaseNotice {
  private final NoticeBar bar;
  private final Map<Path, String> reasons = new HashMap<>();
  private String said = "";

  CaseNotice(NoticeBar bar) {
    this.bar = bar;
  }

  void tell(String message) {
    said = message;
    bar.show(message);
  }

  /** Shows why cases cannot be read, each reason once. */
  void show(List<OpenCase> open) {
    Map<Path, String> now = new HashMap<>();
    for (OpenCase one : open) {
      if (one instanceof OpenCase.Unreadable bad) {
        String reason = "%s: %s %s".formatted(bad.name(), bad.problem(), bad.remedy());
        now.put(bad.folder(), reason);
        if (!reason.equals(reasons.get(bad.folder()))) {
          tell(reason);
        }
      }
    }
    if (open.isEmpty() || (reasons.containsValue(said) && !now.containsValue(said))) {
      bar.hide();
    }
    reasons.clear();
    reasons.putAll(now);
  }
}
