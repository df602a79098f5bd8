package org.pentimento.workbench.run.draw;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.EvidenceEditor;
import org.pentimento.workbench.integrity.IntegrityBar;

/**
 * Draws photos with models of a case and shows the sketches side by side, or shows drawings that
 * the case keeps.
 */
public final class DrawEditor extends EvidenceEditor {
  /** As {@code plugin.xml} names it. */
  static final String ID = "org.pentimento.workbench.run.draw";

  private @Nullable DrawPage page;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    CaseInput kept = Adapters.adapt(input, CaseInput.class);
    if (!(input instanceof DrawInput) && (kept == null || kept.kind() != CaseInput.Kind.DRAWINGS)) {
      throw new PartInitException("This editor draws with models of cases.");
    }
    setSite(site);
    setInput(input);
    setPartName(kept == null ? input.getName() : kept.title());
  }

  @Override
  public void createPartControl(Composite parent) {
    if (getEditorInput() instanceof DrawInput input) {
      List<DrawableModel> models = models(input.caseFolder());
      DrawPage made = new DrawPage(parent, input.caseFolder(), titles(models));
      page = made;
      made.begin(models, input);
    } else if (getEditorInput() instanceof CaseInput kept) {
      Composite below = IntegrityBar.above(parent, kept);
      DrawPage made = new DrawPage(below, kept.caseFolder(), titles(models(kept.caseFolder())));
      page = made;
      made.showKept(kept.id());
    }
  }

  private static List<DrawableModel> models(Path caseFolder) {
    return PlatformUI.getWorkbench()
        .getService(OpenCases.class)
        .read(caseFolder)
        .map(DrawableModel::of)
        .orElse(List.of());
  }

  /** What a person calls models, by their names. */
  private static UnaryOperator<String> titles(List<DrawableModel> models) {
    return name ->
        models.stream()
            .filter(model -> model.name().equals(name))
            .map(DrawableModel::title)
            .findFirst()
            .orElse(name);
  }

  @Override
  public void setFocus() {
    if (page != null) {
      page.setFocus();
    }
  }
}
