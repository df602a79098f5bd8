package org.pentimento.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.osgi.framework.FrameworkUtil;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseHandedOver;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.platform.Folders;
import org.pentimento.report.handover.HandOver;
import org.pentimento.report.handover.HandedOver;

/** Hands a whole case over as a bag, which is not there before it is whole. */
final class BagExport {
  private static final String UNFINISHED = ".unfinished";

  private final Console console;

  BagExport(Console console) {
    this.console = console;
  }

  int write(Path caseFolder, Path bag) throws IOException, CancelledException {
    Path target = bag.toAbsolutePath().normalize();
    Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
    refuse(target, bag + " is there already.", "Give a folder that is not there.");
    refuse(
        unfinished,
        unfinished + " is there: an earlier hand-over was ended before it was whole.",
        "Take that folder away, then try again.");
    HandedOver written;
    try (CaseFile caseFile = open(caseFolder, bag)) {
      if (target.startsWith(caseFile.folder())) {
        throw new BadInputException(
            bag + " lies in the case itself.", "Give a folder outside of the case.");
      }
      Files.createDirectories(unfinished);
      try {
        written = new HandOver(tools(), product(), Progress.NONE).write(caseFile, unfinished);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Folders.delete(unfinished);
      }
    }
    written.remarks().forEach(remark -> console.out().println("Remark: " + remark));
    written
        .copy()
        .problems()
        .forEach(p -> console.out().println("Problem: " + p.file() + ": " + p.message()));
    console
        .out()
        .println(
            target
                + ": "
                + Counted.of(written.files(), "file", "files")
                + (written.copy().intact()
                    ? ", the case is intact."
                    : ", the case is NOT intact; it was handed over as it is."));
    return ExitStatus.DONE;
  }

  /**
   * For writing, so that the copy holds the entry and nothing changes meanwhile, if that can be.
   */
  private CaseFile open(Path caseFolder, Path bag) throws IOException {
    CaseFile writable;
    try {
      writable = CaseFile.openForWriting(caseFolder);
    } catch (IOException e) {
      CaseFile readable = CaseFile.openForReading(caseFolder);
      console.err().println("The custody log does not tell of this: " + e.getMessage());
      return readable;
    }
    writable.record(new CaseHandedOver(bag.toString()));
    return writable;
  }

  private static void refuse(Path path, String what, String remedy) throws BadInputException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new BadInputException(what, remedy);
    }
  }

  private static Path tools() {
    String home =
        FrameworkUtil.getBundle(BagExport.class).getBundleContext().getProperty("pentimento.home");
    return Path.of(String.valueOf(home)).resolve("share").resolve("verify");
  }

  private static String product() {
    return new ProductVersion().getVersion()[0];
  }
}
