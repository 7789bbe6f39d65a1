/**
 * The auditor's pages: the record to search, and whether it can be trusted.
 */
@NullMarked
package io.slipway.audit.web;

import org.jspecify.annotations.NullMarked;
