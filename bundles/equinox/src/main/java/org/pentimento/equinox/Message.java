package org.pentimento.equinox;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A message whose {@code {}} were filled in.
 *
 * @param text the message
 * @param cause the last argument, if it is a throwable, else null
 */
record Message(String text, @Nullable Throwable cause) {
  /** Fills arguments in from left to right; what has no place is left out. */
  static Message of(String format, @Nullable Object... arguments) {
    Throwable cause = null;
    @Nullable Object[] values = arguments;
    if (arguments.length > 0 && arguments[arguments.length - 1] instanceof Throwable last) {
      cause = last;
      values = Arrays.copyOf(arguments, arguments.length - 1);
    }
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Object value : values) {
      int place = format.indexOf("{}", from);
      if (place < 0) {
        break;
      }
      text.append(format, from, place).append(value);
      from = place + 2;
    }
    return new Message(text.append(format, from, format.length()).toString(), cause);
  }
}
