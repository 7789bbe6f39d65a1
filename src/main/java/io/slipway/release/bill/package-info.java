/**
 * Bills of materials: what each artifact is made of, its licences, and what changed since
 * the former release.
 */
@NamedInterface("bill")
@NullMarked
package io.slipway.release.bill;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
