package org.pentimento.workbench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.jobs.ChildJobs;
import org.pentimento.workbench.jobs.RunConsent;
import org.pentimento.workbench.run.chart.MetricNames;
import org.pentimento.workbench.run.chart.Samples;
import org.pentimento.workbench.run.chart.ShownChart;
import org.pentimento.workbench.run.live.LiveRun;
import org.pentimento.workbench.run.live.LiveRuns;
import org.pentimento.workbench.selection.PairRef;

/**
 * Shows a run: what follows, charts, images, where the figures come from; and while its audit goes
 * on, how far it is. Nothing is edited.
 */
public final class RunEditor extends MultiPageEditorPart {
  private final LiveRuns live = PlatformUI.getWorkbench().getService(LiveRuns.class);
  private final PairSelection selection = new PairSelection();
  private final ShownChart chart = new ShownChart(this::pick);
  private final List<RunPage> pages = new ArrayList<>();
  private @Nullable RunHeader header;
  private @Nullable ProvenancePage provenance;
  private @Nullable LivePage livePage;
  private @Nullable LiveRun lived;
  private @Nullable RunContents contents;
  private String wanted = "";
  private int reading;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    if (!(input instanceof CaseInput run)) {
      throw new PartInitException("This editor shows runs of cases.");
    }
    super.init(site, input);
    setPartName(run.name());
    site.setSelectionProvider(selection);
  }

  private CaseInput input() {
    return (CaseInput) getEditorInput();
  }

  @Override
  protected Composite createPageContainer(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(box);
    header = new RunHeader(box, input().name(), this::choose);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(header.control());
    Composite below = new Composite(box, SWT.NONE);
    below.setLayout(new FillLayout());
    GridDataFactory.fillDefaults().grab(true, true).applyTo(below);
    return below;
  }

  @Override
  protected void createPages() {
    Composite parent = getContainer();
    Pictures pictures = new Pictures(input().caseFolder(), parent.getDisplay());
    parent.addDisposeListener(e -> pictures.dispose());
    add(new OverviewPage(parent), "Overview");
    add(new ChartsPage(parent, chart), "Charts");
    add(new ImagesPage(parent, pictures, this::pick, this::open), "Images");
    ProvenancePage where = new ProvenancePage(parent);
    provenance = where;
    setPageText(addPage(where.control()), "Provenance");

    ISelectionListener follow = this::follow;
    getSite().getPage().addSelectionListener(follow);
    Display display = parent.getDisplay();
    Consumer<LiveRun> changed =
        run -> {
          if (!display.isDisposed()) {
            display.asyncExec(
                () -> {
                  if (!parent.isDisposed() && run.caseFolder().equals(input().caseFolder())) {
                    read();
                  }
                });
          }
        };
    live.addListener(changed);
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    Runnable readAnew =
        () -> {
          if (!display.isDisposed()) {
            display.asyncExec(
                () -> {
                  if (!parent.isDisposed() && contents != null && !contents.finished()) {
                    read();
                  }
                });
          }
        };
    cases.addListener(readAnew);
    parent.addDisposeListener(
        e -> {
          live.removeListener(changed);
          cases.removeListener(readAnew);
          getSite().getPage().removeSelectionListener(follow);
        });
    showLive();
    read();
  }

  private void add(RunPage page, String title) {
    pages.add(page);
    setPageText(addPage(page.control()), title);
  }

  /** Shows the audit of this run, if there is one in this session. */
  private void showLive() {
    LiveRun run = live.of(input().caseFolder(), input().id()).orElse(null);
    if (run == null || run == lived) {
      return;
    }
    if (livePage != null) {
      removePage(0);
    }
    lived = run;
    LivePage page = new LivePage(getContainer(), run, chart);
    livePage = page;
    addPage(0, page.control());
    setPageText(0, "Live");
    if (run.goesOn()) {
      setActivePage(0);
    }
  }

  // Reading

  /** Reads the run, and the comparison that is wanted. */
  private void read() {
    showLive();
    int number = ++reading;
    String comparison = wanted;
    inBackground(
        "Reading " + input().name(),
        () -> {
          try {
            RunContents read = RunContents.read(input().caseFolder(), input().id());
            Comparison first = comparison(read.result(), comparison);
            return first == null ? () -> show(read) : comparison(read, first);
          } catch (BadInputException e) {
            return () -> problem(e.getMessage() + " " + e.remedy());
          } catch (IOException | UncheckedIOException e) {
            return () ->
                problem(
                    "The run cannot be read: "
                        + e.getMessage()
                        + ". Check that the case is still where it was, then refresh.");
          }
        },
        number);
  }

  private static @Nullable Comparison comparison(@Nullable RunResult result, String id) {
    if (result == null || result.comparisons().isEmpty()) {
      return null;
    }
    return result.comparisons().stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElse(result.comparisons().get(0));
  }

  /** Reads the single values; without them the rest is shown all the same. */
  private Runnable comparison(RunContents read, Comparison comparison) {
    try {
      Samples samples = RunContents.samples(input().caseFolder(), comparison);
      return () -> show(read, comparison, samples, "");
    } catch (IOException | UncheckedIOException e) {
      return () ->
          show(
              read,
              comparison,
              Samples.NONE,
              "The single values of this comparison cannot be read, so some charts stay empty: "
                  + e.getMessage()
                  + " Verify the case in the Custody view.");
    }
  }

  private interface Reading {
    /** Reads; gives what to do in the display's thread. */
    Runnable read();
  }

  private void inBackground(String name, Reading work, int number) {
    Display display = getContainer().getDisplay();
    Job job =
        new Job(name) {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            Runnable then = work.read();
            if (!display.isDisposed()) {
              display.asyncExec(
                  () -> {
                    if (number == reading && !getContainer().isDisposed()) {
                      then.run();
                    }
                  });
            }
            return Status.OK_STATUS;
          }
        };
    job.setPriority(Job.SHORT);
    job.setSystem(true);
    job.schedule();
  }

  // Showing

  private RunHeader header() {
    if (header == null) {
      throw new IllegalStateException("The editor is not made yet");
    }
    return header;
  }

  private void problem(String words) {
    header().tell("", "");
    header().warn(words);
  }

  /** A run without a result. */
  private void show(RunContents read) {
    contents = read;
    if (provenance != null) {
      provenance.show(read, null);
    }
    LiveRun run = live.of(input().caseFolder(), input().id()).orElse(null);
    if (run != null && run.goesOn()) {
      header().tell("This audit is going on.", "");
      header().warn("");
      return;
    }
    header().tell("Started " + RunWords.time(read.record().started()), "");
    String why = run == null ? "" : RunHeader.words(run.now());
    if (livePage == null && provenance != null) {
      setActivePage(getPageCount() - 1); // the plan is all there is to see
    }
    header()
        .warn(RunWords.unfinished(read, why), read.finished() ? "" : "&Resume", () -> resume(read));
  }

  private void show(RunContents read, Comparison comparison, Samples samples, String warning) {
    RunResult result = read.result();
    if (result == null) {
      return;
    }
    contents = read;
    RunRecord record = read.record();
    header().tell(RunWords.facts(record, result), "Started " + RunWords.time(record.started()));
    header().warn(warning);
    header()
        .choices(
            result.comparisons().stream().map(RunWords::name).toList(),
            result.comparisons().indexOf(comparison));
    wanted = comparison.id();
    Shown shown = new Shown(result, comparison, samples, MetricNames.of(result));
    pages.forEach(p -> p.show(shown));
    if (provenance != null) {
      provenance.show(read, comparison);
    }
    if (livePage != null && getActivePage() == 0 && lived != null && !lived.goesOn()) {
      setActivePage(1);
    }
  }

  private void choose(int index) {
    RunContents read = contents;
    if (read == null || read.result() == null) {
      return;
    }
    Comparison comparison = read.result().comparisons().get(index);
    wanted = comparison.id();
    int number = ++reading;
    inBackground("Reading " + comparison.id(), () -> comparison(read, comparison), number);
  }

  /** Starts the run's own plan again; the case goes on with the unfinished run. */
  private void resume(RunContents read) {
    boolean busy = live.of(input().caseFolder()).filter(LiveRun::goesOn).isPresent();
    if (busy) {
      header().warn("Another audit of this case is going on; wait until it has ended.");
      return;
    }
    if (!RunConsent.given(input().caseFolder(), read.plan())) {
      return;
    }
    header().busy("The audit goes on where it was …");
    PlatformUI.getWorkbench()
        .getService(ChildJobs.class)
        .start(
            "Audit of " + input().name(),
            new org.pentimento.protocol.Job.Run(
                org.pentimento.protocol.Job.PROTOCOL,
                input().caseFolder().toString(),
                null,
                "of " + input().name(),
                read.plan(),
                List.of()));
  }

  // The pair that is selected

  private @Nullable PairRef pair(String id) {
    RunContents read = contents;
    return read == null || read.result() == null
        ? null
        : new PairRef(input().caseFolder(), read.result().data().dataset(), id);
  }

  private void pick(String id) {
    PairRef pair = pair(id);
    if (pair != null) {
      mark(id);
      selection.setSelection(new StructuredSelection(pair));
    }
  }

  private void open(String id) {
    PairRef pair = pair(id);
    if (pair != null) {
      OpenPair.of(getSite(), pair, input().id());
    }
  }

  private void follow(IWorkbenchPart part, ISelection other) {
    if (part != this
        && other instanceof IStructuredSelection s
        && s.getFirstElement() instanceof PairRef pair
        && pair.equals(pair(pair.pair()))) {
      mark(pair.pair());
    }
  }

  private void mark(String id) {
    pages.forEach(p -> p.mark(id));
    chart.mark(id);
  }

  @Override
  public <T> @Nullable T getAdapter(Class<T> adapter) {
    if (adapter == ShownChart.class) {
      return adapter.cast(chart);
    }
    if (adapter == ShowsComparison.class) {
      ShowsComparison show =
          id -> {
            wanted = id;
            read();
          };
      return adapter.cast(show);
    }
    return super.getAdapter(adapter);
  }

  @Override
  public void setFocus() {
    Control active = controlOf(getActivePage());
    if (active == null) {
      return;
    }
    if (livePage != null && active == livePage.control()) {
      livePage.setFocus();
    } else if (provenance != null && active == provenance.control()) {
      provenance.setFocus();
    } else {
      pages.stream().filter(p -> p.control() == active).forEach(RunPage::setFocus);
    }
  }

  private @Nullable Control controlOf(int index) {
    return index < 0 ? null : getControl(index);
  }

  @Override
  public void doSave(IProgressMonitor monitor) {
    // never dirty: a run is evidence
  }

  @Override
  public void doSaveAs() {
    // not allowed: a run is evidence
  }

  @Override
  public boolean isDirty() {
    return false;
  }

  @Override
  public boolean isSaveAsAllowed() {
    return false;
  }
}
