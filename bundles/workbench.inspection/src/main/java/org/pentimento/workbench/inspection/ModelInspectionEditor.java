package org.pentimento.workbench.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.figures.InstalledFigures;
import org.pentimento.verdict.ModelInspectionWords;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.TrainingWords;
import org.pentimento.workbench.chart.ShownChart;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.EditorTitle;
import org.pentimento.workbench.input.EvidenceHeader;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.RunReading;
import org.pentimento.workbench.inspection.contents.ShownModelInspection;
import org.pentimento.workbench.inspection.overview.ExhibitsPage;
import org.pentimento.workbench.inspection.pattern.TriggerPlan;
import org.pentimento.workbench.inspection.suspect.AnswersPage;
import org.pentimento.workbench.inspection.suspect.LooksPage;
import org.pentimento.workbench.inspection.suspect.ModelMethodPage;
import org.pentimento.workbench.inspection.suspect.ShadowsPage;
import org.pentimento.workbench.inspection.suspect.ShownTriggersPage;
import org.pentimento.workbench.inspection.suspect.UnknownPage;
import org.pentimento.workbench.integrity.IntegrityBar;
import org.pentimento.workbench.preferences.ChildSettings;
import org.pentimento.workbench.preview.Previews;

/**
 * Shows an inspection of a model: the answers to the three questions, the measurements beside clean
 * models, the triggers that can be shown, and what is not known. Nothing is edited.
 */
public final class ModelInspectionEditor extends MultiPageEditorPart {
  private final ShownChart chart = new ShownChart(pair -> {});
  private final List<InspectionPage<ShownModelInspection>> pages = new ArrayList<>();
  private @Nullable EvidenceHeader header;
  private @Nullable ShownModelInspection shown;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    if (!(input instanceof CaseInput inspection)) {
      throw new PartInitException("This editor shows inspections of cases.");
    }
    super.init(site, input);
    EditorTitle.keep(site, inspection, this::setPartName);
  }

  @Override
  protected Composite createPageContainer(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(box);
    IntegrityBar.over(box, (CaseInput) getEditorInput());
    header = new EvidenceHeader(box, (CaseInput) getEditorInput(), "", index -> {});
    GridDataFactory.fillDefaults().grab(true, false).applyTo(header.control());
    Composite below = new Composite(box, SWT.NONE);
    below.setLayout(new FillLayout());
    GridDataFactory.fillDefaults().grab(true, true).applyTo(below);
    return below;
  }

  @Override
  protected void createPages() {
    Composite parent = getContainer();
    Previews previews = PlatformUI.getWorkbench().getService(Previews.class);
    Descriptors descriptors = PlatformUI.getWorkbench().getService(Descriptors.class);
    add(new AnswersPage(parent, previews), "Verdict");
    add(
        new LooksPage(
            parent, PlatformUI.getWorkbench().getService(InstalledFigures.class).ofModels(), chart),
        "Measurements");
    add(new ShownTriggersPage(parent, descriptors, previews, this::planned), "Trigger");
    add(new ShadowsPage(parent), "Shadows");
    add(new UnknownPage(parent), "Not Looked At");
    add(
        new ExhibitsPage<>(parent, previews, inspection -> inspection.result().exhibits()),
        "Exhibits");
    add(new ModelMethodPage(parent), "Method");
    EvidenceHeader head = Objects.requireNonNull(header);
    new RunReading<>(
        parent,
        (CaseInput) getEditorInput(),
        head,
        new ShownModelInspection.Reader(ChildSettings.current().threads()),
        found -> show(head, found));
  }

  private void add(InspectionPage<ShownModelInspection> page, String title) {
    pages.add(page);
    setPageText(addPage(page.control()), title);
  }

  private void show(EvidenceHeader head, ShownModelInspection found) {
    shown = found;
    ModelInspectionResult result = found.result();
    head.tell(ModelInspectionWords.verdict(result).lead() + " " + facts(result), "");
    pages.forEach(page -> page.show(found));
  }

  private static String facts(ModelInspectionResult result) {
    return "Model “"
        + TrainingWords.inWords(result.model().name())
        + "” beside "
        + NumberWords.count(result.shadows().size(), "shadow model", "shadow models")
        + ", looked at with "
        + NumberWords.count(result.trusted().count(), "trusted pair", "trusted pairs")
        + " of "
        + result.trusted().dataset()
        + ".";
  }

  private void planned(DatasetRecord dataset, Descriptor trigger, Map<String, String> settings) {
    ShownModelInspection of = shown;
    if (of != null) {
      ModelInspectionResult result = of.result();
      PlanOfTrigger.open(
          getSite(),
          of.caseFolder(),
          file ->
              TriggerPlan.audit(
                      dataset,
                      ChildSettings.current().threads(),
                      result.trusted().width(),
                      result.trusted().height())
                  .against(result.model())
                  .with(trigger, settings));
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
