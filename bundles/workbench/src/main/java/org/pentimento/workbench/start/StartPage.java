package org.pentimento.workbench.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.EditorPart;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.cases.RecentCases.Recent;
import org.pentimento.workbench.form.ScrolledForm;
import org.pentimento.workbench.look.SecondaryText;

/** What somebody can begin with who has no case open: a link each, and what it leads to. */
public final class StartPage extends EditorPart {
  /** As {@code plugin.xml} names it. */
  public static final String ID = "org.pentimento.workbench.start";

  private static final String OPEN = "org.pentimento.workbench.openCase";
  private static final int MOST_RECENT = 5;

  /**
   * Something to begin with.
   *
   * @param parameters of the command by their ids
   */
  private record Beginning(
      String title, String text, String command, Map<String, String> parameters) {}

  private static final List<Beginning> BEGINNINGS =
      List.of(
          new Beginning(
              "Look at a finished sample case",
              "Drawn faces, two generators, a planted backdoor, and the report on it. You get a"
                  + " copy of your own.",
              "org.pentimento.workbench.sampleCase",
              Map.of()),
          new Beginning(
              "Begin a new audit …",
              "Plants known attacks in pairs, trains generators on them, and measures what becomes"
                  + " of the sketches. The first plan draws its own faces.",
              "org.pentimento.workbench.newAudit",
              Map.of()),
          new Beginning(
              "Import a data set …",
              "Takes photos and sketches that were handed in into a case, to be inspected or"
                  + " audited there.",
              "org.pentimento.workbench.exchange.import",
              Map.of()),
          new Beginning(
              "Open a case …", "A folder whose name usually ends in .case.", OPEN, Map.of()));

  private static final List<Beginning> GUIDES =
      List.of(
          new Beginning(
              "First Audit",
              "leads through all of it step by step.",
              "org.eclipse.ui.views.showView",
              Map.of(
                  "org.eclipse.ui.views.showView.viewId", "org.pentimento.workbench.firstAudit")),
          new Beginning(
              "The guide",
              "explains every view and every word; F1 opens it anywhere.",
              "org.pentimento.workbench.help",
              Map.of("org.pentimento.workbench.help.topic", "contents")));

  private @Nullable Link first;

  @Override
  public void init(IEditorSite site, IEditorInput input) {
    setSite(site);
    setInput(input);
    setPartName(input.getName());
  }

  @Override
  public void createPartControl(Composite parent) {
    ScrolledForm form = new ScrolledForm(parent);
    Composite page = form.content();
    GridLayoutFactory.swtDefaults().margins(36, 28).spacing(0, 4).applyTo(page);
    Label title = new Label(page, SWT.NONE);
    title.setText("Pentimento");
    title.setFont(JFaceResources.getHeaderFont());
    prose(page, "Brings to light what was hidden in photo-to-sketch data sets and models.");
    for (Beginning one : BEGINNINGS) {
      Link link = link(page, one, 14);
      first = first == null ? link : first;
      SecondaryText.colour(prose(page, one.text()));
    }
    recent(page);
    caption(page, "To learn how it works");
    GUIDES.forEach(one -> link(page, one, 2));
    form.fit();
  }

  private void recent(Composite page) {
    List<Recent> recent =
        PlatformUI.getWorkbench().getService(OpenCases.class).recent().all().stream()
            .filter(one -> !one.gone())
            .limit(MOST_RECENT)
            .toList();
    if (recent.isEmpty()) {
      return;
    }
    caption(page, "Open lately");
    for (Recent one : recent) {
      Path folder = one.folder();
      link(
          page,
          new Beginning(
              String.valueOf(folder.getFileName()),
              "in " + folder.getParent(),
              OPEN,
              Map.of(OPEN + ".folder", folder.toString())),
          2);
    }
  }

  private static void caption(Composite page, String text) {
    Label caption = new Label(page, SWT.NONE);
    caption.setText(text);
    caption.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
    GridDataFactory.swtDefaults().indent(0, 18).applyTo(caption);
  }

  private static Label prose(Composite page, String text) {
    Label label = new Label(page, SWT.WRAP);
    label.setText(text);
    GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(label);
    return label;
  }

  /** A link; what it leads to stands beside it if it is a short one. */
  private Link link(Composite page, Beginning one, int above) {
    Link link = new Link(page, SWT.NONE);
    boolean prominent = BEGINNINGS.contains(one);
    String title = "<a>" + one.title().replace("&", "&&") + "</a>";
    link.setText(prominent ? title : title + " " + one.text().replace("&", "&&"));
    if (prominent) {
      link.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
    }
    GridDataFactory.swtDefaults().indent(0, above).applyTo(link);
    link.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> carryOut(one)));
    return link;
  }

  private void carryOut(Beginning one) {
    Command command = getSite().getService(ICommandService.class).getCommand(one.command());
    try {
      getSite()
          .getService(IHandlerService.class)
          .executeCommand(
              ParameterizedCommand.generateCommand(command, Map.copyOf(one.parameters())), null);
    } catch (CommandException e) {
      throw new IllegalStateException(one.command() + " cannot be carried out", e);
    }
  }

  @Override
  public void setFocus() {
    if (first != null) {
      first.setFocus();
    }
  }

  @Override
  public void doSave(IProgressMonitor monitor) {
    // nothing can be changed
  }

  @Override
  public void doSaveAs() {
    // nothing can be changed
  }

  @Override
  public boolean isDirty() {
    return false;
  }

  @Override
  public boolean isSaveAsAllowed() {
    return false;
  }

  /** Shows the page whenever no case is open and no editor either; closes it when a case is. */
  public static void follow() {
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    Runnable look = () -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> look(cases));
    cases.addListener(look);
    look.run();
  }

  private static void look(OpenCases cases) {
    if (!PlatformUI.isWorkbenchRunning() || PlatformUI.getWorkbench().isClosing()) {
      return;
    }
    boolean none = cases.all().isEmpty();
    for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
      IWorkbenchPage page = window.getActivePage();
      if (page == null) {
        continue;
      }
      IEditorPart shown = page.findEditor(new StartInput());
      if (!none && shown != null) {
        page.closeEditor(shown, false);
      } else if (none && shown == null && page.getEditorReferences().length == 0) {
        try {
          page.openEditor(new StartInput(), ID, false);
        } catch (PartInitException e) {
          throw new IllegalStateException("the start page cannot be opened", e);
        }
      }
    }
  }
}
