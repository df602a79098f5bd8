package org.pentimento.workbench.cases;

import java.nio.file.Path;
import java.util.List;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.log.Entry;

/** A case that is open in the window, as it was when it was last read. */
public sealed interface OpenCase {
  /** Where it lies. */
  Path folder();

  /** Its name: that of its folder, without the ending. */
  default String name() {
    return name(folder());
  }

  /** The name of the case in a folder, open or not. */
  static String name(Path folder) {
    return String.valueOf(folder.getFileName()).replaceFirst("\\.case$", "");
  }

  /**
   * A case that was read.
   *
   * @param folder where it lies
   * @param info what it is about
   * @param datasets its data sets
   * @param runs its runs of plans
   * @param inspections its inspections and self-tests
   * @param entries its custody log
   * @param models that its runs trained
   * @param imported models that were made elsewhere
   * @param findings that its runs claim
   * @param notes what was remarked in it
   * @param writable whether this user may write to it
   */
  record Read(
      Path folder,
      CaseInfo info,
      List<DatasetRecord> datasets,
      List<RunRecord> runs,
      List<CaseInspection> inspections,
      List<Entry> entries,
      List<CaseModel> models,
      List<ModelRecord> imported,
      List<CaseFinding> findings,
      CaseNotes notes,
      boolean writable)
      implements OpenCase {}

  /** A case that is being read for the first time. */
  record Reading(Path folder) implements OpenCase {}

  /**
   * A case that cannot be read.
   *
   * @param folder where it lies
   * @param problem what is wrong
   * @param remedy what to do
   */
  record Unreadable(Path folder, String problem, String remedy) implements OpenCase {}
}
