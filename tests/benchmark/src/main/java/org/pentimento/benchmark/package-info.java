/**
 * Benchmarks, made with JMH. From the root of the sources, on one core:
 *
 * <pre>
 * ./mvnw -pl tests/benchmark -am package -DskipTests
 * taskset -c 0 java -cp 'tests/benchmark/target/classes:tests/benchmark/target/lib/*' \
 *   org.openjdk.jmh.Main
 * </pre>
 *
 * <p>{@code -p metric=fsim -p size=200x250} after {@code Main} chooses one metric and one size. The
 * median is the row {@code p0.50}. FSIM of a pair of 200×250 pixels should take no more than 15 ms
 * on one core with AVX-512, and 8 ms against a prepared reference; 10 and 5 were measured.
 */
@NullMarked
package org.pentimento.benchmark;

import org.jspecify.annotations.NullMarked;
