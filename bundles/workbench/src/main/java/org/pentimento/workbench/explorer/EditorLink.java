package org.pentimento.workbench.explorer;

import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TreePath;
import org.eclipse.jface.viewers.TreeSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.selection.Node;

/**
 * Links the tree with the editors while it is switched on: the tree selects what the editor in
 * front shows, and selecting something in the tree brings its editor to the front if it is open.
 */
final class EditorLink {
  private static final String LINKED = "linked";

  private final TreeViewer viewer;
  private final IWorkbenchPage page;
  private final Action toggle =
      new Action("Link with Editor", IAction.AS_CHECK_BOX) {
        @Override
        public void run() {
          follow();
        }
      };

  /**
   * The link of a tree.
   *
   * @param memento tells whether it was switched on when the window was closed
   */
  EditorLink(TreeViewer viewer, IWorkbenchPage page, @Nullable IMemento memento) {
    this.viewer = viewer;
    this.page = page;
    toggle.setToolTipText("Select what the editor in front shows, and the other way round");
    toggle.setImageDescriptor(
        PlatformUI.getWorkbench()
            .getSharedImages()
            .getImageDescriptor(ISharedImages.IMG_ELCL_SYNCED));
    toggle.setChecked(memento != null && Boolean.TRUE.equals(memento.getBoolean(LINKED)));
    IPartListener2 parts =
        new IPartListener2() {
          @Override
          public void partActivated(IWorkbenchPartReference part) {
            if (part.getPart(false) instanceof IEditorPart) {
              follow();
            }
          }

          @Override
          public void partBroughtToTop(IWorkbenchPartReference part) {
            partActivated(part);
          }
        };
    page.addPartListener(parts);
    viewer.addPostSelectionChangedListener(e -> lead(e.getStructuredSelection()));
    viewer.getControl().addDisposeListener(e -> page.removePartListener(parts));
  }

  /** The button that switches the link on and off. */
  IAction toggle() {
    return toggle;
  }

  void save(IMemento memento) {
    memento.putBoolean(LINKED, toggle.isChecked());
  }

  /** Selects what the editor in front shows. */
  void follow() {
    IEditorPart editor = page.getActiveEditor();
    if (!toggle.isChecked() || editor == null || shows(editor, viewer.getStructuredSelection())) {
      return;
    }
    List<?> cases = (List<?>) viewer.getInput();
    List<Node> path =
        Node.pathTo(editor.getEditorInput(), cases.stream().map(Node.class::cast).toList());
    if (!path.isEmpty()) {
      viewer.setSelection(new TreeSelection(new TreePath(path.toArray())), true);
    }
  }

  /** A selected model or finding stays selected: its run's editor shows it as well. */
  private static boolean shows(IEditorPart editor, IStructuredSelection selection) {
    return selection.size() == 1
        && selection.getFirstElement() instanceof Node node
        && editor.getEditorInput().equals(node.input());
  }

  private void lead(IStructuredSelection selection) {
    if (toggle.isChecked()
        && selection.size() == 1
        && selection.getFirstElement() instanceof Node node) {
      IEditorInput input = node.input();
      IEditorPart editor = input == null ? null : page.findEditor(input);
      if (editor != null && editor != page.getActiveEditor()) {
        page.activate(
            editor); // bringing it to the top without activating it leaves parts without theme
        page.activate(page.findView(CaseExplorer.ID));
      }
    }
  }
}
