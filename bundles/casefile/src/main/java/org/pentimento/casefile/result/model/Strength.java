package org.pentimento.casefile.result.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/**
 * How strongly a score supports one of two propositions, as a likelihood ratio. It says nothing of
 * how probable either of them is: that takes what else is known of the case.
 *
 * @param ratio how many times as probable the score is if there is a trigger than if there is none
 * @param low end of the interval that holds it with 95 %
 * @param high end of that interval
 * @param least smallest ratio that the number of trials allows
 * @param most largest ratio that the number of trials allows
 * @param scale the strength in words
 */
public record Strength(
    double ratio, double low, double high, double least, double most, Scale scale) {
  /** Refuses null. */
  public Strength {
    requireNonNull(scale, "scale");
  }

  /** Whether it supports that there is a trigger; otherwise that there is none. */
  public boolean supportsTrigger() {
    return ratio > 1;
  }

  /**
   * The verbal scale of the European Network of Forensic Science Institutes, Guideline for
   * Evaluative Reporting in Forensic Science, 2015.
   */
  @EnumNaming(KebabCaseStrategy.class)
  public enum Scale {
    /** Below 2: neither proposition is supported over the other. */
    NONE(1),
    /** From 2 on. */
    WEAK(2),
    /** From 10 on. */
    MODERATE(10),
    /** From 100 on. */
    MODERATELY_STRONG(100),
    /** From 1,000 on. */
    STRONG(1000),
    /** From 10,000 on. */
    VERY_STRONG(10_000),
    /** From 1,000,000 on. */
    EXTREMELY_STRONG(1_000_000);

    private final double from;

    Scale(double from) {
      this.from = from;
    }

    /**
     * The step of a ratio, whichever proposition it supports.
     *
     * @param ratio above 0
     */
    public static Scale of(double ratio) {
      double support = Math.max(ratio, 1 / ratio);
      Scale step = NONE;
      for (Scale scale : values()) {
        if (support >= scale.from) {
          step = scale;
        }
      }
      return step;
    }
  }
}
