package org.example.pentimento;

import org.pentimento.api.generator.Generator;
import org.pentimento.testing.junit.GeneratorConformance;

class LinearFilterGeneratorTest extends GeneratorConformance {
  @Override
  protected Generator extension() {
    return new LinearFilterGenerator();
  }
}
