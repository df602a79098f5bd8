package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.pentimento.casefile.store.PlainNames;

/**
 * A model that was made elsewhere; the body of the action {@code model-imported}.
 *
 * @param name in the case, see {@link PlainNames}
 * @param format id of the model format
 * @param version of the format
 * @param settings of the format that the model is used with, all of them, by parameter id
 * @param assumptions how settings that nobody gave came about, by parameter id
 * @param confinement what its process was locked in by when it was tried
 * @param origin file or folder as given
 * @param file what is opened, relative to the folder of the files; empty for the folder itself
 * @param files all of it, in a stable order
 * @param strip SHA-256 of a PNG: photos, true sketches, and what the model drew of them
 */
public record ModelRecord(
    String name,
    String format,
    String version,
    Map<String, Object> settings,
    Map<String, String> assumptions,
    String confinement,
    String origin,
    String file,
    List<File> files,
    String strip) {

  /** Refuses what is missing, which a record from elsewhere may be. */
  public ModelRecord {
    requireNonNull(name);
    requireNonNull(format);
    requireNonNull(settings);
    requireNonNull(file);
    files = List.copyOf(files);
    requireNonNull(strip);
  }

  /**
   * A file of the model.
   *
   * @param path relative, with slashes
   * @param sha256 of its blob
   * @param executable whether it may be run
   */
  public record File(String path, String sha256, boolean executable) {}
}
