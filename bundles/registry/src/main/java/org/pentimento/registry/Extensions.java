package org.pentimento.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.registry.guard.Calls;
import org.pentimento.registry.guard.GuardedExtension;
import org.pentimento.registry.guard.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All extensions that are there at the moment, by kind and id. One that cannot describe itself in
 * time, or whose id is taken, is set aside with the reason; the others go on.
 */
@Component(service = Extensions.class)
public final class Extensions {
  private static final Logger LOG = LoggerFactory.getLogger(Extensions.class);

  /**
   * An extension that is in use.
   *
   * @param kind what it is
   * @param descriptor what it says about itself
   */
  public record Installed(Kind kind, Descriptor descriptor) {}

  /**
   * Something that is not in use.
   *
   * @param kind the word for what it claims to be, or {@code bundle}
   * @param type name of its class, or of the bundle and its file; the id of one that was
   *     {@linkplain DisabledExtensions disabled}
   * @param reason why it was set aside
   * @param location of its bundle; empty if it is in none
   */
  public record SetAside(String kind, String type, String reason, String location) {}

  private record Entry(Descriptor descriptor, Extension guarded, CodeOrigin origin, String name) {}

  private final Map<Kind, Map<String, Entry>> byKind = new EnumMap<>(Kind.class);
  private final List<SetAside> setAside = new ArrayList<>();
  private final Calls calls = new Calls(Limits.standard());
  private final Set<String> disabled;
  private final @Nullable ExtensionWatch watch;

  /** Makes a registry that knows only what is {@linkplain #add added} to it. */
  public Extensions() {
    disabled = Set.of();
    watch = null;
  }

  /** Made by the component framework; knows what any bundle offers as a service. */
  @Activate
  public Extensions(BundleContext context) {
    disabled = disabled(context.getProperty("pentimento.config"));
    watch = new ExtensionWatch(context, this);
    watch.open();
  }

  private static Set<String> disabled(@Nullable String configFolder) {
    if (configFolder == null) {
      return Set.of();
    }
    DisabledExtensions file = DisabledExtensions.in(Path.of(configFolder));
    try {
      return file.all();
    } catch (IOException e) {
      LOG.warn("All extensions are in use, because {} cannot be read", file.file(), e);
      return Set.of();
    }
  }

  @Deactivate
  void close() {
    if (watch != null) {
      watch.close();
    }
  }

  private Map<String, Entry> entries(Kind kind) {
    return byKind.computeIfAbsent(kind, k -> new TreeMap<>());
  }

  /** Takes up an extension, or sets it aside if another has its id; gives what undoes it. */
  public Runnable add(Kind kind, Extension extension, Descriptor descriptor) {
    return add(kind, extension, descriptor, extension.getClass().getName());
  }

  /**
   * Takes up an extension of no bundle, or sets it aside if another has its id; gives what undoes
   * it.
   *
   * @param name of the extension, such as its class, for whoever has to tell two apart
   */
  public Runnable add(Kind kind, Extension extension, Descriptor descriptor, String name) {
    return add(kind, extension, descriptor, CodeOrigin.UNKNOWN, name);
  }

  /**
   * Takes up what stands for an extension that works in a locked-in process.
   *
   * @param descriptor with the hash of the code in its version
   */
  public void addConfined(
      Kind kind, Extension extension, Descriptor descriptor, CodeOrigin origin) {
    settle();
    add(kind, extension, descriptor, origin, descriptor.id());
  }

  synchronized Runnable add(
      Kind kind, Extension extension, Descriptor said, CodeOrigin origin, String name) {
    Descriptor descriptor = origin.named(said);
    String location = origin.location();
    if (disabled.contains(DisabledExtensions.line(kind.word(), descriptor.id()))) {
      return setAside(
          new SetAside(kind.word(), descriptor.id(), DisabledExtensions.REASON, location));
    }
    Extension guarded = GuardedExtension.of(kind, extension, descriptor, origin.isOurs(), calls);
    Entry entry = new Entry(descriptor, guarded, origin, name);
    Entry other = entries(kind).putIfAbsent(descriptor.id(), entry);
    if (other == null) {
      return () -> remove(kind, entry);
    }
    return setAside(
        new SetAside(
            kind.word(),
            name,
            "the id '" + descriptor.id() + "' is taken by " + other.name(),
            location));
  }

  private void settle() {
    if (watch != null) {
      watch.settle();
    }
  }

  private synchronized void remove(Kind kind, Entry entry) {
    entries(kind).remove(entry.descriptor().id(), entry);
  }

  /** Notes that something is not in use; gives what undoes it. */
  synchronized Runnable setAside(SetAside one) {
    setAside.add(one);
    return () -> forget(one);
  }

  private synchronized void forget(SetAside one) {
    setAside.remove(one);
  }

  /** All extensions in use, ordered by kind and id. */
  public List<Installed> installed() {
    settle();
    List<Installed> all = new ArrayList<>();
    synchronized (this) {
      byKind.forEach(
          (kind, entries) ->
              entries.values().forEach(e -> all.add(new Installed(kind, e.descriptor()))));
    }
    return all;
  }

  /** What was set aside, and why: extensions, and bundles that cannot be used at all. */
  public List<SetAside> setAside() {
    settle();
    List<SetAside> copy = new ArrayList<>(watch == null ? List.of() : watch.unusableBundles());
    synchronized (this) {
      copy.addAll(setAside);
    }
    copy.sort(Comparator.comparing(SetAside::type));
    return Collections.unmodifiableList(copy);
  }

  /** The extensions of a kind that have a given interface, ordered by id. */
  public <T extends Extension> List<T> all(Kind kind, Class<T> type) {
    settle();
    synchronized (this) {
      return entries(kind).values().stream()
          .map(Entry::guarded)
          .filter(type::isInstance)
          .map(type::cast)
          .toList();
    }
  }

  /**
   * The extension of a kind and id.
   *
   * @throws BadInputException if there is none, listing those there are
   */
  public <T extends Extension> T get(Kind kind, Class<T> type, String id) throws BadInputException {
    settle();
    Entry entry = entry(kind, id);
    if (disabled.contains(DisabledExtensions.line(kind.word(), id))) {
      throw new BadInputException(
          "The " + kind.word() + " '" + id + "' is disabled.",
          "Enable it in the view Extensions, or use another one: " + ids(kind) + ".");
    }
    if (entry == null || !type.isInstance(entry.guarded())) {
      throw new BadInputException(
          "There is no " + kind.word() + " '" + id + "'.", "There are: " + ids(kind) + ".");
    }
    return type.cast(entry.guarded());
  }

  /** The calls of extensions that go on in this process. */
  public Calls calls() {
    return calls;
  }

  /** Where the code of an extension comes from; unknown if there is no such extension. */
  public CodeOrigin origin(Kind kind, String id) {
    settle();
    Entry entry = entry(kind, id);
    return entry == null ? CodeOrigin.UNKNOWN : entry.origin();
  }

  private synchronized @Nullable Entry entry(Kind kind, String id) {
    return entries(kind).get(id);
  }

  /** The ids of a kind, joined by commas. */
  public String ids(Kind kind) {
    settle();
    synchronized (this) {
      return String.join(", ", entries(kind).keySet());
    }
  }
}
