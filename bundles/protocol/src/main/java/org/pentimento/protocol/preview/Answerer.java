package org.pentimento.protocol.preview;

import java.io.IOException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.protocol.question.Question;

/**
 * Answers questions of one kind in the preview process; a Declarative Services component. Called
 * from several threads.
 *
 * @param <Q> the kind of question
 * @param <A> what it is answered with
 */
public interface Answerer<Q extends Question<A>, A> {
  /** The kind of question. */
  Class<Q> question();

  /**
   * Answers a question.
   *
   * @param question from a window of the same build; its values are still checked
   * @param progress tells when nobody waits for the answer any more
   * @throws org.pentimento.api.BadInputException if it cannot be answered, with the remedy
   */
  A answer(Q question, Progress progress) throws IOException, CancelledException;
}
