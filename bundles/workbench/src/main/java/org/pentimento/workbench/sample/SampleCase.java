package org.pentimento.workbench.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.store.OwnerOnly;

/**
 * A finished audit on drawn faces, which shows what a case holds before there is one of one's own.
 * It is shipped as an archive; {@code product/sample/make} made it. Its case number says that it is
 * a sample, and so do all pages of its reports.
 */
public final class SampleCase {
  /** The case number that it bears. */
  public static final String NUMBER = "SAMPLE";

  private static final String ARCHIVE = "/sample/sample.case.zip";
  private static final String NAME = "sample";
  private static final String SUFFIX = ".case";

  private SampleCase() {}

  /**
   * The copy in a folder, made if it is not there yet. What the person did to an earlier copy
   * stays.
   *
   * @param folder where cases are made
   * @return folder of the case
   */
  static Path in(Path folder) throws IOException {
    Path place = folder.resolve(NAME + SUFFIX);
    for (int i = 2; Files.exists(place) && !CaseFile.isCase(place); i++) {
      place = folder.resolve(NAME + "-" + i + SUFFIX); // something else has the name
    }
    if (!Files.exists(place)) {
      unpack(folder, place);
    }
    return place;
  }

  private static void unpack(Path folder, Path place) throws IOException {
    Path parent = OwnerOnly.createFolders(folder);
    Path unfinished = Files.createTempDirectory(parent, "." + NAME);
    try (InputStream archive = SampleCase.class.getResourceAsStream(ARCHIVE)) {
      if (archive == null) {
        throw new IOException("the sample is missing from the product; install Pentimento again");
      }
      ZipInputStream zip = new ZipInputStream(archive);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = unfinished.resolve(entry.getName()).normalize();
        if (!file.startsWith(unfinished)) {
          throw new IOException("the archive of the sample is damaged; install Pentimento again");
        }
        if (entry.isDirectory()) {
          OwnerOnly.createFolders(file);
        } else {
          try (OutputStream out = OwnerOnly.newOutputStream(file)) {
            zip.transferTo(out);
          }
        }
      }
    }
    Files.move(unfinished.resolve(NAME + SUFFIX), place, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(unfinished);
  }
}
