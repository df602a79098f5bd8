/**
 * Benchmarks, made with JMH. From the root of the sources, on one core:
 *
 * <pre>
 * ./mvnw -pl tests/benchmark -am package -DskipTests
 * taskset -c 0 java -cp 'tests/benchmark/target/classes:tests/benchmark/target/lib/*' \
 *   org.openjdk.jmh.Main
 * </pre>
 *
 * <p>A word after {@code Main} chooses benchmarks by name, such as {@code Fsim}. The median is the
 * row {@code p0.50}. FSIM of a pair of 200×250 pixels should take no more than 60 ms on one core,
 * and 30 ms against a prepared reference; half of that is the aim.
 */
@NullMarked
package org.pentimento.benchmark;

import org.jspecify.annotations.NullMarked;
