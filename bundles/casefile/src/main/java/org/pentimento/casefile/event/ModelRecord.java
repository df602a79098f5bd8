package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.pentimento.casefile.store.PlainNames;

/**
 * A model that was made elsewhere, as {@link ModelImported} records it.
 *
 * @param name in the case, see {@link PlainNames}
 * @param format id of the model format
 * @param version of the format
 * @param settings of the format that the model is used with, all of them, by parameter id
 * @param assumptions why a setting that nobody gave has its value, by parameter id
 * @param confinement how its process was confined when it was tried at import
 * @param origin file or folder as given
 * @param file which of the files is opened, by its path; empty to open the folder of all of them
 * @param files all files of the model, ordered by path
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

  /** Refuses null and copies the list. */
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
