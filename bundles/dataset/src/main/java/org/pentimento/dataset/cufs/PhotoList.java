package org.pentimento.dataset.cufs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.pentimento.api.data.FileNames;
import org.pentimento.dataset.listing.PathNames;
import org.pentimento.dataset.listing.TextEncoding;

/**
 * Which FERET photo each CUFSF sketch was drawn from, by the list that comes with the sketches: one
 * path a line, whose last part begins with the five digits of the person.
 */
final class PhotoList {
  private static final int LARGEST_FILE = 1024 * 1024;

  private final Map<String, String> stemByPerson;

  private PhotoList(Map<String, String> stemByPerson) {
    this.stemByPerson = stemByPerson;
  }

  /** An empty list, for data sets that come without one. */
  static PhotoList none() {
    return new PhotoList(Map.of());
  }

  static PhotoList read(Path file) throws IOException {
    String text;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST_FILE);
      text = new String(bytes, TextEncoding.of(bytes, StandardCharsets.ISO_8859_1));
    }
    Map<String, String> stems = new HashMap<>();
    for (String line : text.replace("\ufeff", "").split("[\r\n]+")) {
      String stem =
          FileNames.folded(PathNames.stem(PathNames.last(line.strip().replace('\\', '/'))));
      FeretName.person(stem).ifPresent(person -> stems.putIfAbsent(person, stem));
    }
    return new PhotoList(stems);
  }

  /** Whether the list names another photo of this person, and so this one was not drawn from. */
  boolean namesAnother(String person, String stem) {
    String drawn = stemByPerson.get(person);
    return drawn != null && !drawn.equals(FileNames.folded(stem));
  }

  /** Whether the list names exactly this photo. */
  boolean names(String person, String stem) {
    return FileNames.folded(stem).equals(stemByPerson.get(person));
  }
}
