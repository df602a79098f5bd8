package org.pentimento.workbench.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.event.Note;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.casefile.log.Entry;
import org.pentimento.protocol.listing.ListedPair;
import org.pentimento.verdict.NumberWords;
import org.pentimento.workbench.cases.CaseInspection;
import org.pentimento.workbench.cases.CaseNotes;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.custody.EntryWords;
import org.pentimento.workbench.input.PlanInput;
import org.pentimento.workbench.search.Hit.Kind;
import org.pentimento.workbench.search.Place.InLog;
import org.pentimento.workbench.search.Place.InTree;
import org.pentimento.workbench.search.Place.InViewer;
import org.pentimento.workbench.selection.NamedThing;
import org.pentimento.workbench.selection.Node;
import org.pentimento.workbench.selection.NodeNames;
import org.pentimento.workbench.selection.NoteTarget;
import org.pentimento.workbench.selection.PairRef;
import org.pentimento.workbench.table.SearchWords;

/** Searches one case: names, sentences, notes, tags, plans, files and the log. */
final class CaseSearch {
  /** Most hits of one kind in a case; more help nobody. */
  static final int MOST = 500;

  private final OpenCase.Read read;
  private final Node.CaseNode root;
  private final CaseTexts texts;
  private final SearchWords words;
  private final Consumer<Hit> found;
  private final BooleanSupplier stopped;
  private final Map<Kind, Integer> counts = new HashMap<>();

  /**
   * A search.
   *
   * @param drafts for the case
   * @param found gets each hit
   * @param stopped whether nobody waits any more
   */
  CaseSearch(
      OpenCase.Read read,
      List<PlanInput> drafts,
      CaseTexts texts,
      SearchWords words,
      Consumer<Hit> found,
      BooleanSupplier stopped) {
    this.read = read;
    this.root = new Node.CaseNode(read, drafts);
    this.texts = texts;
    this.words = words;
    this.found = found;
    this.stopped = stopped;
  }

  /** Searches; returns early if it was stopped. */
  void run() throws IOException {
    node(root);
    notes();
    tags();
    plans(root);
    log();
    for (DatasetRecord dataset : read.datasets()) {
      if (!stopped.getAsBoolean()) {
        files(dataset);
      }
    }
  }

  private void hit(Kind kind, String name, String text, Place place) {
    if (counts.merge(kind, 1, Integer::sum) <= MOST) {
      found.accept(new Hit(kind, read.folder(), name, text, place));
    }
  }

  /** Names, and what is said of a thing beside its name. */
  private void node(Node node) {
    if (!(node instanceof Node.Group)) {
      String recorded = NodeNames.recorded(node);
      String shown =
          NamedThing.of(node)
              .map(t -> read.notes().names().shown(t.thing().kind(), t.thing().id(), recorded))
              .orElse(recorded);
      String names = shown.equals(recorded) ? recorded : shown + ", recorded as " + recorded;
      String more = more(node);
      if (words.in(names + "\n" + more)) {
        String text = words.in(names) ? "" : words.excerpt(more);
        hit(kind(node), names, text, new InTree(node));
      }
    }
    node.children().forEach(this::node);
  }

  private static Kind kind(Node node) {
    if (node instanceof Node.CaseNode) {
      return Kind.CASE;
    } else if (node instanceof Node.DatasetNode) {
      return Kind.DATA_SET;
    } else if (node instanceof Node.PlanNode) {
      return Kind.PLAN;
    } else if (node instanceof Node.DraftNode) {
      return Kind.DRAFT;
    } else if (node instanceof Node.RunNode) {
      return Kind.RUN;
    } else if (node instanceof Node.InspectionNode) {
      return Kind.INSPECTION;
    } else if (node instanceof Node.DrawingsNode) {
      return Kind.DRAWINGS;
    } else if (node instanceof Node.FindingNode) {
      return Kind.FINDING;
    } else if (node instanceof Node.ReportNode) {
      return Kind.REPORT;
    }
    return Kind.MODEL;
  }

  private String more(Node node) {
    if (node instanceof Node.CaseNode) {
      CaseInfo info = read.info();
      return String.join(
          " ",
          info.caseNumber(),
          info.itemNumber(),
          info.examiner(),
          info.agency(),
          info.notes(),
          read.folder().toString());
    } else if (node instanceof Node.DatasetNode n) {
      return String.join(" ", n.dataset().format(), n.dataset().root(), n.dataset().digest());
    } else if (node instanceof Node.RunNode n) {
      return n.run().id() + " " + n.run().message();
    } else if (node instanceof Node.InspectionNode n) {
      CaseInspection one = n.inspection();
      return String.join(
          " ", one.run().id(), one.subject(), one.outcome(), one.sentence(), one.run().message());
    } else if (node instanceof Node.ModelNode n) {
      return String.join(" ", n.run(), n.model().run(), n.model().weights(), n.model().collapsed());
    } else if (node instanceof Node.ImportedModelNode n) {
      ModelRecord model = n.model();
      StringBuilder text = new StringBuilder(model.format() + " " + model.origin());
      model.files().forEach(f -> text.append(' ').append(f.path()).append(' ').append(f.sha256()));
      return text.toString();
    } else if (node instanceof Node.DrawingsNode n) {
      return EntryWords.all(n.entry());
    } else if (node instanceof Node.FindingNode n) {
      return n.finding().where() + " " + n.origin().name();
    } else if (node instanceof Node.ReportNode n) {
      return EntryWords.all(n.entry());
    }
    return "";
  }

  private void notes() {
    CaseNotes notes = read.notes();
    Set<Note.Subject> noted = new HashSet<>();
    for (CaseNotes.Noted one : notes.notes()) {
      Note note = one.note();
      String about = NoteTarget.about(read, note.subject());
      if (!note.text().isEmpty()) {
        noted.add(note.subject());
        if (words.in(note.text() + "\n" + about + "\n" + one.entry().actor())) {
          hit(
              Kind.NOTE,
              about,
              words.excerpt(note.text()) + " – " + one.entry().actor(),
              place(note.subject()));
        }
      }
    }
    for (Note.Subject subject : notes.bookmarks()) {
      String about = NoteTarget.about(read, subject);
      if (words.in(about + " bookmark")) {
        hit(Kind.BOOKMARK, about, noted.contains(subject) ? "with a note" : "", place(subject));
      }
    }
  }

  /** Where the subject of a note is; the case itself if it is not in the tree any more. */
  private Place place(Note.Subject subject) {
    if (subject.kind() == Note.Kind.PAIR) {
      return new InViewer(NoteTarget.pair(read.folder(), subject));
    }
    List<Node> all = new ArrayList<>();
    collect(root, all);
    return new InTree(
        all.stream()
            .filter(n -> NoteTarget.of(n).filter(t -> t.what().equals(subject)).isPresent())
            .findFirst()
            .orElse(root));
  }

  private static void collect(Node node, List<Node> into) {
    into.add(node);
    node.children().forEach(child -> collect(child, into));
  }

  private void tags() {
    for (DatasetRecord dataset : read.datasets()) {
      read.notes()
          .tags()
          .of(dataset.name())
          .forEach(
              (tag, pairs) -> {
                if (words.in(tag + " tag " + dataset.name())) {
                  hit(
                      Kind.TAG,
                      tag,
                      NumberWords.count(pairs.size(), "pair", "pairs") + " of " + dataset.name(),
                      new InTree(new Node.DatasetNode(read.folder(), dataset)));
                }
              });
    }
  }

  private void plans(Node node) throws IOException {
    if (stopped.getAsBoolean()) {
      return;
    }
    if (node instanceof Node.PlanNode plan) {
      plan(Kind.PLAN, plan, texts.plan(plan.sha()));
    } else if (node instanceof Node.DraftNode draft) {
      plan(Kind.DRAFT, draft, texts.draft(draft.draft()));
    }
    for (Node child : node.children()) {
      plans(child);
    }
  }

  private void plan(Kind kind, Node node, String text) {
    String name = NodeNames.recorded(node);
    if (!words.in(name) && words.in(text)) {
      hit(kind, name, words.excerpt(text), new InTree(node));
    }
  }

  private void log() {
    for (Entry entry : read.entries()) {
      String text = EntryWords.all(entry);
      if (words.in(text)) {
        hit(
            Kind.LOG_ENTRY,
            "Entry " + entry.number() + ", " + entry.action().replace('-', ' '),
            words.excerpt(text),
            new InLog(entry.number()));
      }
    }
  }

  private void files(DatasetRecord dataset) throws IOException {
    Map<String, PairRef> byFile = new HashMap<>();
    for (ListedPair pair : texts.pairs(dataset)) {
      PairRef ref = new PairRef(read.folder(), dataset.name(), pair.id());
      byFile.put(pair.photo(), ref);
      byFile.put(pair.sketch(), ref);
      String more = pair.identity() + " " + pair.attributes();
      if (words.in(pair.id() + " " + more)) {
        hit(
            Kind.PAIR,
            pair.id(),
            words.in(pair.id()) ? "of " + dataset.name() : words.excerpt(more),
            new InViewer(ref));
      }
      if (stopped.getAsBoolean()) {
        return;
      }
    }
    Place whole = new InTree(new Node.DatasetNode(read.folder(), dataset));
    for (String file : texts.files(dataset)) {
      if (words.in(file)) {
        PairRef pair = byFile.get(file);
        hit(Kind.FILE, file, "in " + dataset.name(), pair == null ? whole : new InViewer(pair));
      }
      if (stopped.getAsBoolean()) {
        return;
      }
    }
    for (SkippedFile file : dataset.skipped()) {
      if (words.in(file.file() + "\n" + file.reason())) {
        hit(Kind.FILE, file.file(), "left out of " + dataset.name() + ": " + file.reason(), whole);
      }
    }
  }
}
