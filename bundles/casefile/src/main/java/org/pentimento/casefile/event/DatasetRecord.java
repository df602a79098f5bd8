package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import org.pentimento.casefile.store.FileListing;
import org.pentimento.casefile.store.PlainNames;

/**
 * A data set of the case, as {@link DatasetImported} records it.
 *
 * @param name in the case, see {@link PlainNames}
 * @param format id of the dataset format
 * @param settings of the format that were really used, by parameter id
 * @param mode where its files are
 * @param root folder as given, for a referenced data set; else empty
 * @param listing SHA-256 of the blob with its {@link FileListing}; empty if made
 * @param digest SHA-256 that stands for the content: of the listing, or of the settings that make
 *     it
 * @param pairs number of pairs
 * @param train pairs in the training part
 * @param test pairs in the test part
 * @param skipped files that did not become part of a pair
 */
public record DatasetRecord(
    String name,
    String format,
    Map<String, Object> settings,
    Mode mode,
    String root,
    String listing,
    String digest,
    int pairs,
    int train,
    int test,
    List<SkippedFile> skipped) {

  /** Where the files of a data set are. */
  public enum Mode {
    /** Copied into the case. */
    COPIED("copied"),
    /** Outside the case, where they lay. */
    REFERENCED("referenced"),
    /** Nowhere: the data set is made from its settings. */
    MADE("made");

    private final String word;

    Mode(String word) {
      this.word = word;
    }

    /** The word for it in the log and in reports. */
    @JsonValue
    public String word() {
      return word;
    }
  }

  /** Refuses null. */
  public DatasetRecord {
    requireNonNull(name, "name");
    requireNonNull(format, "format");
    requireNonNull(settings, "settings");
    requireNonNull(mode, "mode");
    requireNonNull(root, "root");
    requireNonNull(listing, "listing");
    requireNonNull(digest, "digest");
    requireNonNull(skipped, "skipped");
  }
}
