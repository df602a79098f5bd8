package org.pentimento.workbench.run.contents;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.extension.Kind;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Detection;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;

/** What a result was made with that is not installed here. The result itself needs none of it. */
public final class UninstalledExtensions {
  private final ExtensionCatalogue known;
  private final List<String> missing = new ArrayList<>();

  private UninstalledExtensions(ExtensionCatalogue known) {
    this.known = known;
  }

  /**
   * The missing extensions in words, such as {@code metric Scoot 1.0.0}, each once; empty while it
   * is not known what is installed.
   */
  public static List<String> of(RunResult result, ExtensionCatalogue known) {
    UninstalledExtensions all = new UninstalledExtensions(known);
    if (known.extensions().isEmpty()) {
      return List.of();
    }
    all.look(Kind.DATASET_FORMAT, result.data().format(), result.data().format());
    for (Comparison c : result.comparisons()) {
      all.look(c.isImported() ? Kind.MODEL_FORMAT : Kind.GENERATOR, c.audited().extension());
      Comparison.Attack attack = c.attack();
      if (attack != null) {
        all.look(Kind.TRIGGER, attack.trigger());
        all.look(Kind.POISONING_STRATEGY, attack.strategy());
      }
    }
    result.metrics().forEach(m -> all.look(Kind.METRIC, m));
    for (Detection d : result.detections()) {
      all.look(Kind.DETECTOR, d.detector());
    }
    return all.missing;
  }

  private void look(Kind kind, ExtensionUse use) {
    look(kind, use.id(), use.name() + " " + use.version());
  }

  private void look(Kind kind, String id, String name) {
    String words = kind.word().replace('-', ' ') + " " + name;
    if (known.find(kind, id).isEmpty() && !missing.contains(words)) {
      missing.add(words);
    }
  }
}
