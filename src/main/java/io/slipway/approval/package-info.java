/**
 * Approvals by several people: which roles are needed, and whether enough people exist
 * who can give them.
 */
@ApplicationModule(displayName = "Approval", allowedDependencies = { "ui", "identity", "workflow" })
@NullMarked
package io.slipway.approval;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
