package org.pentimento.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.pentimento.protocol.json.WireJson;

class JobServerTest {
  private static final String JOB =
      WireJson.line(new Job.TryDevice(Job.PROTOCOL, "cpu", null)) + "\n";

  @Test
  void anInputThatEndsWithoutAWordIsNoWishToCancel() throws IOException {
    assertThat(endedAfter(JOB).isLeft()).isTrue();
    assertThat(endedAfter(JOB + JobServer.CANCEL + "\n").isLeft()).isFalse();
  }

  private static StopSignal endedAfter(String input) throws IOException {
    StopSignal[] given = new StopSignal[1];
    new JobServer(
            (job, events, stop) -> {
              while (!stop.isGiven()) {
                Thread.onSpinWait();
              }
              given[0] = stop;
              return new JobEvent.Cancelled();
            })
        .serve(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new ByteArrayOutputStream());
    return given[0];
  }
}
