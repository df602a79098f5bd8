package org.pentimento.workbench.input;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.DisplayNames;
import org.pentimento.casefile.event.Named;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.look.Icons;

/**
 * Something of a case that an editor shows.
 *
 * @param caseFolder of the case it belongs to
 * @param kind what it is, which decides on the editor
 * @param id a run's id, a data set's name, the hash of the blob of a plan or a result
 * @param name for people
 */
public record CaseInput(Path caseFolder, Kind kind, String id, String name)
    implements IEditorInput, IPersistableElement {
  /** What can be opened. */
  public enum Kind {
    /** A run; its id. */
    RUN("org.pentimento.workbench.run", Icons.RUN),
    /** A data set; its name in the case. */
    DATASET("org.pentimento.workbench.dataset", Icons.DATASET),
    /** A plan that was carried out; the hash of its blob. */
    PLAN("org.pentimento.workbench.plan", Icons.PLAN),
    /** An inspection of a data set; the hash of its result's blob. */
    INSPECTION("org.pentimento.workbench.inspection", Icons.INSPECTION),
    /** An inspection of a model; its run's id. */
    MODEL_INSPECTION("org.pentimento.workbench.inspection.model", Icons.INSPECTION),
    /** An inspection of photos for a model; its run's id. */
    PHOTO_INSPECTION("org.pentimento.workbench.inspection.photo", Icons.INSPECTION),
    /** What became of a model whose hidden mode was to be removed; its run's id. */
    MITIGATION("org.pentimento.workbench.inspection.mitigation", Icons.INSPECTION),
    /** Drawings that were kept; the number of the entry of the custody log. */
    DRAWINGS("org.pentimento.workbench.run.draw", Icons.DRAWING),
    /** A self-test of inspections; the hash of its result's blob. */
    SELF_TEST("org.pentimento.workbench.inspection.selfTest", Icons.SELF_TEST);

    private final String editor;
    private final Icons icon;

    Kind(String editor, Icons icon) {
      this.editor = editor;
      this.icon = icon;
    }

    /** The id of its editor. */
    public String editor() {
      return editor;
    }
  }

  /** Length of a SHA-256, which says nothing to a person. */
  private static final int HASH = 64;

  @Override
  public boolean exists() {
    return false; // keeps it out of the list of recent files
  }

  @Override
  public ImageDescriptor getImageDescriptor() {
    return kind.icon.descriptor();
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public IPersistableElement getPersistable() {
    return this;
  }

  /** What it is shown by: the name that it was given, or the recorded one. */
  public String shown() {
    return names().shown(named(), id, name);
  }

  /** What it is shown by, with the recorded name beside it if that is another. */
  public String heading() {
    return names().both(named(), id, name);
  }

  private DisplayNames names() {
    return PlatformUI.getWorkbench().getService(OpenCases.class).names(caseFolder);
  }

  private Named.Kind named() {
    return switch (kind) {
      case DATASET -> Named.Kind.DATASET;
      case PLAN -> Named.Kind.PLAN;
      case DRAWINGS -> Named.Kind.DRAWINGS;
      case RUN, INSPECTION, MODEL_INSPECTION, PHOTO_INSPECTION, MITIGATION, SELF_TEST ->
          Named.Kind.RUN;
    };
  }

  /** For the tab of an editor: with the case, where several are open. */
  public String title() {
    List<OpenCase> open = PlatformUI.getWorkbench().getService(OpenCases.class).all();
    String of =
        open.stream()
            .filter(one -> one.folder().equals(caseFolder))
            .map(OpenCase::name)
            .findFirst()
            .orElse("");
    return open.size() < 2 || of.isEmpty() ? shown() : shown() + " – " + of;
  }

  @Override
  public String getToolTipText() {
    boolean run = named() == Named.Kind.RUN;
    String which = run && id.length() < HASH ? " (" + id + ")" : "";
    return heading() + which + " in " + caseFolder;
  }

  @Override
  public <T> @Nullable T getAdapter(Class<T> adapter) {
    return null;
  }

  @Override
  public String getFactoryId() {
    return CaseInputFactory.ID;
  }

  @Override
  public void saveState(IMemento memento) {
    memento.putString("case", caseFolder.toString());
    memento.putString("kind", kind.name());
    memento.putString("id", id);
    memento.putString("name", name);
  }
}
