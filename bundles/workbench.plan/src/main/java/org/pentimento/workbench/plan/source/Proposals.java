package org.pentimento.workbench.plan.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.plan.model.PlanModel;
import org.pentimento.workbench.plan.model.PlannedCase;

/** Proposes keys of the plan, extensions, their parameters and choices, and models of the case. */
final class Proposals implements IContentAssistProcessor {
  /** Where in a plan which kinds of extensions are named. */
  static final Map<String, List<Kind>> KINDS =
      Map.of(
          "generators", List.of(Kind.GENERATOR),
          "metrics", List.of(Kind.METRIC),
          "detectors", List.of(Kind.DATASET_DETECTOR, Kind.MODEL_DETECTOR),
          "trigger", List.of(Kind.TRIGGER),
          "strategy", List.of(Kind.POISONING_STRATEGY),
          "dataset", List.of(Kind.DATASET_FORMAT));

  private static final String MODELS = "models";

  private static final List<String> TOP =
      List.of(
          "name",
          "data",
          "generators",
          MODELS,
          "attacks",
          "metrics",
          "detectors",
          "false-alarms",
          "seeds",
          "device",
          "threads");
  private static final List<String> OF_ATTACKS =
      List.of("trigger", "strategy", "rate", "count", "select", "seed");

  private final PlanModel model;

  /** Proposals for a plan. */
  Proposals(PlanModel model) {
    this.model = model;
  }

  @Override
  public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
    IDocument document = viewer.getDocument();
    String text = document.get().substring(0, offset);
    String word = text.replaceFirst("(?s)^.*[^\\w.-]", "");
    ExtensionCatalogue known = PlatformUI.getWorkbench().getService(Descriptors.class).known();
    List<ICompletionProposal> found = new ArrayList<>();
    for (Map.Entry<String, String> e : words(text, word, known, model.plannedCase()).entrySet()) {
      if (e.getKey().startsWith(word)) {
        String insert = e.getKey();
        String about = e.getValue();
        found.add(
            new CompletionProposal(
                insert,
                offset - word.length(),
                word.length(),
                insert.length(),
                null,
                about.isEmpty() ? insert.strip() : insert.strip() + "  –  " + about,
                null,
                null));
      }
    }
    return found.toArray(ICompletionProposal[]::new);
  }

  /** What may stand at the end of a text that is cut off there. */
  static Map<String, String> words(
      String text, String word, ExtensionCatalogue known, PlannedCase planned) {
    String line = text.substring(text.lastIndexOf('\n') + 1);
    String before = line.substring(0, line.length() - word.length());
    Map<String, String> words = new LinkedHashMap<>();
    if (before.isEmpty()) {
      TOP.forEach(key -> words.put(key + ": ", ""));
      return words;
    }
    String key = lastKey(text);
    if (key.equals(MODELS)) {
      models(before, planned, words);
      return words;
    }
    List<Kind> kinds = KINDS.getOrDefault(key, List.of());
    List<InstalledExtension> named =
        kinds.stream().flatMap(kind -> known.of(kind).stream()).toList();
    InstalledExtension use = use(before, named);
    if (!kinds.isEmpty()
        && (before.matches(".*\\bid:\\s*$") || before.matches(".*\\bdataset:\\s*$"))) {
      named.forEach(e -> words.put(e.id(), e.name()));
      if (kinds.contains(Kind.DATASET_FORMAT)) {
        planned.datasets().forEach(d -> words.put(d.name(), d.pairs() + " pairs of the case"));
      }
    } else if (use != null && before.matches(".*[\\w-]+:\\s*$")) {
      use.descriptor()
          .parameter(before.replaceFirst("^.*?([\\w-]+):\\s*$", "$1"))
          .ifPresent(p -> values(p).forEach(v -> words.put(v, "")));
    } else if (use != null && before.matches(".*[,{]\\s*$")) {
      use.parameters().forEach(p -> words.put(p.id() + ": ", p.allowed()));
    } else if (before.matches(".*\\{\\s*$")) {
      words.put("id: ", kinds.isEmpty() ? "" : kinds.get(0).word().replace('-', ' '));
    } else if (!kinds.isEmpty() && before.matches(".*[\\[,-]\\s*$")) {
      named.forEach(e -> words.put(e.id(), e.name()));
    }
    if (before.isBlank() || before.matches("\\s*-\\s*$")) {
      OF_ATTACKS.forEach(k -> words.put(k + ": ", ""));
    }
    return words;
  }

  private static void models(String before, PlannedCase planned, Map<String, String> words) {
    if (before.matches(".*\\bmodel:\\s*$")) {
      planned.models().forEach(m -> words.put(m.name(), "imported, " + m.format()));
    } else if (before.matches(".*[{-]\\s*$")) {
      words.put("model: ", "a model of the case");
    }
  }

  private static List<String> values(Parameter p) {
    return switch (p.type()) {
      case FLAG -> List.of("true", "false");
      case CHOICE -> p.choices();
      case INTEGER, NUMBER, TEXT, COMMAND, FILE, FOLDER -> List.of(p.defaultValue().toString());
    };
  }

  /** The last key before the end that extensions or models are named below; empty if none is. */
  private static String lastKey(String text) {
    return Stream.concat(KINDS.keySet().stream(), Stream.of(MODELS))
        .filter(key -> text.contains(key + ":"))
        .max(Comparator.comparingInt(key -> text.lastIndexOf(key + ":")))
        .orElse("");
  }

  private static @Nullable InstalledExtension use(String before, List<InstalledExtension> named) {
    if (!before.matches(".*\\bid:\\s*[\\w-]+.*")) {
      return null;
    }
    String id = before.replaceFirst("^.*\\bid:\\s*([\\w-]+).*$", "$1");
    return named.stream().filter(e -> e.id().equals(id)).findFirst().orElse(null);
  }

  @Override
  public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
    return new IContextInformation[0];
  }

  @Override
  public char[] getCompletionProposalAutoActivationCharacters() {
    return new char[] {' ', '{'};
  }

  @Override
  public char[] getContextInformationAutoActivationCharacters() {
    return new char[0];
  }

  @Override
  public @Nullable String getErrorMessage() {
    return null;
  }

  @Override
  public @Nullable IContextInformationValidator getContextInformationValidator() {
    return null;
  }
}
