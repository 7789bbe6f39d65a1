/**
 * What services refuse with, and how lists are asked: the same for pages, the API, files
 * and whatever comes in next.
 */
@ApplicationModule(displayName = "Input", allowedDependencies = {})
@NullMarked
package io.slipway.input;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
