package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Drawings that models of the case made of photos were kept in it.
 *
 * @param models that drew
 * @param photos how many photos they drew
 * @param files SHA-256 of the blob of each file, by the name of the file; {@value #SHEET} tells
 *     what the pictures show
 */
public record DrawingsKept(List<String> models, int photos, Map<String, String> files)
    implements CaseEvent {
  /** The name of the event in the log. */
  public static final String ACTION = "drawings-kept";

  /** Name of the file that tells what the pictures show. */
  public static final String SHEET = "drawings.json";

  /** Copies the collections. */
  public DrawingsKept {
    models = List.copyOf(models);
    files = new TreeMap<>(requireNonNull(files, "files"));
  }

  @Override
  public String action() {
    return ACTION;
  }

  @Override
  public List<BlobReference> blobs() {
    return files.values().stream().map(BlobReference::leaf).toList();
  }
}
