package org.pentimento.detector.photo;

import java.util.Arrays;
import java.util.List;
import org.pentimento.detector.group.Candidate;
import org.pentimento.detector.group.Carriers;
import org.pentimento.detector.residual.Bank;

/**
 * A group that was accepted.
 *
 * @param candidate as a miner proposed it
 * @param banks in which its carriers are told best
 * @param carriers of what it shares
 */
record Shared(Candidate candidate, List<Bank> banks, Carriers carriers) {
  /** How far the members stand out. */
  double strength() {
    double[] z = new double[carriers.members().length];
    for (int i = 0; i < z.length; i++) {
      z[i] = carriers.z()[carriers.members()[i]];
    }
    Arrays.sort(z);
    return z[z.length / 2];
  }

  /**
   * How probable it is that photos in which nobody hid anything share as much: of clean sets, at
   * most two in a hundred reach a threshold.
   */
  double p() {
    return Math.max(1e-9, StrictMath.pow(.02, candidate.excess()));
  }

  /** How clearly carriers are told, less if they are others than those proposed. */
  double clearness() {
    int[] proposed = candidate.members();
    int common = 0;
    for (int m : carriers.members()) {
      common += Arrays.binarySearch(proposed, m) >= 0 ? 1 : 0;
    }
    double either = proposed.length + carriers.members().length - common;
    return (carriers.gap() + 1) * common / either;
  }

  /**
   * How many may carry what a proposal shares: a little more than were proposed, so that no other
   * photos slip in by and by.
   */
  static int most(Candidate candidate) {
    int size = candidate.members().length;
    return (int) (1.4 * size) + 2;
  }
}
