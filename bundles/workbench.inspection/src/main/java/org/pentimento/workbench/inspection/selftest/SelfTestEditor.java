package org.pentimento.workbench.inspection.selftest;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTests;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTests;
import org.pentimento.figures.InstalledFigures;
import org.pentimento.verdict.ModelSelfTestWords;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.SelfTestWords;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.chart.ShownChart;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.EditorTitle;
import org.pentimento.workbench.input.EvidenceHeader;
import org.pentimento.workbench.inspection.contents.BackgroundReading;
import org.pentimento.workbench.inspection.contents.ResultCharts;
import org.pentimento.workbench.inspection.contents.RunState;
import org.pentimento.workbench.integrity.IntegrityBar;

/** Shows a self-test: what was found of what was planted, as sentences, figures and charts. */
public final class SelfTestEditor extends MultiPageEditorPart {
  private final ShownChart chart = new ShownChart(pair -> {});
  private @Nullable EvidenceHeader header;
  private @Nullable Parts parts;
  private boolean finished;

  /** What is made with the pages. */
  private record Parts(
      EvidenceHeader header,
      SelfTestOverview overview,
      Composite charts,
      StackLayout shown,
      ResultCharts<SelfTestResult> sets,
      ResultCharts<ModelSelfTestResult> models,
      BackgroundReading reading) {}

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    if (!(input instanceof CaseInput test)) {
      throw new PartInitException("This editor shows self-tests of cases.");
    }
    super.init(site, input);
    EditorTitle.keep(site, test, this::setPartName);
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
    SelfTestOverview overview = new SelfTestOverview(parent);
    setPageText(addPage(overview.control()), "Overview");
    InstalledFigures figures = PlatformUI.getWorkbench().getService(InstalledFigures.class);
    Composite charts = new Composite(parent, SWT.NONE);
    StackLayout shown = new StackLayout();
    charts.setLayout(shown);
    ResultCharts<SelfTestResult> sets = new ResultCharts<>(charts, figures.ofSelfTests(), chart);
    ResultCharts<ModelSelfTestResult> models =
        new ResultCharts<>(charts, figures.ofModelSelfTests(), chart);
    shown.topControl = sets.control();
    setPageText(addPage(charts), "Charts");
    parts = new Parts(made, overview, charts, shown, sets, models, new BackgroundReading(parent));
    followCase(parent);
    read();
  }

  private Parts parts() {
    if (parts == null) {
      throw new IllegalStateException("The editor is not made yet");
    }
    return parts;
  }

  private void followCase(Composite parent) {
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    Runnable changed =
        () -> {
          if (!parent.isDisposed()) {
            parent
                .getDisplay()
                .asyncExec(
                    () -> {
                      if (!parent.isDisposed() && !finished) {
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
              try (CaseFile file = CaseFile.openForReading(input.caseFolder())) {
                RunRecord run =
                    file.run(input.id())
                        .orElseThrow(
                            () ->
                                new BadInputException(
                                    "The case has no self-test '" + input.id() + "'.",
                                    "Open the case that has it, or close this editor."));
                if (run.result().isEmpty()) {
                  return () -> unfinished(run);
                }
                if (run.kind() == RunKind.MODEL_SELF_TEST) {
                  ModelSelfTestResult models = ModelSelfTests.read(file.blobs(), run.result());
                  return () -> show(models);
                }
                SelfTestResult result = SelfTests.read(file.blobs(), run.result());
                return () -> show(result);
              } catch (BadInputException e) {
                return () -> problem(e.getMessage() + " " + e.remedy());
              } catch (IOException | UncheckedIOException e) {
                return () ->
                    problem(
                        "The self-test cannot be read: "
                            + e.getMessage()
                            + ". Check that the case is still where it was, then refresh.");
              }
            });
  }

  private void problem(String words) {
    parts().header().tell("", "");
    parts().header().warn(words);
  }

  private void unfinished(RunRecord run) {
    parts().header().tell("This self-test is not finished.", "");
    parts().header().warn(RunState.words(run));
  }

  private void show(ModelSelfTestResult result) {
    finished(
        ModelSelfTestWords.verdict(result).lead(),
        NumberWords.count(result.trials().size(), "model", "models"),
        result.planned(),
        result.data().dataset());
    parts().overview().show(result);
    parts().shown().topControl = parts().models().control();
    parts().charts().layout();
    parts().models().show(result);
  }

  private void finished(String lead, String made, int planned, String dataset) {
    finished = true;
    parts()
        .header()
        .tell(lead + " " + made + " of " + planned + " planned, made of " + dataset + ".", "");
    parts().header().warn("");
  }

  private void show(SelfTestResult result) {
    finished(
        SelfTestWords.verdict(result).lead(),
        NumberWords.count(result.trials().size(), "set", "sets"),
        result.planned(),
        result.data().dataset());
    parts().overview().show(result);
    parts().sets().show(result);
  }

  @Override
  public <T> @Nullable T getAdapter(Class<T> adapter) {
    return adapter == ShownChart.class ? adapter.cast(chart) : super.getAdapter(adapter);
  }

  @Override
  public void setFocus() {
    if (getActivePage() == 0) {
      parts().overview().setFocus();
    } else if (parts().shown().topControl == parts().models().control()) {
      parts().models().setFocus();
    } else {
      parts().sets().setFocus();
    }
  }

  @Override
  public void doSave(IProgressMonitor monitor) {
    // never dirty: a self-test is evidence
  }

  @Override
  public void doSaveAs() {
    // not allowed: a self-test is evidence
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
