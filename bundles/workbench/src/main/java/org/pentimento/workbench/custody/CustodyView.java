package org.pentimento.workbench.custody;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.look.Icons;
import org.pentimento.workbench.selection.Node;

/** Shows who did what to a case and when: the case of what is selected or open in front. */
public final class CustodyView extends ViewPart {
  /** As {@code plugin.xml} names it. */
  public static final String ID = "org.pentimento.workbench.custody";

  private @Nullable Pane pane;

  @Override
  public void createPartControl(Composite parent) {
    Pane created = new Pane(parent);
    pane = created;
    IWorkbenchPage page = getSite().getPage();
    ISelectionListener selection =
        (part, selected) -> {
          if (selected instanceof IStructuredSelection s && s.getFirstElement() instanceof Node n) {
            created.follow(n.caseFolder());
          } else if (part instanceof IEditorPart editor
              && editor.getEditorInput() instanceof CaseInput run) {
            created.follow(run.caseFolder());
          }
        };
    page.addSelectionListener(selection);
    parent.addDisposeListener(e -> page.removeSelectionListener(selection));
    IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
    bar.add(created.verify);
  }

  @Override
  public void setFocus() {
    if (pane != null) {
      pane.table.setFocus();
    }
  }

  /** The content of the view: title and table. */
  private static final class Pane {
    private final OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    private final Label title;
    private final EntryTable table;
    private final Action verify;
    private final Composite box;
    private @Nullable Path followed;

    Pane(Composite parent) {
      box = new Composite(parent, SWT.NONE);
      GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(box);
      title = new Label(box, SWT.NONE);
      GridDataFactory.fillDefaults().grab(true, false).indent(6, 4).applyTo(title);
      table = new EntryTable(box);
      GridDataFactory.fillDefaults().grab(true, true).indent(0, 4).applyTo(table.control());
      verify =
          new Action("Verify", Icons.CUSTODY.descriptor()) {
            @Override
            public void run() {
              if (followed != null) {
                new VerifyJob(followed, box.getDisplay(), Pane.this::tell).schedule();
              }
            }
          };
      verify.setToolTipText("Verify that the case is as it was written");
      Display display = box.getDisplay();
      Runnable changed =
          () ->
              display.asyncExec(
                  () -> {
                    if (!box.isDisposed()) {
                      show();
                    }
                  });
      cases.addListener(changed);
      box.addDisposeListener(e -> cases.removeListener(changed));
      show();
    }

    void follow(Path folder) {
      if (!folder.equals(followed)) {
        followed = folder;
        show();
      }
    }

    private void tell(Path folder, String verdict) {
      if (!box.isDisposed() && folder.equals(followed)) {
        title.setText(verdict.replace("&", "&&"));
        title.setToolTipText(verdict);
      }
    }

    private void show() {
      List<OpenCase> open = cases.all();
      OpenCase shown =
          open.stream()
              .filter(c -> c.folder().equals(followed))
              .findFirst()
              .orElse(open.isEmpty() ? null : open.get(0));
      followed = shown == null ? null : shown.folder();
      verify.setEnabled(shown instanceof OpenCase.Read);
      title.setToolTipText(null);
      if (shown instanceof OpenCase.Read read) {
        int count = read.entries().size();
        title.setText(
            read.name().replace("&", "&&") + ": " + count + (count == 1 ? " entry" : " entries"));
        table.show(read.entries());
      } else {
        title.setText(shown == null ? "No case is open." : shown.name() + " cannot be shown.");
        table.show(List.of());
      }
    }
  }
}
