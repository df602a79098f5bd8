package org.pentimento.report.handover;

import java.util.List;
import org.pentimento.casefile.verify.Verification;

/**
 * A bag that was written.
 *
 * @param files of its payload
 * @param copy what verifying the copy of the case found
 * @param remarks what a person should know of what is not in it, one sentence each
 */
public record HandedOver(int files, Verification copy, List<String> remarks) {
  /** Keeps a copy. */
  public HandedOver {
    remarks = List.copyOf(remarks);
  }
}
