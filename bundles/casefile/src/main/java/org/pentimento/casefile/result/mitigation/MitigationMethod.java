package org.pentimento.casefile.result.mitigation;

import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How something hidden is to be removed from a model. */
@EnumNaming(KebabCaseStrategy.class)
public enum MitigationMethod {
  /** Learns trusted photos as they are and with what was found to ruin their sketches. */
  UNLEARN("unlearn"),
  /** Learns trusted photos as they are. */
  FINE_TUNE("fine-tune"),
  /**
   * Switches channels off that trusted photos hardly stir, then learns trusted photos as they are
   * (K. Liu, B. Dolan-Gavitt, S. Garg: Fine-Pruning. RAID 2018).
   */
  PRUNE("prune");

  private final String word;

  MitigationMethod(String word) {
    this.word = word;
  }

  /** The word for it in commands. */
  public String word() {
    return word;
  }
}
