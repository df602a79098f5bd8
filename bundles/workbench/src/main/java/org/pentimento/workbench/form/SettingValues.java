package org.pentimento.workbench.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;

/** Settings of one extension while a person makes them, each checked as the extension would. */
public final class SettingValues implements ParameterValues {
  private final Descriptor descriptor;
  private final Runnable changed;
  private final Map<String, String> given = new LinkedHashMap<>();

  /**
   * The defaults of an extension.
   *
   * @param changed called after each change
   */
  public SettingValues(Descriptor descriptor, Runnable changed) {
    this.descriptor = descriptor;
    this.changed = changed;
  }

  /** What can be set. */
  public List<Parameter> parameters() {
    return descriptor.parameters();
  }

  @Override
  public String get(String id) {
    return given.getOrDefault(id, "");
  }

  @Override
  public void set(String id, String value) {
    if (value.isBlank()) {
      given.remove(id);
    } else {
      given.put(id, value);
    }
    changed.run();
  }

  @Override
  public Optional<String> problem(String id) {
    String value = get(id);
    try {
      Settings.of(descriptor, value.isEmpty() ? Map.of() : Map.of(id, value));
      return Optional.empty();
    } catch (Settings.InvalidSettingException e) {
      return descriptor
          .parameter(id)
          .map(p -> p.name() + " is '" + value + "'; it must be " + p.allowed() + ".")
          .or(() -> Optional.ofNullable(e.getMessage()));
    }
  }

  /** The values of all parameters, defaults included, by id. */
  public Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    parameters().forEach(p -> all.put(p.id(), standard(p)));
    all.putAll(given);
    return all;
  }

  /** The values that are not the defaults, by id. */
  public Map<String, String> different() {
    Map<String, String> different = new LinkedHashMap<>(given);
    parameters().forEach(p -> different.remove(p.id(), standard(p)));
    return different;
  }

  private static String standard(Parameter p) {
    return String.valueOf(p.defaultValue());
  }
}
