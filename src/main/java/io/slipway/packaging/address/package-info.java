/**
 * Asks the addresses of documents whether something is there: out of requests, by one
 * node at a time, and never where the network is the portal's own.
 */
@NullMarked
package io.slipway.packaging.address;

import org.jspecify.annotations.NullMarked;
