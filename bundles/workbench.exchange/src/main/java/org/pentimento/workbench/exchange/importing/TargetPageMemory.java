package org.pentimento.workbench.exchange.importing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.exchange.WizardMemory;
import org.pentimento.workbench.preferences.DialogFolders;
import org.pentimento.workbench.preferences.Identity;

/** Makes the page that asks for the case, filled in with what was entered the last time. */
final class TargetPageMemory {
  private static final String CASE = "case";
  private static final String FILES = "files";
  private static final String EXAMINER = "examiner";

  private TargetPageMemory() {}

  /**
   * Makes the page.
   *
   * @param into folder of the case, null for the one that was used last
   */
  static TargetPage page(ImportKind origin, WizardMemory memory, @Nullable String into) {
    List<String> known = known(memory);
    return new TargetPage(
        origin,
        known,
        into != null ? into : known.isEmpty() ? fresh() : known.get(0),
        memory.last(FILES, "copy").equals("copy"),
        memory.last(EXAMINER, Identity.current().examiner()));
  }

  /** Remembers what was entered. */
  static void keep(TargetPage page, WizardMemory memory) {
    memory.keep(CASE, page.caseFolder());
    memory.keep(FILES, page.copied() ? "copy" : "reference");
    CaseInfo info = page.info();
    if (info != null) {
      memory.keep(EXAMINER, info.examiner());
    }
  }

  /** Folders of the open cases, then of those that were imported into before. */
  private static List<String> known(WizardMemory memory) {
    Set<String> known = new LinkedHashSet<>();
    PlatformUI.getWorkbench().getService(OpenCases.class).all().stream()
        .filter(OpenCase.Read.class::isInstance)
        .map(c -> c.folder().toString())
        .forEach(known::add);
    known.addAll(memory.all(CASE));
    return List.copyOf(known);
  }

  private static String fresh() {
    return DialogFolders.cases().resolve("first-audit.case").toString();
  }
}
