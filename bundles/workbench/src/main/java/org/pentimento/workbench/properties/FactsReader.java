package org.pentimento.workbench.properties;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.DatasetImported;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.HashCheck;
import org.pentimento.casefile.event.ModelImported;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.event.RunEvent;
import org.pentimento.casefile.event.RunFinished;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.SignOff;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.Subject;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.verdict.HashWords;
import org.pentimento.verdict.TimeWords;
import org.pentimento.verdict.TrainingWords;
import org.pentimento.verdict.Verdicts;
import org.pentimento.workbench.cases.CaseInspection;
import org.pentimento.workbench.cases.CaseModel;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.selection.Node;
import org.pentimento.workbench.selection.NodeNames;
import org.pentimento.workbench.selection.NoteTarget;

/** Collects the facts about a node. Reads files; not for the display's thread. */
final class FactsReader {
  private static final int MOST_SKIPPED = 200;

  private final OpenCase content;
  private final ZoneId zone;

  /**
   * A reader for things of a case.
   *
   * @param content the case as it was read last
   */
  FactsReader(OpenCase content) {
    this.content = content;
    this.zone = content instanceof OpenCase.Read read ? zone(read.info()) : ZoneId.systemDefault();
  }

  private static ZoneId zone(CaseInfo info) {
    try {
      return ZoneId.of(info.timeZone());
    } catch (DateTimeException e) {
      return ZoneId.systemDefault();
    }
  }

  List<Facts.Section> read(Node node) throws IOException {
    Facts facts = new Facts();
    if (node instanceof Node.CaseNode) {
      caseFacts(facts);
    } else if (node instanceof Node.Group group) {
      facts
          .section("Group")
          .add("Kind", group.kind().title())
          .add("Members", group.children().size());
    } else if (node instanceof Node.DatasetNode n) {
      dataset(facts, n.dataset(), n);
    } else if (node instanceof Node.PlanNode n) {
      plan(facts, n);
    } else if (node instanceof Node.DraftNode n) {
      facts.section("Draft").add("Name", n.draft().name()).add("File", n.draft().file().toString());
    } else if (node instanceof Node.RunNode n) {
      run(facts, n.run());
    } else if (node instanceof Node.InspectionNode n) {
      inspection(facts, n.inspection());
    } else if (node instanceof Node.ModelNode n) {
      model(facts, n);
    } else if (node instanceof Node.ImportedModelNode n) {
      imported(facts, n.model());
    } else if (node instanceof Node.DrawingsNode n) {
      facts
          .section("Drawings")
          .add("Photos", n.kept().photos())
          .add("Models", String.join(", ", n.kept().models()));
      n.kept().files().forEach((file, sha) -> facts.add(file + " SHA-256", sha));
      entry(facts, Optional.of(n.entry()));
    } else if (node instanceof Node.FindingNode n) {
      facts
          .section("Finding")
          .add("What", n.finding().text())
          .add("Kind", n.finding().kind().explanation())
          .add("Compared", n.finding().where())
          .add("Comparison", n.finding().comparison())
          .add("Found by", n.origin().name())
          .add("Its id", n.finding().run());
    } else if (node instanceof Node.ReportNode n) {
      facts.section("Report");
      n.entry()
          .as(ReportWritten.class)
          .map(ReportWritten::content)
          .ifPresent(c -> report(facts, c));
      n.files().forEach((file, sha) -> facts.add(file + " SHA-256", sha));
      SignOff review = n.review();
      if (review != null) {
        facts
            .section("Review")
            .add(review.approved() ? "Approved by" : "Returned by", review.reviewer())
            .add("Login", n.ownReview() ? "the one that wrote the report" : "another")
            .add("Remark", review.text());
      }
      entry(facts, Optional.of(n.entry()));
    }
    String recorded = NodeNames.recorded(node);
    String shown = NodeNames.shown(node);
    if (!shown.equals(recorded)) {
      facts.section("Name").add("Shown as", shown).add("Recorded as", recorded);
    }
    NoteTarget.of(node).ifPresent(s -> notes(facts, content, s));
    return facts.sections();
  }

  /** Adds the notes on something. */
  static void notes(Facts facts, OpenCase content, NoteTarget subject) {
    if (content instanceof OpenCase.Read read) {
      facts.section("Notes");
      if (read.notes().bookmarks().contains(subject.what())) {
        facts.add("Bookmark", "set");
      }
      read.notes()
          .about(subject.what())
          .forEach(n -> facts.add(n.entry().actor(), n.note().text()));
    }
  }

  private static void report(Facts facts, ReportWritten.Content content) {
    facts
        .add("State", content.signOff() > 0 ? "signed off" : "draft")
        .add("Replaces", content.replaces() > 0 ? "the report of entry " + content.replaces() : "")
        .add("Runs", String.join(", ", content.runs()))
        .add("Question", content.words().question())
        .add("Conclusion", content.words().conclusion())
        .add("Qualifications", content.words().qualifications())
        .add("Opinion", content.words().opinion());
  }

  private void caseFacts(Facts facts) {
    facts.section("Case").add("Name", content.name()).add("Folder", content.folder());
    if (content instanceof OpenCase.Unreadable unreadable) {
      facts.add("Problem", unreadable.problem()).add("What to do", unreadable.remedy());
    } else if (content instanceof OpenCase.Read read) {
      CaseInfo info = read.info();
      facts
          .add("Writing", read.writable() ? "allowed" : "not allowed: the case is read-only")
          .add("Examiner", info.examiner())
          .add("Agency", info.agency())
          .add("Case number", info.caseNumber())
          .add("Item number", info.itemNumber())
          .add("Time zone", info.timeZone())
          .add("Notes", info.notes());
      facts
          .section("Contents")
          .add("Data sets", read.datasets().size())
          .add("Runs", read.runs().size())
          .add("Models", read.models().size() + read.imported().size())
          .add("Findings", read.findings().size());
      List<Entry> entries = read.entries();
      if (!entries.isEmpty()) {
        Entry first = entries.get(0);
        Entry last = entries.get(entries.size() - 1);
        facts
            .section("Custody log")
            .add("Entries", entries.size())
            .add("Begun", time(first.time()))
            .add("Begun by", first.actor())
            .add("Last entry", time(last.time()))
            .add("Hash of the last entry", last.hash());
      }
    }
  }

  private void dataset(Facts facts, DatasetRecord dataset, Node.DatasetNode node) {
    facts
        .section("Data set")
        .add("Name", dataset.name())
        .add("Format", dataset.format())
        .add("Files", mode(dataset))
        .add("Folder", dataset.mode() == DatasetRecord.Mode.MADE ? "" : node.location())
        .add("Imported from", dataset.root())
        .add("Pairs", dataset.pairs())
        .add("For training", dataset.train())
        .add("For testing", dataset.test())
        .add("Files left out", dataset.skipped().size());
    facts.section("Settings of the format").addAll(dataset.settings());
    facts
        .section("Hashes")
        .add("SHA-256 of the content", dataset.digest())
        .add("SHA-256 of the list of files", dataset.listing());
    HashCheck check = dataset.hashes();
    if (check != null) {
      facts
          .section("Hash list")
          .add("Outcome", HashWords.of(check))
          .add("SHA-256 of the list", check.list());
      differing(facts, node, check);
    }
    entry(
        facts, last(DatasetImported.class, event -> event.dataset().name().equals(dataset.name())));
    facts.section("Left out");
    dataset.skipped().stream().limit(MOST_SKIPPED).forEach(s -> facts.add(s.file(), s.reason()));
    if (dataset.skipped().size() > MOST_SKIPPED) {
      facts.add("…", "and " + (dataset.skipped().size() - MOST_SKIPPED) + " more");
    }
  }

  private void differing(Facts facts, Node.DatasetNode node, HashCheck check) {
    if (check.agrees()) {
      return;
    }
    HashCheck.Details details;
    try (CaseFile caseFile = CaseFile.openForReading(node.caseFolder())) {
      details = caseFile.blobs().readJson(check.details(), HashCheck.Details.class);
    } catch (IOException e) {
      facts.add("What did not match", "cannot be read: " + e.getMessage());
      return;
    }
    details.misses().stream()
        .limit(MOST_SKIPPED)
        .forEach(m -> facts.add(HashWords.file(m), HashWords.of(m)));
    details.extras().stream().limit(MOST_SKIPPED).forEach(f -> facts.add(f, "not listed"));
  }

  private static String mode(DatasetRecord dataset) {
    return switch (dataset.mode()) {
      case COPIED -> "copied into the case";
      case REFERENCED -> "left where they were; checked before every use";
      case MADE -> "none; made from settings";
      case PART ->
          "those of "
              + (dataset.part() == null ? "another data set" : dataset.part().of())
              + ", without the pairs that an inspection flagged";
    };
  }

  private void plan(Facts facts, Node.PlanNode node) {
    facts.section("Plan").add("Name", node.name()).add("SHA-256", node.sha());
    if (content instanceof OpenCase.Read read) {
      facts.section("Used by");
      read.runs().stream()
          .filter(r -> r.plan().equals(node.sha()))
          .forEach(r -> facts.add("Run " + r.id(), time(r.started())));
    }
  }

  private void begin(Facts facts, String what, RunRecord run) {
    Instant ended = run.ended();
    facts
        .section(what)
        .add("Name", run.name())
        .add("Id", run.id())
        .add("State", run.state().name().toLowerCase(java.util.Locale.ROOT))
        .add("Started", time(run.started()))
        .add("Ended", ended == null ? "" : time(ended))
        .add("Took", ended == null ? "" : duration(Duration.between(run.started(), ended)))
        .add("Why it failed", run.message());
  }

  private void inspection(Facts facts, CaseInspection inspection) {
    RunRecord run = inspection.run();
    begin(facts, inspection.title(), run);
    facts
        .add(inspection.isOfModel() ? "Model" : "Data set", inspection.subject())
        .add("Outcome", inspection.sentence())
        .section("Hashes")
        .add("SHA-256 of what was asked for", run.plan())
        .add("SHA-256 of the result", run.result());
    entry(facts, last(RunEvent.End.class, event -> event.run().equals(run.id())));
  }

  private void run(Facts facts, RunRecord run) throws IOException {
    begin(facts, "Run", run);
    facts
        .section("Hashes")
        .add("SHA-256 of the plan", run.plan())
        .add("SHA-256 of the result", run.result());
    if (!run.result().isEmpty()) {
      RunResult result = result(run);
      RunResult.DataUsed data = result.data();
      facts
          .section("Data")
          .add("Data set", data.dataset())
          .add("Format", data.format())
          .add("SHA-256 of the content", data.digest())
          .add("Training pairs", data.train().size())
          .add("Test pairs", data.test().size())
          .add("Size of the images", data.width() + " × " + data.height() + " pixels");
      for (Comparison comparison : result.comparisons()) {
        comparison(facts, comparison);
      }
      facts
          .section("Metrics")
          .add(
              "Measured with",
              result.metrics().stream()
                  .map(m -> m.name() + " " + m.version())
                  .collect(Collectors.joining(", ")));
      facts.section("Environment").addAll(result.environment());
    }
    entry(facts, last(RunFinished.class, event -> event.run().equals(run.id())));
  }

  private static void comparison(Facts facts, Comparison comparison) {
    facts
        .section("Comparison " + comparison.id())
        .add("What", Verdicts.title(comparison))
        .add("Sentences", Verdicts.origin(comparison));
    comparison.audited().seed().ifPresent(seed -> facts.add("Seed", seed));
    if (comparison.audited() instanceof Audited.Imported imported) {
      facts.add("Imported model", imported.model());
      use(facts, "Format of the model", imported.format());
    } else {
      use(facts, "Generator", comparison.audited().extension());
    }
    Comparison.Attack attack = comparison.attack();
    if (attack != null) {
      use(facts, "Trigger", attack.trigger());
      use(facts, "Strategy", attack.strategy());
      facts
          .add("Share of pairs poisoned", attack.rate())
          .add("Poisoned pairs", attack.poisoned().size())
          .add("SHA-256 of the manifest", attack.manifest());
      attack.choices().forEach((key, value) -> facts.add("Chosen: " + key, value));
    }
  }

  private static void use(Facts facts, String role, ExtensionUse use) {
    facts.add(role, use.name() + " " + use.version());
    facts.add(
        role + " settings",
        use.settings().entrySet().stream()
            .map(e -> e.getKey() + " = " + e.getValue())
            .sorted()
            .collect(Collectors.joining(", ")));
    facts.add(role + " after", use.citation());
  }

  private void model(Facts facts, Node.ModelNode node) throws IOException {
    CaseModel model = node.model();
    facts
        .section("Model")
        .add("Generator", model.generator())
        .add("What", ConditionNames.of(model.subject()))
        .add(
            "Trained on",
            model.subject() == Subject.CLEAN ? "the true pairs" : "partly poisoned pairs")
        .add("Seed", model.seed())
        .add("Parameters", model.parameters())
        .add("Collapsed", model.collapsed());
    facts
        .section("Hashes")
        .add("SHA-256 of the weights", model.weights())
        .add("SHA-256 of the description", model.description())
        .add("File of the weights", node.location());
    facts.section("Provenance").add("Run", node.run()).add("Comparison", model.comparison());
    Optional<RunRecord> run =
        content instanceof OpenCase.Read read
            ? read.runs().stream().filter(r -> r.id().equals(model.run())).findFirst()
            : Optional.empty();
    if (run.isPresent() && !run.get().result().isEmpty()) {
      facts.add("Trained", time(run.get().started()));
      result(run.get()).comparisons().stream()
          .filter(c -> c.id().equals(model.comparison()))
          .findFirst()
          .ifPresent(c -> comparison(facts, c));
    }
  }

  private void imported(Facts facts, ModelRecord model) {
    facts
        .section("Model")
        .add("Name", model.name())
        .add("Format", model.format() + " " + model.version())
        .add("Made from", model.origin())
        .add("Locked in", model.confinement());
    facts.section("Settings");
    model
        .settings()
        .forEach(
            (setting, value) -> {
              String assumed = model.assumptions().get(setting);
              facts.add(
                  setting,
                  TrainingWords.setting(String.valueOf(value))
                      + (assumed == null ? "" : "; assumed: " + assumed));
            });
    facts.section("Hashes");
    model.files().forEach(file -> facts.add(file.path() + " SHA-256", file.sha256()));
    facts.add("SHA-256 of the strip", model.strip());
    entry(facts, last(ModelImported.class, event -> event.model().name().equals(model.name())));
  }

  private RunResult result(RunRecord run) throws IOException {
    try (CaseFile file = CaseFile.openForReading(content.folder())) {
      return Results.read(file.blobs(), run.result());
    }
  }

  private <E extends CaseEvent> Optional<Entry> last(Class<E> kind, Predicate<E> fits) {
    List<Entry> entries = content instanceof OpenCase.Read read ? read.entries() : List.of();
    return entries.stream()
        .filter(e -> e.as(kind).filter(fits).isPresent())
        .reduce((first, second) -> second);
  }

  private void entry(Facts facts, Optional<Entry> entry) {
    entry.ifPresent(
        e ->
            facts
                .section("Custody")
                .add("Entry", e.number())
                .add("Time", time(e.time()))
                .add("By", e.actor())
                .add("Hash of the entry", e.hash()));
  }

  private String time(Instant time) {
    return TimeWords.exact(time, zone);
  }

  private static String duration(Duration took) {
    long seconds = Math.max(0, took.toSeconds());
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }
}
