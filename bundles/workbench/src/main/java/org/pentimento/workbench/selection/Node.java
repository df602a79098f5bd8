package org.pentimento.workbench.selection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IEditorInput;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.DrawingsKept;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.SignOff;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.store.Blobs;
import org.pentimento.casefile.store.Layout;
import org.pentimento.verdict.TrainingWords;
import org.pentimento.workbench.cases.CaseFinding;
import org.pentimento.workbench.cases.CaseInspection;
import org.pentimento.workbench.cases.CaseModel;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.drafts.Drafts;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.CaseInput.Kind;
import org.pentimento.workbench.input.PlanInput;

/** A node of the tree of cases: a case, a group, or something in a case. */
public sealed interface Node {
  /** The folder of the case it belongs to. */
  Path caseFolder();

  /** Where it is on disk. */
  default Path location() {
    return caseFolder();
  }

  /** What lies below it. */
  default List<Node> children() {
    return List.of();
  }

  /** The input of its editor, null if no editor shows it. */
  default @Nullable IEditorInput input() {
    return null;
  }

  /** A node for each of some cases. */
  static List<Node> of(List<OpenCase> cases, Drafts drafts) {
    return cases.stream().<Node>map(c -> new CaseNode(c, drafts.of(c))).toList();
  }

  /**
   * The path from one of some nodes down to the first node that an editor shows; empty if there is
   * none.
   */
  static List<Node> pathTo(IEditorInput shown, List<Node> nodes) {
    CaseInput sought = Adapters.adapt(shown, CaseInput.class);
    IEditorInput input = sought == null ? shown : sought;
    return path(node -> input.equals(node.input()), nodes);
  }

  /** How jobs name the model that a node stands for; empty if it is no model that can draw. */
  static Optional<String> drawing(Object node) {
    if (node instanceof ModelNode trained && trained.model().draws()) {
      return Optional.of(trained.model().name());
    }
    return node instanceof ImportedModelNode imported
        ? Optional.of(imported.model().name())
        : Optional.empty();
  }

  /** The path from one of some nodes down to a node; empty if it is not there. */
  static List<Node> pathDownTo(Node sought, List<Node> nodes) {
    return path(sought::equals, nodes);
  }

  private static List<Node> path(Predicate<Node> sought, List<Node> nodes) {
    for (Node node : nodes) {
      if (sought.test(node)) {
        return List.of(node);
      }
      List<Node> below = path(sought, node.children());
      if (!below.isEmpty()) {
        List<Node> path = new ArrayList<>(below);
        path.add(0, node);
        return path;
      }
    }
    return List.of();
  }

  /**
   * A case.
   *
   * @param content what is known of it
   * @param drafts plans that are being written for it
   */
  record CaseNode(OpenCase content, List<PlanInput> drafts) implements Node {
    @Override
    public Path caseFolder() {
      return content.folder();
    }

    @Override
    public List<Node> children() {
      if (!(content instanceof OpenCase.Read read)) {
        return List.of();
      }
      Path folder = read.folder();
      Map<Object, Node> plans = new LinkedHashMap<>();
      drafts.forEach(d -> plans.put(d.file(), new DraftNode(folder, d)));
      read.runs()
          .forEach(r -> plans.putIfAbsent(r.plan(), new PlanNode(folder, r.name(), r.plan())));
      return List.of(
          new Group(
              folder,
              Group.Kinds.DATASETS,
              read.datasets().stream().<Node>map(d -> new DatasetNode(folder, d)).toList()),
          new Group(
              folder,
              Group.Kinds.INSPECTIONS,
              read.inspections().stream().<Node>map(i -> new InspectionNode(folder, i)).toList()),
          new Group(folder, Group.Kinds.PLANS, List.copyOf(plans.values())),
          new Group(
              folder,
              Group.Kinds.RUNS,
              read.runs().stream().<Node>map(r -> new RunNode(folder, r)).toList()),
          new Group(
              folder,
              Group.Kinds.MODELS,
              Stream.concat(
                      read.models().stream()
                          .<Node>map(m -> new ModelNode(folder, m, run(read, m.run()))),
                      read.imported().stream().map(m -> new ImportedModelNode(folder, m)))
                  .toList()),
          new Group(
              folder,
              Group.Kinds.DRAWINGS,
              read.entries().stream()
                  .flatMap(e -> e.as(DrawingsKept.class).stream().map(d -> drawings(folder, e, d)))
                  .toList()),
          new Group(
              folder,
              Group.Kinds.FINDINGS,
              read.findings().stream()
                  .<Node>map(f -> new FindingNode(folder, f, origin(read, f.run())))
                  .toList()),
          new Group(
              folder,
              Group.Kinds.REPORTS,
              read.entries().stream()
                  .filter(e -> e.as(ReportWritten.class).isPresent())
                  .<Node>map(
                      e ->
                          new ReportNode(
                              folder,
                              e,
                              read.notes().signOffs().get(e.number()),
                              read.notes().ownReviews().contains(e.number())))
                  .toList()));
    }

    private static Node drawings(Path folder, Entry entry, DrawingsKept kept) {
      return new DrawingsNode(folder, entry, kept);
    }

    /** What a finding comes from: a run, or an inspection. */
    private static CaseInput origin(OpenCase.Read read, String id) {
      return read.inspections().stream()
          .filter(i -> i.run().id().equals(id))
          .map(i -> new InspectionNode(read.folder(), i).input())
          .findFirst()
          .orElseGet(() -> new CaseInput(read.folder(), Kind.RUN, id, run(read, id)));
    }

    private static String run(OpenCase.Read read, String id) {
      return read.runs().stream()
          .filter(r -> r.id().equals(id))
          .map(RunRecord::name)
          .findFirst()
          .orElse(id);
    }

    /** By the folder alone, so that the tree stays unfolded when the case is read anew. */
    @Override
    public boolean equals(Object other) {
      return other instanceof CaseNode node && node.caseFolder().equals(caseFolder());
    }

    @Override
    public int hashCode() {
      return caseFolder().hashCode();
    }
  }

  /**
   * The things of one kind in a case.
   *
   * @param kind of things
   * @param children the things
   */
  record Group(Path caseFolder, Kinds kind, List<Node> children) implements Node {
    /** Kinds in the order in which a case shows them. */
    public enum Kinds {
      /** What was imported. */
      DATASETS("Data sets"),
      /** What data sets and models were looked at for, and what such inspections find. */
      INSPECTIONS("Inspections"),
      /** What was carried out. */
      PLANS("Plans"),
      /** What was done. */
      RUNS("Runs"),
      /** What runs trained, and what was imported. */
      MODELS("Models"),
      /** What models drew of photos that somebody showed them. */
      DRAWINGS("Drawings"),
      /** What runs claim. */
      FINDINGS("Findings"),
      /** What was written about them. */
      REPORTS("Reports");

      private final String title;

      Kinds(String title) {
        this.title = title;
      }

      /** As a person reads it. */
      public String title() {
        return title;
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Group group
          && group.caseFolder.equals(caseFolder)
          && group.kind == kind;
    }

    @Override
    public int hashCode() {
      return caseFolder.hashCode() * 31 + kind.hashCode();
    }
  }

  /** A data set. */
  record DatasetNode(Path caseFolder, DatasetRecord dataset) implements Node {
    @Override
    public CaseInput input() {
      return new CaseInput(caseFolder, Kind.DATASET, dataset.name(), dataset.name());
    }

    @Override
    public Path location() {
      return switch (dataset.mode()) {
        case COPIED -> new Layout(caseFolder).datasets().resolve(dataset.name());
        case REFERENCED -> Path.of(dataset.root());
        case MADE, PART -> caseFolder;
      };
    }
  }

  /**
   * A plan that was used.
   *
   * @param name as the plan says
   * @param sha of its blob
   */
  record PlanNode(Path caseFolder, String name, String sha) implements Node {
    @Override
    public CaseInput input() {
      return new CaseInput(caseFolder, Kind.PLAN, sha, name);
    }
  }

  /** A plan that is being written. */
  record DraftNode(Path caseFolder, PlanInput draft) implements Node {
    @Override
    public PlanInput input() {
      return draft;
    }
  }

  /** A run. */
  record RunNode(Path caseFolder, RunRecord run) implements Node {
    @Override
    public CaseInput input() {
      return new CaseInput(caseFolder, Kind.RUN, run.id(), run.name());
    }

    /** By the id of the run, so that it stays selected while its state changes. */
    @Override
    public boolean equals(Object other) {
      return other instanceof RunNode node
          && node.caseFolder.equals(caseFolder)
          && node.run.id().equals(run.id());
    }

    @Override
    public int hashCode() {
      return caseFolder.hashCode() * 31 + run.id().hashCode();
    }
  }

  /** An inspection of a data set, a model or photos, a mitigation, or a self-test. */
  record InspectionNode(Path caseFolder, CaseInspection inspection) implements Node {
    @Override
    public CaseInput input() {
      return new CaseInput(
          caseFolder,
          switch (inspection.run().kind()) {
            case AUDIT, INSPECTION -> Kind.INSPECTION;
            case MODEL_INSPECTION -> Kind.MODEL_INSPECTION;
            case PHOTO_INSPECTION -> Kind.PHOTO_INSPECTION;
            case MITIGATION -> Kind.MITIGATION;
            case SELF_TEST, MODEL_SELF_TEST -> Kind.SELF_TEST;
          },
          inspection.run().id(),
          TrainingWords.inWords(inspection.run().name()));
    }

    /** By the id of the run, so that it stays selected while its state changes. */
    @Override
    public boolean equals(Object other) {
      return other instanceof InspectionNode node
          && node.caseFolder.equals(caseFolder)
          && node.inspection.run().id().equals(inspection.run().id());
    }

    @Override
    public int hashCode() {
      return caseFolder.hashCode() * 31 + inspection.run().id().hashCode();
    }
  }

  /**
   * A model that was trained.
   *
   * @param run name of the run that trained it
   */
  record ModelNode(Path caseFolder, CaseModel model, String run) implements Node {
    @Override
    public CaseInput input() {
      return new CaseInput(caseFolder, Kind.RUN, model.run(), run);
    }

    @Override
    public Path location() {
      return blob(caseFolder, model.weights());
    }
  }

  /** A model that was made elsewhere. */
  record ImportedModelNode(Path caseFolder, ModelRecord model) implements Node {
    @Override
    public Path location() {
      return model.files().isEmpty() ? caseFolder : blob(caseFolder, model.files().get(0).sha256());
    }
  }

  /** Drawings that were kept in the case. */
  record DrawingsNode(Path caseFolder, Entry entry, DrawingsKept kept) implements Node {
    @Override
    public CaseInput input() {
      return new CaseInput(
          caseFolder,
          Kind.DRAWINGS,
          Long.toString(entry.number()),
          "Drawings, entry " + entry.number());
    }
  }

  /**
   * Something that a run or an inspection found.
   *
   * @param origin the run or the inspection
   */
  record FindingNode(Path caseFolder, CaseFinding finding, CaseInput origin) implements Node {
    @Override
    public CaseInput input() {
      return origin;
    }
  }

  /**
   * A report that was written.
   *
   * @param review the latest review, null if there is none
   * @param ownReview whether that review comes from the login that wrote the report
   */
  record ReportNode(Path caseFolder, Entry entry, @Nullable SignOff review, boolean ownReview)
      implements Node {
    /** SHA-256 of its files in the case by name; empty if the case does not keep it. */
    public Map<String, String> files() {
      return entry.as(ReportWritten.class).map(ReportWritten::files).orElse(Map.of());
    }

    /** By the entry of the report, so that it stays selected when it is reviewed. */
    @Override
    public boolean equals(Object other) {
      return other instanceof ReportNode node
          && node.caseFolder.equals(caseFolder)
          && node.entry.equals(entry);
    }

    @Override
    public int hashCode() {
      return caseFolder.hashCode() * 31 + entry.hashCode();
    }
  }

  private static Path blob(Path caseFolder, String sha) {
    return sha.length() < 4 ? caseFolder : Blobs.location(caseFolder, sha);
  }
}
