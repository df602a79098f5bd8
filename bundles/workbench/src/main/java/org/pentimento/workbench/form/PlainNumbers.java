package org.pentimento.workbench.form;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Numbers as plans spell them: without an exponent, without needless zeros. */
public final class PlainNumbers {
  private PlainNumbers() {}

  /** Reads a finite number; null if the word is not one. */
  public static @Nullable Double parse(String word) {
    try {
      double value = Double.parseDouble(word.strip());
      return Double.isFinite(value) ? value : null;
    } catch (NumberFormatException e) {
      return null; // typed half
    }
  }

  /** Without exponent and needless zeros: {@code 0.001}, {@code 64}. */
  public static String words(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    BigDecimal decimal = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
    return decimal.toPlainString();
  }
}
