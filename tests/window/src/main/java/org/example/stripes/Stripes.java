package org.example.stripes;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.trigger.Trigger;

/** A trigger as a third party would write it, with the moods that third parties have. */
public final class Stripes implements Trigger {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "stripes",
          "Upright stripes",
          "0.9.0",
          "Darkens every so many columns.",
          "A. Somebody: On stripes. Journal of Stripes 1, 2026.",
          Parameter.integer("gap", "Gap", "Columns from stripe to stripe.", "px", 8, 2, 64),
          Parameter.choice("mood", "Mood", "How it behaves.", "calm", "throws", "hangs"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed)
      throws IOException {
    switch (settings.text("mood")) {
      case "throws" -> throw new IllegalStateException("the stripes are tangled");
      case "hangs" -> hang();
      default -> {}
    }
    int gap = settings.integer("gap");
    float[] data = photo.data().clone();
    for (int i = 0; i < data.length; i++) {
      if (i % photo.width() % gap == 0) {
        data[i] = 0;
      }
    }
    return Image.of(photo.width(), photo.height(), photo.planes(), data);
  }

  private static void hang() {
    while (true) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.interrupted(); // as a stubborn one would
      }
    }
  }
}
