/**
 * Measures what a test cannot judge on any machine: run one by its name, such as
 * {@code mvn test -Dtest=WorkItemListBenchmark}; {@code mvn verify} leaves them out.
 */
@NullMarked
package io.slipway.benchmark;

import org.jspecify.annotations.NullMarked;
