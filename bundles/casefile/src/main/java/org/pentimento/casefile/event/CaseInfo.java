package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

/**
 * What a case is about, as given when it was made. All but the examiner may be empty.
 *
 * @param examiner who works on the case
 * @param agency whom the examiner works for
 * @param caseNumber the agency's number of the case
 * @param itemNumber the agency's number of the item of evidence
 * @param timeZone in which reports show times, an IANA name such as {@code Europe/Berlin}
 * @param notes free text
 */
public record CaseInfo(
    String examiner,
    String agency,
    String caseNumber,
    String itemNumber,
    String timeZone,
    String notes) {
  /** Refuses null. */
  public CaseInfo {
    requireNonNull(examiner, "examiner");
    requireNonNull(agency, "agency");
    requireNonNull(caseNumber, "caseNumber");
    requireNonNull(itemNumber, "itemNumber");
    requireNonNull(timeZone, "timeZone");
    requireNonNull(notes, "notes");
  }
}
