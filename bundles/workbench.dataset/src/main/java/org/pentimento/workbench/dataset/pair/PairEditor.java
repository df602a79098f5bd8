package org.pentimento.workbench.dataset.pair;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableEditor;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.question.PairQuestion.PairPlace;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.EvidenceEditor;
import org.pentimento.workbench.integrity.IntegrityBar;
import org.pentimento.workbench.preview.Previews;
import org.pentimento.workbench.selection.NoteTarget;
import org.pentimento.workbench.selection.PairRef;
import org.pentimento.workbench.selection.SelectedPairs;

/** The viewer of the pairs of a data set, one at a time. Nothing is edited. */
public final class PairEditor extends EvidenceEditor implements IPersistableEditor {
  /** As {@code plugin.xml} names it. */
  static final String ID = "org.pentimento.workbench.dataset.pair";

  private static final String BOOKMARK = "org.pentimento.workbench.bookmark";
  private static final String SAVE = "org.pentimento.workbench.dataset.savePicture";
  private static final String GO_TO = "org.pentimento.workbench.dataset.goTo";

  private final SelectedPairs selection = new SelectedPairs();
  private @Nullable PairPage page;
  private @Nullable IMemento memento;
  private String pair = "";

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    if (!(input instanceof PairInput)) {
      throw new PartInitException("This editor shows pairs of data sets of cases.");
    }
    setSite(site);
    setInput(input);
    setPartName(input.getName());
  }

  private PairInput input() {
    return (PairInput) getEditorInput();
  }

  @Override
  public void createPartControl(Composite parent) {
    Previews previews = PlatformUI.getWorkbench().getService(Previews.class);
    PairInput of = input();
    Composite below =
        IntegrityBar.above(
            parent,
            new CaseInput(of.caseFolder(), CaseInput.Kind.DATASET, of.dataset(), of.dataset()));
    if (!of.run().isEmpty()) {
      below =
          IntegrityBar.above(
              below, new CaseInput(of.caseFolder(), CaseInput.Kind.RUN, of.run(), of.run()));
    }
    PairPage created = new PairPage(below, of, previews, new FromPage());
    page = created;
    getSite().setSelectionProvider(selection);
    IMemento kept = memento;
    if (kept != null) {
      created.restore(kept);
      String before = kept.getString("pair");
      if (before != null) {
        show(before);
      }
    }
    getSite()
        .getService(IHandlerService.class)
        .activateHandler(
            GO_TO,
            new AbstractHandler() {
              @Override
              public @Nullable Object execute(ExecutionEvent event) {
                goTo();
                return null;
              }
            });
    follow(created);
  }

  /** Shows the pair that another part has selected. */
  private void follow(PairPage shown) {
    ISelectionListener listener =
        (IWorkbenchPart part, ISelection other) -> {
          if (part != this
              && other instanceof IStructuredSelection structured
              && structured.getFirstElement() instanceof PairRef ref
              && ref.caseFolder().equals(input().caseFolder())
              && ref.dataset().equals(input().dataset())) {
            selection.keep(new StructuredSelection(ref));
            show(ref.pair());
          }
        };
    getSite().getPage().addSelectionListener(listener);
    shown.whenDisposed(() -> getSite().getPage().removeSelectionListener(listener));
  }

  /** Shows a pair. */
  void show(String id) {
    if (page != null && !id.isEmpty() && !id.equals(pair)) {
      pair = id;
      setPartName(id.substring(id.lastIndexOf('/') + 1));
      setTitleToolTip(id + " of " + input().dataset());
      page.show(id);
      // Notes and bookmarks are about it from the first moment on.
      selection.set(
          new StructuredSelection(new PairRef(input().caseFolder(), input().dataset(), id)));
    }
  }

  private final class FromPage implements PairPage.Client {
    @Override
    public void go(PairStep step, PairPlace place) {
      PairOrder order = order();
      int at = order == null ? -1 : order.place(pair);
      String to = order == null || at < 0 ? step.in(place) : step.in(order, at);
      if (to != null && !to.isEmpty() && !to.equals(pair)) {
        show(to);
      }
    }

    @Override
    public String position(PairPlace place) {
      PairOrder order = order();
      int at = order == null ? -1 : order.place(pair);
      return order != null && at >= 0
          ? "%,d of %,d".formatted(at + 1, order.count())
          : place.position() < 0 ? "" : "%,d of %,d".formatted(place.position() + 1, place.count());
    }

    @Override
    public boolean isBookmarked() {
      return NoteTarget.pair(new PairRef(input().caseFolder(), input().dataset(), pair))
          .isBookmarked();
    }

    @Override
    public void bookmark() {
      command(BOOKMARK);
    }

    @Override
    public void savePicture() {
      command(SAVE);
    }

    @Override
    public String tags() {
      return PlatformUI.getWorkbench()
          .getService(OpenCases.class)
          .read(input().caseFolder())
          .map(read -> read.notes().tags().of(input().dataset()))
          .orElse(Map.of())
          .entrySet()
          .stream()
          .filter(tag -> tag.getValue().contains(pair))
          .map(Map.Entry::getKey)
          .collect(Collectors.joining(", "));
    }

    private void command(String id) {
      try {
        getSite().getService(IHandlerService.class).executeCommand(id, null);
      } catch (CommandException e) {
        throw new IllegalStateException(id + " cannot be carried out for the pair " + pair, e);
      }
    }
  }

  /** Saves a picture of what is shown to a file, in the background. */
  void savePicture(Path file) {
    if (page != null) {
      page.savePicture(file);
    }
  }

  /** The order of the data set's gallery; null if it is not open, or a run has its own order. */
  private @Nullable PairOrder order() {
    PairInput input = input();
    if (!input.run().isEmpty()) {
      return null;
    }
    for (IEditorReference reference : getSite().getPage().getEditorReferences()) {
      IEditorPart editor = reference.getEditor(false);
      if (editor != null
          && editor.getEditorInput() instanceof CaseInput open
          && open.kind() == CaseInput.Kind.DATASET
          && open.caseFolder().equals(input.caseFolder())
          && open.id().equals(input.dataset())) {
        return editor.getAdapter(PairOrder.class);
      }
    }
    return null;
  }

  private void goTo() {
    InputDialog dialog =
        new InputDialog(
            getSite().getShell(),
            "Go to Pair",
            "Id of the pair:",
            pair,
            text -> text.isBlank() ? "" : null);
    if (dialog.open() == Dialog.OK) {
      show(dialog.getValue().strip());
    }
  }

  @Override
  public void restoreState(IMemento kept) {
    memento = kept;
  }

  @Override
  public void saveState(IMemento to) {
    to.putString("pair", pair);
    if (page != null) {
      page.save(to);
    }
  }

  @Override
  public void setFocus() {
    if (page != null) {
      page.setFocus();
    }
  }
}
