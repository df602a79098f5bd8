package org.pentimento.protocol;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.protocol.question.Picture;

/** Made-up values of the records of the protocol, with something in every component. */
public final class Samples {
  /** One that needs something and has a parameter of each type. */
  public static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "stripes",
              "Stripes",
              "1.2.3",
              "Draws stripes.",
              "Somebody, 2020.",
              Parameter.integer("count", "Count", "How many.", "px", 3, 1, 9),
              Parameter.number("share", "Share", "How much.", "", .5, 0, 1),
              Parameter.flag("loud", "Loud", "Whether.", true),
              Parameter.choice("way", "Way", "Where to.", "up", "down"),
              Parameter.text("words", "Words", "What.", "some"),
              Parameter.command("program", "Program", "Which.", ""),
              Parameter.file("file", "File", "Which."),
              Parameter.folder("folder", "Folder", "Where."))
          .needing(Descriptor.Need.EYE_POINTS, Descriptor.Need.COLOUR);

  private Samples() {}

  /** All records that a sealed interface permits; the record itself if it is one. */
  public static List<Class<?>> records(Class<?> type) {
    if (!type.isSealed()) {
      return List.of(type);
    }
    return Arrays.stream(type.getPermittedSubclasses())
        .flatMap(permitted -> records(permitted).stream())
        .toList();
  }

  /** A value of a type. */
  public static Object of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      Class<?> raw = (Class<?>) generic.getRawType();
      if (raw == Map.class) {
        return Map.of(of(arguments[0]), of(arguments[1]));
      }
      if (raw == List.class) {
        return List.of(of(arguments[0]));
      }
      return raw == Set.class ? Set.of(of(arguments[0])) : of(raw);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class || plain == Object.class) {
      return "a “text”\n";
    } else if (plain == int.class) {
      return 7;
    } else if (plain == long.class) {
      return 1L << 40;
    } else if (plain == double.class || plain == Double.class) {
      return .25;
    } else if (plain == boolean.class || plain == Boolean.class) {
      return true;
    } else if (plain.isEnum()) {
      return plain.getEnumConstants()[plain.getEnumConstants().length - 1];
    } else if (plain == Picture.class) {
      return new Picture(2, 1, 3, new byte[] {1, 2, 3, 4, 5, '\n'});
    } else if (plain == Descriptor.class) {
      return DESCRIPTOR;
    }
    return record(records(plain).get(0));
  }

  private static Object record(Class<?> type) {
    List<Object> values = new ArrayList<>();
    List<Class<?>> types = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      types.add(component.getType());
      values.add(of(component.getGenericType()));
    }
    try {
      Constructor<?> made = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
      made.setAccessible(true);
      return made.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no sample of " + type, e);
    }
  }
}
