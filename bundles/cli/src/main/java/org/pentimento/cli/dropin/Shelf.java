package org.pentimento.cli.dropin;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.pentimento.casefile.store.Sha256;
import org.pentimento.cli.confined.ConfinedMetrics;
import org.pentimento.platform.ConfinedProduct;
import org.pentimento.platform.Confinement;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.catalogue.Confined;
import org.pentimento.protocol.catalogue.DropIn;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.protocol.catalogue.ExtensionCatalogue.SetAside;
import org.pentimento.protocol.catalogue.Fate;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.registry.DisabledExtensions;
import org.pentimento.registry.Extensions;
import org.pentimento.registry.TrustedVendors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that people put among the extensions. They are looked at when one of them changed, and
 * what is known of them is kept: the answer of each bundle by the hash of its file, the whole by
 * the state of the folders. Processes that carry out jobs load what the list beside it names.
 */
public final class Shelf {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  /** How a bundle is called in the list of what is disabled. */
  public static final String BUNDLE = "bundle";

  private final List<String> command;
  private final Supplier<Confinement> confinement;
  private final List<Path> folders;
  private final @Nullable Path list;
  private final String state;
  private final String build;
  private final DisabledExtensions disabled;
  private final TrustedVendors trusted;

  private Shelf(
      List<String> command,
      Supplier<Confinement> confinement,
      List<Path> folders,
      @Nullable Path list,
      String state,
      String build,
      Path settings) {
    this.command = command;
    this.confinement = confinement;
    this.folders = folders;
    this.list = list;
    this.state = state;
    this.build = build;
    this.disabled = DisabledExtensions.in(settings);
    this.trusted = TrustedVendors.in(settings);
  }

  /** The files that the launcher of this process found, which had them in mind when it started. */
  public static Shelf of(BundleContext context, Platform platform) {
    String list = context.getProperty("pentimento.dropins.list");
    return new Shelf(
        lines(context.getProperty("pentimento.command")),
        platform::confinement,
        lines(context.getProperty("pentimento.dropins.folders")).stream().map(Path::of).toList(),
        list == null ? null : Path.of(list),
        String.valueOf(context.getProperty("pentimento.dropins.state")),
        String.valueOf(context.getProperty("pentimento.build")),
        Path.of(String.valueOf(context.getProperty("pentimento.config"))));
  }

  private static List<String> lines(@Nullable String property) {
    return property == null ? List.of() : List.of(property.split("\n"));
  }

  /** The folder for bundles of this user, which stay when the product is replaced. */
  public Optional<Path> ofUser() {
    return folders.size() < 2 ? Optional.empty() : Optional.of(folders.get(1));
  }

  /** All folders. */
  public List<Path> folders() {
    return folders;
  }

  /** What can be disabled and enabled. */
  public DisabledExtensions disabled() {
    return disabled;
  }

  /** The vendors that this user accepted. */
  public TrustedVendors trusted() {
    return trusted;
  }

  /**
   * What is known of the files as they are now, after looking at those that are new. Takes as long
   * as the slowest of them, at most some seconds, and only the first time.
   */
  public ExtensionCatalogue read() throws IOException, InterruptedException {
    if (list == null || nothingThere()) {
      return ExtensionCatalogue.EMPTY;
    }
    Files.createDirectories(list.toAbsolutePath().getParent());
    try (FileChannel channel =
            FileChannel.open(
                sibling(list, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      Optional<ExtensionCatalogue> kept = lock.isValid() ? kept() : Optional.empty();
      return kept.isPresent() ? kept.get() : look(list);
    }
  }

  private boolean nothingThere() throws IOException {
    return files().isEmpty();
  }

  private static Path sibling(Path file, String end) {
    return file.resolveSibling(file.getFileName() + end);
  }

  /** What was kept of the files as they were when this process began; empty if they are new. */
  public Optional<ExtensionCatalogue> kept() throws IOException {
    if (list == null) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(list, StandardCharsets.UTF_8);
      return lines.isEmpty() || !lines.get(0).equals(state)
          ? Optional.empty()
          : Optional.of(
                  WireJson.read(Files.readString(sibling(list, ".json")), ExtensionCatalogue.class))
              .filter(this::fitsSystem);
    } catch (NoSuchFileException | JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Whether this system can still lock in what it could, and still cannot what it could not. */
  private boolean fitsSystem(ExtensionCatalogue known) {
    for (DropIn file : known.dropIns()) {
      Confined confined = file.confined();
      boolean told = confined == Confined.ALWAYS || confined == Confined.WHEN_ASKED;
      if ((told || confined == Confined.NOT_POSSIBLE) && told != cage().isPossible()) {
        return false;
      }
    }
    return true;
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> in = Files.list(folder)) {
          in.sorted().forEach(files::add);
        }
      }
    }
    return files;
  }

  /** The files as they are, without running any of them. */
  List<LookedAt> looks() throws IOException {
    return files().stream().map(FirstLook::at).toList();
  }

  /** What is known after this process changed the files itself. */
  ExtensionCatalogue lookAgain() throws IOException, InterruptedException {
    return list == null ? ExtensionCatalogue.EMPTY : look(list);
  }

  private ExtensionCatalogue look(Path into) throws IOException, InterruptedException {
    Map<String, String> accepted = trusted.all();
    List<LookedAt> files =
        Rivals.decide(looks().stream().map(l -> l.judged(accepted)).toList(), bundlesDisabled());
    Map<String, Answer> answers =
        answers(files.stream().filter(f -> f.fate().isLoaded()).toList(), accepted);
    List<InstalledExtension> extensions = new ArrayList<>();
    List<SetAside> setAside = new ArrayList<>();
    List<DropIn> dropIns = new ArrayList<>();
    for (LookedAt file : files) {
      Answer answer = answers.get(file.file().toString());
      if (answer == null) {
        dropIns.add(file.told(confined(file, accepted, false), accepted));
        continue;
      }
      extensions.addAll(answer.extensions());
      setAside.addAll(answer.setAside());
      dropIns.add(
          file.told(
              answer.fate(),
              Stream.of(file.reason(), answer.reason()).filter(r -> !r.isEmpty()).toList(),
              confined(file, accepted, ConfinedMetrics.suits(answer.extensions())),
              accepted));
    }
    ExtensionCatalogue catalogue = new ExtensionCatalogue(extensions, setAside, dropIns);
    List<String> loaded = new ArrayList<>(List.of(state));
    dropIns.stream()
        .filter(
            d -> d.fate().isLoaded() && d.fate() != Fate.WINDOW && d.confined() != Confined.ALWAYS)
        .map(DropIn::file)
        .forEach(loaded::add);
    List<String> window = new ArrayList<>(List.of(state));
    files.stream()
        .filter(f -> f.window() && f.fate().isLoaded() && f.isBy(accepted))
        .map(f -> f.file().toString())
        .forEach(window::add);
    write(sibling(into, ".window"), String.join("\n", window) + "\n");
    write(sibling(into, ".json"), WireJson.line(catalogue));
    write(into, String.join("\n", loaded) + "\n");
    return catalogue;
  }

  private Set<String> bundlesDisabled() throws IOException {
    return disabled.all().stream()
        .filter(line -> line.startsWith(BUNDLE + " "))
        .map(line -> line.substring(BUNDLE.length() + 1))
        .collect(Collectors.toSet());
  }

  /**
   * How far a file is locked in, or would be.
   *
   * @param suits whether all that is in it can work in a locked-in process
   */
  Confined confined(LookedAt file, Map<String, String> accepted, boolean suits) {
    if (!file.fate().isLoaded()) {
      return Confined.NOT_LOADED;
    } else if (file.isBy(accepted)) {
      return Confined.NOT_AS_TRUSTED;
    } else if (!cage().isPossible()) {
      return Confined.NOT_POSSIBLE;
    }
    return suits ? Confined.ALWAYS : Confined.WHEN_ASKED;
  }

  /** Adds to a registry what works in locked-in processes, as far as it is known. */
  public void addConfined(Extensions registry) {
    if (list != null) {
      ExtensionCatalogue known = keptOrNothing();
      if (known.dropIns().stream().anyMatch(d -> d.confined() == Confined.ALWAYS)) {
        ConfinedMetrics.add(registry, known, cage());
      }
    }
  }

  private ConfinedProduct cage() {
    return new ConfinedProduct(confinement.get(), command);
  }

  /** The answers of those that can be asked, by their files. */
  private Map<String, Answer> answers(List<LookedAt> files, Map<String, String> accepted)
      throws IOException, InterruptedException {
    List<LookedAt> askable = files.stream().filter(f -> f.fate() == Fate.IN_USE).toList();
    String among =
        Sha256.of(
            files.stream()
                .map(LookedAt::sha256)
                .sorted()
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8));
    Path folder =
        Files.createDirectories(sibling(list == null ? Path.of("list") : list, ".answers"));
    Map<String, Answer> known = new HashMap<>();
    List<LookedAt> asked = new ArrayList<>();
    for (LookedAt file : askable) {
      Optional<Answer> kept = kept(answerOf(folder, file, accepted), among);
      if (kept.isPresent()) {
        known.put(file.file().toString(), kept.get());
      } else {
        asked.add(file);
      }
    }
    if (!asked.isEmpty()) {
      ConfinedProduct cage = cage();
      boolean possible = cage.isPossible();
      Questioning free = new Questioning(command, folder, null);
      Questioning locked = new Questioning(command, folder, possible ? cage : null);
      List<LookedAt> trusted = asked.stream().filter(f -> f.isBy(accepted)).toList();
      List<LookedAt> strange = asked.stream().filter(f -> !f.isBy(accepted)).toList();
      List<Answer> given = new ArrayList<>(locked.ask(strange, files));
      given.addAll(free.ask(trusted, files));
      given.forEach(answer -> known.put(answer.file(), answer));
      for (LookedAt file : asked) {
        Answer answer = known.get(file.file().toString());
        if (answer != null) {
          write(answerOf(folder, file, accepted), WireJson.line(new Answer.Kept(among, answer)));
        }
      }
    }
    return known;
  }

  /** Of a file with this content, for this build of the product, locked in or not. */
  private Path answerOf(Path folder, LookedAt file, Map<String, String> accepted) {
    String of = build + " " + file.file() + " " + file.sha256() + " " + file.isBy(accepted);
    return folder.resolve(
        Sha256.of(of.getBytes(StandardCharsets.UTF_8)).substring(0, 32) + ".json");
  }

  private static Optional<Answer> kept(Path file, String among) throws IOException {
    try {
      Answer.Kept kept = WireJson.read(Files.readString(file), Answer.Kept.class);
      return kept.holdsAmong(among) ? Optional.of(kept.answer()) : Optional.empty();
    } catch (NoSuchFileException | JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static void write(Path file, String text) throws IOException {
    Path part = sibling(file, ".part");
    Files.writeString(part, text, StandardCharsets.UTF_8);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Puts stand-ins for what is known into a registry, so that plans that name them can be checked.
   */
  public static void stock(Extensions registry, ExtensionCatalogue known) {
    for (InstalledExtension one : known.extensions()) {
      registry.add(one.kind(), StandIn.of(one), one.descriptor(), one.file());
    }
  }

  /** {@link #kept}, or nothing if there is nothing or it cannot be read. */
  public ExtensionCatalogue keptOrNothing() {
    try {
      return kept().orElse(ExtensionCatalogue.EMPTY);
    } catch (IOException e) {
      LOG.warn("What is known of the dropped-in files cannot be read", e);
      return ExtensionCatalogue.EMPTY;
    }
  }

  /** Whether jobs load any of these files. */
  public boolean isLoadedByJobs() {
    return keptOrNothing().dropIns().stream().anyMatch(d -> d.fate().isLoaded());
  }

  /** {@link #read}, or nothing with a warning if the files cannot be looked at. */
  public ExtensionCatalogue readOrNothing() {
    try {
      return read();
    } catch (IOException e) {
      LOG.warn("The dropped-in files cannot be looked at", e);
      return ExtensionCatalogue.EMPTY;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExtensionCatalogue.EMPTY;
    }
  }
}
