package org.pentimento.protocol.preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;

/**
 * Answers questions of one kind in the preview process; a Declarative Services component. Called
 * from several threads.
 */
public interface Answerer {
  /** The kind of question, such as {@code trigger}. */
  String kind();

  /**
   * Answers a question.
   *
   * @param question its values, from a window of the same build; still checked
   * @param progress tells when nobody waits for the answer any more
   * @throws org.pentimento.api.BadInputException if it cannot be answered, with the remedy
   */
  Answer answer(JsonNode question, Progress progress) throws IOException, CancelledException;
}
