package org.pentimento.workbench.extensions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.pentimento.protocol.catalogue.DropIn;
import org.pentimento.protocol.catalogue.ExtensionFile;
import org.pentimento.protocol.catalogue.Signer;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.workbench.form.PlainDialog;
import org.pentimento.workbench.jobs.CommandJob;

/**
 * Installs and removes files with extensions by the commands of the product, after showing what
 * they are and may do. None of their code is run in this process.
 */
final class ExtensionInstall {
  private static final int GO_AHEAD = 1;

  private final Shell shell;
  private final Runnable changed;

  /**
   * Does nothing yet.
   *
   * @param shell over which questions are asked
   * @param changed called in the display's thread when a file came or went
   */
  ExtensionInstall(Shell shell, Runnable changed) {
    this.shell = shell;
    this.changed = changed;
  }

  /** Looks at a jar in the background and then asks whether to install it. */
  void offer(Path jar) {
    run(
        "Looking at " + jar.getFileName(),
        List.of("extensions", "info", jar.toString(), "--json"),
        lines -> ask(jar, lines));
  }

  private void ask(Path jar, String json) {
    ExtensionFile file;
    try {
      file = WireJson.read(json, ExtensionFile.class);
    } catch (IOException e) {
      ILog.of(ExtensionInstall.class).error("What is known of " + jar + " cannot be read", e);
      return;
    }
    DropIn of = file.dropIn();
    if (file.installed() || !of.fate().isLoaded()) {
      PlainDialog.openInformation(
          shell,
          "Install Extension",
          file.installed()
              ? jar.getFileName() + " is installed already. It is " + of.words() + "."
              : jar.getFileName() + " cannot be installed: " + of.words() + ".");
      return;
    }
    int answer =
        PlainDialog.open(
            MessageDialog.WARNING,
            shell,
            "Install Extension",
            "Install " + jar.getFileName() + "?\n\n" + facts(file),
            SWT.SHEET,
            "Cancel", // the default button
            "Install");
    if (answer == GO_AHEAD) {
      run(
          "Installing " + jar.getFileName(),
          List.of("extensions", "install", jar.toString(), "--yes", "--json"),
          lines -> changed.run());
    }
  }

  /** What somebody should know who is about to install a file. */
  static String facts(ExtensionFile file) {
    DropIn of = file.dropIn();
    List<String> lines = new ArrayList<>();
    lines.add("Bundle:  " + of.bundle() + " " + of.version());
    lines.add("Made by:  " + (of.vendor().isEmpty() ? "not said" : of.vendor()));
    lines.add("Signed by:  " + of.signed());
    lines.add("Confined:  " + of.confined().words());
    lines.add("SHA-256:  " + of.sha256());
    lines.add("Adds:  " + (file.adds().isEmpty() ? "nothing" : String.join(", ", file.adds())));
    if (!file.replaces().isEmpty()) {
      lines.add("Replaces:  " + String.join(", ", file.replaces()));
    }
    if (!of.reason().isEmpty()) {
      lines.add("Remark:  " + of.reason());
    }
    lines.add("");
    lines.addAll(file.may());
    return String.join("\n", lines);
  }

  /** Asks whether to accept whoever signed a file, or withdraws that. */
  void trust(DropIn file) {
    boolean trusted = file.byTrustedVendor();
    String title = trusted ? "Withdraw Trust" : "Trust Vendor";
    String question =
        trusted
            ? "Trust whoever signed " + file.fileName() + " no longer?\n\n" + file.signed()
            : "Trust whoever signed "
                + file.fileName()
                + "?\n\n"
                + file.signed()
                + "\n\n"
                + Signer.MEANING;
    int answer =
        PlainDialog.open(
            MessageDialog.WARNING,
            shell,
            title,
            question,
            SWT.SHEET,
            "Cancel", // the default button
            trusted ? "Withdraw" : "Trust");
    if (answer == GO_AHEAD) {
      run(
          title,
          trusted
              ? List.of("extensions", "distrust", file.file(), "--json")
              : List.of("extensions", "trust", file.file(), "--yes", "--json"),
          lines -> changed.run());
    }
  }

  /** Asks whether to delete a file among the extensions, and does so. */
  void remove(DropIn file) {
    if (PlainDialog.openConfirm(
        shell, "Remove Extension", "Delete " + file.file() + "? Plans that name it are refused.")) {
      run(
          "Removing " + file.fileName(),
          List.of("extensions", "remove", file.file(), "--yes", "--json"),
          lines -> changed.run());
    }
  }

  /**
   * Runs a command in the background; its output comes in the display's thread if all went well.
   */
  private void run(String name, List<String> arguments, Consumer<String> done) {
    Display display = shell.getDisplay();
    CommandJob job = new CommandJob(name, arguments);
    job.addJobChangeListener(
        new JobChangeAdapter() {
          @Override
          public void done(IJobChangeEvent event) {
            String output = String.join("\n", job.files());
            if (!display.isDisposed()) {
              display.asyncExec(
                  () -> {
                    if (!shell.isDisposed() && event.getResult().isOK()) {
                      done.accept(output);
                    } else if (!shell.isDisposed()) {
                      changed.run(); // what was installed and is not in use is listed
                    }
                  });
            }
          }
        });
    job.schedule();
  }
}
