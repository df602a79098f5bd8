package org.pentimento.workbench.plan.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.widgets.Display;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;
import org.pentimento.plan.PlanException;
import org.pentimento.plan.PlanText;
import org.pentimento.protocol.question.PlanQuestion.CheckPlan;
import org.pentimento.protocol.question.PlanQuestion.CheckedPlan;
import org.pentimento.workbench.preview.LatestAnswer;

/**
 * The plan in the editor. Its text is all there is: forms and source change the same document, and
 * share one history of changes. To be used in the display's thread.
 */
public final class PlanModel {
  private static final int REST_MS = 120;
  private static final int ONE_CHANGE_MS = 900;

  /** Who is told of changes. */
  public interface Listener {
    /** The text has changed. */
    default void textChanged() {}

    /** The problems have changed. */
    default void problemsChanged() {}
  }

  /** A change of the text. */
  @FunctionalInterface
  public interface Change {
    PlanText of(PlanText text) throws PlanException;
  }

  private final Display display;
  private final Path caseFolder;
  private final IDocument document = new Document();
  private final IDocumentUndoManager history;
  private final LatestAnswer<CheckedPlan> checks;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Runnable check = this::check;
  private final Runnable endChange = this::endChange;
  private PlanText text = PlanText.of("");
  private List<PlanProblem> problems = List.of();
  private String trouble = "";
  private boolean checked;
  private boolean loaded;
  private boolean readOnly;
  private String saved = "";
  private String changing = "";
  private boolean editing;
  private boolean disposed;

  public PlanModel(Display display, Path caseFolder) {
    this.display = display;
    this.caseFolder = caseFolder;
    DocumentUndoManagerRegistry.connect(document);
    history = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
    history.connect(this);
    history.setMaximalUndoLevel(500);
    checks =
        new LatestAnswer<>(
            display,
            new LatestAnswer.Listener<>() {
              @Override
              public void answered(CheckedPlan answer) {
                found(answer);
              }

              @Override
              public void failed(String problem) {
                trouble = problem;
                listeners.forEach(Listener::problemsChanged);
              }
            });
    document.addDocumentListener(
        new IDocumentListener() {
          @Override
          public void documentAboutToBeChanged(DocumentEvent event) {
            if (!editing) {
              endChange(); // typing in the source begins a new change
            }
          }

          @Override
          public void documentChanged(DocumentEvent event) {
            changed();
          }
        });
  }

  public void addListener(Listener listener) {
    listeners.add(listener);
  }

  public IDocument document() {
    return document;
  }

  public PlanText text() {
    return text;
  }

  public Path caseFolder() {
    return caseFolder;
  }

  /** What the case that the plan is for has now. */
  public PlannedCase plannedCase() {
    return PlannedCase.in(caseFolder);
  }

  public boolean isReadOnly() {
    return readOnly;
  }

  public boolean isLoaded() {
    return loaded;
  }

  /**
   * Takes a text that was read, as the beginning of the history.
   *
   * @param fixed whether it must not be changed
   */
  public void load(String yaml, boolean fixed) {
    loaded = true;
    document.set(yaml);
    history.reset();
    readOnly = fixed;
    saved = document.get();
    listeners.forEach(Listener::textChanged);
  }

  public boolean isDirty() {
    return loaded && !document.get().equals(saved);
  }

  public void saved(String yaml) {
    saved = yaml;
    listeners.forEach(Listener::textChanged);
  }

  /** What is wrong, by line, from the last check. */
  public List<PlanProblem> problems() {
    return problems;
  }

  /** Why the last check or change failed; empty if it did not. */
  public String trouble() {
    return trouble;
  }

  /** Whether the last check was of the present text. */
  boolean isChecked() {
    return checked;
  }

  /** The first problem of the value at a path. */
  public Optional<PlanProblem> problemAt(String path) {
    return problems.stream().filter(p -> p.isAt(path)).findFirst();
  }

  /**
   * Changes the text.
   *
   * @param what names the change; changes of one name in a row are undone together, such as those
   *     of a slider that is dragged
   */
  public void edit(String what, Change change) {
    if (readOnly || !loaded) {
      return;
    }
    try {
      String before = document.get();
      String after = change.of(text).text();
      if (after.equals(before)) {
        return;
      }
      if (!what.equals(changing)) {
        endChange();
        history.beginCompoundChange();
        changing = what;
      }
      display.timerExec(ONE_CHANGE_MS, endChange);
      editing = true;
      replace(before, after);
    } catch (PlanException e) {
      trouble = "This cannot be changed in the form: " + e.problem() + ". " + e.remedy();
      listeners.forEach(Listener::problemsChanged);
    } finally {
      editing = false;
    }
  }

  /** Replaces only what differs, so that caret and markers stay where they are. */
  private void replace(String before, String after) {
    int start = 0;
    int shorter = Math.min(before.length(), after.length());
    while (start < shorter && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int tail = 0;
    while (tail < shorter - start
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    try {
      document.replace(
          start, before.length() - tail - start, after.substring(start, after.length() - tail));
    } catch (BadLocationException e) {
      throw new IllegalStateException("both texts are at hand", e);
    }
  }

  private void endChange() {
    if (!changing.isEmpty() && !disposed) {
      changing = "";
      history.endCompoundChange();
    }
  }

  boolean canUndo() {
    return !readOnly && history.undoable();
  }

  boolean canRedo() {
    return !readOnly && history.redoable();
  }

  public void undo() throws org.eclipse.core.commands.ExecutionException {
    endChange();
    if (canUndo()) {
      history.undo();
    }
  }

  public void redo() throws org.eclipse.core.commands.ExecutionException {
    endChange();
    if (canRedo()) {
      history.redo();
    }
  }

  private void changed() {
    text = PlanText.of(document.get());
    checked = false;
    listeners.forEach(Listener::textChanged);
    display.timerExec(REST_MS, check);
  }

  private void check() {
    if (!disposed) {
      checks.ask(new CheckPlan(document.get(), caseFolder.toString()));
    }
  }

  private void found(CheckedPlan plan) {
    problems = plan.faults().stream().map(PlanProblem::of).toList();
    trouble = "";
    checked = true;
    listeners.forEach(Listener::problemsChanged);
  }

  public void dispose() {
    disposed = true;
    checks.dispose();
    history.disconnect(this);
    DocumentUndoManagerRegistry.disconnect(document);
  }
}
