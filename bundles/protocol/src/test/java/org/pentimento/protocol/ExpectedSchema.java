package org.pentimento.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.protocol.question.Picture;
import org.pentimento.protocol.question.Question;

/** The schema that follows from the records, without descriptions and bounds. */
final class ExpectedSchema {
  /** Keys that a schema may have beyond what follows from the records. */
  static final Set<String> REFINEMENTS =
      Set.of("description", "minimum", "maximum", "exclusiveMinimum", "pattern", "minItems");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, JsonNode> definitions = new TreeMap<>();

  /** All definitions by name. */
  Map<String, JsonNode> definitions() {
    return definitions;
  }

  /** Adds a record or sealed interface and whatever it refers to; gives the reference to it. */
  ObjectNode add(Class<?> type) {
    String name =
        type.getEnclosingClass() == null
            ? type.getSimpleName()
            : type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName();
    if (!definitions.containsKey(name)) {
      definitions.put(name, JSON.objectNode()); // so that cycles end
      definitions.put(name, definition(type));
    }
    return JSON.objectNode().put("$ref", "#/$defs/" + name);
  }

  private ObjectNode definition(Class<?> type) {
    if (type == Picture.class) {
      return JSON.objectNode().put("type", "integer");
    }
    if (type.isSealed()) {
      ObjectNode union = JSON.objectNode();
      ArrayNode one = union.putArray("oneOf");
      Samples.records(type).forEach(member -> one.add(add(member)));
      return union;
    }
    ObjectNode properties = JSON.objectNode();
    Set<String> required = new java.util.TreeSet<>();
    Class<?> union = union(type);
    if (union != null) {
      String key = union.getAnnotation(JsonTypeInfo.class).property();
      String word =
          Stream.of(union.getAnnotation(JsonSubTypes.class).value())
              .filter(member -> member.value() == type)
              .findFirst()
              .orElseThrow(() -> new AssertionError(type + " has no word"))
              .name();
      properties.set(key, JSON.objectNode().put("const", word));
      required.add(key);
    }
    components(type, properties, required);
    ObjectNode definition = JSON.objectNode().put("type", "object");
    definition.set("properties", properties);
    definition.put("additionalProperties", false);
    ArrayNode keys = definition.putArray("required");
    required.forEach(keys::add);
    if (Question.class.isAssignableFrom(type)) {
      definition.set("answer", add(((Question<?>) Samples.of(type)).answerType()));
    }
    return definition;
  }

  private static @Nullable Class<?> union(Class<?> type) {
    if (type.isAnnotationPresent(JsonTypeInfo.class) && type.isInterface()) {
      return type;
    }
    for (Class<?> parent : type.getInterfaces()) {
      Class<?> union = union(parent);
      if (union != null) {
        return union;
      }
    }
    return null;
  }

  private void components(Class<?> type, ObjectNode properties, Set<String> required) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      if (type == InstalledExtension.class && component.getType() == Descriptor.class) {
        components(Descriptor.class, properties, required); // beside the others
        continue;
      }
      if (type == Parameter.class && name.equals("defaultValue")) {
        name = "default";
        properties.set(name, types("integer", "number", "boolean", "string"));
      } else {
        properties.set(name, schema(component.getAnnotatedType()));
      }
      boolean ofSomeTypes =
          type == Parameter.class && Set.of("minimum", "maximum", "choices").contains(name);
      if (!isNullable(component.getAnnotatedType()) && !ofSomeTypes) {
        required.add(name);
      }
    }
    if (type == Parameter.class) {
      properties.set("allowed", JSON.objectNode().put("type", "string")); // for people
      required.add("allowed");
    }
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private JsonNode schema(AnnotatedType type) {
    ObjectNode schema = nonNull(type);
    if (!isNullable(type) || schema.isEmpty()) {
      return schema;
    }
    if (schema.has("type")) {
      String word = schema.get("type").asText();
      schema.set("type", types(word, "null").get("type"));
      return schema;
    }
    ObjectNode choice = JSON.objectNode();
    choice.putArray("oneOf").add(schema).add(JSON.objectNode().put("type", "null"));
    return choice;
  }

  private ObjectNode nonNull(AnnotatedType type) {
    if (type instanceof AnnotatedParameterizedType generic) {
      AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
      Class<?> raw = (Class<?>) ((ParameterizedType) generic.getType()).getRawType();
      if (raw == Map.class) {
        ObjectNode map = JSON.objectNode().put("type", "object");
        map.set("additionalProperties", schema(arguments[1]));
        if (arguments[0].getType() != String.class) {
          map.set("propertyNames", schema(arguments[0]));
        }
        return map;
      }
      if (raw != Question.class) {
        ObjectNode list = JSON.objectNode().put("type", "array");
        list.set("items", schema(arguments[0]));
        return list;
      }
      return add(raw);
    }
    Class<?> plain = (Class<?>) type.getType();
    if (plain == String.class || plain == ImageRole.class) { // a role is spelled as one word
      return JSON.objectNode().put("type", "string");
    } else if (plain == int.class || plain == long.class) {
      return JSON.objectNode().put("type", "integer");
    } else if (plain == double.class || plain == Double.class) {
      return JSON.objectNode().put("type", "number");
    } else if (plain == boolean.class || plain == Boolean.class) {
      return JSON.objectNode().put("type", "boolean");
    } else if (plain == Object.class || plain == JsonNode.class) {
      return JSON.objectNode();
    } else if (plain.isEnum()) {
      boolean words =
          plain == Kind.class || plain == Descriptor.Need.class || plain == Parameter.Type.class;
      ObjectNode choice = JSON.objectNode();
      ArrayNode names = choice.putArray("enum");
      Arrays.stream(plain.getEnumConstants())
          .map(constant -> words ? word((Enum<?>) constant) : WireJson.line(constant))
          .map(word -> word.replace("\"", ""))
          .forEach(names::add);
      return choice;
    }
    return add(plain);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ObjectNode types(String... words) {
    ObjectNode types = JSON.objectNode();
    ArrayNode array = types.putArray("type");
    Stream.of(words).forEach(array::add);
    return types;
  }
}
