/**
 * Forms: how text is bound, what is refused is told, and what was typed is kept.
 */
@NamedInterface("form")
@NullMarked
package io.slipway.ui.form;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
