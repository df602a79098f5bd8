package org.pentimento.metric.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.SetMetric;

class RetrievalMetricTest {
  private static final int PERSONS = 60;

  private final RetrievalMetric metric = new RetrievalMetric();

  @Test
  void findsFaintNoisySketchesAmongSketches() throws Exception {
    assertThat(rate("sketches", person -> worn(FaceImages.sketch(person), person)))
        .isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void findsSketchesAmongPhotosFarMoreOftenThanChance() throws Exception {
    assertThat(rate("photos", FaceImages::sketch)).isGreaterThanOrEqualTo(0.5);
  }

  @Test
  void findsNobodyOnBlankPaper() throws Exception {
    for (Measurement m : measure("sketches", person -> Image.constant(100, 125, 1, 0.9f))) {
      assertThat(m.value()).isEqualTo(0);
      assertThat(m.reason()).isEqualTo("found at rank 60 of 60");
    }
  }

  @Test
  void theSameSketchForEverybodyHitsOnePersonAtMost() throws Exception {
    assertThat(rate("sketches", person -> FaceImages.sketch(7))).isEqualTo(1.0 / PERSONS);
  }

  @Test
  void anotherPersonsSketchIsNoHit() throws Exception {
    assertThat(rate("sketches", person -> FaceImages.sketch((person + 1) % PERSONS))).isZero();
  }

  @Test
  void aPersonWithTwoPairsIsFoundByEither() throws Exception {
    List<SetMetric.Item> items =
        List.of(
            item("1", "anna", 1, FaceImages.sketch(2)),
            item("2", "anna", 2, FaceImages.sketch(1)),
            item("3", "bert", 3, FaceImages.sketch(3)));
    assertThat(metric.measure(items, settings("sketches"), Progress.NONE))
        .extracting(Measurement::value)
        .containsExactly(1.0, 1.0, 1.0);
  }

  @Test
  void twoPersonsWithOneSketchAreNoHit() throws Exception {
    List<SetMetric.Item> items =
        List.of(
            item("1", "anna", 1, FaceImages.sketch(1)),
            item("2", "bert", 1, FaceImages.sketch(1)),
            item("3", "carl", 3, FaceImages.sketch(3)));
    assertThat(metric.measure(items, settings("sketches"), Progress.NONE))
        .extracting(Measurement::value)
        .containsExactly(0.0, 0.0, 1.0);
  }

  @Test
  void isUndefinedForOnePersonAndEmptyForNone() throws Exception {
    List<SetMetric.Item> one = List.of(item("1", "anna", 1, FaceImages.sketch(1)));
    assertThat(metric.measure(one, settings("sketches"), Progress.NONE).get(0).defined()).isEmpty();
    assertThat(metric.measure(List.of(), settings("sketches"), Progress.NONE)).isEmpty();
  }

  @Test
  void takesImagesOfAnySize() throws Exception {
    List<SetMetric.Item> items =
        List.of(
            item("1", "anna", 1, Image.constant(1, 1, 1, 0.3f)),
            item("2", "bert", 2, FaceImages.sketch(2).window(0, 0, 3, 700)));
    assertThat(metric.measure(items, settings("photos"), Progress.NONE)).hasSize(2);
  }

  @Test
  void stopsWhenCancelledAndCountsItsWork() throws Exception {
    AtomicInteger done = new AtomicInteger();
    Progress watch = new Counting(done, PERSONS + 3);
    List<SetMetric.Item> items = items(FaceImages::sketch);
    assertThatThrownBy(() -> metric.measure(items, settings("sketches"), watch))
        .isInstanceOf(CancelledException.class);
    assertThat(done).hasValue(PERSONS + 3);
  }

  private record Counting(AtomicInteger done, int limit) implements Progress {
    @Override
    public void begin(String task, long total) {
      assertThat(total).isEqualTo(PERSONS);
    }

    @Override
    public void advance(long units) {
      done.addAndGet((int) units);
    }

    @Override
    public void note(String message) {}

    @Override
    public void checkCancelled() throws CancelledException {
      if (done.get() >= limit) {
        throw new CancelledException();
      }
    }
  }

  private double rate(String gallery, IntFunction<Image> candidate)
      throws IOException, CancelledException {
    return measure(gallery, candidate).stream()
        .mapToDouble(m -> m.defined().orElseThrow())
        .average()
        .orElseThrow();
  }

  private List<Measurement> measure(String gallery, IntFunction<Image> candidate)
      throws IOException, CancelledException {
    return metric.measure(items(candidate), settings(gallery), Progress.NONE);
  }

  private static List<SetMetric.Item> items(IntFunction<Image> candidate) {
    List<SetMetric.Item> items = new ArrayList<>();
    for (int person = 0; person < PERSONS; person++) {
      items.add(item("p" + person, "person " + person, person, candidate.apply(person)));
    }
    return items;
  }

  private static SetMetric.Item item(String id, String identity, int person, Image candidate) {
    return new SetMetric.Item(
        id,
        identity,
        () -> FaceImages.photo(person),
        () -> FaceImages.sketch(person),
        ImageSource.of(candidate));
  }

  private Settings settings(String gallery) {
    return Settings.of(metric.descriptor(), Map.of("gallery", gallery));
  }

  /** Grey, ink faded to 40 %, a pixel to the side, with noise. */
  private static Image worn(Image sketch, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Image shifted = sketch.grey().window(1, -1, sketch.width(), sketch.height());
    float[] data = shifted.data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] = 1 - 0.4f * (1 - data[i]) + 0.04f * (float) (random.nextDouble() - 0.5);
    }
    return Image.of(shifted.width(), shifted.height(), 1, data);
  }
}
