package org.pentimento.workbench.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.figures.InstalledFigures;
import org.pentimento.protocol.Job;
import org.pentimento.verdict.InspectionWords;
import org.pentimento.verdict.NumberWords;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.chart.ShownChart;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.EditorTitle;
import org.pentimento.workbench.input.EvidenceHeader;
import org.pentimento.workbench.inspection.contents.BackgroundReading;
import org.pentimento.workbench.inspection.contents.InspectionContents;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.RunState;
import org.pentimento.workbench.inspection.contents.ShownInspection;
import org.pentimento.workbench.inspection.overview.ExhibitsPage;
import org.pentimento.workbench.inspection.overview.InspectionChartsPage;
import org.pentimento.workbench.inspection.overview.MethodPage;
import org.pentimento.workbench.inspection.overview.VerdictPage;
import org.pentimento.workbench.inspection.pattern.PatternsPage;
import org.pentimento.workbench.inspection.pattern.TriggerPlan;
import org.pentimento.workbench.inspection.ranking.RankedPairsPage;
import org.pentimento.workbench.integrity.IntegrityBar;
import org.pentimento.workbench.jobs.ChildJobs;
import org.pentimento.workbench.preferences.ChildSettings;
import org.pentimento.workbench.preview.Previews;
import org.pentimento.workbench.selection.PairRef;
import org.pentimento.workbench.selection.PairViewer;
import org.pentimento.workbench.selection.SelectedPairs;

/**
 * Shows an inspection: its verdict, the pairs by suspicion with their evidence, the patterns, and
 * how it was made. Nothing is edited.
 */
public final class InspectionEditor extends MultiPageEditorPart {
  private static final String FIND = "org.eclipse.ui.edit.findReplace";
  private static final String NO_RUN = "-";
  private static final int PAIRS = 1;

  private final ChildJobs jobs = PlatformUI.getWorkbench().getService(ChildJobs.class);
  private final SelectedPairs selection = new SelectedPairs();
  private final ShownChart chart = new ShownChart(this::pick);
  private final List<InspectionPage<ShownInspection>> pages = new ArrayList<>();
  private @Nullable Parts parts;
  private @Nullable EvidenceHeader header;
  private @Nullable ShownInspection shown;

  /** What is made with the pages. */
  private record Parts(EvidenceHeader header, RankedPairsPage pairs, BackgroundReading reading) {}

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    if (!(input instanceof CaseInput inspection)) {
      throw new PartInitException("This editor shows inspections of cases.");
    }
    super.init(site, input);
    EditorTitle.keep(site, inspection, this::setPartName);
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
    header = new EvidenceHeader(box, input(), "", index -> {});
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
    Previews previews = PlatformUI.getWorkbench().getService(Previews.class);
    Descriptors descriptors = PlatformUI.getWorkbench().getService(Descriptors.class);
    add(new VerdictPage(parent), "Overview");
    RankedPairsPage pairs = new RankedPairsPage(parent, previews, new FromPairs());
    add(pairs, "Pairs");
    add(new PatternsPage(parent, descriptors, previews, new FromPatterns()), "Patterns");
    add(
        new InspectionChartsPage(
            parent,
            PlatformUI.getWorkbench().getService(InstalledFigures.class).ofInspections(),
            chart),
        "Charts");
    add(new MethodPage(parent), "Method");
    parts = new Parts(made, pairs, new BackgroundReading(parent));
    menu(pairs);
    handle(FIND, pairs);
    followSelection(parent);
    followCase(parent);
    read();
  }

  private void add(InspectionPage<ShownInspection> page, String title) {
    pages.add(page);
    setPageText(addPage(page.control()), title);
  }

  private Parts parts() {
    if (parts == null) {
      throw new IllegalStateException("The editor is not made yet");
    }
    return parts;
  }

  private void menu(RankedPairsPage pairs) {
    MenuManager menu = pairs.menu();
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    getSite().registerContextMenu("org.pentimento.workbench.inspection.pairs", menu, selection);
  }

  private void handle(String command, RankedPairsPage pairs) {
    getSite()
        .getService(IHandlerService.class)
        .activateHandler(
            command,
            new AbstractHandler() {
              @Override
              public @Nullable Object execute(ExecutionEvent event) {
                setActivePage(PAIRS);
                pairs.focusSearch();
                return null;
              }
            });
  }

  private void followSelection(Composite parent) {
    ISelectionListener follow = this::follow;
    getSite().getPage().addSelectionListener(follow);
    parent.addDisposeListener(e -> getSite().getPage().removeSelectionListener(follow));
  }

  /** Reads the inspection again when its case changes, until it is finished. */
  private void followCase(Composite parent) {
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    Runnable changed =
        () -> {
          if (!parent.isDisposed()) {
            parent
                .getDisplay()
                .asyncExec(
                    () -> {
                      if (!parent.isDisposed() && shown == null) {
                        read();
                      }
                    });
          }
        };
    cases.addListener(changed);
    parent.addDisposeListener(e -> cases.removeListener(changed));
  }

  private void read() {
    CaseInput input = input();
    parts()
        .reading()
        .read(
            "Reading " + input.name(),
            0,
            () -> {
              try {
                InspectionContents contents =
                    InspectionContents.read(input.caseFolder(), input.id());
                return () -> show(contents);
              } catch (BadInputException e) {
                return () -> problem(e.getMessage() + " " + e.remedy());
              } catch (IOException | UncheckedIOException e) {
                return () ->
                    problem(
                        "The inspection cannot be read: "
                            + e.getMessage()
                            + ". Check that the case is still where it was, then refresh.");
              }
            });
  }

  private void problem(String words) {
    parts().header().tell("", "");
    parts().header().warn(words);
  }

  private void show(InspectionContents contents) {
    ShownInspection finished = contents.shown();
    RunRecord run = contents.run();
    if (finished == null) {
      unfinished(run, contents.order());
      return;
    }
    shown = finished;
    InspectionResult result = finished.result();
    parts().header().tell(InspectionWords.verdict(result).lead() + " " + facts(result), "");
    parts().header().warn("");
    if (!result.exhibits().isEmpty()) {
      Previews previews = PlatformUI.getWorkbench().getService(Previews.class);
      InspectionPage<ShownInspection> exhibits =
          new ExhibitsPage<>(getContainer(), previews, i -> i.result().exhibits());
      int place = pages.size() - 1; // before the method
      pages.add(place, exhibits);
      addPage(place, exhibits.control());
      setPageText(place, "Whole Set");
    }
    pages.forEach(p -> p.show(finished));
  }

  private void unfinished(@Nullable RunRecord run, Job.@Nullable InspectDataset order) {
    EvidenceHeader head = parts().header();
    if (run == null || order == null) {
      return;
    }
    if (run.state() == RunRecord.State.STARTED && isBusy()) {
      head.tell("This inspection is running; the view Progress says how far it is.", "");
      head.warn("");
      return;
    }
    head.tell("This inspection is not finished.", "");
    head.warn(
        RunState.words(run),
        "&Resume",
        () -> {
          head.busy("The inspection carries on where it stopped …");
          jobs.start(run.name(), order);
        });
  }

  /** Whether a job writes to the case; there is never more than one. */
  private boolean isBusy() {
    return jobs.running().stream()
        .anyMatch(j -> input().caseFolder().equals(ChildJobs.caseFolder(j.order())));
  }

  private static String facts(InspectionResult result) {
    return String.format(
        Locale.ROOT,
        "%s of %s looked at; %s false alarms asked for, that is about %.1f of the honest pairs. %s",
        NumberWords.count(result.data().count(), "pair", "pairs"),
        result.data().dataset(),
        NumberWords.fine(result.falseAlarms()),
        result.expectedFalse(),
        result.power() == null
            ? "What such an inspection finds was not measured."
            : "What such an inspection finds was measured.");
  }

  private final class FromPairs implements RankedPairsPage.Client {
    @Override
    public void selected(List<String> pairs) {
      ShownInspection of = shown;
      if (of != null) {
        selection.set(new StructuredSelection(pairs.stream().map(of::pair).toList()));
      }
    }

    @Override
    public void opened(String pair) {
      ShownInspection of = shown;
      if (of != null) {
        PairViewer.open(getSite(), of.pair(pair), NO_RUN);
      }
    }
  }

  /** Selects the pair whose mark was clicked. */
  private void pick(String pair) {
    ShownInspection of = shown;
    if (of != null) {
      parts().pairs().reveal(pair);
      selection.set(new StructuredSelection(of.pair(pair)));
    }
  }

  private final class FromPatterns implements PatternsPage.Client {
    @Override
    public void planned(DatasetRecord dataset, Descriptor trigger, Map<String, String> settings) {
      ShownInspection of = shown;
      if (of != null) {
        InspectionResult result = of.result();
        String cleaned = result.cleaned();
        PlanOfTrigger.open(
            getSite(),
            of.caseFolder(),
            file ->
                TriggerPlan.audit(
                        cleaned == null ? dataset : file.dataset(cleaned).orElse(dataset),
                        ChildSettings.current().threads(),
                        result.data().width(),
                        result.data().height())
                    .with(trigger, settings));
      }
    }

    @Override
    public void listed(int pattern) {
      parts().pairs().listPattern(pattern);
      setActivePage(PAIRS);
      parts().pairs().setFocus();
    }
  }

  private void follow(IWorkbenchPart part, ISelection other) {
    ShownInspection of = shown;
    if (part != this
        && of != null
        && other instanceof IStructuredSelection s
        && s.getFirstElement() instanceof PairRef pair
        && pair.equals(of.pair(pair.pair()))) {
      selection.keep(new StructuredSelection(pair));
      parts().pairs().reveal(pair.pair());
    }
  }

  @Override
  public <T> @Nullable T getAdapter(Class<T> adapter) {
    return adapter == ShownChart.class ? adapter.cast(chart) : super.getAdapter(adapter);
  }

  @Override
  public void setFocus() {
    int active = getActivePage();
    if (active >= 0 && active < pages.size()) {
      pages.get(active).setFocus();
    }
  }

  @Override
  public void doSave(IProgressMonitor monitor) {
    // never dirty: an inspection is evidence
  }

  @Override
  public void doSaveAs() {
    // not allowed: an inspection is evidence
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
