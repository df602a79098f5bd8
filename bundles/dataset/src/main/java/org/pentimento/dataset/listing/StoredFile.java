package org.pentimento.dataset.listing;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;
import org.pentimento.api.BadInputException;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.image.ImageSource;
import org.pentimento.dataset.codec.header.ImageFile;
import org.pentimento.dataset.codec.header.ImageHeader;

/**
 * A file below a data set's folder, or inside a zip file there. Holds only strings, because there
 * may be hundreds of thousands of files.
 *
 * @param root the data set's folder
 * @param archive path of the zip file relative to the root; empty for a file outside zip files
 * @param name path relative to the root, or inside the zip file; always with {@code /}
 */
public record StoredFile(Path root, String archive, String name) {
  /** A file outside zip files. */
  public static StoredFile open(Path root, String name) {
    return new StoredFile(root, "", name);
  }

  /** The path to show to a person, relative to the root, with zip files as folders. */
  public String path() {
    return archive.isEmpty() ? name : archive + "/" + name;
  }

  /** The folder part of {@link #path}, empty at the root; a zip file counts without its ending. */
  public String folder() {
    String inside = archive.isEmpty() ? name : PathNames.stem(archive) + "/" + name;
    return PathNames.folder(inside);
  }

  /** The name without folder and without ending. */
  public String stem() {
    return PathNames.stem(PathNames.last(name));
  }

  /** The path without ending, {@code /} between folders. */
  public String id() {
    return PathNames.stem(path());
  }

  /** Size and orientation of the image in the file. */
  public ImageHeader header() throws IOException {
    return with(ImageFile::header);
  }

  /** Reads the file with the given reader, which has to limit how much it reads. */
  public <T> T read(ContentReader<T> reader) throws IOException {
    return with(reader);
  }

  /** Something that reads a file. */
  @FunctionalInterface
  public interface ContentReader<T> {
    /** Reads the file. */
    T read(Path file) throws IOException;
  }

  /** A source that decodes the file each time. */
  public ImageSource source(ImageCodec codec) {
    return new ImageSource() {
      @Override
      public Image decode() throws IOException {
        return with(codec::read);
      }

      @Override
      public Optional<Path> file() {
        return archive.isEmpty() ? Optional.of(root.resolve(name)) : Optional.empty();
      }

      @Override
      public boolean isWholeFile() {
        return archive.isEmpty();
      }
    };
  }

  private <T> T with(ContentReader<T> reader) throws IOException {
    if (archive.isEmpty()) {
      return reader.read(root.resolve(name));
    }
    Path zip = root.resolve(archive);
    try (FileSystem inside = FileSystems.newFileSystem(zip)) {
      return reader.read(inside.getPath("/" + name));
    } catch (BadInputException e) {
      throw new BadInputException(zip + ": " + e.getMessage(), e.remedy(), e);
    }
  }
}
