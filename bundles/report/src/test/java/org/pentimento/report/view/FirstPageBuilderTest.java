package org.pentimento.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.RunResult;

class FirstPageBuilderTest {
  private static RunResult of(String name, String dataset) {
    RunResult.DataUsed data =
        new RunResult.DataUsed(dataset, "f", "", List.of("a"), List.of("b"), 8, 8, Map.of());
    return new RunResult(
        RunResult.SCHEMA, name, "", Map.of(), data, List.of(), List.of(), List.of());
  }

  @Test
  void saysDataOnceForRunsThatFollowEachOther() {
    FirstPageBuilder page = new FirstPageBuilder();
    page.run(of("one", "faces"), List.of());
    page.run(of("two", "faces"), List.of());
    page.run(of("three", "others"), List.of());
    page.run(of("four", "faces"), List.of());
    assertThat(page.build().examined())
        .extracting(s -> s.replaceFirst("^(\\S+).*?“(.*?)”.*", "$1 $2"))
        .containsExactly(
            "Data faces",
            "Run one",
            "Run two",
            "Data others",
            "Run three",
            "Data faces",
            "Run four");
  }
}
