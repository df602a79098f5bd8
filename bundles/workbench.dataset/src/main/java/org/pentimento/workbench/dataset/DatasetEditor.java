package org.pentimento.workbench.dataset;

import java.io.IOException;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableEditor;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.listing.DatasetCache;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.dataset.contents.CaseFacts;
import org.pentimento.workbench.dataset.contents.DatasetContents;
import org.pentimento.workbench.dataset.contents.DatasetReader;
import org.pentimento.workbench.dataset.contents.Item;
import org.pentimento.workbench.dataset.gallery.GalleryPage;
import org.pentimento.workbench.dataset.pair.OpenPairHandler;
import org.pentimento.workbench.dataset.pair.PairOrder;
import org.pentimento.workbench.form.MenuAction;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.EditorTitle;
import org.pentimento.workbench.input.EvidenceEditor;
import org.pentimento.workbench.integrity.IntegrityBar;
import org.pentimento.workbench.preview.Previews;
import org.pentimento.workbench.selection.PairRef;
import org.pentimento.workbench.selection.SelectedPairs;

/** The editor of a data set: shows its pairs in a gallery. Nothing is edited. */
public final class DatasetEditor extends EvidenceEditor implements IPersistableEditor {
  /** Command: goes to a pair. */
  static final String GO_TO = "org.pentimento.workbench.dataset.goTo";

  private static final String FIND = "org.eclipse.ui.edit.findReplace";

  private final SelectedPairs selection = new SelectedPairs();
  private @Nullable GalleryPage page;
  private @Nullable IMemento memento;
  private @Nullable Job reading;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    if (!(input instanceof CaseInput dataset)) {
      throw new PartInitException("This editor shows data sets of cases.");
    }
    setSite(site);
    setInput(input);
    EditorTitle.keep(site, dataset, this::setPartName);
  }

  private CaseInput input() {
    return (CaseInput) getEditorInput();
  }

  @Override
  public void createPartControl(Composite parent) {
    Previews previews = PlatformUI.getWorkbench().getService(Previews.class);
    GalleryPage created =
        new GalleryPage(
            IntegrityBar.above(parent, input()), input().name(), previews, new FromPage());
    page = created;
    created.restore(memento);
    getSite().setSelectionProvider(selection);
    menu(created);
    handle(GO_TO, created::goTo);
    handle(FIND, created::focusFilter);
    follow(created);
    read(created, previews);
  }

  private final class FromPage implements GalleryPage.Client {
    @Override
    public void selected(List<Item> items) {
      CaseInput input = input();
      List<PairRef> pairs =
          items.stream()
              .filter(Item::isPair)
              .map(item -> new PairRef(input.caseFolder(), input.id(), item.id()))
              .toList();
      selection.set(new StructuredSelection(pairs));
    }

    @Override
    public void open(Item item) {
      if (item.isPair()) {
        CaseInput input = input();
        OpenPairHandler.in(
            getSite().getPage(), new PairRef(input.caseFolder(), input.id(), item.id()), "");
      }
    }
  }

  private void menu(GalleryPage gallery) {
    MenuManager menu = new MenuManager();
    gallery.canvas().setMenu(menu.createContextMenu(gallery.canvas()));
    menu.add(new MenuAction("&Open Pair\tEnter", () -> open(gallery)));
    menu.add(new MenuAction("&Copy Id\tCtrl+C", gallery::copy));
    menu.add(new MenuAction("Select &All\tCtrl+A", gallery::selectAll));
    menu.add(new MenuAction("&Go to Pair …\tCtrl+G", gallery::goTo));
    menu.add(new MenuAction("Sort by &Similarity to This", gallery::sortBySimilarity));
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    getSite().registerContextMenu("org.pentimento.workbench.dataset.gallery", menu, selection);
  }

  private void open(GalleryPage gallery) {
    gallery.selection().stream().findFirst().ifPresent(new FromPage()::open);
  }

  private void handle(String command, Runnable what) {
    getSite()
        .getService(IHandlerService.class)
        .activateHandler(
            command,
            new AbstractHandler() {
              @Override
              public @Nullable Object execute(ExecutionEvent event) {
                what.run();
                return null;
              }
            });
  }

  /** Shows the pair that another part has selected. */
  private void follow(GalleryPage gallery) {
    ISelectionListener listener =
        (IWorkbenchPart part, ISelection other) -> {
          if (part != this
              && other instanceof IStructuredSelection structured
              && structured.getFirstElement() instanceof PairRef pair
              && pair.caseFolder().equals(input().caseFolder())
              && pair.dataset().equals(input().id())) {
            gallery.reveal(pair.pair());
            selection.keep(new StructuredSelection(pair));
          }
        };
    getSite().getPage().addSelectionListener(listener);
    gallery.canvas().addDisposeListener(e -> getSite().getPage().removeSelectionListener(listener));
  }

  /** What is kept of data sets outside of their cases. */
  static DatasetCache cache() {
    return new DatasetCache(PlatformUI.getWorkbench().getService(Platform.class).cacheFolder());
  }

  private void read(GalleryPage gallery, Previews previews) {
    CaseInput input = input();
    Display display = gallery.canvas().getDisplay();
    DatasetCache cache = cache();
    DatasetReader reader = new DatasetReader(cache, previews, gallery.teller());
    Job job =
        new Job("Reading " + input.name()) {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            try {
              DatasetContents contents = reader.read(input.caseFolder(), input.id(), monitor);
              show(display, gallery, () -> gallery.show(contents, cache));
              CaseFacts facts =
                  CaseFacts.read(input.caseFolder(), input.id(), contents.record().digest());
              show(display, gallery, () -> gallery.show(facts));
            } catch (OperationCanceledException e) {
              show(
                  display,
                  gallery,
                  () -> gallery.tell("Reading was cancelled. Open the data set again to read it."));
              return Status.CANCEL_STATUS;
            } catch (BadInputException e) {
              show(display, gallery, () -> gallery.tell(e.getMessage() + "\n" + e.remedy()));
            } catch (IOException e) {
              show(
                  display,
                  gallery,
                  () -> gallery.tell("The data set cannot be read: " + e.getMessage()));
            }
            return Status.OK_STATUS;
          }
        };
    job.setPriority(Job.SHORT);
    reading = job;
    job.schedule();
    readFactsAgain(gallery, display);
  }

  private static void show(Display display, GalleryPage gallery, Runnable what) {
    if (!display.isDisposed()) {
      display.asyncExec(
          () -> {
            if (!gallery.isDisposed()) {
              what.run();
            }
          });
    }
  }

  /** Reads marks and figures again when the case has changed, say after a run. */
  private void readFactsAgain(GalleryPage gallery, Display display) {
    CaseInput input = input();
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    Job again =
        new Job("Reading marks of " + input.name()) {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            try {
              String digest = gallery.digest();
              if (!digest.isEmpty()) {
                CaseFacts facts = CaseFacts.read(input.caseFolder(), input.id(), digest);
                show(display, gallery, () -> gallery.show(facts));
              }
            } catch (IOException e) {
              return Status.warning("The marks of " + input.name() + " cannot be read", e);
            }
            return Status.OK_STATUS;
          }
        };
    again.setSystem(true);
    Runnable changed = () -> again.schedule(300);
    cases.addListener(changed);
    gallery.canvas().addDisposeListener(e -> cases.removeListener(changed));
  }

  @Override
  public <T> @Nullable T getAdapter(Class<T> adapter) {
    return adapter == PairOrder.class ? adapter.cast(page) : super.getAdapter(adapter);
  }

  @Override
  public void restoreState(IMemento kept) {
    memento = kept;
  }

  @Override
  public void saveState(IMemento to) {
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

  @Override
  public void dispose() {
    if (reading != null) {
      reading.cancel();
    }
    super.dispose();
  }
}
