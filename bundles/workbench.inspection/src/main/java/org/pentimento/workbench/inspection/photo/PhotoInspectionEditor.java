package org.pentimento.workbench.inspection.photo;

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
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.PhotoInspectionWords;
import org.pentimento.verdict.Statement;
import org.pentimento.verdict.TrainingWords;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.EditorTitle;
import org.pentimento.workbench.input.EvidenceHeader;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.RunReading;
import org.pentimento.workbench.integrity.IntegrityBar;
import org.pentimento.workbench.preferences.ChildSettings;
import org.pentimento.workbench.preview.Previews;

/** Shows an inspection of photos for a model. Nothing is edited. */
public final class PhotoInspectionEditor extends MultiPageEditorPart {
  private final List<InspectionPage<ShownPhotos>> pages = new ArrayList<>();
  private @Nullable EvidenceHeader header;

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
    EvidenceHeader head = header;
    if (head == null) {
      throw new IllegalStateException("The editor is not made yet");
    }
    add(new PhotosPage(parent, PlatformUI.getWorkbench().getService(Previews.class)), "Photos");
    add(new PhotoMethodPage(parent), "Method");
    new RunReading<>(
        parent,
        (CaseInput) getEditorInput(),
        head,
        new ShownPhotos.Reader(ChildSettings.current().threads()),
        found -> {
          PhotoInspectionResult result = found.result();
          Statement said = PhotoInspectionWords.verdict(result);
          head.tell(
              said.lead() + " " + facts(result),
              String.join("\n", PhotoInspectionWords.worth(result)));
          pages.forEach(page -> page.show(found));
        });
  }

  private void add(InspectionPage<ShownPhotos> page, String title) {
    pages.add(page);
    setPageText(addPage(page.control()), title);
  }

  private static String facts(PhotoInspectionResult result) {
    return "Model “"
        + TrainingWords.inWords(result.model().name())
        + "” beside "
        + NumberWords.count(result.shadows().size(), "clean model", "clean models")
        + ", photos beside "
        + NumberWords.count(result.compared(), "trusted photo", "trusted photos")
        + " of "
        + result.trusted().dataset()
        + ".";
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
