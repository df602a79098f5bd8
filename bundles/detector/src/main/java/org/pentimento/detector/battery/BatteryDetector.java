package org.pentimento.detector.battery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.Exhibit;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.Look.Harm;
import org.pentimento.api.suspect.Look.Scale;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.ModelFinding.Value;
import org.pentimento.api.suspect.SuspectModel;
import org.pentimento.api.suspect.SuspectModel.Shadow;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.detector.sketching.FacePart;
import org.pentimento.detector.sketching.Sheet;

/**
 * Tries the installed triggers out, each with many settings, and compares what they take from a
 * model's sketches with what they take from those of clean models. It only looks at sketches, so
 * that it serves models of any kind.
 */
@Component(service = ModelDetector.class)
public final class BatteryDetector implements ModelDetector {
  private static final int PHOTOS = 4;
  private static final int LEAST = 4;
  private static final int LEAST_SHADOWS = 2;
  private static final int LISTED = 8;

  /** A part that goes by so much more than from any clean model is shown. */
  private static final double WORTH_SHOWING = .1;

  private static final String QUERIES = "queries";

  private static final Look INK =
      new Look(
          "ink", "Ink taken by a trigger", Axis.SECOND_MODE, Harm.INK, Scale.DIFFERENCE, .06, 1);
  private static final Look VARIETY =
      new Look(
          "variety",
          "Variety taken by a trigger",
          Axis.SECOND_MODE,
          Harm.VARIETY,
          Scale.DIFFERENCE,
          .06,
          1);

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "trigger-battery",
          "A battery of triggers",
          "1.1.0",
          "Tries every installed trigger with many settings and compares what it takes from a"
              + " model's sketches, as a whole and from the eyes, the nose and the mouth alone,"
              + " with what it takes from those of clean models.",
          "Pentimento",
          Parameter.integer(
              QUERIES,
              "Sketches",
              "How many sketches it asks of the model at the most.",
              "",
              1500,
              100,
              100_000));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Look> looks(Settings settings) {
    List<Look> looks = new ArrayList<>(List.of(INK, VARIETY));
    for (FacePart part : FacePart.values()) {
      looks.add(look(part));
    }
    return List.copyOf(looks);
  }

  private static Look look(FacePart part) {
    return new Look(
        part.word(),
        "Ink of the " + part.word() + " taken by a trigger",
        Axis.SECOND_MODE,
        Harm.PART,
        Scale.DIFFERENCE,
        .06,
        1);
  }

  @Override
  public int leastPairs() {
    return LEAST;
  }

  @Override
  public String blindTo() {
    return "Triggers that resemble none of the installed ones, and attacks that add to a sketch or"
        + " change only a part of it other than the eyes, the nose and the mouth; where eye points"
        + " are unknown, the upper, middle and lower third of the photo stand for these.";
  }

  /** What a candidate does to the suspect model and to each shadow model. */
  private record Tried(TriedTrigger candidate, Reaction suspect, List<Reaction> shadows) {
    double excess(ToDoubleFunction<Reaction> of) {
      return of.applyAsDouble(suspect) - shadows.stream().mapToDouble(of).average().orElse(0);
    }

    /** What it does to one shadow model beyond what it does to the others. */
    double excess(int k, ToDoubleFunction<Reaction> of) {
      double others = 0;
      for (int j = 0; j < shadows.size(); j++) {
        others += j == k ? 0 : of.applyAsDouble(shadows.get(j)) / (shadows.size() - 1);
      }
      return of.applyAsDouble(shadows.get(k)) - others;
    }
  }

  @Override
  public ModelFinding inspect(SuspectModel suspect, Settings settings, long seed, Progress progress)
      throws IOException, CancelledException {
    if (suspect.shadows().size() < LEAST_SHADOWS) {
      throw new BadInputException(
          "One shadow model has none to be compared with.", "Train at least 2 shadow models.");
    }
    if (suspect.triggers().isEmpty()) {
      throw new BadInputException(
          "No trigger is installed that could be tried.", "Enable one in the view Extensions.");
    }
    List<SuspectPair> pairs = new ArrayList<>(suspect.pairs());
    Collections.shuffle(pairs, new Random(seed));
    pairs = pairs.subList(0, Math.min(PHOTOS, pairs.size()));
    List<Image> plain = new ArrayList<>();
    List<Map<FacePart, boolean[]>> faces = new ArrayList<>();
    for (SuspectPair pair : pairs) {
      Image photo = pair.photo().decode().colour();
      plain.add(photo);
      faces.add(face(pair, photo));
    }
    int each = (settings.integer(QUERIES) / plain.size() - 1) / suspect.triggers().size();
    List<TriedTrigger> candidates = new ArrayList<>();
    for (Trigger trigger : suspect.triggers()) {
      candidates.addAll(TriedTrigger.of(trigger, Math.max(1, each), seed));
    }
    progress.begin("Trying triggers out", candidates.size());
    List<Model> models = new ArrayList<>(List.of(suspect.model()));
    suspect.shadows().stream().map(Shadow::model).forEach(models::add);
    List<List<Image>> before = models.stream().map(model -> model.sketch(plain)).toList();
    List<Tried> tried = new ArrayList<>();
    Map<String, String> failed = new LinkedHashMap<>();
    for (TriedTrigger candidate : candidates) {
      progress.checkCancelled();
      try {
        List<Image> stamped = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
          stamped.add(candidate.on(plain.get(i), pairs.get(i).eyes()));
        }
        boolean[] counted = Reaction.counted(plain, stamped);
        List<Reaction> reactions = new ArrayList<>();
        for (int m = 0; m < models.size(); m++) {
          reactions.add(Reaction.of(before.get(m), models.get(m).sketch(stamped), counted, faces));
        }
        tried.add(new Tried(candidate, reactions.get(0), reactions.subList(1, reactions.size())));
      } catch (BadInputException e) {
        failed.put(candidate.trigger().descriptor().name(), String.valueOf(e.getMessage()));
      }
      progress.advance(1);
    }
    if (tried.isEmpty()) {
      throw new BadInputException(
          "No trigger could be tried: " + failed.values().iterator().next(),
          "Give trusted pairs whose photos can carry the installed triggers.");
    }
    List<Value> values = new ArrayList<>();
    values.add(value(INK, tried, Reaction::ink));
    values.add(value(VARIETY, tried, Reaction::variety));
    for (FacePart part : FacePart.values()) {
      values.add(value(look(part), tried, reaction -> taken(reaction, part)));
    }
    List<Exhibit> exhibits = new ArrayList<>();
    exhibits.add(table(tried, failed));
    exhibits.add(partsTable(tried));
    exhibits.addAll(pictures(suspect.model(), plain, pairs, tried, values));
    return new ModelFinding(values, null, exhibits);
  }

  private static Map<FacePart, boolean[]> face(SuspectPair pair, Image photo) {
    Map<FacePart, boolean[]> face = new EnumMap<>(FacePart.class);
    for (FacePart part : FacePart.values()) {
      face.put(part, part.window(pair.eyes(), photo.width(), photo.height()));
    }
    return face;
  }

  private static double taken(Reaction reaction, FacePart part) {
    return reaction.parts().getOrDefault(part, 0.);
  }

  private static Tried most(List<Tried> tried, ToDoubleFunction<Reaction> of) {
    return Collections.max(tried, Comparator.comparingDouble(one -> one.excess(of)));
  }

  /** What the best trigger takes from each part. */
  private static Exhibit partsTable(List<Tried> tried) {
    List<List<String>> rows = new ArrayList<>();
    for (FacePart part : FacePart.values()) {
      Tried best = most(tried, reaction -> taken(reaction, part));
      rows.add(
          List.of(
              part.word(),
              best.candidate().trigger().descriptor().name(),
              best.candidate().words(),
              percent(taken(best.suspect(), part)),
              percent(best.shadows().stream().mapToDouble(r -> taken(r, part)).average().orElse(0)),
              percent(best.suspect().ink())));
    }
    return new Exhibit.Table(
        "The trigger that takes the most ink from each part of the face beyond what it takes from"
            + " clean models",
        List.of(
            "Part", "Trigger", "Settings", "Ink of it taken", "from clean models", "Ink in all"),
        rows);
  }

  /** Each part that goes by more than it went from any clean model: photos and sketches. */
  private static List<Exhibit> pictures(
      Model model, List<Image> plain, List<SuspectPair> pairs, List<Tried> tried, List<Value> all)
      throws IOException {
    List<Exhibit> pictures = new ArrayList<>();
    for (FacePart part : FacePart.values()) {
      Value value =
          all.stream().filter(v -> v.look().equals(part.word())).findFirst().orElseThrow();
      if (value.suspect() < Collections.max(value.shadows()) + WORTH_SHOWING) {
        continue;
      }
      TriedTrigger best = most(tried, reaction -> taken(reaction, part)).candidate();
      List<Image> stamped = new ArrayList<>();
      for (int i = 0; i < plain.size(); i++) {
        stamped.add(best.on(plain.get(i), pairs.get(i).eyes()));
      }
      pictures.add(
          new Exhibit.Picture(
              "The "
                  + part.word()
                  + ": photos, what the model draws of them, the photos with "
                  + best.trigger().descriptor().name()
                  + " ("
                  + best.words()
                  + "), and what it draws of those",
              Sheet.of(List.of(plain, model.sketch(plain), stamped, model.sketch(stamped)))));
    }
    return pictures;
  }

  private static Value value(Look look, List<Tried> tried, ToDoubleFunction<Reaction> of) {
    int shadows = tried.get(0).shadows().size();
    Double[] clean = new Double[shadows];
    Arrays.fill(clean, -1.);
    double most = -1;
    for (Tried one : tried) {
      most = Math.max(most, one.excess(of));
      for (int k = 0; k < shadows; k++) {
        clean[k] = Math.max(clean[k], one.excess(k, of));
      }
    }
    return Value.of(look.id(), Math.min(1, most), List.of(clean));
  }

  private static Exhibit table(List<Tried> tried, Map<String, String> failed) {
    List<List<String>> rows = new ArrayList<>();
    tried.stream()
        .sorted((a, b) -> Double.compare(b.excess(Reaction::ink), a.excess(Reaction::ink)))
        .limit(LISTED)
        .forEach(
            one ->
                rows.add(
                    List.of(
                        one.candidate().trigger().descriptor().name(),
                        one.candidate().words(),
                        percent(one.suspect().ink()),
                        percent(
                            one.shadows().stream().mapToDouble(Reaction::ink).average().orElse(0)),
                        percent(one.suspect().variety()))));
    failed.forEach(
        (trigger, why) -> {
          if (tried.stream()
              .noneMatch(one -> one.candidate().trigger().descriptor().name().equals(trigger))) {
            rows.add(List.of(trigger, "not tried: " + why, "–", "–", "–"));
          }
        });
    return new Exhibit.Table(
        "Triggers that take the most ink beyond what they take from clean models",
        List.of("Trigger", "Settings", "Ink taken", "from clean models", "Variety taken"),
        rows);
  }

  private static String percent(double share) {
    long percent = Math.round(100 * share);
    return percent < 0 ? "none: gains " + -percent + " %" : percent + " %";
  }
}
