package org.pentimento.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.report.part.Table;

class FirstPageBuilderTest {
  private static final Table NO_TABLE = new Table("", List.of(), List.of());
  private static final Report.Run EMPTY =
      new Report.Run(
          "", "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          NO_TABLE, NO_TABLE, "");

  private static RunResult of(String name, String dataset) {
    RunResult.DataUsed data =
        new RunResult.DataUsed(dataset, "f", "", List.of("a"), List.of("b"), 8, 8, Map.of());
    return new RunResult(
        RunResult.SCHEMA, name, "", Map.of(), data, List.of(), List.of(), List.of());
  }

  @Test
  void saysDataOnceForRunsThatFollowEachOther() {
    FirstPageBuilder page = new FirstPageBuilder();
    page.run("r, “one”", of("one", "faces"), EMPTY, true);
    page.run("r, “two”", of("two", "faces"), EMPTY, true);
    page.run("r, “three”", of("three", "others"), EMPTY, true);
    page.run("r, “four”", of("four", "faces"), EMPTY, true);
    assertThat(page.build(List.of(), Optional.empty()).examined())
        .extracting(s -> s.replaceFirst("^(\\S+).*?“(.*?)”.*", "$1 $2"))
        .containsExactly(
            "Data faces", "r, one", "r, two", "Data others", "r, three", "Data faces", "r, four");
  }
}
