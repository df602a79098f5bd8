package org.pentimento.workbench.dataset.gallery;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;
import org.pentimento.workbench.dataset.contents.Item;

/** Takes selected pairs out of the window: as ids to the clipboard, as ids or files by dragging. */
final class GalleryTransfer {
  private final Control control;
  private final Supplier<List<Item>> selected;
  private final Supplier<Path> root;

  /**
   * Lets a control be dragged out of.
   *
   * @param selected the items that are selected
   * @param root the folder that their files' paths are relative to
   */
  GalleryTransfer(Control control, Supplier<List<Item>> selected, Supplier<Path> root) {
    this.control = control;
    this.selected = selected;
    this.root = root;
    DragSource source = new DragSource(control, DND.DROP_COPY);
    source.setTransfer(TextTransfer.getInstance(), FileTransfer.getInstance());
    source.addDragListener(
        new DragSourceAdapter() {
          @Override
          public void dragStart(DragSourceEvent event) {
            event.doit = !selected.get().isEmpty();
          }

          @Override
          public void dragSetData(DragSourceEvent event) {
            event.data =
                FileTransfer.getInstance().isSupportedType(event.dataType) ? files() : ids();
          }
        });
  }

  /** Puts the ids of the selected items on the clipboard, a line each. */
  void copy() {
    String ids = ids();
    if (!ids.isEmpty()) {
      Clipboard clipboard = new Clipboard(control.getDisplay());
      clipboard.setContents(new Object[] {ids}, new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    }
  }

  private String ids() {
    return selected.get().stream().map(Item::id).collect(Collectors.joining("\n"));
  }

  private String[] files() {
    return selected.get().stream()
        .flatMap(item -> Stream.of(item.pair().photo(), item.pair().sketch()))
        .filter(path -> !path.isEmpty())
        .map(path -> root.get().resolve(path).toString())
        .toArray(String[]::new);
  }
}
