/**
 * Places what was read on a sheet: shapes, lines, labels and marks, ready for the
 * templates. What does not depend on marks is worked out once for each file.
 */
@NullMarked
package io.slipway.diagram.draw;

import org.jspecify.annotations.NullMarked;
