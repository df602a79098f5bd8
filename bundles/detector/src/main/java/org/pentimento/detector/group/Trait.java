package org.pentimento.detector.group;

import java.util.List;
import org.pentimento.detector.residual.Bank;

/** In what photos are compared. */
public enum Trait {
  /** Finest detail. */
  DETAIL(List.of(Bank.HIGH_PASS), 0, 10, 1, .1),
  /** Detail of a few pixels. */
  MIDDLE(List.of(Bank.MIDDLE_PASS), 0, 10, 1, .1),
  /** Light and colour. */
  LIGHT(List.of(Bank.LOW_PASS), 1, .1, .01),
  /** Light, colour and detail of a few pixels together. Faint reflections. */
  GLOW(List.of(Bank.LOW_PASS, Bank.MIDDLE_PASS), .03, .01),
  /** What is at the eyes. */
  EYES(List.of(Bank.EYES), 0, 10, 1, .1),
  /** The spectrum. */
  SPECTRUM(List.of(Bank.SPECTRUM), 1, .1),
  /** The energy of second differences. */
  ENERGY(List.of(Bank.ENERGY), 1, .1),
  /** The level of noise. */
  NOISE(List.of(Bank.NOISE), 10, 3, 1, .1),
  /** Traces of resampling in both. */
  RESAMPLING(List.of(Bank.ENERGY, Bank.NOISE), 1, .1);

  private final List<Bank> banks;
  private final double[] flattenings;

  Trait(List<Bank> banks, double... flattenings) {
    this.banks = banks;
    this.flattenings = flattenings;
  }

  /** The residuals that it compares. */
  public List<Bank> banks() {
    return banks;
  }

  /** The flattenings of which each gives a kernel; 0 is none. */
  double[] flattenings() {
    return flattenings.clone();
  }
}
