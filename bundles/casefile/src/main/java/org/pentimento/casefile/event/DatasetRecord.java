package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;
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
 * @param part what it has of another data set of the case; null, and not written, if it is whole
 * @param hashes how its files compared with a hash list; null, and not written, if none was given
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
    List<SkippedFile> skipped,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Part part,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HashCheck hashes) {

  /** Members that are left out where there is nothing to say. */
  private static final List<String> OPTIONAL = List.of("part", "hashes");

  /** Where the files of a data set are. */
  public enum Mode {
    /** Copied into the case. */
    COPIED("copied"),
    /** Outside the case, where they lay. */
    REFERENCED("referenced"),
    /** Nowhere: the data set is made from its settings. */
    MADE("made"),
    /** Those of another data set of the case, of which it has some pairs. */
    PART("part");

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

  /**
   * Some pairs of another data set of the case. Its files, listing, format and settings are those
   * of the other one.
   *
   * @param of name of the other data set
   * @param digest of the other data set
   * @param inspection id of the run that chose the pairs
   * @param leftOut SHA-256 of the blob with a JSON array of {@link LeftOutPair}
   */
  public record Part(String of, String digest, String inspection, String leftOut) {}

  /** A data set that is whole. */
  public DatasetRecord(
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
    this(
        name, format, settings, mode, root, listing, digest, pairs, train, test, skipped, null,
        null);
  }

  /**
   * Reads a record; a data set is whole and was compared with no list unless it says otherwise.
   *
   * @throws BadInputException if it is none
   */
  public static DatasetRecord of(JsonNode body) throws BadInputException {
    if (body instanceof ObjectNode object) {
      ObjectNode whole = object.deepCopy();
      OPTIONAL.stream().filter(member -> !whole.has(member)).forEach(whole::putNull);
      return CanonicalJson.convert(whole, DatasetRecord.class);
    }
    return CanonicalJson.convert(body, DatasetRecord.class);
  }

  /** This data set, as it compared with a hash list. */
  public DatasetRecord with(HashCheck check) {
    return new DatasetRecord(
        name, format, settings, mode, root, listing, digest, pairs, train, test, skipped, part,
        check);
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
    if ((mode == Mode.PART) != (part != null)) {
      throw new IllegalArgumentException("a part says of what, and nothing else does");
    }
  }
}
