/**
 * What auditors test: populations and samples, one sheet for each deployment, and reports
 * of what deviated, all of it performed again on the facts and not on what guards said.
 */
@NullMarked
package io.slipway.audit.report;

import org.jspecify.annotations.NullMarked;
