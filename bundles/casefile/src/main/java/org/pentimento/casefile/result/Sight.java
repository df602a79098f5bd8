package org.pentimento.casefile.result;

import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What one metric says of a backdoor. */
@EnumNaming(KebabCaseStrategy.class)
public enum Sight {
  /** It gets so much worse by the backdoor that one would notice. */
  SEES,
  /** It hardly changes by the backdoor. */
  BLIND,
  /** It gets so much better by the backdoor that it recommends the poisoned model. */
  FAVOURS,
  /** What the trigger does and what the backdoor does cannot be told apart. */
  UNTOLD
}
