package org.pentimento.workbench.help;

import java.util.stream.Stream;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;

/**
 * Explains what has the focus: in the Help view, or in a popup over a dialog, which the view would
 * be unreachable from. The parameter {@code topic} opens a page of the guide instead.
 */
public final class HelpHandler extends AbstractHandler {
  private static final String ALL_KEYS = "\n\n[All keys](keys)\n";
  private static final String TOPIC = "org.pentimento.workbench.help.topic";

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    if (window == null || window.getActivePage() == null) {
      return null;
    }
    IWorkbenchPage page = window.getActivePage();
    String topic = event.getParameter(TOPIC);
    Display display = PlatformUI.getWorkbench().getDisplay();
    Shell active = display.getActiveShell();
    String text = topic == null ? about(display.getFocusControl(), page) : null;
    if (active != null && active != window.getShell() && text != null) {
      new HelpPopup(active, text).open();
      return null;
    }
    try {
      HelpView view = (HelpView) page.showView(HelpView.ID);
      if (text == null) {
        view.show(GuideTopic.of(topic == null ? "" : topic).orElse(GuideTopic.CONTENTS));
      } else {
        view.show(text + (isPage(text) ? "" : ALL_KEYS));
      }
    } catch (PartInitException e) {
      throw new ExecutionException("The help view cannot be opened", e);
    }
    return null;
  }

  private static boolean isPage(String text) {
    return Stream.of(GuideTopic.values()).anyMatch(topic -> topic.text().equals(text));
  }

  /** What is said of the head of a column, if the mouse is over one, wherever the focus is. */
  private static @Nullable String overColumn(Display display) {
    if (!(display.getCursorControl() instanceof Table table)) {
      return null;
    }
    Point mouse = table.getParent().toControl(display.getCursorLocation());
    Rectangle bounds = table.getBounds();
    return bounds.contains(mouse) && mouse.y < bounds.y + table.getHeaderHeight()
        ? ContextHelp.of(table)
        : null;
  }

  private static String about(@Nullable Control focus, IWorkbenchPage page) {
    String said = overColumn(page.getWorkbenchWindow().getShell().getDisplay());
    if (said != null) {
      return said;
    }
    said = ContextHelp.of(focus);
    if (said != null) {
      return said;
    }
    IWorkbenchPart part = page.getActivePart();
    return (part == null ? GuideTopic.CONTENTS : GuideTopic.ofPart(part.getSite().getId())).text();
  }
}
