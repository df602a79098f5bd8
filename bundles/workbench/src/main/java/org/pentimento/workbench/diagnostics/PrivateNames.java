package org.pentimento.workbench.diagnostics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.preferences.Identity;

/**
 * Names of persons, machines, folders and evidence, as far as the window knows them. A name that is
 * a word of every installation, such as the id of an extension, tells nothing and is none.
 */
final class PrivateNames {
  private static final Path MACHINE = Path.of("/etc/hostname");

  private PrivateNames() {}

  /**
   * The names.
   *
   * @param installed words of every installation
   */
  static Set<String> of(List<OpenCase> cases, Set<String> installed) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    names.add(System.getProperty("user.name", ""));
    path(Path.of(System.getProperty("user.home", "/")), names);
    names.add(String.valueOf(System.getenv().getOrDefault("HOSTNAME", "")));
    if (Files.isReadable(MACHINE)) {
      names.add(Files.readString(MACHINE).strip());
    }
    Identity identity = Identity.current();
    names.add(identity.examiner());
    names.add(identity.agency());
    for (OpenCase open : cases) {
      path(open.folder(), names);
      if (open instanceof OpenCase.Read read) {
        of(read, names);
      }
    }
    names.removeIf(name -> installed.stream().anyMatch(name.strip()::equalsIgnoreCase));
    return names;
  }

  private static void path(Path path, Collection<String> names) {
    names.add(path.toString());
    Path last = path.getFileName();
    if (last != null) {
      names.add(last.toString());
      names.add(last.toString().replaceFirst("\\.case$", ""));
    }
  }

  private static void of(OpenCase.Read read, Collection<String> names) {
    CaseInfo info = read.info();
    names.addAll(List.of(info.examiner(), info.agency(), info.caseNumber(), info.notes()));
    read.datasets().forEach(d -> names.add(d.name()));
    read.runs().forEach(r -> names.add(r.name()));
    read.inspections().forEach(i -> names.add(i.run().name()));
    read.imported().forEach(m -> names.add(m.name()));
    read.entries().forEach(e -> names.add(e.actor()));
    read.entries().forEach(e -> names.add(e.login()));
  }
}
