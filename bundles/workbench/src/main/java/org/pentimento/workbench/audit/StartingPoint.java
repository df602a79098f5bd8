package org.pentimento.workbench.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pentimento.audit.plan.PlanException;
import org.pentimento.audit.plan.PlanText;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.input.PlanInput;

/** What a new audit can begin with. */
sealed interface StartingPoint {
  /** As a person reads it. */
  String title();

  /** What that means, in a sentence. */
  String explanation();

  /** The plan to begin with. Not for the display's thread. */
  String plan() throws IOException;

  /** Faces that are drawn, so that nothing has to be at hand. */
  record FirstAudit() implements StartingPoint {
    @Override
    public String title() {
      return "First audit, on drawn faces";
    }

    @Override
    public String explanation() {
      return "Two generators learn from 80 drawn faces, some of them poisoned; takes a few"
          + " minutes.";
    }

    @Override
    public String plan() {
      return text();
    }

    static String text() {
      try (InputStream in = FirstAudit.class.getResourceAsStream("first-audit.yaml")) {
        if (in == null) {
          throw new IllegalStateException("first-audit.yaml is missing from the product");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException("first-audit.yaml cannot be read", e);
      }
    }
  }

  /** A data set that was imported. */
  record OfDataset(DatasetRecord dataset) implements StartingPoint {
    @Override
    public String title() {
      return "Data set " + dataset.name();
    }

    @Override
    public String explanation() {
      return dataset.pairs() + " pairs, " + dataset.format() + "; with the usual attack.";
    }

    @Override
    public String plan() throws IOException {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("dataset", dataset.name());
      int train = Math.max(1, dataset.pairs() * 2 / 3);
      data.put(
          "split",
          dataset.train() > 0 && dataset.test() > 0
              ? "given"
              : Map.of("train", train, "test", Math.max(1, dataset.pairs() - train)));
      data.put("size", List.of(64, 80));
      return FirstAudit.text()
          .transform(text -> changed(text, dataset.name(), data))
          .replaceFirst("^#[^\n]*\n", "");
    }

    private static String changed(String text, String name, Map<String, Object> data) {
      try {
        return PlanText.of(text).with("name", "audit of " + name).with("data", data).text();
      } catch (PlanException e) {
        throw new IllegalStateException("first-audit.yaml is no plan", e);
      }
    }
  }

  /** A plan that was carried out. */
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
    public String plan() throws IOException {
      try (CaseFile file = CaseFile.openForReading(caseFolder)) {
        return new String(file.blobs().read(run.plan()), StandardCharsets.UTF_8);
      }
    }
  }

  /** A plan that is being written already. */
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
    public String plan() {
      return "";
    }
  }

  /** All that there is for a case. */
  static List<StartingPoint> of(List<PlanInput> drafts, OpenCase.Read... read) {
    List<StartingPoint> points = new ArrayList<>();
    points.add(new FirstAudit());
    for (OpenCase.Read open : read) {
      open.datasets().stream()
          .filter(d -> d.mode() != DatasetRecord.Mode.MADE)
          .map(OfDataset::new)
          .forEach(points::add);
      Map<String, StartingPoint> plans = new LinkedHashMap<>();
      open.runs().forEach(r -> plans.putIfAbsent(r.plan(), new OfRun(open.folder(), r)));
      points.addAll(plans.values());
    }
    drafts.stream().map(OfDraft::new).forEach(points::add);
    return points;
  }
}
