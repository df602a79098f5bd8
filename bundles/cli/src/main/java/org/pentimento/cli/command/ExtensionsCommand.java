package org.pentimento.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.pentimento.api.BadInputException;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.console.Json;
import org.pentimento.registry.Extensions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "extensions",
    mixinStandardHelpOptions = true,
    description =
        "Lists what is installed: formats, triggers, strategies, generators, metrics, detectors.")
final class ExtensionsCommand implements Callable<Integer> {
  private final Console console;
  private final Extensions extensions;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  ExtensionsCommand(Console console, Extensions extensions) {
    this.console = console;
    this.extensions = extensions;
  }

  @Override
  public Integer call() throws BadInputException {
    if (json) {
      printJson();
    } else {
      print();
    }
    return ExitStatus.DONE;
  }

  private void printJson() throws BadInputException {
    List<Map<String, Object>> list = new ArrayList<>();
    Set<String> makers =
        extensions.all(Kind.DATASET_FORMAT, DatasetFormat.class).stream()
            .filter(DatasetFormat::makesItsPairs)
            .map(f -> f.descriptor().id())
            .collect(Collectors.toSet());
    for (Extensions.Installed e : extensions.installed()) {
      Descriptor d = e.descriptor();
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("kind", e.kind().word());
      map.put("id", d.id());
      map.put("name", d.name());
      map.put("version", d.version());
      map.put("summary", d.summary());
      map.put("citation", d.citation());
      map.putAll(origin(extensions.get(e.kind(), Extension.class, d.id())));
      map.put(
          "needs",
          d.needs().stream()
              .map(n -> n.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
              .sorted()
              .toList());
      if (e.kind() == Kind.DATASET_FORMAT) {
        map.put("makesItsPairs", makers.contains(d.id()));
      }
      map.put("parameters", d.parameters().stream().map(ExtensionsCommand::parameter).toList());
      list.add(map);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("extensions", list);
    result.put("setAside", extensions.setAside());
    console.out().println(Json.text(result));
  }

  /** Who made it, and the file that it came in. */
  private static Map<String, String> origin(Extension extension) {
    Bundle bundle = FrameworkUtil.getBundle(extension.getClass());
    if (bundle == null) {
      return Map.of();
    }
    String vendor = bundle.getHeaders("").get(Constants.BUNDLE_VENDOR);
    String file = bundle.getLocation().replaceFirst("^.*/", "");
    return Map.of("vendor", vendor == null ? "" : vendor, "file", file);
  }

  private static Map<String, Object> parameter(Parameter p) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", p.id());
    map.put("name", p.name());
    map.put("type", p.type().name().toLowerCase(java.util.Locale.ROOT));
    map.put("unit", p.unit());
    map.put("allowed", p.allowed());
    switch (p.type()) {
      case INTEGER, NUMBER -> {
        map.put("minimum", p.minimum());
        map.put("maximum", p.maximum());
      }
      case CHOICE -> map.put("choices", p.choices());
      case FLAG, TEXT, FILE -> {}
    }
    map.put("default", p.defaultValue());
    map.put("help", p.help());
    return map;
  }

  private void print() {
    String kind = "";
    for (Extensions.Installed e : extensions.installed()) {
      Descriptor d = e.descriptor();
      if (!e.kind().word().equals(kind)) {
        kind = e.kind().word();
        console.out().printf("%n%s%n", kind);
      }
      console.out().printf("  %-16s %s, version %s%n", d.id(), d.name(), d.version());
      console.out().printf("  %-16s %s%n", "", d.summary());
      console.out().printf("  %-16s %s%n", "", d.citation());
      for (Parameter p : d.parameters()) {
        String unit = p.unit().isEmpty() ? "" : " " + p.unit();
        console
            .out()
            .printf(
                "  %-16s   %s = %s%s (%s): %s%n",
                "",
                p.id(),
                p.defaultValue().equals("") ? "''" : p.defaultValue(),
                unit,
                p.allowed(),
                p.help());
      }
    }
    for (Extensions.SetAside s : extensions.setAside()) {
      console.out().printf("%nSet aside: %s %s: %s%n", s.kind(), s.type(), s.reason());
    }
  }
}
