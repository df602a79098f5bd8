package org.pentimento.report.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Subject;
import org.pentimento.report.part.BlobBytes;
import org.pentimento.report.part.PicturePixels;
import org.pentimento.report.part.ReportPicture;
import org.pentimento.report.part.ValueText;
import org.pentimento.report.view.Report.Strip;
import org.pentimento.report.view.Report.StripRow;
import org.pentimento.verdict.ConditionNames;

/** Chooses test pairs from one end to the other and lays their pictures side by side. */
final class Strips {
  private static final byte[] NOTHING = {};

  /** Shares of the way from the strongest to the weakest pair. */
  private static final double[] PLACES = {0, .25, .5, .75, 1};

  private static final ImageRole TRUTH = new ImageRole.OfReference(ReferenceSketch.TRUTH);
  private static final ImageRole TARGET = new ImageRole.OfReference(ReferenceSketch.TARGET);

  private final BlobBytes blobs;
  private final Progress progress;

  Strips(BlobBytes blobs, Progress progress) {
    this.blobs = blobs;
    this.progress = progress;
  }

  /** How pairs are chosen and how a difference is to be read. */
  static String text(Comparison comparison) {
    boolean attacked = comparison.attack() != null;
    String which = comparison.suspect().word();
    String chosen =
        attacked
            ? "Test pairs are put in order by their margin: how far the "
                + which
                + " model’s sketch of the triggered photo lies from the true sketch towards the"
                + " target sketch (−1 the true sketch, 0 half way, 1 the target). Shown are the"
                + " strongest, the weakest and pairs in between, chosen by their place in that"
                + " order alone."
            : "Test pairs are put in order by how far the model’s sketch lies from the true sketch."
                + " Shown are the nearest, the farthest and pairs in between.";
    String difference =
        attacked && !comparison.isImported()
            ? " The difference shows the poisoned model’s sketch against the clean model’s sketch"
                + " of the same photo: orange where ink is lost, blue where ink was added, white"
                + " where they agree. It is enlarged "
            : " The difference shows the model’s sketch against the true sketch: orange where ink"
                + " is missing, blue where there is too much, white where they agree. It is"
                + " enlarged ";
    return chosen
        + difference
        + PicturePixels.AMPLIFICATION
        + " times so that it can be seen; a difference of a quarter of the range from black to"
        + " white has full colour.";
  }

  List<Strip> of(Comparison comparison) throws IOException, CancelledException {
    boolean attacked = comparison.attack() != null;
    List<Ranked> ranked = new ArrayList<>();
    for (ImageRow row : comparison.images()) {
      progress.checkCancelled();
      Double key =
          attacked ? margin(row, comparison.suspect()) : distance(row, comparison.suspect());
      ranked.add(new Ranked(row, key));
    }
    Comparator<Double> order = attacked ? Comparator.reverseOrder() : Comparator.naturalOrder();
    ranked.sort(
        Comparator.comparing(Ranked::key, Comparator.nullsLast(order))
            .thenComparing(r -> r.row().pair()));
    Map<Integer, Integer> chosen = new LinkedHashMap<>();
    for (int i = 0; i < PLACES.length && !ranked.isEmpty(); i++) {
      chosen.putIfAbsent((int) Math.round(PLACES[i] * (ranked.size() - 1)), i);
    }
    List<Strip> strips = new ArrayList<>();
    for (Map.Entry<Integer, Integer> place : chosen.entrySet()) {
      Ranked pair = ranked.get(place.getKey());
      strips.add(
          new Strip(
              title(pair, place.getValue(), place.getKey() + 1, ranked.size(), attacked),
              rows(comparison, pair.row())));
    }
    return strips;
  }

  /** True sketch, honest and harmed sketch of the strip in the middle; empty without an attack. */
  static List<ReportPicture> evidence(List<Strip> strips) {
    if (strips.isEmpty()) {
      return List.of();
    }
    List<StripRow> rows = strips.get(strips.size() / 2).rows();
    if (rows.size() < 2) {
      return List.of();
    }
    ReportPicture truth = rows.get(0).pictures().get(1);
    // The last model's sketch, before the difference and the target sketch.
    int suspect = rows.get(0).pictures().size() - 3;
    ReportPicture honest = rows.get(0).pictures().get(suspect);
    ReportPicture harmed = rows.get(1).pictures().get(suspect);
    return List.of(
        truth,
        new ReportPicture(
            honest.label() + ", clean photo", honest.alt(), honest.key(), honest.png()),
        new ReportPicture(
            harmed.label() + ", triggered photo", harmed.alt(), harmed.key(), harmed.png()));
  }

  private record Ranked(ImageRow row, @Nullable Double key) {}

  private @Nullable Double margin(ImageRow row, Subject suspect) throws IOException {
    Optional<PicturePixels> sketch =
        pixels(row, new ImageRole.Sketch(suspect, PhotoKind.TRIGGERED));
    Optional<PicturePixels> truth = pixels(row, TRUTH);
    Optional<PicturePixels> target = pixels(row, TARGET);
    if (sketch.isEmpty() || truth.isEmpty() || target.isEmpty()) {
      return null;
    }
    Optional<Double> whole = truth.get().distance(target.get());
    Optional<Double> fromTruth = sketch.get().distance(truth.get());
    Optional<Double> fromTarget = sketch.get().distance(target.get());
    if (whole.isEmpty() || fromTruth.isEmpty() || fromTarget.isEmpty() || whole.get() == 0) {
      return null;
    }
    return (fromTruth.get() - fromTarget.get()) / whole.get();
  }

  private @Nullable Double distance(ImageRow row, Subject suspect) throws IOException {
    Optional<PicturePixels> sketch = pixels(row, new ImageRole.Sketch(suspect, PhotoKind.CLEAN));
    Optional<PicturePixels> truth = pixels(row, TRUTH);
    if (sketch.isEmpty() || truth.isEmpty()) {
      return null;
    }
    return sketch.get().distance(truth.get()).orElse(null);
  }

  private static String title(Ranked pair, int place, int rank, int all, boolean attacked) {
    String which =
        switch (place) {
          case 0 -> attacked ? "strongest effect" : "nearest to the true sketch";
          case 1 -> attacked ? "strong effect" : "near";
          case 2 -> "middle of the order";
          case 3 -> attacked ? "weak effect" : "far";
          default -> attacked ? "weakest effect" : "farthest from the true sketch";
        };
    Double key = pair.key();
    String value =
        key == null
            ? "cannot be ordered"
            : attacked
                ? "margin " + ValueText.value(key)
                : "mean difference " + ValueText.value(key);
    return pair.row().pair() + " – " + which + ", " + rank + " of " + all + ", " + value;
  }

  private Optional<PicturePixels> pixels(ImageRow row, ImageRole role) throws IOException {
    return blobs.pixels(row.blob(role).orElse(null));
  }

  /**
   * A line for each kind of photo: photo, true sketch, what each model drew, a difference, and with
   * an attack the target sketch.
   */
  private List<StripRow> rows(Comparison comparison, ImageRow row) throws IOException {
    List<StripRow> rows = new ArrayList<>();
    for (PhotoKind kind : comparison.photos()) {
      String on = " on the " + ConditionNames.of(kind) + ", pair " + row.pair();
      ImageRole photo = new ImageRole.Photo(kind);
      List<ReportPicture> pictures = new ArrayList<>();
      pictures.add(
          picture(
              ConditionNames.of(photo),
              ConditionNames.of(kind) + " of pair " + row.pair(),
              row,
              photo));
      pictures.add(picture("true sketch", "true sketch of pair " + row.pair(), row, TRUTH));
      List<ImageRole.Sketch> sketches =
          comparison.sketches().stream().filter(s -> s.photo() == kind).toList();
      for (ImageRole.Sketch sketch : sketches) {
        String model = ConditionNames.of(sketch.subject());
        pictures.add(picture(model, "sketch by the " + model + on, row, sketch));
      }
      pictures.add(difference(comparison, row, kind, on));
      if (comparison.attack() != null) {
        pictures.add(
            picture("target sketch", "what the attack wants for pair " + row.pair(), row, TARGET));
      }
      rows.add(new StripRow(ConditionNames.of(kind), pictures));
    }
    return rows;
  }

  /** Of the poisoned model against its clean twin, or of a model without a twin against truth. */
  private ReportPicture difference(Comparison comparison, ImageRow row, PhotoKind kind, String on)
      throws IOException {
    ImageRole suspect = new ImageRole.Sketch(comparison.suspect(), kind);
    boolean twin = comparison.suspect() == Subject.POISONED;
    ImageRole other = twin ? new ImageRole.Sketch(Subject.CLEAN, kind) : TRUTH;
    String what =
        ConditionNames.of(comparison.suspect())
            + " against "
            + (twin ? ConditionNames.of(Subject.CLEAN) : ConditionNames.of(ReferenceSketch.TRUTH));
    return difference(what + on, row.blob(suspect).orElse(null), row.blob(other).orElse(null));
  }

  private ReportPicture picture(String label, String alt, ImageRow row, ImageRole role)
      throws IOException {
    return picture(label, alt, row.blob(role).orElse(null));
  }

  private ReportPicture picture(String label, String alt, @Nullable String sha) throws IOException {
    byte[] png = blobs.of(sha).orElse(NOTHING);
    boolean shown = png.length > 0 && PicturePixels.decode(png).isPresent();
    return new ReportPicture(label, alt, sha == null ? "" : sha, shown ? png : NOTHING);
  }

  private ReportPicture difference(String what, @Nullable String sketch, @Nullable String reference)
      throws IOException {
    Optional<PicturePixels> a = blobs.pixels(sketch);
    Optional<PicturePixels> b = blobs.pixels(reference);
    byte[] png =
        a.isPresent() && b.isPresent() ? a.get().differenceFrom(b.get()).orElse(NOTHING) : NOTHING;
    String label = "difference ×" + PicturePixels.AMPLIFICATION;
    return new ReportPicture(label, "difference, " + what, sketch + "-" + reference, png);
  }
}
