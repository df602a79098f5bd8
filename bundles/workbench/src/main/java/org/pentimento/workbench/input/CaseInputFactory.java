package org.pentimento.workbench.input;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.jspecify.annotations.Nullable;

/** Restores the inputs of editors that were open when the window was closed. */
public final class CaseInputFactory implements IElementFactory {
  static final String ID = "org.pentimento.workbench.input";

  @Override
  public @Nullable CaseInput createElement(IMemento memento) {
    String folder = memento.getString("case");
    String kind = memento.getString("kind");
    String id = memento.getString("id");
    String name = memento.getString("name");
    if (folder == null || id == null || name == null) {
      return null;
    }
    return Stream.of(CaseInput.Kind.values())
        .filter(k -> k.name().equals(kind))
        .findFirst()
        .map(k -> new CaseInput(Path.of(folder), k, id, name))
        .orElse(null);
  }
}
