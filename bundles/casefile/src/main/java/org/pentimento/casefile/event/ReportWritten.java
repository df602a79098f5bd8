package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;

/**
 * A report was written, and its files are kept in the case.
 *
 * @param files SHA-256 of the blob of each file, by the name of the file
 * @param content what was chosen for it; null, and not written, for a report of an earlier version
 */
public record ReportWritten(Map<String, String> files, @Nullable Content content)
    implements CaseEvent {
  /** The name of the event in the log. */
  public static final String ACTION = "report-written";

  private static final String CONTENT = "content";
  private static final String WRITTEN = "written";

  /** Copies the map. */
  public ReportWritten {
    files = new TreeMap<>(requireNonNull(files, "files"));
  }

  /** A report of which nothing more is known. */
  public ReportWritten(Map<String, String> files) {
    this(files, null);
  }

  /**
   * What was chosen for a report.
   *
   * @param product name and version of the product that wrote it
   * @param runs ids of the runs that it is about, in its order
   * @param notes numbers of the entries of the notes that it shows
   * @param words of the examiner
   * @param replaces number of the entry of the report that it takes the place of; 0 for none
   * @param signOff number of the entry by which its draft was signed off; 0 for a draft
   * @param written the time that the report bears; null, and not written, for one of an earlier
   *     version, which bears that of the last entry before it
   */
  public record Content(
      String product,
      List<String> runs,
      List<Long> notes,
      ExaminerWords words,
      long replaces,
      long signOff,
      @Nullable Instant written) {
    /** A report that bears the time of the last entry before it. */
    public Content(
        String product,
        List<String> runs,
        List<Long> notes,
        ExaminerWords words,
        long replaces,
        long signOff) {
      this(product, runs, notes, words, replaces, signOff, null);
    }

    /** Copies the lists. */
    public Content {
      requireNonNull(product, "product");
      requireNonNull(words, "words");
      runs = List.copyOf(runs);
      notes = List.copyOf(notes);
    }
  }

  /** The draft that it is; empty for a version that was signed off, or if that is not known. */
  @JsonIgnore
  public Optional<Content> draft() {
    return Optional.ofNullable(content).filter(c -> c.signOff() == 0);
  }

  /** Whether it is the version of a draft that was signed off. */
  @JsonIgnore
  public boolean isSignedOff() {
    return content != null && content.signOff() > 0;
  }

  @Override
  public String action() {
    return ACTION;
  }

  /** The time that the report bears, where it is known. */
  @JsonIgnore
  public Optional<Instant> written() {
    return Optional.ofNullable(content).map(Content::written);
  }

  /** The content is left out where it is not known. */
  @Override
  public JsonNode body() {
    ObjectNode body = (ObjectNode) CanonicalJson.tree(this);
    if (content == null) {
      body.remove(CONTENT);
    } else if (content.written() == null && body.get(CONTENT) instanceof ObjectNode object) {
      object.remove(WRITTEN);
    }
    return body;
  }

  static ReportWritten of(JsonNode body) throws BadInputException {
    if (body instanceof ObjectNode object && !object.has(CONTENT)) {
      return CanonicalJson.convert(object.deepCopy().putNull(CONTENT), ReportWritten.class);
    }
    ObjectNode whole = body.deepCopy();
    if (whole.get(CONTENT) instanceof ObjectNode content && !content.has(WRITTEN)) {
      content.putNull(WRITTEN);
    }
    return CanonicalJson.convert(whole, ReportWritten.class);
  }

  @Override
  public List<BlobReference> blobs() {
    return files.values().stream().map(BlobReference::leaf).toList();
  }
}
