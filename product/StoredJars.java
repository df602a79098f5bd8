import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes the jars of a folder anew with every file as it is, not compressed: a start of the window
 * reads some seven thousand classes, and unpacking them takes 100 ms of it. The archive of the
 * product compresses them all the same. Contents, order and times stay.
 */
public final class StoredJars {
  private StoredJars() {}

  /**
   * Does it.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
      files.forEach(jars::add);
    }
    for (Path jar : jars) {
      Path part = jar.resolveSibling(jar.getFileName() + ".part");
      try (ZipFile from = new ZipFile(jar.toFile());
          ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(part))) {
        to.setMethod(ZipOutputStream.STORED);
        for (ZipEntry entry : Collections.list(from.entries())) {
          try (InputStream in = from.getInputStream(entry)) {
            write(to, entry, in.readAllBytes());
          }
        }
      }
      Files.setLastModifiedTime(part, Files.getLastModifiedTime(jar));
      Files.delete(jar);
      Files.move(part, jar);
    }
  }

  private static void write(ZipOutputStream to, ZipEntry entry, byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry stored = new ZipEntry(entry.getName());
    stored.setTime(entry.getTime());
    stored.setSize(bytes.length);
    stored.setCrc(crc.getValue());
    to.putNextEntry(stored);
    to.write(bytes);
    to.closeEntry();
  }
}
