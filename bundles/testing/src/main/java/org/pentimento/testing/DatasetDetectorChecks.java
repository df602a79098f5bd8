package org.pentimento.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;

/** What every detector of poisoned pairs must do. */
public final class DatasetDetectorChecks {
  private static final int SIDE = 64;
  private static final int FEW = 40;

  private DatasetDetectorChecks() {}

  /**
   * The checks.
   *
   * @param given settings with which it looks, by parameter id; defaults for the rest
   */
  public static List<Check> of(DatasetDetector detector, Map<String, ?> given) {
    return Join.of(
        DescriptorChecks.of(detector, Set.of("id")),
        List.of(
            new Check(
                "it says what it looks at and what it is blind to",
                () -> {
                  Expect.given(detector.looksAt(), "looksAt()");
                  Expect.that(
                      !Expect.given(detector.blindTo(), "blindTo()").isBlank(),
                      "blindTo() is empty");
                  Expect.that(detector.leastPairs() >= 1, "leastPairs() is less than 1");
                }),
            new Check(
                "it says something of each pair",
                () -> {
                  SuspectSet set = set(detector);
                  valid(inspect(detector, given, set, 1), set.pairs().size());
                }),
            new Check(
                "it leaves the images that it is given as they are",
                () -> {
                  List<Image> photos = new ArrayList<>();
                  List<SuspectPair> pairs = new ArrayList<>();
                  for (SuspectPair pair : set(detector).pairs()) {
                    Image photo = pair.photo().decode();
                    photos.add(photo);
                    pairs.add(
                        new SuspectPair(ImageSource.of(photo), pair.sketch(), pair.eyePoints()));
                  }
                  List<Image> copies = photos.stream().map(Expect::copy).toList();
                  inspect(detector, given, new SuspectSet(pairs, List.of(), List.of()), 1);
                  for (int i = 0; i < photos.size(); i++) {
                    Expect.unchanged(copies.get(i), photos.get(i), "inspect");
                  }
                }),
            new Check(
                "the same seed gives the same finding",
                () -> {
                  SuspectSet set = set(detector);
                  DatasetFinding first = inspect(detector, given, set, 7);
                  Expect.same(
                      first,
                      inspect(detector, given, set, 7),
                      "the same pairs, settings and seed gave another finding the second time");
                }),
            new Check(
                "it takes the pairs that it asks for at least, and pairs without eyes",
                () -> {
                  List<SuspectPair> blind = new ArrayList<>();
                  for (SuspectPair pair : set(detector).pairs()) {
                    blind.add(new SuspectPair(pair.photo(), pair.sketch(), null));
                  }
                  SuspectSet least =
                      new SuspectSet(
                          blind.subList(0, Math.min(blind.size(), detector.leastPairs())),
                          List.of(),
                          List.of());
                  Expect.refused(
                      () -> valid(inspect(detector, given, least, 1), least.pairs().size()));
                }),
            new Check(
                "it ends within a second once it is cancelled",
                () -> {
                  SuspectSet set = set(detector);
                  Expect.endsWhenCancelled(
                      progress ->
                          detector.inspect(
                              set, Settings.of(detector.descriptor(), given), 1, progress));
                })));
  }

  private static SuspectSet set(DatasetDetector detector) {
    List<SuspectPair> pairs = new ArrayList<>();
    for (int i = 0; i < Math.max(FEW, detector.leastPairs()); i++) {
      pairs.add(
          new SuspectPair(
              ImageSource.of(MadeUpFaces.photo(i, SIDE, SIDE)),
              ImageSource.of(MadeUpFaces.sketch(i == 5 ? 6 : i, SIDE, SIDE)),
              MadeUpFaces.eyes(i, SIDE, SIDE)));
    }
    return new SuspectSet(pairs, List.of(), List.of());
  }

  private static DatasetFinding inspect(
      DatasetDetector detector, Map<String, ?> given, SuspectSet set, long seed) throws Exception {
    return Expect.given(
        detector.inspect(set, Settings.of(detector.descriptor(), given), seed, Progress.NONE),
        "inspect");
  }

  private static void valid(DatasetFinding finding, int pairs) {
    Expect.that(
        finding.pairs().size() == pairs,
        "it spoke of " + finding.pairs().size() + " pairs; it was given " + pairs);
    share("p of the set", finding.p());
    for (PairFinding one : finding.pairs()) {
      Expect.that(Double.isFinite(one.score()), "a score is " + one.score());
      share("p of a pair", one.p());
      one.qualities().forEach(q -> indices("a quality", q.others(), pairs));
    }
    finding.patterns().forEach(p -> indices("a pattern", p.members(), pairs));
    finding.remedies().forEach(r -> indices("a remedy", r.pairs(), pairs));
  }

  private static void share(String what, double p) {
    Expect.that(p > 0 && p <= 1, what + " is " + p + "; it has to be above 0 and at most 1");
  }

  private static void indices(String what, List<Integer> indices, int pairs) {
    for (int index : indices) {
      Expect.that(
          index >= 0 && index < pairs, what + " names the pair " + index + ", which is none");
    }
  }
}
