package org.pentimento.audit.selftest;

import java.util.Optional;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.QuotedPower;

/** Finds what an inspection is worth by a self-test on comparable material. */
public final class ComparablePower {
  private ComparablePower() {}

  /** What a self-test of the case measured on material comparable to that of an inspection. */
  public static Optional<QuotedPower> find(CaseFile caseFile, InspectionResult inspection) {
    return Optional.empty();
  }
}
