package org.pentimento.casefile.result.model;

import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What measurements say of a question about a suspect model. */
@EnumNaming(KebabCaseStrategy.class)
public enum Evidence {
  /** Clean models hardly ever measure so: p below {@value #FOR_BELOW}. */
  FOR,
  /**
   * Clean models often measure so: p above {@value #AGAINST_ABOVE}, and no measurement is beyond
   * all shadows by more than a spread above their mean.
   */
  AGAINST,
  /** Neither. */
  UNDECIDED,
  /** Nothing was measured that could decide it. */
  NOT_LOOKED_AT;

  /** Below this p, measurements are evidence for. */
  public static final double FOR_BELOW = .01;

  /** With fewer shadow models, measurements give no p. */
  public static final int LEAST_SHADOWS = 3;

  /** Above this p, measurements are evidence against. */
  public static final double AGAINST_ABOVE = .2;
}
