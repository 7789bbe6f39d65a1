package io.slipway.identity.people;

import java.util.List;
import java.util.Set;

import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The people of the demo company, one per role and a second of two, made before the
 * portal is up. Their password is public: they exist in the demo profile only.
 */
@Component
@Profile("demo")
public class DemoPeople implements SmartInitializingSingleton {

    /** The password of all demo people. */
    public static final String PASSWORD = "slipway-demo";

    private static final Logger log = LoggerFactory.getLogger(DemoPeople.class);

    private static final List<DemoPerson> PEOPLE = List.of(
            new DemoPerson("release-manager", "Rhea Malik", Role.RELEASE_MANAGER),
            new DemoPerson("deployment-manager", "Daniel Okafor", Role.DEPLOYMENT_MANAGER),
            new DemoPerson("build-engineer", "Bente Sørensen", Role.BUILD_ENGINEER),
            new DemoPerson("service-owner", "Sofia Marchetti", Role.SERVICE_OWNER),
            new DemoPerson("change-authority", "Charles Adeyemi", Role.CHANGE_AUTHORITY),
            new DemoPerson("change-authority-2", "Chiara Lindqvist", Role.CHANGE_AUTHORITY),
            new DemoPerson("configuration-manager", "Carlos Ibarra", Role.CONFIGURATION_MANAGER),
            new DemoPerson("test-manager", "Tomasz Nowak", Role.TEST_MANAGER),
            new DemoPerson("stakeholder", "Stella Hoffmann", Role.STAKEHOLDER),
            new DemoPerson("stakeholder-2", "Samuel Osei", Role.STAKEHOLDER),
            new DemoPerson("operations", "Olivia Tanaka", Role.OPERATIONS),
            new DemoPerson("auditor", "Aisha Rahman", Role.AUDITOR),
            new DemoPerson("administrator", "Adam Kowalczyk", Role.ADMINISTRATOR));

    private final PersonManagement people;

    private final Acting acting;

    DemoPeople(PersonManagement people, Acting acting) {
        this.people = people;
        this.acting = acting;
    }

    /**
     * Everybody of the demo company.
     * @return the people, in the order in which a release meets them
     */
    public List<DemoPerson> all() {
        return PEOPLE;
    }

    @Override
    public void afterSingletonsInstantiated() {
        this.acting.asSystem(() -> {
            List<DemoPerson> missing = PEOPLE.stream()
                .filter((person) -> !this.people.exists(person.userName()))
                .toList();
            missing.forEach(this::create);
            if (!missing.isEmpty()) {
                tell(missing);
            }
        });
    }

    private void create(DemoPerson person) {
        this.people.createDemo(person.userName(), new PersonProfile(person.fullName(),
                person.userName() + "@example.com", "UTC", Set.of(person.role()), Set.of()));
    }

    private static void tell(List<DemoPerson> people) {
        log.info("Demo people, password {} for everybody:", PASSWORD);
        people.forEach((person) -> log.info("  {}", "%-22s %s".formatted(person.userName(), person.fullName())));
    }

}
