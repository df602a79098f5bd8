package org.pentimento.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.pentimento.api.BadInputException;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.detector.Detector;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.api.metric.SetMetric;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.trigger.Trigger;

/**
 * All extensions that are there at the moment, by kind and id. One that cannot describe itself, or
 * whose id is taken, is set aside with the reason; the others go on.
 */
@Component(service = Extensions.class)
public final class Extensions {
  /**
   * An extension that is in use.
   *
   * @param kind what it is
   * @param descriptor what it says about itself
   */
  public record Installed(Kind kind, Descriptor descriptor) {}

  /**
   * An extension that is not in use.
   *
   * @param kind what it claims to be
   * @param type name of its class
   * @param reason why it was set aside
   */
  public record SetAside(Kind kind, String type, String reason) {}

  private record Entry(Descriptor descriptor, Extension extension) {}

  private final Map<Kind, Map<String, Entry>> byKind = new EnumMap<>(Kind.class);
  private final List<SetAside> setAside = new ArrayList<>();

  private Map<String, Entry> entries(Kind kind) {
    return byKind.computeIfAbsent(kind, k -> new TreeMap<>());
  }

  private synchronized void add(Kind kind, Extension extension) {
    String type = extension.getClass().getName();
    Map<String, Entry> entries = entries(kind);
    try {
      Descriptor descriptor = extension.descriptor();
      Entry other = entries.get(descriptor.id());
      if (other == null) {
        entries.put(descriptor.id(), new Entry(descriptor, extension));
      } else {
        setAside.add(
            new SetAside(
                kind,
                type,
                "the id '"
                    + descriptor.id()
                    + "' is taken by "
                    + other.extension().getClass().getName()));
      }
    } catch (RuntimeException | LinkageError e) {
      setAside.add(new SetAside(kind, type, "it cannot describe itself: " + e));
    }
  }

  private synchronized void remove(Kind kind, Extension extension) {
    entries(kind).values().removeIf(e -> e.extension() == extension);
    setAside.removeIf(s -> s.kind() == kind && s.type().equals(extension.getClass().getName()));
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addDatasetFormat(DatasetFormat extension) {
    add(Kind.DATASET_FORMAT, extension);
  }

  void removeDatasetFormat(DatasetFormat extension) {
    remove(Kind.DATASET_FORMAT, extension);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addTrigger(Trigger extension) {
    add(Kind.TRIGGER, extension);
  }

  void removeTrigger(Trigger extension) {
    remove(Kind.TRIGGER, extension);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addPoisoningStrategy(PoisoningStrategy extension) {
    add(Kind.POISONING_STRATEGY, extension);
  }

  void removePoisoningStrategy(PoisoningStrategy extension) {
    remove(Kind.POISONING_STRATEGY, extension);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addGenerator(Generator extension) {
    add(Kind.GENERATOR, extension);
  }

  void removeGenerator(Generator extension) {
    remove(Kind.GENERATOR, extension);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addModelFormat(ModelFormat extension) {
    add(Kind.MODEL_FORMAT, extension);
  }

  void removeModelFormat(ModelFormat extension) {
    remove(Kind.MODEL_FORMAT, extension);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addPairMetric(PairMetric extension) {
    add(Kind.METRIC, extension);
  }

  void removePairMetric(PairMetric extension) {
    remove(Kind.METRIC, extension);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addSetMetric(SetMetric extension) {
    add(Kind.METRIC, extension);
  }

  void removeSetMetric(SetMetric extension) {
    remove(Kind.METRIC, extension);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addDetector(Detector extension) {
    add(Kind.DETECTOR, extension);
  }

  void removeDetector(Detector extension) {
    remove(Kind.DETECTOR, extension);
  }

  /** All extensions in use, ordered by kind and id. */
  public synchronized List<Installed> installed() {
    List<Installed> all = new ArrayList<>();
    byKind.forEach(
        (kind, entries) ->
            entries.values().forEach(e -> all.add(new Installed(kind, e.descriptor()))));
    return all;
  }

  /** What was set aside, and why. */
  public synchronized List<SetAside> setAside() {
    List<SetAside> copy = new ArrayList<>(setAside);
    copy.sort(Comparator.comparing(SetAside::type));
    return Collections.unmodifiableList(copy);
  }

  /** The extensions of a kind that have a given interface, ordered by id. */
  public synchronized <T extends Extension> List<T> all(Kind kind, Class<T> type) {
    return entries(kind).values().stream()
        .map(Entry::extension)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /**
   * The extension of a kind and id.
   *
   * @throws BadInputException if there is none, listing those there are
   */
  public synchronized <T extends Extension> T get(Kind kind, Class<T> type, String id)
      throws BadInputException {
    Entry entry = entries(kind).get(id);
    if (entry == null || !type.isInstance(entry.extension())) {
      throw new BadInputException(
          "There is no " + kind.word() + " '" + id + "'.", "There are: " + ids(kind) + ".");
    }
    return type.cast(entry.extension());
  }

  /** The ids of a kind, joined by commas. */
  public synchronized String ids(Kind kind) {
    return entries(kind).keySet().stream().collect(Collectors.joining(", "));
  }
}
