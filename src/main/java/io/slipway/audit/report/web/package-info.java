/**
 * The auditor's reports as pages.
 */
@NullMarked
package io.slipway.audit.report.web;

import org.jspecify.annotations.NullMarked;
