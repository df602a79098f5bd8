package org.pentimento.workbench.search;

import java.io.IOException;
import java.util.List;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.protocol.listing.ListedPair;
import org.pentimento.workbench.input.PlanInput;

/** Texts of a case that the window does not keep, and that a search reads. */
interface CaseTexts {
  /** The text of a recorded plan. */
  String plan(String sha256) throws IOException;

  /** The text of a draft. */
  String draft(PlanInput draft) throws IOException;

  /** The paths of the files of a data set, relative to its folder. */
  List<String> files(DatasetRecord dataset) throws IOException;

  /** The pairs of a data set as far as its listing is kept; empty if it was never opened. */
  List<ListedPair> pairs(DatasetRecord dataset) throws IOException;
}
