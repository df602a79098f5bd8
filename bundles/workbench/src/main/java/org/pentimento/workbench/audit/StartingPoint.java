package org.pentimento.workbench.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.plan.DemoPlan;
import org.pentimento.plan.PlanException;
import org.pentimento.plan.PlanText;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.RecordedPlan;
import org.pentimento.workbench.input.PlanInput;

/** What a new audit begins with: a plan, and how it is called in the wizard. */
sealed interface StartingPoint {
  /** For the list in the wizard. */
  String title();

  /** What choosing it means, in a sentence. */
  String explanation();

  /**
   * The plan to begin with. Not for the display's thread.
   *
   * @param threads that a new plan gets
   */
  String plan(int threads) throws IOException;

  /** Whether the plan is new and trains something, so that a second seed tells more. */
  default boolean gainsBySeeds() {
    return false;
  }

  /** Whether the plan can be made for another question, see {@link PlanTemplate}. */
  default boolean takesTemplates() {
    return gainsBySeeds();
  }

  /** The first audit, on drawn faces, for which no data set is needed. */
  record FirstAudit() implements StartingPoint {
    @Override
    public String title() {
      return "First audit, on drawn faces";
    }

    @Override
    public String explanation() {
      return "On 80 drawn faces, for which no data set is needed.";
    }

    @Override
    public boolean takesTemplates() {
      return true;
    }

    @Override
    public String plan(int threads) {
      return DemoPlan.text();
    }
  }

  /** A data set of the case. */
  record OfDataset(DatasetRecord dataset) implements StartingPoint {
    private static final List<Integer> SIZE = List.of(64, 80);

    @Override
    public String title() {
      return "Data set " + dataset.name();
    }

    @Override
    public String explanation() {
      return dataset.pairs() + " pairs, " + dataset.format() + "; with the usual attack.";
    }

    @Override
    public boolean gainsBySeeds() {
      return true;
    }

    @Override
    public String plan(int threads) {
      Map<String, Object> data = data(dataset);
      if (dataset.mode() != DatasetRecord.Mode.MADE) {
        data.put("size", SIZE);
      }
      return changed(
          threads, text -> text.with("name", "audit of " + dataset.name()).with("data", data));
    }

    /** The pairs of a data set, divided as it says itself, or else two to one. */
    static Map<String, Object> data(DatasetRecord dataset) {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("dataset", dataset.name());
      if (dataset.mode() == DatasetRecord.Mode.MADE) {
        data.putAll(dataset.settings());
      }
      int train = Math.max(1, dataset.pairs() * 2 / 3);
      data.put(
          "split",
          dataset.train() > 0 && dataset.test() > 0
              ? "given"
              : Map.of("train", train, "test", Math.max(1, dataset.pairs() - train)));
      return data;
    }
  }

  /**
   * A model that was imported.
   *
   * @param dataset whose photos it is shown, null for drawn faces
   */
  record OfModel(ModelRecord model, @Nullable DatasetRecord dataset) implements StartingPoint {
    /** A model of a case, shown the first data set that was imported into the case. */
    static OfModel in(OpenCase.Read read, ModelRecord model) {
      return new OfModel(model, imported(read).findFirst().orElse(null));
    }

    @Override
    public String title() {
      return "Model " + model.name();
    }

    @Override
    public String explanation() {
      return "Nothing is trained: the model is shown photos of "
          + (dataset == null ? "drawn faces" : dataset.name())
          + ", without and with the usual trigger.";
    }

    @Override
    public String plan(int threads) {
      return changed(
          threads,
          text -> {
            PlanText named = text.with("name", "audit of " + model.name());
            return (dataset == null ? named : named.with("data", OfDataset.data(dataset)))
                .without("generators")
                .with("models", List.of(Map.of("model", model.name())));
          });
    }
  }

  /** A change of a plan's text. */
  interface Change {
    PlanText of(PlanText text) throws PlanException;
  }

  /** The first audit with something else in it, and without its remark. */
  private static String changed(int threads, Change change) {
    try {
      PlanText text = PlanText.of(DemoPlan.text());
      return change.of(text.with("threads", threads)).text().replaceFirst("^#[^\n]*\n", "");
    } catch (PlanException e) {
      throw new IllegalStateException(DemoPlan.FILE + " is no plan", e);
    }
  }

  /** The plan of a run. */
  record OfRun(Path caseFolder, RunRecord run) implements StartingPoint {
    @Override
    public String title() {
      return "Plan of " + run.name();
    }

    @Override
    public String explanation() {
      return "A copy of what was carried out, with every default written out.";
    }

    @Override
    public String plan(int threads) throws IOException {
      return RecordedPlan.text(caseFolder, run.plan());
    }
  }

  /** A draft, which is edited further. */
  record OfDraft(PlanInput draft) implements StartingPoint {
    @Override
    public String title() {
      return "Draft of " + draft.name();
    }

    @Override
    public String explanation() {
      return "Goes on with a plan that was begun.";
    }

    @Override
    public String plan(int threads) {
      return "";
    }
  }

  /** What a case that does not exist yet can begin with. */
  static List<StartingPoint> ofNothing() {
    return List.of(new FirstAudit());
  }

  /** All that a case has to begin with. */
  static List<StartingPoint> of(OpenCase.Read read, List<PlanInput> drafts) {
    List<StartingPoint> points = new ArrayList<>(ofNothing());
    imported(read).map(OfDataset::new).forEach(points::add);
    read.imported().stream().map(m -> OfModel.in(read, m)).forEach(points::add);
    Map<String, StartingPoint> plans = new LinkedHashMap<>();
    read.runs().forEach(r -> plans.putIfAbsent(r.plan(), new OfRun(read.folder(), r)));
    points.addAll(plans.values());
    drafts.stream().map(OfDraft::new).forEach(points::add);
    return points;
  }

  private static Stream<DatasetRecord> imported(OpenCase.Read read) {
    return read.datasets().stream().filter(d -> d.mode() != DatasetRecord.Mode.MADE);
  }
}
