package org.pentimento.workbench.help;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.Scheme;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.keys.IBindingService;
import org.jspecify.annotations.Nullable;

/** The keys of all commands, as they are bound now, as a part of a page of the guide. */
final class KeyList {
  private static final Binding[] NONE = {};
  private static final String EVERYWHERE = "org.eclipse.ui.contexts.";

  private KeyList() {}

  /**
   * A key.
   *
   * @param where context in which it works, empty for the whole window
   * @param command what it does, for a person
   * @param sequence as it is written on keyboards, such as {@code Ctrl+F}
   * @param says what the command does, in a sentence without a full stop; may be empty
   */
  record Key(String where, String command, String sequence, String says) {}

  /** All keys that do something in this window. */
  static List<Key> now() {
    IBindingService bindings = PlatformUI.getWorkbench().getService(IBindingService.class);
    IContextService contexts = PlatformUI.getWorkbench().getService(IContextService.class);
    List<Key> keys = new ArrayList<>();
    List<Binding> all = List.of(Objects.requireNonNullElse(bindings.getBindings(), NONE));
    Scheme scheme = bindings.getActiveScheme();
    Set<String> own = new HashSet<>();
    all.stream()
        .filter(binding -> isOf(binding, scheme))
        .forEach(binding -> own.add(binding.getTriggerSequence().toString()));
    for (Binding binding : all) {
      ParameterizedCommand command = binding.getParameterizedCommand();
      if (command != null && counts(binding, scheme, own)) {
        try {
          String context = binding.getContextId();
          keys.add(
              new Key(
                  context.startsWith(EVERYWHERE) ? "" : contexts.getContext(context).getName(),
                  command.getName(),
                  written(binding.getTriggerSequence().format()),
                  Objects.requireNonNullElse(command.getCommand().getDescription(), "")));
        } catch (NotDefinedException e) {
          // a context or a command of a part that is not installed binds nothing here
        }
      }
    }
    return keys;
  }

  private static boolean isOf(Binding binding, @Nullable Scheme scheme) {
    return scheme != null && binding.getSchemeId().equals(scheme.getId());
  }

  /** As the guide writes keys; some desktops name Shift before Ctrl. */
  static String written(String sequence) {
    return sequence.replace("Shift+Ctrl+", "Ctrl+Shift+");
  }

  /** Keys of this product, and those of Eclipse that do something here and are not rebound. */
  private static boolean counts(Binding binding, @Nullable Scheme scheme, Set<String> own) {
    Command command = binding.getParameterizedCommand().getCommand();
    if (!command.isDefined()) {
      return false;
    }
    try {
      return isOf(binding, scheme)
          || scheme != null
              && binding.getSchemeId().equals(scheme.getParentId())
              && !own.contains(binding.getTriggerSequence().toString())
              && command.isHandled();
    } catch (NotDefinedException e) {
      return false;
    }
  }

  /** Keys as Markdown, a section for each place where they work, in order of the commands. */
  static String markdown(List<Key> keys) {
    Map<String, Map<String, TreeSet<String>>> places = new LinkedHashMap<>();
    places.put("", new TreeMap<>());
    for (Key key : keys) {
      String line = key.command() + (key.says().isEmpty() ? "" : ": " + decapitalised(key.says()));
      places
          .computeIfAbsent(key.where(), w -> new TreeMap<>())
          .computeIfAbsent(line, l -> new TreeSet<>())
          .add("`" + key.sequence() + "`");
    }
    StringBuilder text = new StringBuilder();
    places.forEach(
        (where, lines) -> {
          if (!lines.isEmpty()) {
            text.append("\n## ").append(where.isEmpty() ? "In the whole window" : where);
            text.append("\n\n");
            lines.forEach(
                (line, sequences) ->
                    text.append("- ")
                        .append(String.join(", ", sequences))
                        .append("  ")
                        .append(line)
                        .append('\n'));
          }
        });
    return text.toString();
  }

  private static String decapitalised(String sentence) {
    return sentence.isEmpty()
        ? ""
        : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
