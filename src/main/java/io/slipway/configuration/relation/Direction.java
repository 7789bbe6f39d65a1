package io.slipway.configuration.relation;

/**
 * Which way impact is followed along relations.
 */
public enum Direction {

    /** To what is affected when the item fails: against the relations. */
    AFFECTED,
    /** To what the item needs: along the relations. */
    NEEDED

}
