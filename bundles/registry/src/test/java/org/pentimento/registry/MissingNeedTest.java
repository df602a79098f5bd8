package org.pentimento.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MissingNeedTest {
  private static final String BEFORE =
      "Unable to resolve org.example [12](R 12.0): missing requirement [org.example [12](R 12.0)] ";

  @Test
  void saysWhichPackage() {
    assertThat(
            MissingNeed.words(
                BEFORE
                    + "osgi.wiring.package; (&(osgi.wiring.package=org.pentimento.api.trigger)"
                    + "(version>=9.0.0)(!(version>=10.0.0))) Unresolved requirements: [[x] y]"))
        .isEqualTo(
            "it needs the package org.pentimento.api.trigger from version 9.0.0 and below 10.0.0,"
                + " which is not here");
    assertThat(MissingNeed.words(BEFORE + "osgi.wiring.package; (osgi.wiring.package=a.b)"))
        .isEqualTo("it needs the package a.b, which is not here");
  }

  @Test
  void saysWhichJava() {
    assertThat(MissingNeed.words(BEFORE + "osgi.ee; (&(osgi.ee=JavaSE)(version=99))"))
        .startsWith("it needs Java 99, and this is Java ");
  }

  @Test
  void saysTheRestAsItIs() {
    assertThat(MissingNeed.words("the activator fails"))
        .isEqualTo("it cannot be started: the activator fails");
  }
}
