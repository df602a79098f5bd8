package org.pentimento.workbench.extensions;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;

/** Takes a jar that is dropped on the list of extensions. */
final class JarDrop extends DropTargetAdapter {
  private final Consumer<Path> taken;

  JarDrop(Consumer<Path> taken) {
    this.taken = taken;
  }

  @Override
  public void dragEnter(DropTargetEvent event) {
    if (event.detail == DND.DROP_DEFAULT) {
      event.detail = DND.DROP_COPY;
    }
  }

  @Override
  public void drop(DropTargetEvent event) {
    if (event.data instanceof String[] paths && paths.length > 0) {
      taken.accept(Path.of(paths[0]));
    }
  }
}
