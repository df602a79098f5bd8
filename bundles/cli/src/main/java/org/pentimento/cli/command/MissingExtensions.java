package org.pentimento.cli.command;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pentimento.api.extension.Kind;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.UsedExtension;
import org.pentimento.registry.Extensions;

/** Says which extensions a case was made with that are not installed here. */
final class MissingExtensions {
  private record Id(Kind kind, String id) {}

  private MissingExtensions() {}

  /** One sentence for each. */
  static List<String> of(CaseFile caseFile, Extensions extensions) throws IOException {
    Set<Id> here = new HashSet<>();
    extensions.installed().forEach(e -> here.add(new Id(e.kind(), e.descriptor().id())));
    return UsedExtension.of(caseFile).stream()
        .filter(used -> !here.contains(new Id(used.kind(), used.id())))
        .map(MissingExtensions::sentence)
        .distinct()
        .toList();
  }

  private static String sentence(UsedExtension used) {
    return "The "
        + used.kind().word()
        + " '"
        + used.id()
        + "'"
        + (used.version().isEmpty() ? "" : " " + used.version())
        + " is not installed here: what the case holds of it is shown, and cannot be made again.";
  }
}
