package org.pentimento.workbench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
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
import org.eclipse.ui.statushandlers.StatusManager;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.UsedExtension;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.figures.MetricNames;
import org.pentimento.figures.PairValues;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.verdict.ComparisonNames;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.chart.ShownChart;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.EditorTitle;
import org.pentimento.workbench.input.EvidenceHeader;
import org.pentimento.workbench.integrity.IntegrityBar;
import org.pentimento.workbench.picture.CasePictures;
import org.pentimento.workbench.run.contents.RunContents;
import org.pentimento.workbench.run.contents.RunWords;
import org.pentimento.workbench.run.live.LivePage;
import org.pentimento.workbench.run.live.LiveRun;
import org.pentimento.workbench.run.live.LiveRuns;
import org.pentimento.workbench.run.page.ChartsPage;
import org.pentimento.workbench.run.page.ImagesPage;
import org.pentimento.workbench.run.page.InspectionsPage;
import org.pentimento.workbench.run.page.ProvenancePage;
import org.pentimento.workbench.run.page.RunOverviewPage;
import org.pentimento.workbench.run.page.RunPage;
import org.pentimento.workbench.run.page.Shown;
import org.pentimento.workbench.run.summary.AllComparisonsPage;
import org.pentimento.workbench.selection.PairRef;
import org.pentimento.workbench.selection.PairViewer;
import org.pentimento.workbench.selection.SelectedPairs;

/**
 * Shows a run: its conclusions, charts, pictures and provenance, and its progress while its audit
 * is running. Nothing is edited.
 */
public final class RunEditor extends MultiPageEditorPart {
  private final Descriptors descriptors = PlatformUI.getWorkbench().getService(Descriptors.class);
  private final LiveRuns live = PlatformUI.getWorkbench().getService(LiveRuns.class);
  private final SelectedPairs selection = new SelectedPairs();
  private final ShownChart chart = new ShownChart(this::pick);
  private final List<RunPage> pages = new ArrayList<>();
  private @Nullable Parts parts;
  private @Nullable EvidenceHeader header;
  private @Nullable LivePage livePage;
  private @Nullable InspectionsPage inspections;
  private @Nullable LiveRun liveRun;
  private @Nullable RunContents contents;
  private String comparisonId = "";

  /** What is made with the pages. */
  private record Parts(
      EvidenceHeader header,
      ProvenancePage provenance,
      RunReader reader,
      RunResumption resumption) {}

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    if (!(input instanceof CaseInput run)) {
      throw new PartInitException("This editor shows runs of cases.");
    }
    super.init(site, input);
    EditorTitle.keep(site, run, this::setPartName);
    site.setSelectionProvider(selection);
  }

  private CaseInput input() {
    return (CaseInput) getEditorInput();
  }

  @Override
  protected Composite createPageContainer(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(box);
    IntegrityBar.over(box, input());
    header =
        new EvidenceHeader(
            box, input(), "Generator or imported model, attack and seed to show", this::choose);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(header.control());
    Composite below = new Composite(box, SWT.NONE);
    below.setLayout(new FillLayout());
    GridDataFactory.fillDefaults().grab(true, true).applyTo(below);
    return below;
  }

  @Override
  protected void createPages() {
    EvidenceHeader made = header;
    if (made == null) {
      throw new IllegalStateException("The pages are made before their container");
    }
    Composite parent = getContainer();
    CasePictures pictures = new CasePictures(input().caseFolder(), parent.getDisplay());
    parent.addDisposeListener(e -> pictures.dispose());
    add(new RunOverviewPage(parent), "Overview");
    add(new ChartsPage(parent, chart), "Charts");
    add(new ImagesPage(parent, pictures, this::pick, this::open), "Images");
    add(new AllComparisonsPage(parent, this::showComparison), "All Comparisons");
    ProvenancePage provenance = new ProvenancePage(parent);
    setPageText(addPage(provenance.control()), "Provenance");
    parts =
        new Parts(
            made,
            provenance,
            new RunReader(input(), parent, new FromReader()),
            new RunResumption(input(), live, made));
    followSelection(parent);
    followCase(parent);
    read();
  }

  private void add(RunPage page, String title) {
    pages.add(page);
    setPageText(addPage(page.control()), title);
  }

  private Parts parts() {
    if (parts == null) {
      throw new IllegalStateException("The editor is not made yet");
    }
    return parts;
  }

  private void followSelection(Composite parent) {
    ISelectionListener follow = this::follow;
    getSite().getPage().addSelectionListener(follow);
    parent.addDisposeListener(e -> getSite().getPage().removeSelectionListener(follow));
  }

  /**
   * Reads the run again when its audit begins or ends, or its case or what is installed changes.
   */
  private void followCase(Composite parent) {
    Display display = parent.getDisplay();
    Consumer<LiveRun> changed =
        run ->
            inDisplay(
                display,
                () -> {
                  if (!parent.isDisposed() && run.caseFolder().equals(input().caseFolder())) {
                    read();
                  }
                });
    Runnable readAnew =
        () ->
            inDisplay(
                display,
                () -> {
                  if (!parent.isDisposed() && contents != null && !contents.finished()) {
                    read();
                  }
                });
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    Runnable installed =
        () ->
            inDisplay(
                display,
                () -> {
                  if (!parent.isDisposed() && contents != null) {
                    read();
                  }
                });
    descriptors.addListener(installed);
    live.addListener(changed);
    cases.addListener(readAnew);
    parent.addDisposeListener(
        e -> {
          descriptors.removeListener(installed);
          live.removeListener(changed);
          cases.removeListener(readAnew);
        });
  }

  private static void inDisplay(Display display, Runnable work) {
    if (!display.isDisposed()) {
      display.asyncExec(work);
    }
  }

  /** Reads the run and the comparison that is to be shown. */
  private void read() {
    showLive();
    parts().reader().read(comparisonId);
  }

  private @Nullable LiveRun liveRun() {
    return live.of(input().caseFolder(), input().id()).orElse(null);
  }

  /** Shows the audit of this run, if there is one in this session. */
  private void showLive() {
    LiveRun run = liveRun();
    if (run == null || run == liveRun) {
      return;
    }
    if (livePage != null) {
      removePage(0);
    }
    liveRun = run;
    LivePage page = new LivePage(getContainer(), run, chart);
    livePage = page;
    addPage(0, page.control());
    setPageText(0, "Live");
    if (run.isRunning()) {
      setActivePage(0);
    }
  }

  private final class FromReader implements RunReader.Client {
    @Override
    public void problem(String words) {
      parts().header().tell("", "");
      parts().header().warn(words);
    }

    @Override
    public void unfinished(RunContents run) {
      contents = run;
      EvidenceHeader head = parts().header();
      parts().provenance().show(run, null, List.of());
      LiveRun audit = liveRun();
      if (audit != null && audit.isRunning()) {
        head.tell("This audit is running.", "");
        head.warn("");
        return;
      }
      head.tell("Started " + RunWords.time(run.record().started()), "");
      if (livePage == null) {
        setActivePage(getPageCount() - 1); // the plan is all there is to see
      }
      head.warn(
          RunWords.unfinished(run, audit == null ? "" : audit.now().words()),
          run.finished() ? "" : "&Resume",
          () -> parts().resumption().start(run));
    }

    @Override
    public void comparison(
        RunContents run,
        RunResult result,
        Comparison comparison,
        PairValues values,
        String warning) {
      contents = run;
      comparisonId = comparison.id();
      EvidenceHeader head = parts().header();
      List<String> missing = missing(result);
      head.tell(
          RunWords.facts(run, result) + RunWords.missing(missing),
          "Started " + RunWords.time(run.record().started()));
      head.warn(warning);
      head.choices(
          result.comparisons().stream().map(ComparisonNames.of(result.comparisons())::of).toList(),
          result.comparisons().indexOf(comparison));
      Shown shown = new Shown(result, comparison, values, MetricNames.of(result));
      pages.forEach(p -> p.show(shown));
      showInspections(result);
      parts().provenance().show(run, comparison, missing);
      if (livePage != null && getActivePage() == 0 && liveRun != null && !liveRun.isRunning()) {
        setActivePage(1);
      }
    }
  }

  /** Offers what the plan's detectors found, if it had any. */
  private void showInspections(RunResult result) {
    if (inspections == null
        && !(result.inspections().isEmpty() && result.modelInspections().isEmpty())) {
      InspectionsPage page =
          new InspectionsPage(
              getContainer(),
              result,
              row ->
                  open(
                      new CaseInput(
                          input().caseFolder(),
                          row.kind(),
                          row.sha(),
                          row.name() + ", " + input().name())));
      inspections = page;
      int place = getPageCount() - 1; // before the provenance
      addPage(place, page.control());
      setPageText(place, "Inspections");
    }
  }

  private void open(CaseInput input) {
    try {
      getSite().getPage().openEditor(input, input.kind().editor());
    } catch (PartInitException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
    }
  }

  /** What the result was made with that is not installed; nothing while that is not known. */
  private List<String> missing(RunResult result) {
    ExtensionCatalogue known = descriptors.known();
    return known.extensions().isEmpty()
        ? List.of()
        : UsedExtension.of(result).stream()
            .filter(used -> known.find(used.kind(), used.id()).isEmpty())
            .map(RunWords::name)
            .toList();
  }

  private void choose(int index) {
    RunContents read = contents;
    RunResult result = read == null ? null : read.result();
    if (read != null && result != null) {
      Comparison comparison = result.comparisons().get(index);
      comparisonId = comparison.id();
      parts().reader().read(read, result, comparison);
    }
  }

  /** Shows a comparison of the run, on the first page that is about one. */
  private void showComparison(String id) {
    comparisonId = id;
    read();
    setActivePage(livePage == null ? 0 : 1);
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
      selection.set(new StructuredSelection(pair));
    }
  }

  private void open(String id) {
    PairRef pair = pair(id);
    if (pair != null) {
      PairViewer.open(getSite(), pair, input().id());
    }
  }

  private void follow(IWorkbenchPart part, ISelection other) {
    if (part != this
        && other instanceof IStructuredSelection s
        && s.getFirstElement() instanceof PairRef pair
        && pair.equals(pair(pair.pair()))) {
      selection.keep(new StructuredSelection(pair));
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
            comparisonId = id;
            read();
          };
      return adapter.cast(show);
    }
    return super.getAdapter(adapter);
  }

  @Override
  public void setFocus() {
    int index = getActivePage();
    Control active = index < 0 ? null : getControl(index);
    if (active == null) {
      return;
    }
    if (livePage != null && active == livePage.control()) {
      livePage.setFocus();
    } else if (inspections != null && active == inspections.control()) {
      inspections.setFocus();
    } else if (active == parts().provenance().control()) {
      parts().provenance().setFocus();
    } else {
      pages.stream().filter(p -> p.control() == active).forEach(RunPage::setFocus);
    }
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
