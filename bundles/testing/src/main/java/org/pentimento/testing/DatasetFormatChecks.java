package org.pentimento.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Skipped;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;

/** What every data set format must do. */
public final class DatasetFormatChecks {
  private static final int LOOKED_AT = 8;

  private DatasetFormatChecks() {}

  /**
   * The checks.
   *
   * @param given settings with which it opens the sample, by parameter id; defaults for the rest
   * @param sample a data set of this format; null if there is none at hand
   */
  public static List<Check> of(DatasetFormat format, Map<String, ?> given, @Nullable Path sample) {
    return Join.of(
        DescriptorChecks.of(
            format,
            format.makesItsPairs() ? Set.of("id", "dataset", "split", "size") : Set.of("id")),
        List.of(
            new Check(
                "it does not take anything else for its own",
                () -> {
                  Path folder = Files.createTempDirectory("no data set");
                  try {
                    confidence(format.recognise(folder));
                    Path text = Files.writeString(folder.resolve("notes.txt"), "no,data\nset\n");
                    confidence(format.recognise(folder));
                    confidence(format.recognise(text));
                    Files.write(folder.resolve("a.png"), new byte[] {0, 1, 2, 3});
                    Expect.that(
                        confidence(format.recognise(folder)) < 1,
                        "it is certain of a folder that holds nothing of its own");
                  } finally {
                    GeneratorChecks.delete(folder);
                  }
                }),
            new Check(
                "it says what is wrong with a folder that it cannot open",
                () -> {
                  if (format.makesItsPairs()) {
                    throw new NotApplicableException("it makes its pairs itself");
                  }
                  Path folder = Files.createTempDirectory("no data set");
                  try {
                    Expect.that(
                        Expect.refused(() -> open(format, folder, Map.of()))
                            || open(format, folder, Map.of()).pairs().isEmpty(),
                        "it found pairs in an empty folder");
                  } finally {
                    GeneratorChecks.delete(folder);
                  }
                }),
            new Check(
                "it is sure of a data set of its own",
                () -> {
                  if (format.makesItsPairs()) {
                    throw new NotApplicableException("it makes its pairs itself");
                  }
                  Path root = Expect.given(sample(format, sample), "the sample");
                  Expect.that(
                      confidence(format.recognise(root)) > 0, "it does not recognise " + root);
                }),
            new Check(
                "its pairs have ids of their own, images of one size, and a grey sketch",
                () -> {
                  List<Pair> pairs = open(format, sample(format, sample), given).pairs();
                  Expect.that(!pairs.isEmpty(), "it found no pairs");
                  Set<String> ids = new HashSet<>();
                  for (Pair pair : pairs) {
                    Expect.that(ids.add(pair.id()), "two pairs are called " + pair.id());
                    Expect.that(!pair.identity().isBlank(), pair.id() + " has no person");
                  }
                  for (Pair pair : pairs.subList(0, Math.min(LOOKED_AT, pairs.size()))) {
                    Image photo = Expect.given(pair.photo().decode(), "the photo of " + pair.id());
                    Expect.image(pair.sketch().decode(), "the sketch of " + pair.id(), photo, 1);
                    Expect.same(
                        photo, pair.photo().decode(), "decoded twice, a photo is another one");
                  }
                }),
            new Check(
                "it finds the same pairs in the same order each time",
                () -> {
                  Dataset one = open(format, sample(format, sample), given);
                  Dataset other = open(format, sample(format, sample), given);
                  Expect.same(
                      one.pairs().stream().map(Pair::id).toList(),
                      other.pairs().stream().map(Pair::id).toList(),
                      "the ids or their order changed");
                  for (Skipped left : one.skipped()) {
                    Expect.that(!left.reason().isBlank(), left.file() + " is left out unexplained");
                  }
                }),
            new Check(
                "it ends within a second once it is cancelled",
                () -> {
                  Path root = sample(format, sample);
                  Expect.endsWhenCancelled(
                      progress ->
                          format.open(root, Settings.of(format.descriptor(), given), progress));
                })));
  }

  private static @Nullable Path sample(DatasetFormat format, @Nullable Path sample) {
    if (sample == null && !format.makesItsPairs()) {
      throw new NotApplicableException("there is no data set of this format at hand");
    }
    return sample;
  }

  private static Dataset open(DatasetFormat format, @Nullable Path root, Map<String, ?> given)
      throws Exception {
    return Expect.given(
        format.open(root, Settings.of(format.descriptor(), given), Progress.NONE), "open");
  }

  private static double confidence(Optional<DatasetFormat.Recognition> recognised) {
    if (Expect.given(recognised, "recognise").isEmpty()) {
      return 0;
    }
    double confidence = recognised.get().confidence();
    Expect.that(
        confidence >= 0 && confidence <= 1,
        "a confidence of " + confidence + "; allowed is 0 to 1");
    Expect.that(
        !Expect.given(recognised.get().layout(), "layout()").isBlank(), "layout() is empty");
    return confidence;
  }
}
