package org.pentimento.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.SharedPairs;
import org.pentimento.casefile.result.SharedPairs.How;
import org.pentimento.casefile.result.SharedPairs.Shared;
import org.pentimento.casefile.result.SharedPairs.Where;

/** How far trusted pairs stand on their own, in plain sentences. */
public final class SharedPairWords {
  /** So many pairs are named; the result holds all. */
  private static final int MOST = 12;

  private SharedPairWords() {}

  /**
   * For an inspection of a model; never empty.
   *
   * @param known whether the case trained the model itself, so that its training pairs are no mere
   *     word of somebody
   */
  public static List<String> ofModel(InspectedData trusted, boolean known) {
    SharedPairs shared = trusted.shared();
    List<String> sentences = new ArrayList<>();
    if (shared == null || shared.beside().isEmpty()) {
      sentences.add(
          "Whether the model was trained on some of the trusted pairs, or on pairs of the same"
              + " persons, is not known here; then it draws these better than others.");
    } else {
      String training =
          known
              ? "the model's training pairs of “" + shared.beside() + "”"
              : "the pairs of “" + shared.beside() + "”, which the model is said to be trained on";
      bonds(
          trusted,
          shared,
          Where.SUSPECT,
          training,
          "The model may draw them better than shadow models do, which weakens the comparison.",
          sentences);
      if (sentences.isEmpty()) {
        sentences.add("No trusted pair is bound to " + training + by(shared) + ".");
      }
    }
    if (shared != null) {
      among(
          trusted,
          shared,
          "A shadow model may know one of them and be judged by the other, so that shadow models"
              + " differ less than they should and p comes out too small.",
          sentences);
    }
    return sentences;
  }

  /** For an inspection of a data set; empty if no trusted pair is bound to another pair. */
  public static List<String> ofDataset(@Nullable InspectedData trusted) {
    List<String> sentences = new ArrayList<>();
    SharedPairs shared = trusted == null ? null : trusted.shared();
    if (trusted != null && shared != null) {
      bonds(
          trusted,
          shared,
          Where.SUSPECT,
          "the suspect pairs of “" + shared.beside() + "”",
          "What is wrong with these suspect pairs may pass for normal.",
          sentences);
      among(trusted, shared, "Such pairs count for less than their number.", sentences);
    }
    return sentences;
  }

  private static void among(
      InspectedData trusted, SharedPairs shared, String meaning, List<String> sentences) {
    bonds(trusted, shared, Where.TRUSTED, "other trusted pairs", meaning, sentences);
    if (!shared.problem().isEmpty()) {
      sentences.add("Not all could be compared: " + shared.problem());
    } else if (shared.recogniser().isEmpty()) {
      sentences.add("Near duplicates among the trusted pairs were not looked for.");
    }
  }

  private static void bonds(
      InspectedData trusted,
      SharedPairs shared,
      Where where,
      String others,
      String meaning,
      List<String> sentences) {
    for (How how : How.values()) {
      List<Shared> bound = shared.of(how, where);
      if (!bound.isEmpty()) {
        sentences.add(
            bound.size()
                + " of "
                + NumberWords.count(trusted.count(), "trusted pair", "trusted pairs")
                + switch (how) {
                  case SAME_PERSON -> " show persons whom " + others + " show too: ";
                  case NEAR_DUPLICATE -> " are nearly the same as " + others + ": ";
                }
                + listed(bound)
                + ". "
                + meaning);
      }
    }
  }

  private static String by(SharedPairs shared) {
    return shared.recogniser().isEmpty()
        ? " by the names of persons; near duplicates were not looked for"
        : ", neither by the names of persons nor as a near duplicate";
  }

  private static String listed(List<Shared> pairs) {
    return pairs.stream()
            .limit(MOST)
            .map(pair -> pair.id() + " (" + String.join(", ", pair.others()) + ")")
            .collect(Collectors.joining("; "))
        + (pairs.size() > MOST ? "; and " + (pairs.size() - MOST) + " more" : "");
  }
}
