package org.pentimento.cli.command;

import java.util.List;
import org.pentimento.cli.console.Console;
import org.pentimento.protocol.catalogue.AboutWords;
import org.pentimento.protocol.catalogue.DropIn;
import org.pentimento.protocol.catalogue.ExtensionFile;
import org.pentimento.protocol.catalogue.InstalledExtension;

/** Shows a file with extensions to whoever is about to decide on it. */
final class ExtensionText {
  private ExtensionText() {}

  static void print(Console console, ExtensionFile file) {
    DropIn of = file.dropIn();
    line(console, "File", of.file());
    line(console, "SHA-256", of.sha256().isEmpty() ? "cannot be told" : of.sha256());
    line(console, "Bundle", of.bundle().isEmpty() ? "none" : of.bundle() + " " + of.version());
    line(console, "Vendor", of.vendor().isEmpty() ? "not said" : of.vendor());
    line(console, "Signed by", of.signed());
    line(console, "Confined", of.confined().words());
    list(console, "Adds", file.adds());
    list(console, "Replaces", file.replaces());
    if (file.installed()) {
      line(console, "State", of.words());
    } else if (!of.reason().isEmpty()) {
      line(console, "Remark", of.words());
    }
    for (InstalledExtension one : file.extensions()) {
      List<String> said = AboutWords.of(one.descriptor().about());
      if (!said.isEmpty()) {
        list(console, "Says", said.stream().map(s -> one.id() + ": " + s).toList());
      }
    }
    list(console, "May", file.may());
  }

  private static void list(Console console, String name, Iterable<String> values) {
    String shown = name;
    for (String value : values) {
      line(console, shown, value);
      shown = "";
    }
    if (!shown.isEmpty()) {
      line(console, name, "nothing");
    }
  }

  private static void line(Console console, String name, String value) {
    console.out().printf("%-10s %s%n", name, value);
  }
}
