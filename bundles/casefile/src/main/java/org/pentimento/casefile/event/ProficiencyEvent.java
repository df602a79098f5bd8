package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A step of a proficiency test: its answers were sealed, an examiner answered, the seal opened. */
public sealed interface ProficiencyEvent extends CaseEvent {
  /**
   * Exhibits were made and the truth about them sealed.
   *
   * @param exhibits names of the data sets and models
   * @param seal SHA-256 of the sealed truth, which holds a secret salt: it commits to the truth and
   *     tells nothing of it
   */
  record Sealed(List<String> exhibits, String seal) implements ProficiencyEvent {
    /** The name of the event in the log. */
    public static final String ACTION = "proficiency-sealed";

    /** Refuses null. */
    public Sealed {
      exhibits = List.copyOf(exhibits);
      requireNonNull(seal, "seal");
    }

    @Override
    public String action() {
      return ACTION;
    }

    @Override
    public List<BlobReference> blobs() {
      return List.of(BlobReference.leaf(seal));
    }
  }

  /**
   * An examiner said what an exhibit is. The last answer before the seal is opened counts.
   *
   * @param exhibit its name
   * @param answer the word for it
   */
  record Answered(String exhibit, String answer) implements ProficiencyEvent {
    /** The name of the event in the log. */
    public static final String ACTION = "proficiency-answered";

    /** Refuses null. */
    public Answered {
      requireNonNull(exhibit, "exhibit");
      requireNonNull(answer, "answer");
    }

    @Override
    public String action() {
      return ACTION;
    }
  }

  /**
   * The seal was opened and the answers compared with the truth.
   *
   * @param result SHA-256 of the blob with the comparison
   */
  record Opened(String result) implements ProficiencyEvent {
    /** The name of the event in the log. */
    public static final String ACTION = "proficiency-opened";

    /** Refuses null. */
    public Opened {
      requireNonNull(result, "result");
    }

    @Override
    public String action() {
      return ACTION;
    }

    @Override
    public List<BlobReference> blobs() {
      return List.of(BlobReference.leaf(result));
    }
  }
}
