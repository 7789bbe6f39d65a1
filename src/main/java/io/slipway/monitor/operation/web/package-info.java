/**
 * The pages of operations on running processes: failed jobs, suspend and resume, moving a
 * token, migration.
 */
@NullMarked
package io.slipway.monitor.operation.web;

import org.jspecify.annotations.NullMarked;
