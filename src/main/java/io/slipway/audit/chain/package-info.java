/**
 * The tamper-evident log of the record: each row becomes a leaf of a Merkle tree (RFC
 * 6962), whose head is signed as a checkpoint that others can keep and verify (C2SP
 * signed note and tlog-checkpoint).
 */
@NamedInterface("chain")
@NullMarked
package io.slipway.audit.chain;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
