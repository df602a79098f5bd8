package org.pentimento.report.handover;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.verify.Anchors;
import org.pentimento.casefile.verify.Verification;

/**
 * Hands a case over as a bag (RFC 8493): a copy of its evidence, its last report, a verifier that
 * has nothing of this product but the published format, that format, and descriptions for archives
 * (RO-Crate) and for tools of forensic laboratories (CASE/UCO).
 */
public final class HandOver {
  private static final String CASE = "case/";

  private final Path tools;
  private final String product;
  private final Progress progress;

  /**
   * Makes one.
   *
   * @param tools folder with the verifier and the text of the format
   * @param product name and version of the product
   */
  public HandOver(Path tools, String product, Progress progress) {
    this.tools = tools;
    this.product = product;
    this.progress = progress;
  }

  /**
   * Fills a folder. It is a bag only when this has ended.
   *
   * @param caseFile opened for writing, so that nothing changes meanwhile, or else for reading
   * @param folder that is there and empty
   */
  public HandedOver write(CaseFile caseFile, Path folder) throws IOException, CancelledException {
    List<String> remarks = new ArrayList<>();
    Map<String, Path> evidence = evidence(caseFile, remarks);
    long bytes = 0;
    for (Path file : evidence.values()) {
      bytes += Files.size(file);
    }
    progress.begin("Copying the case", bytes);
    Bag bag = new Bag(folder, progress);
    for (Map.Entry<String, Path> one : evidence.entrySet()) {
      bag.copy(one.getValue(), CASE + one.getKey());
    }
    report(caseFile, bag, remarks);
    for (String tool : List.of("verify_case.py", "case-format.md")) {
      bag.copy(tools.resolve(tool), tool);
    }
    Verification copy =
        CaseFile.verify(folder.resolve("data").resolve("case"), Anchors.NONE, progress);
    bag.write("READ-ME.txt", text(caseFile, copy, remarks));
    bag.write("case-uco.jsonld", new CaseGraph(caseFile, product, bag.payload()).json());
    bag.write("ro-crate-metadata.json", new ResearchCrate(caseFile, product, bag.payload()).json());
    bag.finish(about(caseFile));
    return new HandedOver(bag.payload().size(), copy, remarks);
  }

  /** All files that are evidence, by their names in the case. */
  private static Map<String, Path> evidence(CaseFile caseFile, List<String> remarks)
      throws IOException {
    Map<String, Path> files = new TreeMap<>();
    Layout layout = Layout.existing(caseFile.folder());
    for (Path top : List.of(layout.log(), layout.head(), layout.blobs(), layout.datasets())) {
      if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      Files.walkFileTree(
          top,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String name = layout.nameOf(file);
              if (attributes.isRegularFile()) {
                files.put(name, file);
              } else {
                remarks.add(name + " is a link or a special file and was not copied.");
              }
              return FileVisitResult.CONTINUE;
            }
          });
    }
    for (DatasetRecord dataset : caseFile.datasets()) {
      if (dataset.mode() == DatasetRecord.Mode.REFERENCED) {
        remarks.add(
            "The files of data set '"
                + dataset.name()
                + "' lie outside the case, in "
                + dataset.root()
                + ", and are not in the bag; the case holds the list of their hashes.");
      }
    }
    return files;
  }

  private static void report(CaseFile caseFile, Bag bag, List<String> remarks)
      throws IOException, CancelledException {
    Optional<ReportWritten> last = Optional.empty();
    for (Entry entry : caseFile.entries()) {
      Optional<ReportWritten> written = entry.as(ReportWritten.class);
      last = written.isPresent() ? written : last;
    }
    if (last.isEmpty()) {
      remarks.add("No report was written of this case, so that none is in the bag.");
      return;
    }
    for (Map.Entry<String, String> file : last.get().files().entrySet()) {
      String name = file.getKey().replace('/', '_').replace('\\', '_');
      if (caseFile.blobs().contains(file.getValue()) && !name.startsWith(".")) {
        bag.write("report/" + name, caseFile.blobs().read(file.getValue()));
      } else {
        remarks.add("The report's file " + file.getKey() + " is not in the bag.");
      }
    }
  }

  private byte[] text(CaseFile caseFile, Verification copy, List<String> remarks) {
    StringBuilder text = new StringBuilder();
    text.append("A case of ").append(product).append(", handed over as a bag (RFC 8493).\n\n");
    text.append(
        "case/                   the evidence: custody log, its signed head, content by hash, copied data sets\n");
    text.append("report/                 the last report that was written of it\n");
    text.append(
        "case-format.md          what the case looks like, enough to verify it with a program of one's own\n");
    text.append("verify_case.py          such a program: Python 3.8 or newer and nothing else\n");
    text.append(
        "case-uco.jsonld         evidence, tools, actions and people as a CASE/UCO graph\n");
    text.append("ro-crate-metadata.json  what this folder is, for archives (RO-Crate 1.1)\n\n");
    text.append("To check that nothing was changed on the way, in the folder of the bag:\n\n");
    text.append("    sha256sum --check --quiet manifest-sha256.txt tagmanifest-sha256.txt\n\n");
    text.append(
        "To check the case itself, with a receipt that came another way if there is one:\n\n");
    text.append("    python3 data/verify_case.py data/case --receipt FILE\n\n");
    text.append("The case is ").append(caseFile.id()).append(", its log had ");
    text.append(copy.entries()).append(" entries. The fingerprint of its key (SHA-256) is\n");
    text.append(copy.key()).append(".\n");
    text.append(
        copy.intact()
            ? "When it was handed over it was intact.\n"
            : "When it was handed over it was NOT intact: "
                + copy.problems().size()
                + " problems.\n");
    remarks.forEach(remark -> text.append('\n').append(remark).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, String> about(CaseFile caseFile) {
    Map<String, String> about = new LinkedHashMap<>();
    put(about, "Source-Organization", caseFile.info().agency());
    put(about, "Contact-Name", caseFile.info().examiner());
    put(about, "External-Identifier", caseFile.info().caseNumber());
    put(about, "Internal-Sender-Identifier", caseFile.id());
    put(about, "External-Description", "A case of Pentimento with what is needed to verify it");
    put(about, "Bagging-Date", LocalDate.now(ZoneOffset.UTC).toString());
    put(about, "Bag-Software-Agent", product);
    return about;
  }

  private static void put(Map<String, String> about, String name, String value) {
    if (!value.isBlank()) {
      about.put(name, value);
    }
  }
}
