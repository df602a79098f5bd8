package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;

/**
 * A person tagged pairs of a data set, or took a tag off them. Which pairs bear a tag at some entry
 * of the log follows from all such entries up to there.
 *
 * @param dataset its name in the case
 * @param pairs ids of one to {@value #MOST} pairs
 * @param tag one line of at most {@value #LONGEST} characters, may have several words
 * @param set whether the pairs bear the tag from now on
 * @param waited when and by whom it was made, if the case could not be written to then
 */
public record Tagged(
    String dataset,
    List<String> pairs,
    String tag,
    boolean set,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Waited waited)
    implements CaseRemark {
  /** The name of the event in the log. */
  public static final String ACTION = "pairs-tagged";

  /** Most pairs of one event; more are recorded as several. */
  public static final int MOST = 1000;

  /** Most characters of a tag. */
  public static final int LONGEST = 60;

  /** Refuses null. */
  public Tagged {
    requireNonNull(dataset);
    requireNonNull(tag);
    pairs = List.copyOf(pairs);
  }

  /** A tag that is recorded at once. */
  public Tagged(String dataset, List<String> pairs, String tag, boolean set) {
    this(dataset, pairs, tag, set, null);
  }

  static Tagged of(JsonNode body) throws BadInputException {
    return CanonicalJson.convert(Texts.orNull(body, WAITED), Tagged.class);
  }

  /** Why a text cannot be a tag; empty if it can. */
  public static String problem(String tag) {
    return tag.isBlank() || !tag.equals(tag.strip())
        ? "A tag has at least one letter, and no space at its ends."
        : tag.length() > LONGEST || tag.chars().anyMatch(Character::isISOControl)
            ? "A tag is one line of at most " + LONGEST + " characters."
            : "";
  }

  @Override
  public Tagged waiting(Waited since) {
    return new Tagged(dataset, pairs, tag, set, since);
  }

  @Override
  public String action() {
    return ACTION;
  }

  @Override
  public void check(Predicate<String> runKnown) throws BadInputException {
    String problem = problem(tag);
    if (!problem.isEmpty()) {
      throw new BadInputException(problem, "Choose another tag.");
    }
    if (pairs.isEmpty() || pairs.size() > MOST) {
      throw new BadInputException(
          "One entry tags 1 to " + MOST + " pairs, not " + pairs.size() + ".",
          "Tag them in several steps.");
    }
  }
}
