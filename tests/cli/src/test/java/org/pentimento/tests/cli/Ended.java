package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * A command that has ended.
 *
 * @param status its exit status
 * @param out its standard output
 * @param err its standard error
 */
record Ended(int status, String out, String err) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Checks the exit status; shows what was said if it is another. */
  Ended with(int expected) {
    assertThat(status).as("exit status, after%n%s%s", out, err).isEqualTo(expected);
    return this;
  }

  /** The JSON object that is all of standard output. */
  JsonNode json() throws IOException {
    JsonNode node = JSON.readTree(out);
    assertThat(node.isObject()).as("one JSON object: %s", out).isTrue();
    return node;
  }
}
