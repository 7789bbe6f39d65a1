package io.slipway.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The roles of release and deployment management. A role's {@link #id()} is its name
 * everywhere: Spring Security authority, candidate group in the process models, and text
 * in the database.
 */
public enum Role {

    /** Owns the life cycle and coordinates stakeholders. */
    RELEASE_MANAGER,
    /** Runs deployments and validates environment readiness. */
    DEPLOYMENT_MANAGER,
    /** Owns automation and pipelines. */
    BUILD_ENGINEER,
    /** Answers for service outcomes after release. */
    SERVICE_OWNER,
    /** Authorises changes. */
    CHANGE_AUTHORITY,
    /** Keeps the CMDB. */
    CONFIGURATION_MANAGER,
    /** Signs off validation. */
    TEST_MANAGER,
    /** Approves plans from the business side. */
    STAKEHOLDER,
    /** Runs early life support, incidents and problems, and accepts handover. */
    OPERATIONS,
    /** Reads everything and changes nothing. */
    AUDITOR,
    /** Keeps users, tokens and settings, and has no say in releases by that alone. */
    ADMINISTRATOR;

    /**
     * Who has a part in releases, as Spring Security asks for it: auditors and
     * administrators as such have none.
     */
    public static final String WORKERS = "hasAnyAuthority('release-manager', 'deployment-manager', 'build-engineer', "
            + "'service-owner', 'change-authority', 'configuration-manager', 'test-manager', 'stakeholder', 'operations')";

    /**
     * Who may be asked to do a task: administrators have some, of no release.
     */
    public static final String ASKED = WORKERS + " or hasAuthority('administrator')";

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /**
     * The role's name in authorities, models and tables, such as {@code release-manager}.
     */
    public String id() {
        return this.id;
    }

    /** Whether who holds it has a part in releases, as in {@link #WORKERS}. */
    public boolean works() {
        return this != AUDITOR && this != ADMINISTRATOR;
    }

    /** Whether tasks may wait for it, as in {@link #ASKED}. */
    public boolean isAsked() {
        return this != AUDITOR;
    }

    /**
     * Finds a role by its name.
     * @param id the name, such as {@code release-manager}
     * @return the role, or nothing if there is none of that name
     */
    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter((role) -> role.id.equals(id)).findFirst();
    }

}
