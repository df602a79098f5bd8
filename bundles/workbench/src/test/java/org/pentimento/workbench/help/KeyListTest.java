package org.pentimento.workbench.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pentimento.workbench.help.KeyList.Key;

class KeyListTest {
  @Test
  void keysAreListedByPlaceAndCommandWithAllTheirSequences() {
    String page =
        KeyList.markdown(
            List.of(
                new Key("In the tree", "Rename", "F2", "Gives another name"),
                new Key("", "Run Plan", "F9", "Carries out the plan"),
                new Key("", "Run Plan", "Ctrl+Enter", "Carries out the plan"),
                new Key("", "Bookmark", "Ctrl+B", "")));
    assertThat(page)
        .isEqualTo(
            """

            ## In the whole window

            - `Ctrl+B`  Bookmark
            - `Ctrl+Enter`, `F9`  Run Plan: carries out the plan

            ## In the tree

            - `F2`  Rename: gives another name
            """);
  }
}
