package org.pentimento.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.dataset.codec.FileImageCodec;
import org.pentimento.dataset.cufs.Cufs;
import org.pentimento.dataset.cufs.Cufsf;
import org.pentimento.dataset.faces.Faces;
import org.pentimento.dataset.folder.FoldersCsv;
import org.pentimento.dataset.folder.SideBySide;
import org.pentimento.dataset.folder.TwoFolders;

/** Puts made-up faces into a folder in the shape of some data set, and reads it back. */
public final class Shelf {
  private final FileImageCodec codec = new FileImageCodec();
  private final Path root;
  private final int width;
  private final int height;
  private final List<Pair> faces;
  private final Map<String, Integer> faceOfPhoto = new LinkedHashMap<>();

  public Shelf(Path root, int width, int height) throws CancelledException {
    this.root = root;
    this.width = width;
    this.height = height;
    Faces format = new Faces();
    faces =
        format
            .open(
                null,
                Settings.of(
                    format.descriptor(), Map.of("count", 40, "width", width, "height", height)),
                Progress.NONE)
            .pairs();
  }

  public Path root() {
    return root;
  }

  /** Stores the photo and the sketch of a face. */
  public Shelf pair(int face, String photo, String sketch) throws IOException {
    faceOfPhoto.put(photo.substring(0, photo.lastIndexOf('.')), face);
    image(photo, faces.get(face).photo().decode());
    return image(sketch, faces.get(face).sketch().decode());
  }

  public Shelf image(String path, Image image) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (OutputStream out = Files.newOutputStream(file)) {
      codec.writePng(image, out);
    }
    return this;
  }

  public Shelf text(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /** A zip file of photos or of sketches of faces, by entry name. */
  public Shelf zip(String path, boolean photos, Map<String, Integer> entries) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, Integer> entry : entries.entrySet()) {
        Pair face = faces.get(entry.getValue());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        codec.writePng((photos ? face.photo() : face.sketch()).decode(), png);
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(png.toByteArray());
        String id = path + "/" + entry.getKey();
        if (photos) {
          faceOfPhoto.put(id.substring(0, id.lastIndexOf('.')), entry.getValue());
        }
      }
    }
    return this;
  }

  public Image photo(int face) throws IOException {
    return faces.get(face).photo().decode();
  }

  public Image sketch(int face) throws IOException {
    return faces.get(face).sketch().decode();
  }

  public Pair face(int face) {
    return faces.get(face);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** All formats of the bundle. */
  public List<DatasetFormat> formats() {
    return List.of(
        new Faces(),
        new Cufs(codec),
        new Cufsf(codec),
        new TwoFolders(codec),
        new FoldersCsv(codec),
        new SideBySide(codec));
  }

  /** The format that is surest of the folder. */
  public DatasetFormat surest() throws IOException {
    Map<DatasetFormat, Double> confidence = new LinkedHashMap<>();
    for (DatasetFormat format : formats()) {
      format.recognise(root).ifPresent(r -> confidence.put(format, r.confidence()));
    }
    return confidence.entrySet().stream()
        .max(Comparator.comparingDouble(Map.Entry::getValue))
        .orElseThrow()
        .getKey();
  }

  /** Opens the folder by the surest format. */
  public Dataset open() throws IOException, CancelledException {
    DatasetFormat format = surest();
    return format.open(root, Settings.defaults(format.descriptor()), Progress.NONE);
  }

  /** Opens the folder by a format of the given id. */
  public Dataset open(String id, Map<String, ?> settings) throws IOException, CancelledException {
    DatasetFormat format =
        formats().stream().filter(f -> f.descriptor().id().equals(id)).findFirst().orElseThrow();
    return format.open(root, Settings.of(format.descriptor(), settings), Progress.NONE);
  }

  /** Whether every pair shows one face, the one that was stored under its id. */
  public boolean pairsAreRight(Dataset dataset) throws IOException {
    for (Pair pair : dataset.pairs()) {
      Integer face = faceOfPhoto.get(pair.id());
      if (face == null
          || !pair.photo().decode().equals(photo(face))
          || !pair.sketch().decode().equals(sketch(face))) {
        return false;
      }
    }
    return dataset.pairs().size() == faceOfPhoto.size();
  }
}
