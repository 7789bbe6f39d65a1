/**
 * The record as it goes on to a system for security events (SIEM): by syslog over TLS or
 * by webhook, in the order of the log, each row at least once.
 */
@NullMarked
package io.slipway.audit.stream;

import org.jspecify.annotations.NullMarked;
