/**
 * What auditors take away, in forms that others can read: the record and a population of
 * releases as CSV (RFC 4180), what happened as event logs (XES, OCEL 2.0). Each export is
 * one consistent view of the database, streamed, described, and itself recorded.
 */
@NullMarked
package io.slipway.audit.export;

import org.jspecify.annotations.NullMarked;
