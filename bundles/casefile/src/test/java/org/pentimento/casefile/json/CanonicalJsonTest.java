package org.pentimento.casefile.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.Cases;

class CanonicalJsonTest {
  record Sample(String name, int count, double share, List<Integer> list, Instant time) {}

  @Test
  void keysAreSortedWhateverTheirSource() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("b", 1);
    map.put("a", Map.of("z", 1, "y", 2));
    map.put("Z", List.of());
    assertThat(CanonicalJson.text(map)).isEqualTo("{\"Z\":[],\"a\":{\"y\":2,\"z\":1},\"b\":1}");
    assertThat(CanonicalJson.text(Map.of(10, "x", 9, "y")))
        .as("as they will be read back, by text")
        .isEqualTo("{\"10\":\"x\",\"9\":\"y\"}");
  }

  @Test
  void recordsComeBackAsTheyWere() throws BadInputException {
    Sample sample =
        new Sample("ä\n\"", -3, 0.1, List.of(3, 1), Instant.parse("2026-11-01T12:00:00Z"));
    assertThat(CanonicalJson.text(sample))
        .isEqualTo(
            "{\"count\":-3,\"list\":[3,1],\"name\":\"ä\\n\\\"\",\"share\":0.1,"
                + "\"time\":\"2026-11-01T12:00:00.000Z\"}");
    assertThat(CanonicalJson.read(CanonicalJson.bytes(sample), Sample.class)).isEqualTo(sample);
  }

  @ParameterizedTest
  @CsvSource({
    "2.0E-3, 0.002",
    "2.0E23, 2.0E23",
    "4.9E-324, 4.9E-324",
    "1.7976931348623157E308, 1.7976931348623157E308",
    "2.2250738585072014E-308, 2.2250738585072014E-308",
    "1.0, 1.0",
    "9007199254740993.0, 9.007199254740992E15"
  })
  void doublesAreShortestOnEveryJava(double value, String text) {
    // 2.0E-3 and 2.0E23 are what Double.toString gets wrong before Java 19.
    assertThat(CanonicalJson.text(value)).isEqualTo(text);
  }

  @Test
  void randomDoublesKeepTheirBitsAndTheirText() throws BadInputException {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        byte[] bytes = CanonicalJson.bytes(List.of(value));
        JsonNode read = CanonicalJson.read(bytes, JsonNode.class);
        assertThat(read.get(0).doubleValue()).isEqualTo(value);
        assertThat(CanonicalJson.bytes(read)).isEqualTo(bytes);
      }
    }
  }

  @Test
  void integersStayIntegers() throws BadInputException {
    BigInteger huge = BigInteger.TWO.pow(100);
    Map<String, Object> map = Map.of("a", 1, "b", Long.MAX_VALUE, "c", huge, "d", 1.0);
    assertThat(CanonicalJson.text(map))
        .isEqualTo("{\"a\":1,\"b\":9223372036854775807,\"c\":" + huge + ",\"d\":1.0}");
    assertThat(CanonicalJson.read(CanonicalJson.bytes(map), Map.class)).isEqualTo(map);
  }

  @Test
  void whatHasNoCanonicalFormIsRefused() {
    for (Object value :
        List.of(
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            new BigDecimal("1.10"),
            "\ud800")) {
      assertThatThrownBy(() -> CanonicalJson.bytes(Map.of("x", value)))
          .as(value.toString())
          .isInstanceOf(IllegalArgumentException.class);
    }
    Map<String, Object> deep = new HashMap<>();
    for (int i = 0; i < 150; i++) {
      Map<String, Object> outer = new HashMap<>();
      outer.put("x", deep);
      deep = outer;
    }
    Map<String, Object> tooDeep = deep;
    assertThatThrownBy(() -> CanonicalJson.bytes(tooDeep))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "{\"name\":\"a\",\"name\":\"b\",\"count\":1,\"share\":1,\"list\":[],\"time\":\"2026-11-01T12:00:00.000Z\"}",
        "{\"name\":\"a\",\"count\":1,\"share\":1,\"list\":[]}",
        "{\"name\":\"a\",\"count\":1.5,\"share\":1,\"list\":[],\"time\":\"2026-11-01T12:00:00.000Z\"}",
        "{\"name\":\"a\",\"count\":\"1\",\"share\":1,\"list\":[],\"time\":\"2026-11-01T12:00:00.000Z\"}",
        "{\"name\":\"a\",\"count\":1,\"share\":1e999,\"list\":[],\"time\":\"2026-11-01T12:00:00.000Z\"}",
        "{\"name\":\"a\",\"count\":1,\"share\":1,\"list\":[],\"time\":\"2026-11-01\"}",
        "{\"name\":\"a\",\"count\":1,\"share\":1,\"list\":[],\"time\":\"2026-11-01T12:00:00.000Z\",\"x\":1}",
        "{\"name\":\"a\",\"count\":1,\"share\":1,\"list\":[],\"time\":\"2026-11-01T12:00:00.000Z\"} {}",
        "{\"name\":\"a\",\"count\":NaN,\"share\":1,\"list\":[],\"time\":\"2026-11-01T12:00:00.000Z\"}"
      })
  void readingIsStrict(String text) {
    assertThatThrownBy(() -> CanonicalJson.read(Cases.utf8(text), Sample.class))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void nestingIsLimited() {
    String text = "[".repeat(100_000) + "]".repeat(100_000);
    assertThatThrownBy(() -> CanonicalJson.read(Cases.utf8(text), JsonNode.class))
        .isInstanceOf(BadInputException.class);
  }
}
