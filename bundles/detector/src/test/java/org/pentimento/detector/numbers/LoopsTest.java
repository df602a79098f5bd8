package org.pentimento.detector.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;

class LoopsTest {
  @Test
  void everyTurnIsTakenOnceAndCounted() throws Exception {
    AtomicLong advanced = new AtomicLong();
    int[] taken = new int[100];
    Loops.each(100, counting(advanced, Integer.MAX_VALUE), i -> taken[i]++);
    assertThat(taken).containsOnly(1);
    assertThat(advanced).hasValue(100);
  }

  @Test
  void aFailureIsThatOfTheTurn() {
    assertThatThrownBy(
            () ->
                Loops.quietly(
                    50,
                    Progress.NONE,
                    i -> {
                      throw new IOException("turn " + i);
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("turn 0");
  }

  @Test
  void cancellingEndsTheLoop() {
    AtomicInteger turns = new AtomicInteger();
    assertThatThrownBy(
            () -> Loops.each(10_000, counting(new AtomicLong(), 20), i -> turns.incrementAndGet()))
        .isInstanceOf(CancelledException.class);
    assertThat(turns.get()).isLessThan(1000);
  }

  private static Progress counting(AtomicLong advanced, long cancelledAt) {
    return new Progress() {
      @Override
      public void begin(String task, long total) {}

      @Override
      public void advance(long units) {
        advanced.addAndGet(units);
      }

      @Override
      public void note(String message) {}

      @Override
      public void checkCancelled() throws CancelledException {
        if (advanced.get() >= cancelledAt) {
          throw new CancelledException();
        }
      }
    };
  }
}
