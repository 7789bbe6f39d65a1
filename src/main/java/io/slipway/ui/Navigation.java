package io.slipway.ui;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares, once on the controller, the section of the menu to which its pages belong.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Navigation {

    /**
     * The section.
     * @return the section of the menu
     */
    Section value();

    /** The sections of the menu, in its order. */
    enum Section {

        /** What needs me today. */
        HOME,
        /** Tasks of mine and my groups. */
        TASKS,
        /** Releases. */
        RELEASES,
        /** What is planned when, and when nothing may be deployed. */
        CALENDAR,
        /** Change records and the board's agenda. */
        CHANGES,
        /** Configuration items. */
        CONFIGURATION,
        /** Environments, what runs where, and what is deployed now. */
        DEPLOYMENTS,
        /** Runbooks, playbooks, known errors and lessons. */
        KNOWLEDGE,
        /** What runs, waits and failed, on its diagrams. */
        MONITOR,
        /** The record: to search, to verify. */
        AUDIT,
        /** People, groups, policies and settings. */
        ADMINISTRATION

    }

}
