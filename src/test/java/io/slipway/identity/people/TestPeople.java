package io.slipway.identity.people;

import io.slipway.identity.Acting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Gives every test the people of the demo company, under the names of their roles.
 */
@Configuration(proxyBeanMethods = false)
@Profile("test")
class TestPeople {

    @Bean
    DemoPeople everybody(PersonManagement people, Acting acting) {
        return new DemoPeople(people, acting);
    }

}
