package org.pentimento.equinox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTest {
  @Test
  void fillsInFromLeftToRight() {
    assertThat(Message.of("{} of {} in {}", 1, "two", null).text()).isEqualTo("1 of two in null");
    assertThat(Message.of("no place", 1).text()).isEqualTo("no place");
    assertThat(Message.of("{} and {}", 1).text()).isEqualTo("1 and {}");
  }

  @Test
  void takesALastThrowableAsTheCause() {
    Exception cause = new Exception();
    Message message = Message.of("{} failed {}", "it", cause);
    assertThat(message.cause()).isSameAs(cause);
    assertThat(message.text()).isEqualTo("it failed {}");
  }
}
