package org.pentimento.dataset.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.FileNames;
import org.pentimento.api.data.Skipped;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.dataset.listing.FileTree;
import org.pentimento.dataset.listing.StoredFile;
import org.pentimento.dataset.pairing.PairAssembly;
import org.pentimento.dataset.pairing.PairCandidate;

/**
 * Images anywhere below a folder, and a CSV file that pairs them. Columns {@code photo} and {@code
 * sketch} hold paths relative to the CSV file; {@code identity}, {@code split} (train or test) and
 * the eye centres in the photo {@code lx, ly, rx, ry} are optional; all other columns become
 * attributes.
 */
@Component(service = DatasetFormat.class)
public final class FoldersCsv implements DatasetFormat {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "folders-csv",
          "Folders and a CSV",
          "1.0.0",
          "A CSV file pairs photos and sketches: columns photo, sketch, and if known identity,"
              + " split, eye centres lx, ly, rx, ry; further columns are attributes.",
          "Common practice",
          Parameter.text(
              "table", "Table", "Name of the CSV file in the folder; guessed if empty.", ""));

  private final ImageCodec codec;

  /** Makes the format; the codec decodes its pairs. */
  @Activate
  public FoldersCsv(@Reference ImageCodec codec) {
    this.codec = codec;
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Optional<Recognition> recognise(Path root) throws IOException {
    if (!Files.isDirectory(root) && !Files.isRegularFile(root)) {
      return Optional.empty();
    }
    List<Path> tables = tables(root);
    return tables.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Recognition(.98, "a table that pairs images, " + tables.get(0).getFileName()));
  }

  /** The CSV files whose first line has the columns photo and sketch, damaged ones among them. */
  private static List<Path> tables(Path root) throws IOException {
    List<Path> csv;
    if (Files.isDirectory(root)) {
      try (Stream<Path> entries = Files.list(root)) {
        csv = entries.filter(FoldersCsv::isCsv).sorted().toList();
      }
    } else {
      csv = isCsv(root) ? List.of(root) : List.of();
    }
    List<Path> tables = new ArrayList<>();
    for (Path file : csv) {
      if (TableText.of(file).columns().containsAll(List.of("photo", "sketch"))) {
        tables.add(file);
      }
    }
    return tables;
  }

  private static boolean isCsv(Path file) {
    String ending = FileNames.ending(file.getFileName().toString());
    return (ending.equals("csv") || ending.equals("tsv"))
        && !FileNames.isHidden(file.getFileName().toString())
        && Files.isRegularFile(file);
  }

  @Override
  public Dataset open(@Nullable Path root, Settings settings, Progress progress)
      throws IOException, CancelledException {
    Path table = table(Objects.requireNonNull(root, "root"), settings.text("table"));
    Path folder = Objects.requireNonNull(table.toAbsolutePath().getParent(), "folder of a file");
    FileTree tree = FileTree.list(folder, FileTree.Zips.LEAVE, progress);
    Map<String, StoredFile> byPath = new HashMap<>();
    for (StoredFile file : tree.files()) {
      byPath.merge(FileNames.composed(file.path()), file, (one, other) -> one);
    }
    List<Skipped> skipped = new ArrayList<>(tree.skipped());
    List<PairCandidate> candidates = new ArrayList<>();
    Set<String> mentioned = new HashSet<>(Set.of(table.getFileName().toString()));
    Map<String, Integer> lineOfPhoto = new HashMap<>();
    try (Csv csv = new Csv(table)) {
      PairColumns columns = PairColumns.of(csv);
      for (Optional<Csv.Row> next = csv.next(); next.isPresent(); next = csv.next()) {
        progress.checkCancelled();
        Csv.Row row = next.get();
        columns.checkLength(row);
        String photo = path(columns.get(row, "photo"), row, csv);
        String sketch = path(columns.get(row, "sketch"), row, csv);
        Optional<StoredFile> photoFile = Optional.ofNullable(byPath.get(photo));
        Optional<StoredFile> sketchFile = Optional.ofNullable(byPath.get(sketch));
        Integer before = lineOfPhoto.putIfAbsent(photo, row.line());
        mentioned.add(photo);
        mentioned.add(sketch);
        if (photoFile.isEmpty() || sketchFile.isEmpty()) {
          String missing = photoFile.isEmpty() ? photo : sketch;
          skipped.add(
              new Skipped(
                  photoFile.isEmpty() ? sketch : photo,
                  "Line " + row.line() + " names " + missing + ", which is not there."));
        } else if (before != null) {
          skipped.add(
              new Skipped(sketch, "Line " + row.line() + ": line " + before + " has its photo."));
        } else {
          candidates.add(columns.candidate(row, photoFile.get(), sketchFile.get()));
        }
      }
    }
    for (StoredFile file : tree.files()) {
      if (!mentioned.contains(FileNames.composed(file.path()))) {
        skipped.add(new Skipped(file.path(), "The table does not mention it."));
      }
    }
    return new PairAssembly(codec, progress).assemble(candidates, skipped);
  }

  private static Path table(Path root, String name) throws IOException {
    if (!name.isEmpty()) {
      Path table = root.resolve(name);
      if (!Files.isRegularFile(table)) {
        throw new BadInputException(table + " is not there.", "Give the table's right name.");
      }
      return table;
    }
    if (Files.isRegularFile(root)) {
      return root;
    }
    FileTree.realFolder(root);
    List<Path> tables = tables(root);
    if (tables.size() == 1) {
      return tables.get(0);
    }
    throw new BadInputException(
        tables.isEmpty()
            ? "No CSV file in " + root + " has the columns photo and sketch."
            : "Several CSV files in " + root + " have the columns photo and sketch.",
        "Name the file with the parameter table.");
  }

  /** The path as the listing spells it. */
  private static String path(String given, Csv.Row row, Csv csv) throws BadInputException {
    if (given.isEmpty()) {
      throw csv.fault(row.line(), "photo or sketch is empty");
    }
    try {
      Path path = Path.of(given.replace('\\', '/')).normalize();
      if (path.isAbsolute() || path.startsWith("..")) {
        throw csv.fault(row.line(), "the path " + given + " leads out of the data set's folder");
      }
      return FileNames.composed(path.toString().replace('\\', '/'));
    } catch (InvalidPathException e) {
      throw csv.fault(row.line(), "this is no path: " + given);
    }
  }
}
