package org.pentimento.cli.confined;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.api.metric.Metric;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.api.metric.SetMetric;
import org.pentimento.registry.Extensions;
import org.pentimento.registry.guard.ExtensionFailedException;

/** The locked-in side: answers what is asked of the metrics of the bundles in this process. */
public final class MetricServer {
  /** The first argument of such a process; {@code - BUNDLE -- LIBRARIES…} follows. */
  public static final String ARGUMENT = "--confined";

  private static final int REFERENCES_KEPT = 32;

  private final Extensions extensions;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final Map<Integer, PairMetric.Reference> references = new LinkedHashMap<>();
  private int prepared;

  private MetricServer(Extensions extensions) {
    this.extensions = extensions;
    in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
  }

  /** Answers until the other side is gone. */
  public static void serve(Extensions extensions) throws IOException {
    new MetricServer(extensions).serve();
  }

  private interface Answer {
    void write(DataOutputStream out) throws IOException;
  }

  private void serve() throws IOException {
    while (true) {
      byte asked;
      try {
        asked = in.readByte();
      } catch (EOFException e) {
        return;
      }
      String id = MetricWire.text(in);
      Answer answer;
      try {
        answer = answer(asked, id);
      } catch (Exception | LinkageError | StackOverflowError e) { // a metric may throw anything
        answer =
            failed(
                ExtensionFailedException.behind(e)
                    .map(ExtensionFailedException::problem)
                    .orElseGet(() -> MetricWire.words(e)));
      }
      answer.write(out);
      out.flush();
    }
  }

  private static Answer failed(String words) {
    return to -> {
      to.writeByte(MetricWire.FAILED);
      MetricWire.text(to, words.substring(0, Math.min(words.length(), 2000)));
    };
  }

  private static Answer done(Answer answer) {
    return to -> {
      to.writeByte(MetricWire.DONE);
      answer.write(to);
    };
  }

  /** Reads all of a question before it asks the metric, so that the next one is found. */
  private Answer answer(byte asked, String id) throws Exception {
    switch (asked) {
      case MetricWire.PREPARE -> {
        Map<String, String> given = MetricWire.settings(in);
        Image image = MetricWire.image(in);
        PairMetric metric = metric(PairMetric.class, id);
        PairMetric.Reference reference = metric.prepare(image, settings(metric, given));
        int number = prepared++;
        references.put(number, reference);
        if (references.size() > REFERENCES_KEPT) {
          references.remove(references.keySet().iterator().next());
        }
        return done(to -> to.writeInt(number));
      }
      case MetricWire.MEASURE, MetricWire.MAP -> {
        PairMetric.Reference reference = references.get(in.readInt());
        Image candidate = MetricWire.image(in);
        if (reference == null) {
          return to -> to.writeByte(MetricWire.FORGOTTEN);
        } else if (asked == MetricWire.MAP) {
          Map<String, Image> map = new LinkedHashMap<>();
          reference.map(candidate).ifPresent(m -> map.put("", m));
          return done(to -> MetricWire.images(to, map));
        }
        var measured = reference.measure(candidate);
        return done(to -> MetricWire.measurement(to, measured));
      }
      case MetricWire.FEATURES -> {
        Map<String, String> given = MetricWire.settings(in);
        Image image = MetricWire.image(in);
        PairMetric metric = metric(PairMetric.class, id);
        Map<String, Image> features = metric.features(image, settings(metric, given));
        return done(to -> MetricWire.images(to, features));
      }
      case MetricWire.MEASURE_SET -> {
        Map<String, String> given = MetricWire.settings(in);
        List<SetMetric.Item> items = items();
        SetMetric metric = metric(SetMetric.class, id);
        var measured = metric.measure(items, settings(metric, given), Progress.NONE);
        return done(to -> MetricWire.measurements(to, measured));
      }
      default -> throw new IOException("nobody asks " + asked);
    }
  }

  private <M extends Metric & Extension> M metric(Class<M> type, String id)
      throws BadInputException {
    return extensions.get(Kind.METRIC, type, id);
  }

  private static Settings settings(Metric metric, Map<String, String> given) {
    return Settings.of(metric.descriptor(), given);
  }

  private List<SetMetric.Item> items() throws IOException {
    int count = MetricWire.within(in.readInt(), 1 << 22);
    List<SetMetric.Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = MetricWire.text(in);
      String identity = MetricWire.text(in);
      items.add(new SetMetric.Item(id, identity, source(i, 0), source(i, 1), source(i, 2)));
    }
    return items;
  }

  /** An image of a set, which the other side decodes when it is wanted. */
  private ImageSource source(int item, int which) {
    return () -> {
      synchronized (this) {
        out.writeByte(MetricWire.NEED);
        out.writeInt(item);
        out.writeInt(which);
        out.flush();
        if (in.readByte() != MetricWire.DONE) {
          throw new IOException(MetricWire.text(in));
        }
        return MetricWire.image(in);
      }
    };
  }
}
