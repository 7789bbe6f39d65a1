/**
 * Bills of materials: what each artifact is made of, its licences, and what changed since
 * the former release.
 */
@NamedInterface("bom")
@NullMarked
package io.slipway.packaging.bom;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
