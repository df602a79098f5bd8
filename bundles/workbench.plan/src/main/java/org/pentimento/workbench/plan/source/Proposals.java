package org.pentimento.workbench.plan.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.descriptors.ExtensionCatalogue;
import org.pentimento.workbench.descriptors.ExtensionCatalogue.Installed;
import org.pentimento.workbench.descriptors.ExtensionCatalogue.Parameter;
import org.pentimento.workbench.descriptors.Descriptors;

/** Proposes the plan's keys, ids of extensions, their parameters and choices. */
final class Proposals implements IContentAssistProcessor {
  /** Where in a plan which kind of extension is named. */
  static final Map<String, String> KINDS =
      Map.of(
          "generators", "generator",
          "metrics", "metric",
          "detectors", "detector",
          "trigger", "trigger",
          "strategy", "poisoning-strategy",
          "dataset", "dataset-format");

  private static final List<String> TOP =
      List.of(
          "name",
          "data",
          "generators",
          "attacks",
          "metrics",
          "detectors",
          "seeds",
          "device",
          "threads");
  private static final List<String> OF_ATTACKS =
      List.of("trigger", "strategy", "rate", "count", "select", "seed");

  @Override
  public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
    IDocument document = viewer.getDocument();
    String text = document.get().substring(0, offset);
    String word = text.replaceFirst("(?s)^.*[^\\w.-]", "");
    ExtensionCatalogue known = PlatformUI.getWorkbench().getService(Descriptors.class).known();
    List<ICompletionProposal> found = new ArrayList<>();
    for (Map.Entry<String, String> e : words(text, word, known).entrySet()) {
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
  static Map<String, String> words(String text, String word, ExtensionCatalogue known) {
    String line = text.substring(text.lastIndexOf('\n') + 1);
    String before = line.substring(0, line.length() - word.length());
    Map<String, String> words = new LinkedHashMap<>();
    if (before.isEmpty()) {
      TOP.forEach(key -> words.put(key + ": ", ""));
      return words;
    }
    String kind = kind(text);
    @Nullable Installed use = use(before, kind, known);
    if (before.matches(".*\\bid:\\s*$") || before.matches(".*\\bdataset:\\s*$")) {
      known.of(kind).forEach(e -> words.put(e.id(), e.name()));
    } else if (use != null && before.matches(".*[\\w-]+:\\s*$")) {
      String key = before.replaceFirst("^.*?([\\w-]+):\\s*$", "$1");
      use.parameters().stream()
          .filter(p -> p.id().equals(key))
          .flatMap(p -> values(p).stream())
          .forEach(v -> words.put(v, ""));
    } else if (use != null && before.matches(".*[,{]\\s*$")) {
      use.parameters().forEach(p -> words.put(p.id() + ": ", p.allowed()));
    } else if (before.matches(".*\\{\\s*$")) {
      words.put("id: ", kind.replace('-', ' '));
    } else if (before.matches(".*[\\[,-]\\s*$")) {
      known.of(kind).forEach(e -> words.put(e.id(), e.name()));
    }
    if (before.isBlank() || before.matches("\\s*-\\s*$")) {
      OF_ATTACKS.forEach(key -> words.put(key + ": ", ""));
    }
    return words;
  }

  private static List<String> values(Parameter p) {
    return p.type().equals("flag")
        ? List.of("true", "false")
        : p.choices().isEmpty() ? List.of(p.defaultValue()) : p.choices();
  }

  /** The kind of extension that the last key before the end speaks of. */
  private static String kind(String text) {
    String kind = "";
    int last = -1;
    for (Map.Entry<String, String> e : KINDS.entrySet()) {
      int at = text.lastIndexOf(e.getKey() + ":");
      if (at > last) {
        last = at;
        kind = e.getValue();
      }
    }
    return kind;
  }

  private static @Nullable Installed use(String before, String kind, ExtensionCatalogue known) {
    if (!before.matches(".*\\bid:\\s*[\\w-]+.*")) {
      return null;
    }
    String id = before.replaceFirst("^.*\\bid:\\s*([\\w-]+).*$", "$1");
    return known.find(kind, id).orElse(null);
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
