package org.pentimento.protocol.preview;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.pentimento.api.BadInputException;
import org.pentimento.protocol.question.PairQuestion.ListLayers;
import org.pentimento.protocol.question.PairQuestion.PairLayers;

class PreviewProcessTest {
  /** Answers nothing any more, and counts as alive for some moments yet when it is ended. */
  private static final List<String> ENDING = List.of("bash", "-c", "exec >&-; exec sleep 60");

  @Test
  void whatIsAskedWhileTheProcessEndsIsNotForgotten() {
    try (PreviewProcess process = new PreviewProcess(() -> ENDING, Duration.ofMinutes(5))) {
      for (int i = 0; i < 50; i++) {
        CompletableFuture<PairLayers> answer = process.ask(new ListLayers());
        assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
            .as("question %d", i)
            .hasCauseInstanceOf(BadInputException.class)
            .hasMessageContaining("ended before it had answered");
      }
    }
  }
}
