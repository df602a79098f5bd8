package org.pentimento.launcher;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Links the classes that bundles have loaded, for an archive of classes: Java leaves those out that
 * were loaded and never used, though each later start would have to read them anew.
 */
final class LinkedClasses implements WeavingHook {
  private final Map<BundleWiring, Set<String>> loaded = new ConcurrentHashMap<>();

  @Override
  public void weave(WovenClass seen) {
    loaded
        .computeIfAbsent(seen.getBundleWiring(), wiring -> ConcurrentHashMap.newKeySet())
        .add(seen.getClassName());
  }

  /** Links what has been loaded so far; a class that cannot be linked stays out of the archive. */
  void link() {
    loaded.forEach((wiring, names) -> names.forEach(name -> link(wiring, name)));
  }

  private static void link(BundleWiring wiring, String name) {
    try {
      // Java links a class before it lists its constructors, and does not initialise it for that.
      var unused = wiring.getClassLoader().loadClass(name).getDeclaredConstructors();
    } catch (ClassNotFoundException | LinkageError e) {
      // a class that leans on an optional bundle
    }
  }
}
