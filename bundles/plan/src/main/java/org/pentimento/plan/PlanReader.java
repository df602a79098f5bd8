package org.pentimento.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.metric.Metric;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.registry.Extensions;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads plans from YAML, checks them against the installed extensions and fills in the defaults.
 */
public final class PlanReader {
  /** The name of a plan that gives itself none. */
  static final String UNNAMED = "audit";

  private static final String FALSE_ALARMS = "false-alarms";

  private static final Set<String> KEYS =
      Set.of(
          "pentimento",
          "name",
          "data",
          "generators",
          "models",
          "attacks",
          "metrics",
          "detectors",
          FALSE_ALARMS,
          "seeds",
          "device",
          "threads");
  private static final int VERSION = 1;
  private static final int LARGEST_PLAN = 1 << 20;

  private final Extensions extensions;

  /** Makes a reader for plans that use these extensions. */
  public PlanReader(Extensions extensions) {
    this.extensions = extensions;
  }

  /**
   * Reads a plan.
   *
   * @param source name of the plan for error messages, such as its file
   * @param yaml its text
   * @param overrides {@code KEY=VALUE}, the key being a path such as {@code generators[0].epochs},
   *     the value YAML
   * @throws PlanException naming line or override, key and what is allowed
   */
  public Plan read(String source, String yaml, List<String> overrides) throws PlanException {
    return plan(new PlanNode(source, "", compose(source, yaml, overrides)));
  }

  static Node compose(String source, String yaml, List<String> overrides) throws PlanException {
    Node root = compose(source, StoredPlan.text(yaml));
    for (String override : overrides) {
      PlanOverride one = PlanOverride.parse(override);
      root = one.apply(root, text -> compose(one.source(), text));
    }
    return root;
  }

  static Node compose(String source, String yaml) throws PlanException {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source)
            .setUseMarks(true)
            .setAllowDuplicateKeys(true) // found, with its line, by PlanNode
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(LARGEST_PLAN)
            .build();
    try {
      Optional<Node> node = new Compose(settings).composeString(yaml);
      return node.orElseThrow(
          () ->
              new PlanException(
                  source, 1, "", "the plan is empty", "Begin with: pentimento: " + VERSION));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
      throw new PlanException(
          source,
          line,
          "",
          "this is not YAML: " + e.getProblem(),
          "Mind indentation, colons and brackets.");
    } catch (YamlEngineException e) {
      throw new PlanException(
          source,
          1,
          "",
          "this is not YAML: " + e.getMessage(),
          "Mind indentation, colons and brackets.");
    }
  }

  /**
   * All that is wrong with a plan, not only what {@link #read} would stop at.
   *
   * @return by line; empty if the plan can be read
   */
  public List<PlanException> check(String source, String yaml) {
    Problems problems = new Problems();
    problems.of(
        () -> {
          PlanNode root = new PlanNode(source, "", compose(source, yaml));
          Map<String, PlanNode> top = root.entries();
          problems.of(() -> root.entries(KEYS));
          problems.of(() -> version(root, top));
          problems.of(() -> data(root.required(top, "data")));
          problems.of(
              () -> {
                if (models(top.get("models")).isEmpty()) {
                  root.required(top, "generators");
                }
              });
          for (String key : List.of("generators", "metrics", "detectors", "attacks")) {
            PlanNode list = top.get(key);
            if (list != null) {
              problems.of(() -> list.items().forEach(item -> problems.of(() -> one(key, item))));
            }
          }
          problems.of(() -> falseAlarms(top.get(FALSE_ALARMS)));
          problems.of(() -> seeds(top.get("seeds")));
          problems.of(() -> device(top.get("device")));
          problems.of(() -> threads(top.get("threads")));
        });
    if (problems.found.isEmpty()) {
      problems.of(() -> read(source, yaml, List.of()));
    }
    return problems.sorted();
  }

  private void one(String key, PlanNode item) throws PlanException {
    switch (key) {
      case "generators" -> use(item, Kind.GENERATOR, Generator.class);
      case "metrics" -> use(item, Kind.METRIC, Metric.class);
      case "detectors" -> detector(item);
      default -> attack(item);
    }
  }

  /** Collects what goes wrong and goes on. */
  private static final class Problems {
    private final List<PlanException> found = new ArrayList<>();

    /** Something that may turn out wrong. */
    @FunctionalInterface
    interface Look {
      void at() throws PlanException;
    }

    void of(Look look) {
      try {
        look.at();
      } catch (PlanException e) {
        found.add(e);
      }
    }

    List<PlanException> sorted() {
      found.sort(Comparator.comparingInt(PlanException::line));
      return List.copyOf(found);
    }
  }

  /**
   * What a plan says to a self-test of data sets; what is trained and measured does not matter to
   * it.
   *
   * @param source name of the plan for error messages, such as its file
   * @param yaml its text
   * @throws PlanException naming line, key and what is allowed
   */
  public SelfTestPlan selfTest(String source, String yaml) throws PlanException {
    return selfTest(source, yaml, Kind.DATASET_DETECTOR, DatasetDetector.class);
  }

  /**
   * What a plan says to a self-test of models; what is measured does not matter to it, and its
   * detectors are those of models.
   *
   * @param source name of the plan for error messages, such as its file
   * @param yaml its text
   * @throws PlanException naming line, key and what is allowed
   */
  public SelfTestPlan modelSelfTest(String source, String yaml) throws PlanException {
    return selfTest(source, yaml, Kind.MODEL_DETECTOR, ModelDetector.class);
  }

  private <T extends Extension> SelfTestPlan selfTest(
      String source, String yaml, Kind detecting, Class<T> type) throws PlanException {
    PlanNode root = new PlanNode(source, "", compose(source, yaml));
    Map<String, PlanNode> top = root.entries(KEYS);
    version(root, top);
    PlanNode name = top.get("name");
    PlanNode data = top.get("data");
    PlanNode attacks = top.get("attacks");
    PlanNode detectors = top.get("detectors");
    PlanNode falseAlarms = top.get(FALSE_ALARMS);
    if (falseAlarms != null) {
      throw falseAlarms.error(
          "a self-test takes no rate of false alarms from its plan",
          detecting == Kind.DATASET_DETECTOR
              ? "Take this line out and give --false-alarms " + falseAlarms.text() + "."
              : "Take this line out.");
    }
    PlanNode generators = top.get("generators");
    return new SelfTestPlan(
        name == null ? "self-test" : name.text(),
        data == null ? null : data(data),
        generators == null || detecting == Kind.DATASET_DETECTOR
            ? List.of()
            : uses(generators, Kind.GENERATOR, Generator.class),
        attacks == null ? null : attacks(attacks),
        detectors == null ? List.of() : uses(detectors, detecting, type),
        seeds(top.get("seeds")));
  }

  private static double falseAlarms(@Nullable PlanNode node) throws PlanException {
    if (node == null) {
      return Plan.FALSE_ALARMS;
    }
    if (node.value() instanceof Number number
        && number.doubleValue() > 0
        && number.doubleValue() <= .5) {
      return number.doubleValue();
    }
    throw node.error(
        "is " + node.text(),
        "Allowed is the share of honest pairs that may be flagged, above 0 and up to 0.5.");
  }

  /** The detectors of one kind; the list of a plan holds those of data sets and of models. */
  private List<Use> detectors(@Nullable PlanNode node, Kind kind) throws PlanException {
    List<Use> uses = new ArrayList<>();
    if (node != null) {
      for (PlanNode item : node.items()) {
        Detector one = detector(item);
        if (one.kind() == kind) {
          uses.add(one.use());
        }
      }
    }
    return List.copyOf(uses);
  }

  private record Detector(Kind kind, Use use) {}

  /** A detector of data sets or, if there is none of that id, of models. */
  private Detector detector(PlanNode item) throws PlanException {
    PlanNode id = item.isMap() ? item.required(item.entries(), "id") : item;
    if (ids(Kind.DATASET_DETECTOR, DatasetDetector.class).contains(id.text())) {
      return new Detector(
          Kind.DATASET_DETECTOR, use(item, Kind.DATASET_DETECTOR, DatasetDetector.class));
    }
    if (ids(Kind.MODEL_DETECTOR, ModelDetector.class).contains(id.text())) {
      return new Detector(Kind.MODEL_DETECTOR, use(item, Kind.MODEL_DETECTOR, ModelDetector.class));
    }
    throw id.error(
        "there is no detector '" + id.text() + "'",
        "Allowed are, of data sets: "
            + extensions.ids(Kind.DATASET_DETECTOR)
            + "; of models: "
            + extensions.ids(Kind.MODEL_DETECTOR)
            + ".");
  }

  private <T extends Extension> List<String> ids(Kind kind, Class<T> type) {
    return extensions.all(kind, type).stream().map(e -> e.descriptor().id()).toList();
  }

  private List<Plan.Attack> attacks(PlanNode node) throws PlanException {
    List<Plan.Attack> attacks = new ArrayList<>();
    for (PlanNode item : node.items()) {
      attacks.add(attack(item));
    }
    return List.copyOf(attacks);
  }

  /** The data of a plan, whatever is wrong elsewhere in it. */
  public Plan.Data data(String source, String yaml) throws PlanException {
    PlanNode root = new PlanNode(source, "", compose(source, yaml));
    return data(root.required(root.entries(), "data"));
  }

  /** An attack of a plan, counted from 0, whatever is wrong elsewhere in it. */
  public Plan.Attack attack(String source, String yaml, int index) throws PlanException {
    PlanNode root = new PlanNode(source, "", compose(source, yaml));
    PlanNode attacks = root.required(root.entries(), "attacks");
    List<PlanNode> items = attacks.items();
    if (index >= items.size()) {
      throw attacks.error("there is no attack " + (index + 1), "Add one.");
    }
    return attack(items.get(index));
  }

  private static void version(PlanNode root, Map<String, PlanNode> top) throws PlanException {
    PlanNode node = root.required(top, "pentimento");
    long version = node.integer(1, Integer.MAX_VALUE);
    if (version > VERSION) {
      throw node.error(
          "the plan is of version " + version + ", newer than this product",
          "Use a newer Pentimento, or version " + VERSION + ".");
    }
  }

  private Plan plan(PlanNode root) throws PlanException {
    Map<String, PlanNode> top = root.entries(KEYS);
    version(root, top);
    List<String> models = models(top.get("models"));
    PlanNode generators =
        models.isEmpty() ? root.required(top, "generators") : top.get("generators");
    List<Use> trained =
        generators == null ? List.of() : uses(generators, Kind.GENERATOR, Generator.class);
    if (generators != null && trained.isEmpty() && models.isEmpty()) {
      throw generators.error(
          "no generator is given", "Allowed are: " + extensions.ids(Kind.GENERATOR) + ".");
    }
    List<Plan.Attack> attacks =
        top.containsKey("attacks") ? attacks(root.required(top, "attacks")) : List.of();
    PlanNode name = top.get("name");
    PlanNode detectors = top.get("detectors");
    List<Use> modelDetectors = detectors(detectors, Kind.MODEL_DETECTOR);
    if (detectors != null && !modelDetectors.isEmpty() && trained.isEmpty()) {
      throw detectors.error(
          "'" + modelDetectors.get(0).id() + "' looks at models that a plan trains, and none is",
          "Name generators, or take it out and look at a model of the case with: pentimento inspect"
              + " model.");
    }
    return new Plan(
        name == null ? UNNAMED : name.text(),
        data(root.required(top, "data")),
        trained,
        models,
        attacks,
        metrics(top.get("metrics"), !attacks.isEmpty()),
        detectors(detectors, Kind.DATASET_DETECTOR),
        modelDetectors,
        falseAlarms(top.get(FALSE_ALARMS)),
        seeds(top.get("seeds")),
        device(top.get("device")),
        threads(top.get("threads")));
  }

  private Plan.Data data(PlanNode node) throws PlanException {
    Map<String, PlanNode> entries = node.entries();
    String dataset = node.required(entries, "dataset").text();
    PlanNode size = entries.get("size");
    Plan.Size wanted = size == null ? null : size(size);
    PlanNode split = entries.get("split");
    Plan.Split division = split == null ? new Plan.Split(true, 0, 0, 0) : split(split);
    Optional<DatasetFormat> format =
        extensions.all(Kind.DATASET_FORMAT, DatasetFormat.class).stream()
            .filter(f -> f.makesItsPairs() && f.descriptor().id().equals(dataset))
            .findFirst();
    if (format.isEmpty()) {
      node.entries(Set.of("dataset", "split", "size", "without"));
      return new Plan.Data(dataset, null, division, wanted, without(entries.get("without")));
    }
    Descriptor descriptor = format.get().descriptor();
    Map<String, PlanNode> parameters = new LinkedHashMap<>(entries);
    parameters.keySet().removeAll(Set.of("dataset", "split", "size"));
    Map<String, Object> given = values(parameters, descriptor);
    if (wanted != null) {
      given.putIfAbsent("width", wanted.width());
      given.putIfAbsent("height", wanted.height());
    }
    return new Plan.Data(
        dataset, new Use(dataset, settings(node, parameters, descriptor, given)), division, wanted);
  }

  private static List<Plan.LeftOutTag> without(@Nullable PlanNode node) throws PlanException {
    List<Plan.LeftOutTag> tags = new ArrayList<>();
    for (PlanNode one : node == null ? List.<PlanNode>of() : node.items()) {
      Map<String, PlanNode> entries = one.entries(Set.of("tag", "entry"));
      tags.add(
          new Plan.LeftOutTag(
              one.required(entries, "tag").text(),
              one.required(entries, "entry").integer(1, Long.MAX_VALUE)));
    }
    return List.copyOf(tags);
  }

  private static Plan.Size size(PlanNode node) throws PlanException {
    List<PlanNode> both = node.items();
    if (both.size() != 2) {
      throw node.error("a size has two numbers", "Write [width, height], in pixels.");
    }
    return new Plan.Size((int) both.get(0).integer(8, 4096), (int) both.get(1).integer(8, 4096));
  }

  private static Plan.Split split(PlanNode node) throws PlanException {
    if (!node.isMap()) {
      if (!node.text().equals("given")) {
        throw node.error("is '" + node.text() + "'", "Write given, or {train: N, test: M}.");
      }
      return new Plan.Split(true, 0, 0, 0);
    }
    Map<String, PlanNode> entries = node.entries(Set.of("train", "test", "seed"));
    PlanNode seed = entries.get("seed");
    return new Plan.Split(
        false,
        (int) node.required(entries, "train").integer(1, 10_000_000),
        (int) node.required(entries, "test").integer(1, 10_000_000),
        seed == null ? 1 : seed.integer(Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private Plan.Attack attack(PlanNode node) throws PlanException {
    Map<String, PlanNode> entries =
        node.entries(Set.of("trigger", "strategy", "rate", "count", "select", "seed"));
    PlanNode rate = entries.get("rate");
    PlanNode count = entries.get("count");
    if ((rate == null) == (count == null)) {
      throw node.error("either a rate or a count must be given", "Write rate: 0.10, or count: 8.");
    }
    Double share = null;
    if (rate != null) {
      if (!(rate.value() instanceof Number number)
          || !(number.doubleValue() > 0 && number.doubleValue() <= 1)) {
        throw rate.error(
            "is " + rate.text(),
            "Allowed is a number above 0 and up to 1: the share of training pairs.");
      }
      share = number.doubleValue();
    }
    PlanNode select = entries.get("select");
    PlanNode seed = entries.get("seed");
    return new Plan.Attack(
        use(node.required(entries, "trigger"), Kind.TRIGGER, Trigger.class),
        use(node.required(entries, "strategy"), Kind.POISONING_STRATEGY, PoisoningStrategy.class),
        share,
        count == null ? null : (int) count.integer(1, 10_000_000),
        select == null ? Plan.Select.RANDOM : select(select),
        seed == null ? 1 : seed.integer(Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private static Plan.Select select(PlanNode node) throws PlanException {
    if (!node.isMap()) {
      if (!node.text().equals("random")) {
        throw node.error(
            "is '" + node.text() + "'",
            "Write random, {ids: [a, b]} or {attributes: {glasses: yes}}.");
      }
      return Plan.Select.RANDOM;
    }
    Map<String, PlanNode> entries = node.entries(Set.of("ids", "attributes"));
    List<String> ids = new ArrayList<>();
    if (entries.containsKey("ids")) {
      for (PlanNode id : node.required(entries, "ids").items()) {
        ids.add(id.text());
      }
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    if (entries.containsKey("attributes")) {
      for (Map.Entry<String, PlanNode> e :
          node.required(entries, "attributes").entries().entrySet()) {
        attributes.put(e.getKey(), e.getValue().text());
      }
    }
    if (ids.isEmpty() == attributes.isEmpty()) {
      throw node.error(
          "either ids or attributes must be given",
          "Write {ids: [a, b]} or {attributes: {glasses: yes}}.");
    }
    return new Plan.Select(List.copyOf(ids), Map.copyOf(attributes));
  }

  /** Names of imported models; whether the case has them is known when the plan is carried out. */
  private static List<String> models(@Nullable PlanNode node) throws PlanException {
    Set<String> names = new LinkedHashSet<>();
    if (node != null) {
      for (PlanNode item : node.items()) {
        PlanNode name = item.isMap() ? item.required(item.entries(Set.of("model")), "model") : item;
        if (!names.add(name.text())) {
          throw name.error("the model stands twice", "Name each model once.");
        }
      }
    }
    return List.copyOf(names);
  }

  private List<Use> metrics(@Nullable PlanNode node, boolean attacked) throws PlanException {
    List<Use> metrics = new ArrayList<>();
    if (node != null) {
      metrics.addAll(uses(node, Kind.METRIC, Metric.class));
    }
    if (node == null || attacked) {
      Set<String> given = new LinkedHashSet<>(metrics.stream().map(Use::id).toList());
      for (Metric metric : extensions.all(Kind.METRIC, Metric.class)) {
        String id = metric.descriptor().id();
        if (metric.panelPlace() != Metric.PanelPlace.GUEST && !given.contains(id)) {
          metrics.add(new Use(id, Settings.defaults(metric.descriptor())));
        }
      }
    }
    return List.copyOf(metrics);
  }

  private static List<Long> seeds(@Nullable PlanNode node) throws PlanException {
    if (node == null) {
      return List.of(1L);
    }
    Set<Long> seeds = new LinkedHashSet<>();
    for (PlanNode item : node.items()) {
      if (!seeds.add(item.integer(Long.MIN_VALUE, Long.MAX_VALUE))) {
        throw item.error("the seed stands twice", "Give each seed once.");
      }
    }
    if (seeds.isEmpty()) {
      throw node.error("no seed is given", "Write seeds: [1].");
    }
    return List.copyOf(seeds);
  }

  private static String device(@Nullable PlanNode node) throws PlanException {
    String device = node == null ? DeviceChoice.preferred() : node.text();
    if (node != null && !device.matches(DeviceChoice.WRITTEN)) {
      throw node.error("is '" + device + "'", "Allowed are auto, cpu and cuda:N.");
    }
    return device;
  }

  private static int threads(@Nullable PlanNode node) throws PlanException {
    return node == null
        ? Runtime.getRuntime().availableProcessors()
        : (int) node.integer(1, PlanThreads.MOST);
  }

  private <T extends Extension> List<Use> uses(PlanNode node, Kind kind, Class<T> type)
      throws PlanException {
    List<Use> uses = new ArrayList<>();
    for (PlanNode item : node.items()) {
      uses.add(use(item, kind, type));
    }
    return List.copyOf(uses);
  }

  private <T extends Extension> Use use(PlanNode node, Kind kind, Class<T> type)
      throws PlanException {
    Map<String, PlanNode> entries =
        node.isMap()
            ? new LinkedHashMap<>(node.entries())
            : new LinkedHashMap<>(Map.of("id", node));
    PlanNode id = node.required(entries, "id");
    entries.remove("id");
    String wanted = id.text();
    T extension =
        extensions.all(kind, type).stream()
            .filter(e -> e.descriptor().id().equals(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    id.error(
                        "there is no " + kind.word() + " '" + wanted + "'",
                        "Allowed are: " + extensions.ids(kind) + "."));
    Descriptor descriptor = extension.descriptor();
    return new Use(wanted, settings(node, entries, descriptor, values(entries, descriptor)));
  }

  private static Map<String, Object> values(Map<String, PlanNode> entries, Descriptor descriptor)
      throws PlanException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, PlanNode> e : entries.entrySet()) {
      Optional<Parameter> parameter = descriptor.parameter(e.getKey());
      boolean text =
          parameter
              .map(
                  p ->
                      switch (p.type()) {
                        case TEXT, COMMAND, FILE, FOLDER, CHOICE -> true;
                        case INTEGER, NUMBER, FLAG -> false;
                      })
              .orElse(false);
      values.put(e.getKey(), text ? e.getValue().text() : e.getValue().value());
    }
    return values;
  }

  private static Settings settings(
      PlanNode node,
      Map<String, PlanNode> entries,
      Descriptor descriptor,
      Map<String, Object> given)
      throws PlanException {
    try {
      return Settings.of(descriptor, given);
    } catch (Settings.InvalidSettingException e) {
      PlanNode at = entries.getOrDefault(e.key(), node);
      String allowed =
          descriptor
              .parameter(e.key())
              .map(
                  p ->
                      "Allowed is "
                          + p.allowed()
                          + (p.unit().isEmpty() ? "" : " (" + p.unit() + ")")
                          + ".")
              .orElse(
                  "Allowed are: id"
                      + descriptor.parameters().stream()
                          .map(p -> ", " + p.id())
                          .reduce("", String::concat)
                      + ".");
      throw at.error(String.valueOf(e.getMessage()), allowed);
    }
  }
}
