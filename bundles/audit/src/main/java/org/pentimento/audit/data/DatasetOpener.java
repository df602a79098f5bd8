package org.pentimento.audit.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.store.FileListing;
import org.pentimento.plan.Plan;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

/**
 * Finds the pairs that a plan asks for, and makes sure that a data set of the case is still what
 * was imported.
 */
public final class DatasetOpener {
  /**
   * The pairs of a data set.
   *
   * @param name in the case, or of the format that made them
   * @param format id of the format
   * @param digest what the pairs are made from, as a hash
   * @param pairs in the format's order
   * @param code what tells the code of a format of a third party from an earlier one; else empty
   */
  public record Opened(String name, String format, String digest, List<Pair> pairs, String code) {
    /** Opened by a format of the product. */
    public Opened(String name, String format, String digest, List<Pair> pairs) {
      this(name, format, digest, pairs, "");
    }
  }

  private final Extensions extensions;

  /** Makes an opener that uses these extensions. */
  public DatasetOpener(Extensions extensions) {
    this.extensions = extensions;
  }

  /**
   * Opens the data of a plan.
   *
   * @throws BadInputException if the case has no such data set, or a file of it was changed,
   *     removed or added since
   */
  public Opened open(CaseFile caseFile, Plan.Data data, Progress progress)
      throws IOException, CancelledException {
    return data.made() == null
        ? without(open(caseFile, data.dataset(), progress), caseFile, data, progress)
        : openMade(data, progress);
  }

  /** Leaves out the pairs that the plan does not want. */
  private static Opened without(Opened all, CaseFile caseFile, Plan.Data data, Progress progress)
      throws IOException {
    Opened rest = all;
    for (Plan.LeftOutTag tag : data.without()) {
      Set<String> tagged = caseFile.tagged(data.dataset(), tag.tag(), tag.entry());
      List<Pair> pairs = rest.pairs().stream().filter(p -> !tagged.contains(p.id())).toList();
      progress.note(
          rest.pairs().size()
              - pairs.size()
              + " pairs with the tag '"
              + tag.tag()
              + "' are left out, as entry "
              + tag.entry()
              + " of the custody log has them.");
      rest = new Opened(rest.name(), rest.format(), rest.digest(), pairs, rest.code());
    }
    return rest;
  }

  /** Opens data that a format makes, for which no case is needed. */
  public Opened openMade(Plan.Data data, Progress progress) throws IOException, CancelledException {
    Use made = data.made();
    if (made == null) {
      throw new IllegalArgumentException(data.dataset() + " is in the case");
    }
    DatasetFormat format = format(made.id());
    Dataset dataset = format.open(null, made.settings(), progress);
    return new Opened(data.dataset(), made.id(), digest(format, made.settings()), dataset.pairs());
  }

  /**
   * A data set of the case by its name.
   *
   * @throws BadInputException if there is none
   */
  public DatasetRecord record(CaseFile caseFile, String name) throws BadInputException {
    return caseFile
        .dataset(name)
        .orElseThrow(
            () ->
                new BadInputException(
                    "The case " + caseFile.folder() + " has no data set '" + name + "'.",
                    remedy(caseFile)));
  }

  /** Opens a data set of the case by its name. */
  public Opened open(CaseFile caseFile, String name, Progress progress)
      throws IOException, CancelledException {
    DatasetRecord record = record(caseFile, name);
    Path root = caseFile.datasetRoot(record).orElse(null);
    if (root != null) {
      check(caseFile, record, root, progress);
    }
    return glance(caseFile, name, progress);
  }

  /**
   * Opens a data set of the case by its name without making sure that its files are still what was
   * imported, which takes long; good enough for an estimate.
   */
  public Opened glance(CaseFile caseFile, String name, Progress progress)
      throws IOException, CancelledException {
    DatasetRecord record = record(caseFile, name);
    DatasetFormat format = format(record.format());
    Settings settings = Settings.of(format.descriptor(), record.settings());
    Path root = caseFile.datasetRoot(record).orElse(null);
    Set<String> leftOut = caseFile.leftOut(record);
    List<Pair> pairs =
        format.open(root, settings, progress).pairs().stream()
            .filter(pair -> !leftOut.contains(pair.id()))
            .toList();
    String version = format.descriptor().version();
    return new Opened(
        name, record.format(), record.digest(), pairs, version.contains("+") ? version : "");
  }

  private static void check(CaseFile caseFile, DatasetRecord record, Path root, Progress progress)
      throws IOException, CancelledException {
    FileListing listing = caseFile.blobs().readJson(record.listing(), FileListing.class);
    List<FileListing.Difference> differences = listing.check(root, progress);
    if (!differences.isEmpty()) {
      String first =
          differences.stream()
              .limit(3)
              .map(d -> d.path() + " – " + d.message().replaceFirst("[.]$", ""))
              .collect(Collectors.joining("; "));
      throw new BadInputException(
          "The data set '"
              + record.name()
              + "' in "
              + root
              + " is not what was imported: "
              + differences.size()
              + (differences.size() == 1 ? " file differs: " : " files differ, such as ")
              + first
              + ".",
          "Restore the files, or import the folder again under another name.");
    }
  }

  private static String remedy(CaseFile caseFile) {
    String names =
        caseFile.datasets().stream().map(DatasetRecord::name).collect(Collectors.joining(", "));
    return names.isEmpty()
        ? "Import one first: pentimento import FOLDER --case " + caseFile.folder()
        : "It has: " + names + ".";
  }

  private DatasetFormat format(String id) throws BadInputException {
    return extensions.get(Kind.DATASET_FORMAT, DatasetFormat.class, id);
  }

  /** A hash of all that determines the pairs of a format that makes them. */
  static String digest(DatasetFormat format, Settings settings) throws IOException {
    return Hashes.sha256(
        CanonicalJson.bytes(
            Map.of(
                "format", format.descriptor().id(),
                "version", format.descriptor().version(),
                "settings", settings.values())));
  }
}
