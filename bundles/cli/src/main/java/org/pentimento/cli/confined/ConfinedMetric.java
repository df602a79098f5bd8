package org.pentimento.cli.confined;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.Metric;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.api.metric.SetMetric;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.protocol.catalogue.InstalledExtension.MetricFacts;

/** Stands for a metric that works in a locked-in process. */
abstract class ConfinedMetric implements Metric {
  private final InstalledExtension said;
  private final MetricFacts facts;
  private final MetricProcess process;

  private ConfinedMetric(InstalledExtension said, MetricFacts facts, MetricProcess process) {
    this.said = said;
    this.facts = facts;
    this.process = process;
  }

  /** What stands for a metric of pairs or of a set. */
  static Metric of(InstalledExtension said, MetricFacts facts, MetricProcess process) {
    return facts.ofSets() ? new OfSets(said, facts, process) : new OfPairs(said, facts, process);
  }

  @Override
  public Descriptor descriptor() {
    return said.descriptor();
  }

  @Override
  public Scale scale() {
    return facts.scale();
  }

  @Override
  public PanelPlace panelPlace() {
    return facts.panelPlace();
  }

  @Override
  public double noticeableLoss() {
    return facts.noticeableLoss();
  }

  /** What a question consists of beside the metric that it is for. */
  private interface Question {
    void write(DataOutputStream out) throws IOException;
  }

  private interface Value<T> {
    T read(DataInputStream in) throws IOException;
  }

  private <T> T ask(byte what, Question question, Value<T> value) {
    return process.ask((in, out, number) -> talk(in, out, what, question, value));
  }

  private <T> T talk(
      DataInputStream in, DataOutputStream out, byte what, Question question, Value<T> value)
      throws IOException {
    out.writeByte(what);
    MetricWire.text(out, said.id());
    question.write(out);
    out.flush();
    return read(in, in.readByte(), value);
  }

  private static <T> T read(DataInputStream in, byte answer, Value<T> value) throws IOException {
    if (answer == MetricWire.DONE) {
      return value.read(in);
    } else if (answer == MetricWire.FAILED) {
      throw new MetricProcess.NoAnswerException(MetricWire.text(in));
    }
    throw new IOException("it answered with " + answer);
  }

  /** Of pairs. */
  private static final class OfPairs extends ConfinedMetric implements PairMetric {
    OfPairs(InstalledExtension said, MetricFacts facts, MetricProcess process) {
      super(said, facts, process);
    }

    @Override
    public Reference prepare(Image reference, Settings settings) {
      return new Prepared(this, reference, settings.values());
    }

    @Override
    public Map<String, Image> features(Image image, Settings settings) {
      return super.ask(
          MetricWire.FEATURES,
          out -> {
            MetricWire.settings(out, settings.values());
            MetricWire.image(out, image);
          },
          MetricWire::images);
    }
  }

  /** A reference, which is prepared over there when it is first needed, and again if forgotten. */
  private static final class Prepared implements PairMetric.Reference {
    private final ConfinedMetric metric;
    private final Image reference;
    private final Map<String, Object> settings;
    private int process = -1;
    private int number;

    Prepared(ConfinedMetric metric, Image reference, Map<String, Object> settings) {
      this.metric = metric;
      this.reference = reference;
      this.settings = settings;
    }

    @Override
    public Measurement measure(Image candidate) {
      return ask(MetricWire.MEASURE, candidate, MetricWire::measurement);
    }

    @Override
    public Optional<Image> map(Image candidate) {
      return ask(MetricWire.MAP, candidate, MetricWire::images).values().stream().findFirst();
    }

    private <T> T ask(byte what, Image candidate, Value<T> value) {
      return metric.process.ask(
          (in, out, there) -> {
            if (process == there) {
              begin(out, what, candidate);
              byte answer = in.readByte();
              if (answer != MetricWire.FORGOTTEN) {
                return read(in, answer, value);
              }
            }
            number =
                metric.talk(
                    in,
                    out,
                    MetricWire.PREPARE,
                    to -> {
                      MetricWire.settings(to, settings);
                      MetricWire.image(to, reference);
                    },
                    DataInputStream::readInt);
            process = there;
            begin(out, what, candidate);
            return read(in, in.readByte(), value);
          });
    }

    private void begin(DataOutputStream out, byte what, Image candidate) throws IOException {
      out.writeByte(what);
      MetricWire.text(out, metric.said.id());
      out.writeInt(number);
      MetricWire.image(out, candidate);
      out.flush();
    }
  }

  /** Of sets. */
  private static final class OfSets extends ConfinedMetric implements SetMetric {
    OfSets(InstalledExtension said, MetricFacts facts, MetricProcess process) {
      super(said, facts, process);
    }

    @Override
    public List<Measurement> measure(List<Item> items, Settings settings, Progress progress)
        throws CancelledException {
      progress.checkCancelled();
      return super.process.ask(
          (in, out, there) -> {
            out.writeByte(MetricWire.MEASURE_SET);
            MetricWire.text(out, descriptor().id());
            MetricWire.settings(out, settings.values());
            out.writeInt(items.size());
            for (Item item : items) {
              MetricWire.text(out, item.id());
              MetricWire.text(out, item.identity());
            }
            out.flush();
            byte answer = in.readByte();
            while (answer == MetricWire.NEED) {
              give(in, out, items);
              progress.advance(0); // a sign of life
              answer = in.readByte();
            }
            return read(in, answer, MetricWire::measurements);
          });
    }

    private static void give(DataInputStream in, DataOutputStream out, List<Item> items)
        throws IOException {
      Item item = items.get(MetricWire.within(in.readInt(), items.size() - 1));
      Image image =
          switch (in.readInt()) {
            case 0 -> item.photo().decode();
            case 1 -> item.sketch().decode();
            default -> item.candidate().decode();
          };
      out.writeByte(MetricWire.DONE);
      MetricWire.image(out, image);
      out.flush();
    }
  }
}
