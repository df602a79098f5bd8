package org.pentimento.cli.command;

import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.plan.DeviceChoice;
import picocli.CommandLine.Option;

/** What every command is told that draws photos with stored models. */
final class DrawingOptions {
  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Numbers.Threads.class,
      description = "Native threads; all cores by default.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "auto, cpu or cuda:N; auto by default.")
  private @Nullable String device;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  int threads() {
    return threads;
  }

  /** The device that is wanted; null for the one that is found. */
  @Nullable String device() throws BadInputException {
    if (device != null && !device.matches(DeviceChoice.WRITTEN)) {
      throw new BadInputException(
          "There is no device '" + device + "'.", "Allowed are auto, cpu and cuda:N.");
    }
    return device;
  }

  boolean json() {
    return json;
  }
}
