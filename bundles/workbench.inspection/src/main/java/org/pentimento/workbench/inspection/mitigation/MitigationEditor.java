package org.pentimento.workbench.inspection.mitigation;

import java.util.ArrayList;
import java.util.List;
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
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.verdict.MitigationWords;
import org.pentimento.verdict.Statement;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.EditorTitle;
import org.pentimento.workbench.input.EvidenceHeader;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.RunReading;
import org.pentimento.workbench.integrity.IntegrityBar;
import org.pentimento.workbench.preferences.ChildSettings;
import org.pentimento.workbench.preview.Previews;

/**
 * Shows what became of a model whose hidden mode was to be removed: the old model beside the new
 * one. Nothing is edited.
 */
public final class MitigationEditor extends MultiPageEditorPart {
  private final List<InspectionPage<ShownMitigation>> pages = new ArrayList<>();
  private @Nullable EvidenceHeader header;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    if (!(input instanceof CaseInput mitigation)) {
      throw new PartInitException("This editor shows mitigations of cases.");
    }
    super.init(site, input);
    EditorTitle.keep(site, mitigation, this::setPartName);
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
    EvidenceHeader head = header;
    if (head == null) {
      throw new IllegalStateException("The editor is not made yet");
    }
    Previews previews = PlatformUI.getWorkbench().getService(Previews.class);
    add(new OutcomePage(parent), "Before and After");
    add(new InspectedModelPage(parent, previews, ShownMitigation::before), "Old Model");
    add(new InspectedModelPage(parent, previews, ShownMitigation::after), "New Model");
    add(new MitigationMethodPage(parent), "Method");
    new RunReading<>(
        parent,
        (CaseInput) getEditorInput(),
        head,
        new ShownMitigation.Reader(ChildSettings.current().threads()),
        found -> {
          MitigationResult result = found.result();
          Statement said = MitigationWords.verdict(result);
          head.tell(
              said.lead() + " " + MitigationWords.title(result) + ".",
              said.words() + "\n" + MitigationWords.cost(result));
          pages.forEach(page -> page.show(found));
        });
  }

  private void add(InspectionPage<ShownMitigation> page, String title) {
    pages.add(page);
    setPageText(addPage(page.control()), title);
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
    // never dirty: what was found is evidence
  }

  @Override
  public void doSaveAs() {
    // not allowed: what was found is evidence
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
