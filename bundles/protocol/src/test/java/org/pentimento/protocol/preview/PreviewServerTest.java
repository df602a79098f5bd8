package org.pentimento.protocol.preview;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.protocol.preview.Frames.Asked;
import org.pentimento.protocol.preview.Frames.GivenUp;
import org.pentimento.protocol.preview.Frames.Problem;
import org.pentimento.protocol.preview.Frames.Reply;
import org.pentimento.protocol.question.PairQuestion.DescribePair;
import org.pentimento.protocol.question.PairQuestion.PairFact;
import org.pentimento.protocol.question.PairQuestion.PairFacts;

@Timeout(30)
class PreviewServerTest {
  /** Says the name of the pair, refuses a bad one, and takes for ever over a slow one. */
  private static final class Echo implements Answerer<DescribePair, PairFacts> {
    @Override
    public Class<DescribePair> question() {
      return DescribePair.class;
    }

    @Override
    public PairFacts answer(DescribePair question, Progress progress)
        throws IOException, CancelledException {
      if (question.pair().equals("bad")) {
        throw new BadInputException("It is bad.", "Take another.");
      }
      while (question.pair().equals("slow")) {
        progress.checkCancelled();
        try {
          TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException e) {
          throw new CancelledException();
        }
      }
      return new PairFacts(List.of(new PairFact("Pair", question.pair())));
    }
  }

  private final ByteArrayOutputStream questions = new ByteArrayOutputStream();

  private void ask(long id, String pair) throws IOException {
    Frames.line(questions, new Asked(id, new DescribePair("a.case", "faces", pair)));
  }

  private Reply reply() throws Exception {
    PipedOutputStream in = new PipedOutputStream();
    InputStream asked = new PipedInputStream(in, 1 << 16);
    PipedOutputStream out = new PipedOutputStream();
    InputStream answers = new PipedInputStream(out, 1 << 16);
    PreviewServer server = new PreviewServer(() -> List.of(new Echo()));
    Thread serving =
        new Thread(
            () -> {
              try (out) {
                server.serve(asked, out);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    serving.start();
    in.write(questions.toByteArray());
    in.flush();
    Reply reply = requireNonNull(Frames.reply(answers));
    in.close();
    serving.join();
    return reply;
  }

  private Problem problem() throws Exception {
    return requireNonNull(reply().head().problem());
  }

  @Test
  void answersAQuestion() throws Exception {
    ask(5, "p1");
    Reply reply = reply();
    assertThat(reply.head().answer()).isEqualTo(5);
    assertThat(reply.answer(PairFacts.class).facts()).containsExactly(new PairFact("Pair", "p1"));
  }

  @Test
  void saysWhyThereIsNoAnswer() throws Exception {
    ask(1, "bad");
    assertThat(problem()).isEqualTo(new Problem("It is bad.", "Take another."));
  }

  @Test
  void saysThatNobodyKnowsAQuestion() throws Exception {
    questions.writeBytes(
        "{\"id\":1,\"question\":{\"ask\":\"riddle\"}}\n".getBytes(StandardCharsets.UTF_8));
    assertThat(problem().message()).contains("'riddle'");
  }

  /** Code that is still at work when the framework ends fails for want of its classes. */
  @Test
  void endsOnlyWhenNothingIsBeingAnsweredAnyMore() throws Exception {
    AtomicBoolean begun = new AtomicBoolean();
    AtomicBoolean done = new AtomicBoolean();
    Answerer<DescribePair, PairFacts> deaf =
        new Answerer<>() {
          @Override
          public Class<DescribePair> question() {
            return DescribePair.class;
          }

          @Override
          public PairFacts answer(DescribePair question, Progress progress) {
            begun.set(true);
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(400);
            while (System.nanoTime() < end) {
              Thread.onSpinWait();
            }
            done.set(true);
            return new PairFacts(List.of());
          }
        };
    ask(1, "p1");
    InputStream asked =
        new SequenceInputStream(
            new ByteArrayInputStream(questions.toByteArray()),
            new InputStream() {
              @Override
              public int read() {
                while (!begun.get()) {
                  Thread.onSpinWait();
                }
                return -1;
              }
            });
    new PreviewServer(() -> List.of(deaf)).serve(asked, new ByteArrayOutputStream());
    assertThat(done).isTrue();
  }

  @Test
  void givesUpWhatNobodyWaitsFor() throws Exception {
    ask(1, "slow");
    Frames.line(questions, new GivenUp(1));
    assertThat(problem().message()).contains("Nobody waits");
  }
}
