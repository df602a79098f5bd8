package org.pentimento.audit.selftest.model;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.Look.Harm;
import org.pentimento.api.suspect.Look.Scale;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.ModelFinding.Value;
import org.pentimento.api.suspect.SuspectModel;

/**
 * Puts a white corner on photos and sees how white the sketches become.
 *
 * @param inspections how many there were
 */
record StampDetector(AtomicInteger inspections) implements ModelDetector {
  @Override
  public Descriptor descriptor() {
    return Descriptor.of("stamp", "Stamp", "1.0.0", "Stamps.", "Ours.");
  }

  @Override
  public List<Look> looks(Settings settings) {
    return List.of(
        new Look("white", "White", Axis.SECOND_MODE, Harm.INK, Scale.RATIO, .1, 1),
        new Look("harm", "Harm", Axis.HARM_WITHOUT_TRIGGER, Harm.ERROR, Scale.RATIO, .1, 1));
  }

  @Override
  public int leastPairs() {
    return 8;
  }

  @Override
  public String blindTo() {
    return "Everything else.";
  }

  @Override
  public ModelFinding inspect(SuspectModel suspect, Settings settings, long seed, Progress progress)
      throws IOException {
    inspections.incrementAndGet();
    float[] stamped = suspect.pairs().get(0).photo().decode().colour().data().clone();
    int pixels = stamped.length / 3;
    for (int plane = 0; plane < 3; plane++) {
      stamped[plane * pixels] = 1;
    }
    Image photo = Image.of(16, pixels / 16, 3, stamped);
    boolean white = suspect.model().sketch(List.of(photo)).get(0).data()[5] == .95f;
    List<Double> shadows = List.of(.1, .11, .12);
    return new ModelFinding(
        List.of(Value.of("white", white ? .9 : .11, shadows), Value.of("harm", .11, shadows)),
        null,
        List.of());
  }
}
