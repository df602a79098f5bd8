package org.pentimento.workbench.plan.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pentimento.plan.PlanException;
import org.pentimento.plan.PlanText;
import org.pentimento.workbench.form.ParameterValues;
import org.pentimento.workbench.plan.model.PlanModel;
import org.pentimento.workbench.plan.model.PlanProblem;

/** Values of a form that stand in the text of a plan. */
final class PlanValues implements ParameterValues {
  private final PlanModel model;
  private final String path;
  private final Map<String, Place> places = new HashMap<>();

  /** How a value is written in a plan's text. */
  private interface Place {
    String path();

    String read(PlanText text);

    PlanText write(PlanText text, String value) throws PlanException;
  }

  /**
   * Values of a plan.
   *
   * @param path what they stand below, such as {@code attacks[0].trigger}; empty for the plan
   *     itself
   */
  PlanValues(PlanModel model, String path) {
    this.model = model;
    this.path = path;
  }

  /** Keeps a parameter as a list of its words, such as {@code seeds: [1, 2]}. */
  PlanValues list(String id) {
    places.put(id, new Words(of(id)));
    return this;
  }

  /** Keeps two parameters as a list of two values, such as {@code size: [64, 80]}. */
  PlanValues pair(String key, String first, String second) {
    places.put(first, new Half(of(key), 0));
    places.put(second, new Half(of(key), 1));
    return this;
  }

  private String of(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private Place place(String id) {
    return places.getOrDefault(id, new Plain(of(id)));
  }

  @Override
  public String get(String id) {
    return place(id).read(model.text());
  }

  @Override
  public void set(String id, String value) {
    Place place = place(id);
    model.edit(place.path(), text -> place.write(text, value));
  }

  @Override
  public Optional<String> problem(String id) {
    return model.problemAt(place(id).path()).map(PlanProblem::message);
  }

  /** A value that stands by itself. */
  private record Plain(String path) implements Place {
    @Override
    public String read(PlanText text) {
      return text.value(path);
    }

    @Override
    public PlanText write(PlanText text, String value) throws PlanException {
      return value.isEmpty() ? text.without(path) : text.with(path, value);
    }
  }

  /** A list of words, which a person types with commas or blanks between. */
  private record Words(String path) implements Place {
    @Override
    public String read(PlanText text) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < text.size(path); i++) {
        words.add(text.value(path + "[" + i + "]"));
      }
      return String.join(", ", words);
    }

    @Override
    public PlanText write(PlanText text, String value) throws PlanException {
      List<String> words =
          Stream.of(value.split("[,;\\s]+", -1)).filter(w -> !w.isEmpty()).toList();
      return words.isEmpty() ? text.without(path) : text.with(path, words);
    }
  }

  /** One of two values of a list. Both are there, or the list is not. */
  private record Half(String list, int index) implements Place {
    @Override
    public String path() {
      return list + "[" + index + "]";
    }

    @Override
    public String read(PlanText text) {
      return text.value(path());
    }

    @Override
    public PlanText write(PlanText text, String value) throws PlanException {
      if (value.isEmpty()) {
        return text.without(list);
      }
      return text.has(path()) ? text.with(path(), value) : text.with(list, List.of(value, value));
    }
  }
}
