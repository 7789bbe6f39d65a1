/**
 * How statements are put together and read.
 * <p>
 * A {@code Clause} is a piece of SQL with the values of its named parameters:
 * {@code Clause.given("w.phase", phase)} is no condition if there is no phase,
 * {@code select.where(one.and(other)).on(jdbc)} runs it; {@code Clause.insert} and
 * {@code Clause.update} name each column once. A {@code KeyOrder} tells once by which
 * columns a list is sorted, and writes order, cursor and the condition of the next page,
 * or reads the page at once. {@code Json} writes lists and maps into columns.
 * <p>
 * Rows become records by name: {@code jdbc.sql(..).query(Row.class)} fills
 * {@code businessKey} from {@code business_key} and from the engine's
 * {@code BUSINESS_KEY_}, constants from their names and from ids such as
 * {@code release-manager}, instants, collections and maps from JSON or from words between
 * commas, and a record within from the same row. Instants are parameters as they are;
 * constants are, in a {@code Clause}. {@code ReadOnce} remembers what one page has read.
 */
@ApplicationModule(displayName = "SQL", allowedDependencies = { "input" })
@NullMarked
package io.slipway.sql;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
