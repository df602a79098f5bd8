package org.pentimento.workbench.dataset.gallery;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.XMLMemento;
import org.osgi.service.prefs.BackingStoreException;
import org.pentimento.workbench.table.NaturalOrder;

/** The filters and orders that a person keeps under a name, for all data sets. */
final class SavedFilters {
  private static final String NODE = "org.pentimento.workbench.dataset.filters";
  private static final String TYPE = "filter";

  private SavedFilters() {}

  private static IEclipsePreferences preferences() {
    return InstanceScope.INSTANCE.getNode(NODE);
  }

  /** The names, in their natural order. */
  static List<String> names() {
    Map<String, String> names = new TreeMap<>(NaturalOrder.TEXTS.thenComparing(n -> n));
    try {
      for (String name : preferences().keys()) {
        names.put(name, name);
      }
    } catch (BackingStoreException e) {
      throw new IllegalStateException("The kept filters cannot be read", e);
    }
    return List.copyOf(names.keySet());
  }

  /** Keeps what controls say under a name; one of that name is replaced. */
  static void save(String name, GalleryBar bar) {
    XMLMemento memento = XMLMemento.createWriteRoot(TYPE);
    bar.save(memento);
    StringWriter text = new StringWriter();
    try {
      memento.save(text);
    } catch (IOException e) {
      throw new IllegalStateException("A text cannot be written to memory", e);
    }
    preferences().put(name, text.toString());
    flush();
  }

  /** Sets controls to what was kept; nothing happens if there is no filter of that name. */
  static void apply(String name, GalleryBar bar) {
    String text = preferences().get(name, "");
    if (!text.isEmpty()) {
      try {
        IMemento memento = XMLMemento.createReadRoot(new StringReader(text));
        bar.restore(memento);
      } catch (WorkbenchException e) {
        throw new IllegalStateException("The filter " + name + " cannot be read", e);
      }
    }
  }

  static void delete(String name) {
    preferences().remove(name);
    flush();
  }

  private static void flush() {
    try {
      preferences().flush();
    } catch (BackingStoreException e) {
      throw new IllegalStateException("Filters cannot be kept", e);
    }
  }
}
