package io.slipway.ui;

/**
 * A signed-in principal that knows the name to show, so that the layout needs no
 * database.
 */
public interface FullName {

    /** The name to show. */
    String fullName();

}
