package org.pentimento.audit.selftest.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.pentimento.api.BadInputException;
import org.pentimento.api.data.Pair;
import org.pentimento.audit.data.AuditData;
import org.pentimento.audit.data.Hashes;
import org.pentimento.audit.data.Shuffle;
import org.pentimento.audit.inspection.SuspectData;
import org.pentimento.casefile.json.CanonicalJson;

/**
 * The honest pairs of a self-test of models in three parts, no person in two of them: inspections
 * are given at least half of them, so that they tell something of an inspection that is given all;
 * of the others suspect models learn from four fifths, and on one fifth it is measured how far
 * attacks took.
 *
 * @param trusted that inspections are given
 * @param learned that suspect models learn from
 * @param heldOut that neither models nor detectors see
 */
record ModelPairs(SuspectData trusted, List<Pair> learned, List<Pair> heldOut) {
  private static final int FIFTHS = 5;
  private static final int LEAST = 40;

  /** Drawing more of them would take long and tell little. */
  private static final int MOST_HELD_OUT = 40;

  /**
   * Divides pairs.
   *
   * @param all honest pairs of any size
   * @param seed of the division
   * @throws BadInputException if they are too few
   */
  static ModelPairs of(SuspectData all, long seed) throws IOException {
    SuspectData alike = all.ofOneSize();
    Map<String, List<Pair>> persons = new LinkedHashMap<>();
    for (Pair pair : alike.pairs()) {
      persons.computeIfAbsent(pair.identity(), who -> new ArrayList<>()).add(pair);
    }
    if (alike.pairs().size() < LEAST || persons.size() < FIFTHS) {
      throw new BadInputException(
          "A self-test of models needs at least "
              + LEAST
              + " honest pairs of one size, of "
              + FIFTHS
              + " persons; there are "
              + alike.pairs().size()
              + " pairs of "
              + persons.size()
              + ".",
          "Take a data set with more pairs, or drawn faces.");
    }
    List<Pair> learned = new ArrayList<>();
    List<Pair> heldOut = new ArrayList<>();
    Map<String, String> elsewhere = new TreeMap<>();
    int dealt = 0;
    int trusted = 0;
    for (List<Pair> one :
        Shuffle.shuffled(List.copyOf(persons.values()), new SplittableRandom(seed))) {
      dealt += one.size();
      if (2 * trusted < dealt) {
        trusted += one.size();
        continue;
      }
      ((FIFTHS - 1) * heldOut.size() < learned.size() ? heldOut : learned).addAll(one);
      one.forEach(pair -> elsewhere.put(pair.id(), "Models learn from it, or are tried on it."));
    }
    return new ModelPairs(
        alike.without(elsewhere),
        learned,
        heldOut.subList(0, Math.min(MOST_HELD_OUT, heldOut.size())));
  }

  /** SHA-256 that stands for the division. */
  String digest() {
    return Hashes.sha256(
        CanonicalJson.bytes(
            List.of(
                trusted.ids(),
                learned.stream().map(Pair::id).toList(),
                heldOut.stream().map(Pair::id).toList())));
  }

  /** What one suspect model learns from: four fifths of the pairs for it, by lot. */
  List<Pair> lot(long seed) {
    return Shuffle.shuffled(learned, new SplittableRandom(seed)).subList(0, lotSize());
  }

  /** How many pairs a suspect model learns from. */
  int lotSize() {
    return (4 * learned.size() + 4) / FIFTHS;
  }

  /**
   * Pairs to train on.
   *
   * @param digest what stands for their content
   */
  AuditData training(String digest, List<Pair> pairs) {
    return new AuditData(
        trusted.data().dataset(),
        trusted.data().format(),
        digest,
        pairs,
        List.of(),
        trusted.data().width(),
        trusted.data().height(),
        Map.of());
  }
}
