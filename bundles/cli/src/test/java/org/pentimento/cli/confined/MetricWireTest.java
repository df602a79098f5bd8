package org.pentimento.cli.confined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;

class MetricWireTest {
  private interface Writing {
    void write(DataOutputStream out) throws IOException;
  }

  private static DataInputStream written(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writing.write(new DataOutputStream(bytes));
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }

  @Test
  void whatIsSentComesAsItWas() throws IOException {
    Image image = Image.of(2, 1, 3, new float[] {0, .1f, .2f, .3f, .4f, 1});
    assertThat(MetricWire.image(written(out -> MetricWire.image(out, image)))).isEqualTo(image);
    Map<String, Image> features = Map.of("Ink", image);
    assertThat(MetricWire.images(written(out -> MetricWire.images(out, features))))
        .isEqualTo(features);
    for (Measurement one :
        new Measurement[] {Measurement.of("a", 1 / 3.), Measurement.undefined("a", "no ink")}) {
      assertThat(MetricWire.measurement(written(out -> MetricWire.measurement(out, one))))
          .isEqualTo(one);
    }
    assertThat(
            MetricWire.settings(
                written(out -> MetricWire.settings(out, Map.of("n", 2, "x", 1 / 3.)))))
        .isEqualTo(Map.of("n", "2", "x", String.valueOf(1 / 3.)));
  }

  @Test
  void nonsenseIsRefusedBeforeItTakesMemory() {
    assertThatThrownBy(
            () ->
                MetricWire.image(
                    written(
                        out -> {
                          out.writeInt(1 << 20);
                          out.writeInt(1 << 20);
                          out.writeInt(1);
                        })))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("image of 1048576 by 1048576");
    assertThatThrownBy(() -> MetricWire.text(written(out -> out.writeInt(-1))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("-1");
    assertThatThrownBy(
            () ->
                MetricWire.measurement(
                    written(
                        out -> {
                          MetricWire.text(out, "a");
                          out.writeBoolean(true);
                          out.writeDouble(Double.NaN);
                          MetricWire.text(out, "");
                        })))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("NaN");
  }
}
