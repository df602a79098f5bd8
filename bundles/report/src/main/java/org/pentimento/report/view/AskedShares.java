package org.pentimento.report.view;

import org.pentimento.casefile.result.Comparison;
import org.pentimento.plan.PlanText;
import org.pentimento.report.part.ValueText;
import org.pentimento.verdict.NumberWords;

/**
 * How many pairs a plan asks its attacks to poison.
 *
 * @param plan as it was carried out
 */
record AskedShares(PlanText plan) {
  /** A share or a number of pairs as the plan has it; empty where that is not known. */
  String of(Comparison c) {
    String[] parts = c.id().split("/", -1);
    if (c.isImported() || parts.length != 3) {
      return "";
    }
    try {
      String attack = "attacks[" + (Integer.parseInt(parts[1]) - 1) + "]";
      String rate = plan.value(attack + ".rate");
      String count = plan.value(attack + ".count");
      if (!rate.isEmpty()) {
        return NumberWords.rate(Double.parseDouble(rate)) + " of the pairs";
      }
      return count.isEmpty() ? "" : ValueText.count(Integer.parseInt(count), "pair", "pairs");
    } catch (NumberFormatException e) {
      return ""; // no plan of this version
    }
  }
}
