/**
 * How the bodies of requests are read: never so that those who send slowly keep others
 * waiting.
 */
@NullMarked
package io.slipway.ui.body;

import org.jspecify.annotations.NullMarked;
