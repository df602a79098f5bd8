package org.pentimento.dataset.listing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.pentimento.api.data.FileNames;
import org.pentimento.api.data.Skipped;

/**
 * The files in a zip file, without unpacking it. Entries are never written anywhere; an archive
 * with a name that leads outside is still refused, because it was made to do harm.
 */
record ZipListing(List<StoredFile> files, List<Skipped> skipped) {
  private static final int MOST_ENTRIES = 100_000;

  /** Lists the archive. If it cannot be read, the archive itself is listed as skipped. */
  static ZipListing of(Path root, String archive) {
    List<StoredFile> files = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    try (ZipFile zip = new ZipFile(root.resolve(archive).toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        return refused(archive, "The zip file has " + zip.size() + " entries; unpack it.");
      }
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName();
        if (isHostile(name)) {
          return refused(
              archive, "The zip file has an entry that would be written outside: " + name + ".");
        }
        String path = archive + "/" + name;
        if (entry.isDirectory()) {
          continue;
        }
        if (FileNames.isHidden(name)) {
          skipped.add(new Skipped(path, "It is hidden."));
        } else if (FileNames.isOfASystem(name)) {
          skipped.add(new Skipped(path, FileNames.WHY_OF_A_SYSTEM));
        } else if (!seen.add(name)) {
          skipped.add(new Skipped(path, "The zip file has two entries of this name."));
        } else {
          files.add(new StoredFile(root, archive, name));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return refused(
          archive, "The zip file cannot be read (" + e.getMessage() + "); download it again.");
    }
    return new ZipListing(files, skipped);
  }

  private static ZipListing refused(String archive, String reason) {
    return new ZipListing(List.of(), List.of(new Skipped(archive, reason)));
  }

  private static boolean isHostile(String name) {
    return name.isEmpty()
        || name.startsWith("/")
        || name.indexOf('\\') >= 0
        || name.indexOf(':') >= 0
        || name.indexOf('\0') >= 0
        || Arrays.stream(name.split("/")).anyMatch(p -> p.equals("..") || p.equals("."));
  }
}
