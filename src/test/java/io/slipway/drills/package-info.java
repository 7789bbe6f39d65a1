/**
 * Faults of the world, made on purpose against real nodes on a real database, with a load
 * that goes on meanwhile. Run by {@code mvn -Pdrills verify}, not with the tests: they
 * take minutes and kill processes. What they find is a table, {@code target/drills.md}.
 */
@NullMarked
package io.slipway.drills;

import org.jspecify.annotations.NullMarked;
