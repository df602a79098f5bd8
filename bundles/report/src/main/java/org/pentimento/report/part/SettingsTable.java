package org.pentimento.report.part;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.report.part.Table.Cell;

/**
 * Shows the settings of extensions, a row for each, by the name and unit that the extension gives
 * it.
 *
 * @param installed the extensions that are installed; the settings of others bear their ids and no
 *     unit
 */
public record SettingsTable(List<Descriptor> installed) {
  /** Keeps a copy. */
  public SettingsTable {
    installed = List.copyOf(installed);
  }

  /**
   * An extension that was used.
   *
   * @param part what it was used as, such as {@code trigger}
   * @param use it with its settings
   */
  public record Method(String part, ExtensionUse use) {}

  /** The settings that were really used; a method that stands twice with the same is told once. */
  public Table of(List<Method> methods) {
    List<List<Cell>> rows = new ArrayList<>();
    new LinkedHashSet<>(methods).forEach(method -> rows(rows, method));
    return new Table(
        "Methods and the settings that were really used",
        List.of(
            Table.text("method", 1.2),
            Table.text("setting", 1.4),
            Table.text("value", 1.6),
            Table.text("unit", .6)),
        rows);
  }

  private void rows(List<List<Cell>> rows, Method method) {
    ExtensionUse use = method.use();
    Optional<Descriptor> described =
        installed.stream()
            .filter(d -> d.id().equals(use.id()) && d.name().equals(use.name()))
            .findFirst();
    Cell name =
        new Cell(method.part() + ": " + use.name(), use.id() + ", version " + use.version());
    if (use.settings().isEmpty()) {
      rows.add(List.of(name, new Cell("none", ""), new Cell("", ""), new Cell("", "")));
    }
    for (String id : new TreeSet<>(use.settings().keySet())) {
      Optional<Parameter> parameter = described.flatMap(d -> d.parameter(id));
      rows.add(
          List.of(
              name,
              new Cell(parameter.map(Parameter::name).orElse(id), ""),
              new Cell(ValueText.setting(use.settings().get(id)), ""),
              new Cell(parameter.map(Parameter::unit).orElse(""), "")));
      name = new Cell("", "");
    }
  }
}
