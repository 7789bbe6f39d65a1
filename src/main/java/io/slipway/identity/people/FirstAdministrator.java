package io.slipway.identity.people;

import java.util.Locale;
import java.util.Set;

import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Makes the first administrator from the environment, before the portal is up, while
 * there is none; nobody ever has a default password.
 */
@Component
@Profile("!demo")
@EnableConfigurationProperties(AdministratorProperties.class)
class FirstAdministrator implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final PersonManagement people;

    private final PersonRepository repository;

    private final Acting acting;

    private final AdministratorProperties properties;

    private final MessageSource messages;

    FirstAdministrator(PersonManagement people, PersonRepository repository, Acting acting,
            AdministratorProperties properties, MessageSource messages) {
        this.people = people;
        this.repository = repository;
        this.acting = acting;
        this.properties = properties;
        this.messages = messages;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (this.repository.countAdministrators() > 0) {
            return;
        }
        if (this.properties.user().isBlank() || this.properties.password().isEmpty()) {
            throw new NoAdministratorException("there is no administrator yet. Set SLIPWAY_ADMIN_USER and"
                    + " SLIPWAY_ADMIN_PASSWORD to name the first one.");
        }
        PersonProfile profile = new PersonProfile("Administrator", this.properties.user() + "@localhost", "UTC",
                Set.of(Role.ADMINISTRATOR), Set.of());
        try {
            this.acting.asSystem(() -> this.people.create(this.properties.user(), this.properties.password(), profile));
        }
        catch (InvalidInputException ex) {
            throw new NoAdministratorException("SLIPWAY_ADMIN_USER or SLIPWAY_ADMIN_PASSWORD is refused: "
                    + this.messages.getMessage(ex.code(), ex.arguments(), Locale.ENGLISH));
        }
        log.info("Made {} the first administrator", this.properties.user());
    }

}
