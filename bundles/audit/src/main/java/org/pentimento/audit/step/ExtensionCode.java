package org.pentimento.audit.step;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.pentimento.casefile.UsedExtension;
import org.pentimento.registry.Extensions;

/** Which code the extensions of a result consist of. */
public final class ExtensionCode {
  private static final String NAME = "code of ";

  private ExtensionCode() {}

  /** An environment with bundle, version and SHA-256 of each extension that took part. */
  public static Map<String, String> beside(
      Map<String, String> environment, Collection<UsedExtension> used, Extensions extensions) {
    Map<String, String> all = new TreeMap<>(environment);
    for (UsedExtension one : used) {
      String words = extensions.origin(one.kind(), one.id()).words();
      if (!words.isEmpty()) {
        all.put(NAME + one.kind().word() + " " + one.id(), words);
      }
    }
    return all;
  }

  /** An environment without that. */
  public static Map<String, String> without(Map<String, String> environment) {
    Map<String, String> rest = new TreeMap<>(environment);
    rest.keySet().removeIf(name -> name.startsWith(NAME));
    return rest;
  }
}
