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
import org.pentimento.report.view.Report.Picture;
import org.pentimento.report.view.Report.Strip;
import org.pentimento.report.view.Report.StripRow;

/** Chooses test pairs from one end to the other and lays their pictures side by side. */
final class Strips {
  private static final byte[] NOTHING = {};

  /** Shares of the way from the strongest to the weakest pair. */
  private static final double[] PLACES = {0, .25, .5, .75, 1};

  private final BlobBytes blobs;
  private final Progress progress;

  Strips(BlobBytes blobs, Progress progress) {
    this.blobs = blobs;
    this.progress = progress;
  }

  /** How pairs are chosen and how a difference is to be read. */
  static String text(Comparison comparison) {
    boolean attacked = comparison.attack() != null;
    String which = comparison.imported() ? "imported" : "poisoned";
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
        attacked && !comparison.imported()
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
      Double key = attacked ? margin(row.blobs()) : distance(row.blobs());
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
              attacked
                  ? comparison.imported() ? importedRows(pair.row()) : attackedRows(pair.row())
                  : honestRows(pair.row())));
    }
    return strips;
  }

  /** True sketch, honest and harmed sketch of the strip in the middle; empty without an attack. */
  static List<Picture> evidence(List<Strip> strips) {
    if (strips.isEmpty()) {
      return List.of();
    }
    List<StripRow> rows = strips.get(strips.size() / 2).rows();
    if (rows.size() < 2) {
      return List.of();
    }
    Picture truth = rows.get(0).pictures().get(1);
    Picture honest = rows.get(0).pictures().get(3);
    Picture harmed = rows.get(1).pictures().get(3);
    return List.of(
        truth,
        new Picture(honest.label() + ", clean photo", honest.alt(), honest.key(), honest.png()),
        new Picture(
            harmed.label() + ", triggered photo", harmed.alt(), harmed.key(), harmed.png()));
  }

  private record Ranked(ImageRow row, @Nullable Double key) {}

  private @Nullable Double margin(Map<String, String> row) throws IOException {
    Optional<PicturePixels> sketch =
        blobs.pixels(row.getOrDefault("poisoned/triggered", row.get("imported/triggered")));
    Optional<PicturePixels> truth = blobs.pixels(row.get("truth"));
    Optional<PicturePixels> target = blobs.pixels(row.get("target"));
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

  private @Nullable Double distance(Map<String, String> row) throws IOException {
    Optional<PicturePixels> sketch =
        blobs.pixels(row.getOrDefault("clean/clean", row.get("imported/clean")));
    Optional<PicturePixels> truth = blobs.pixels(row.get("truth"));
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

  private List<StripRow> attackedRows(ImageRow row) throws IOException {
    Map<String, String> b = row.blobs();
    List<StripRow> rows = new ArrayList<>();
    for (String photo : List.of("clean", "triggered")) {
      boolean clean = photo.equals("clean");
      String clear = "clean/" + photo;
      String harmed = "poisoned/" + photo;
      String on = " on the " + photo + " photo, pair " + row.pair();
      List<Picture> pictures = new ArrayList<>();
      pictures.add(
          picture(
              clean ? "photo" : "triggered photo",
              photo + " photo of pair " + row.pair(),
              b.get(clean ? "photo" : "triggered")));
      pictures.add(picture("true sketch", "true sketch of pair " + row.pair(), b.get("truth")));
      pictures.add(picture("clean model", "sketch by the clean model" + on, b.get(clear)));
      pictures.add(picture("poisoned model", "sketch by the poisoned model" + on, b.get(harmed)));
      pictures.add(difference("poisoned against clean model" + on, b.get(harmed), b.get(clear)));
      pictures.add(
          picture(
              "target sketch", "what the attack wants for pair " + row.pair(), b.get("target")));
      rows.add(new StripRow(photo + " photo", pictures));
    }
    return rows;
  }

  /** Of a model without a twin: its sketch differs from the true one. */
  private List<StripRow> importedRows(ImageRow row) throws IOException {
    Map<String, String> b = row.blobs();
    List<StripRow> rows = new ArrayList<>();
    for (String photo : List.of("clean", "triggered")) {
      boolean clean = photo.equals("clean");
      String drawn = "imported/" + photo;
      String on = " on the " + photo + " photo, pair " + row.pair();
      rows.add(
          new StripRow(
              photo + " photo",
              List.of(
                  picture(
                      clean ? "photo" : "triggered photo",
                      photo + " photo of pair " + row.pair(),
                      b.get(clean ? "photo" : "triggered")),
                  picture("true sketch", "true sketch of pair " + row.pair(), b.get("truth")),
                  picture(
                      "target sketch",
                      "what the attack wants for pair " + row.pair(),
                      b.get("target")),
                  picture("imported model", "sketch by the imported model" + on, b.get(drawn)),
                  difference("imported model against truth" + on, b.get(drawn), b.get("truth")))));
    }
    return rows;
  }

  private List<StripRow> honestRows(ImageRow row) throws IOException {
    Map<String, String> b = row.blobs();
    String sketch = b.getOrDefault("clean/clean", b.get("imported/clean"));
    String on = " of pair " + row.pair();
    return List.of(
        new StripRow(
            "clean photo",
            List.of(
                picture("photo", "photo" + on, b.get("photo")),
                picture("true sketch", "true sketch" + on, b.get("truth")),
                picture(
                    b.containsKey("imported/clean") ? "imported model" : "clean model",
                    "sketch by the model" + on,
                    sketch),
                difference("model against truth" + on, sketch, b.get("truth")))));
  }

  private Picture picture(String label, String alt, @Nullable String sha) throws IOException {
    byte[] png = blobs.of(sha).orElse(NOTHING);
    boolean shown = png.length > 0 && PicturePixels.decode(png).isPresent();
    return new Picture(label, alt, sha == null ? "" : sha, shown ? png : NOTHING);
  }

  private Picture difference(String what, @Nullable String sketch, @Nullable String reference)
      throws IOException {
    Optional<PicturePixels> a = blobs.pixels(sketch);
    Optional<PicturePixels> b = blobs.pixels(reference);
    byte[] png =
        a.isPresent() && b.isPresent() ? a.get().differenceFrom(b.get()).orElse(NOTHING) : NOTHING;
    String label = "difference ×" + PicturePixels.AMPLIFICATION;
    return new Picture(label, "difference, " + what, sketch + "-" + reference, png);
  }
}
